"""The lines of an HTML part while it is walked through: what is open at this place, and what was written so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mailbot.message.html_looks import NONE, PLAIN, Change, Look, drawn
from mailbot.model.inbound import BodyLine

_BLANKS = " \t\n\r\f"
_NOTHING = " \t\n\r\f\u00a0\u200b\ufeff"  # what editors put into an empty item
_UNEVEN = re.compile(r"[ \t\n\r\f\u2028\u2029]{2,}|[\t\n\r\f\u2028\u2029]")  # blanks that a browser draws as one space
_ROW = re.compile(r"\r\n|[\n\r\u2028\u2029]")


@dataclass(slots=True)
class Page:
    """What is open at one place of the walk, and the lines so far."""

    lines: list[BodyLine] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)  # of the line being written, in pieces, none of them empty
    size: int = 0  # characters in these pieces
    set_off: list[tuple[int, int, str]] = field(default_factory=list)  # [start, end) in the line and the look's name
    mark: str = ""  # the list mark that waits for the first word of its item
    depth: int = 0
    look: Look = PLAIN
    looks: list[Look] = field(default_factory=list)  # of the elements that are open
    owes_blank: bool = False
    lists: list[tuple[int | None, str]] = field(default_factory=list)  # the next number, None for bullets; the marker

    def draw(self, change: Change) -> None:
        """Opens an element that draws its words otherwise, or not otherwise."""
        self.looks.append(self.look)
        if change is not NONE:
            self.look = drawn(self.look, change)

    def undraw(self) -> None:
        """Closes it."""
        self.look = self.looks.pop()

    def write(self, text: str) -> None:
        """Adds the text of one node to the current line, blanks collapsed as a browser does."""
        look = self.look
        if look.struck:
            self.struck.append(text)
        elif look.tiny:
            return
        elif look.keeps:
            for number, row in enumerate(_ROW.split(text)):
                if number:
                    self.end_line(forced=True)
                self._put(row)
        else:
            even = _UNEVEN.sub(" ", text) if "  " in text or not text.isprintable() else text
            self._put(even if self.text and self.text[-1][-1] != " " else even.removeprefix(" "))

    def _put(self, text: str) -> None:
        if not text or (self.mark and not text.strip(_NOTHING)):
            return  # an empty item, Enter pressed once too often, has no number that somebody gave
        if self.mark:
            self.text.append(self.mark)
            self.size += len(self.mark)
            self.mark = ""
        start, self.size = self.size, self.size + len(text)
        self.text.append(text)
        name = self.look.name
        if not name or text.isspace():
            return
        if self.set_off and self.set_off[-1][1:] == (start, name):
            start = self.set_off.pop()[0]
        self.set_off.append((start, self.size, name))

    def end_line(self, *, forced: bool = False) -> None:
        """Closes the current line; without words it is dropped unless `forced` (a <br>)."""
        if not self.text and not forced:
            return
        if self.owes_blank:
            self.lines.append(BodyLine(text="", depth=self.depth))
            self.owes_blank = False
        shown = "".join(self.text).rstrip(_BLANKS)
        if shown or forced:
            if shown.isspace():  # no-break spaces
                shown = ""
            spans = _within(self.set_off, len(shown)) if self.set_off else ()
            self.lines.append(BodyLine(text=shown, depth=self.depth, emphasis=spans))
        self.text.clear()
        self.set_off.clear()
        self.size = 0


def _within(spans: list[tuple[int, int, str]], size: int) -> tuple[tuple[int, int, str], ...]:
    return tuple((start, min(end, size), name) for start, end, name in spans if start < size)
