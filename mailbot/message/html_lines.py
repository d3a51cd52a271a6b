"""A text/html part as lines: what a person sees, in order, with quote depth and what stands out.

Iterative from end to end: replies with thousands of nested tags are real (and sent on purpose too).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mailbot.message import html_tags as tags
from mailbot.message.html_tags import Meaning, meaning
from mailbot.model.inbound import BodyLine

_BLANKS = " \t\n\r\f"
_UNEVEN = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")  # blanks that a browser draws as one space


@dataclass(slots=True)
class _Page:
    """What is open at one place of the walk, and the lines so far."""

    lines: list[BodyLine] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)  # of the line being written, in pieces, none of them empty
    size: int = 0  # characters in these pieces
    set_off: list[tuple[int, int]] = field(default_factory=list)  # [start, end) in the line, in order, never touching
    mark: str = ""  # the list mark that waits for the first word of its item
    depth: int = 0
    struck_depth: int = 0
    set_off_depth: int = 0
    keeps: int = 0
    owes_blank: bool = False
    counters: list[int | None] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Adds the text of one node to the current line, blanks collapsed as a browser does."""
        if self.struck_depth:
            self.struck.append(text)
        elif self.keeps:
            for number, row in enumerate(text.replace("\r", "").split("\n")):
                if number:
                    self.end_line(forced=True)
                self._put(row)
        else:
            even = _UNEVEN.sub(" ", text) if "  " in text or not text.isprintable() else text
            self._put(even if self.text and self.text[-1][-1] != " " else even.removeprefix(" "))

    def _put(self, text: str) -> None:
        if not text:
            return
        if self.mark:
            self.text.append(self.mark)
            self.size += len(self.mark)
            self.mark = ""
        start, self.size = self.size, self.size + len(text)
        self.text.append(text)
        if not self.set_off_depth:
            return
        if self.set_off and self.set_off[-1][1] == start:
            start, _ = self.set_off.pop()
        self.set_off.append((start, self.size))

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


def _within(spans: list[tuple[int, int]], size: int) -> tuple[tuple[int, int], ...]:
    return tuple((start, min(end, size)) for start, end in spans if start < size)


def html_lines(source: str) -> tuple[list[BodyLine], list[str]]:
    """The lines of the page, and the words that stood struck out."""
    page = _Page()
    body = LexborHTMLParser(source.replace("\x00", "")).body
    waiting: list[LexborNode | Meaning] = [body] if body is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Meaning):
            _close(page, node)
            continue
        tag = node.tag or ""
        if tag == "-text":
            page.write(node.text_content or "")
        elif tag == "br":
            page.end_line(forced=True)
        elif tag == "hr":
            page.end_line()
            page.end_line(forced=True)
        elif not tag.startswith("-") and tag not in tags.DROPPED:
            attributes = node.attributes
            opened = meaning(tag, attributes)
            if not opened.hidden:
                _open(page, opened, attributes)
                waiting.append(opened)
                child = node.last_child
                while child is not None:
                    waiting.append(child)
                    child = child.prev
    page.end_line()
    return page.lines, [text for text in page.struck if text.strip()]


def _open(page: _Page, opened: Meaning, attributes: tags.Attributes) -> None:
    if opened.breaks and page.text:
        page.end_line()
    if not opened.counts:
        return
    page.depth += opened.tag == "blockquote"
    page.struck_depth += opened.struck
    page.set_off_depth += opened.set_off
    page.keeps += opened.keeps
    if opened.tag == "ol":
        page.counters.append(tags.first_number(attributes, "start", 1))
    elif opened.tag == "ul":
        page.counters.append(None)
    elif opened.tag == "li":
        page.mark = _list_mark(page, attributes)


def _list_mark(page: _Page, attributes: tags.Attributes) -> str:
    if not page.counters or page.counters[-1] is None:
        return "- "
    number = tags.first_number(attributes, "value", page.counters[-1])
    page.counters[-1] = number + 1
    return f"{number}. "


def _close(page: _Page, opened: Meaning) -> None:
    if opened.breaks:
        if page.text:
            page.end_line()
        if opened.tag == "li":
            page.mark = ""
        page.owes_blank = page.owes_blank or (opened.spaced and bool(page.lines) and page.lines[-1].text != "")
    if not opened.counts:
        return
    page.depth -= opened.tag == "blockquote"
    page.struck_depth -= opened.struck
    page.set_off_depth -= opened.set_off
    page.keeps -= opened.keeps
    if opened.tag in ("ol", "ul"):
        page.counters.pop()
