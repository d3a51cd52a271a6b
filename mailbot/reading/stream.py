"""A body as one squared run of characters, each of which remembers its line and column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from mailbot.model.inbound import BodyLine
from mailbot.reading.folding import columns_of, squared

# What clients write into a text part for a picture: "[cid:image001.png@01DB5F3A]", "[image: image.png]", "<image.png>".
_PICTURE = re.compile(
    r"\s*(?:\[(?:cid:[^\]\s]{1,200}|(?:inline )?image(?:: ?[^\]]{0,200})?)\]"
    r"|<[^<>\s]{1,80}\.(?:png|jpe?g|gif|heic)>)\s*",
    re.IGNORECASE,
)
# A blank before a line break that a gateway left in the text as quoted-printable has it.
_SOFT_BREAK = re.compile(r"=20\s{0,4}$")
# Outlook writes the target behind every link of a text part: "a@example.org<mailto:a@example.org>".
_LINK_TARGET = re.compile(r"<(?:mailto|tel|https?):[^<>\s]{1,500}>")


class Stream:
    """The characters, where each stands, and which of them are words of the form."""

    __slots__ = ("_columns", "_starts", "chars", "known", "line_of", "lines")

    def __init__(self, lines: Sequence[BodyLine]) -> None:
        self.lines = tuple(replace(line, text="") if _PICTURE.fullmatch(line.text[:300]) else line for line in lines)
        rows = [squared(_comparable(line.text)) for line in self.lines]
        self.chars = "".join(rows)
        self.line_of: list[int] = []
        for number, row in enumerate(rows):
            self.line_of += [number] * len(row)
        self.known = bytearray(len(self.chars))
        self._starts = [0, *accumulate(map(len, rows))]
        self._columns: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self.chars)

    def starts_line(self, at: int) -> bool:
        """Whether the character at `at` is the first of its line."""
        return at == 0 or at >= len(self.chars) or self.line_of[at - 1] != self.line_of[at]

    def ends_line(self, end: int) -> bool:
        """Whether the character before `end` is the last of its line."""
        return self.starts_line(end)

    def at_line(self, number: int) -> int:
        """The first character on or after that line."""
        return self._starts[number] if number < len(self._starts) else len(self.chars)

    def columns(self, number: int) -> list[int]:
        """The column of each character on that line, worked out when first asked for: most lines never are."""
        found = self._columns.get(number)
        if found is None:
            found = self._columns[number] = columns_of(_comparable(self.lines[number].text))
        return found

    def column(self, at: int) -> int:
        """The column of the character at `at`."""
        number = self.line_of[at]
        return self.columns(number)[at - self._starts[number]]

    def holds_known(self, start: int, end: int) -> bool:
        """Whether any character in [start, end) is a word of the form's."""
        return self.known.find(1, start, end) >= 0

    def mark(self, start: int, end: int) -> None:
        """Takes [start, end) for words of the form."""
        self.known[start:end] = b"\x01" * (end - start)

    def before(self, at: int) -> str:
        """The text of the line in front of the character at `at`."""
        return self.lines[self.line_of[at]].text[: self.column(at)]

    def occurrences(self, words: str, start: int = 0, stop: int | None = None, most: int = 8) -> list[int]:
        """Where the squared words stand in [start, stop), at most so many."""
        found: list[int] = []
        stop = len(self) if stop is None else stop
        at = self.chars.find(words, start, stop) if words else -1
        while at >= 0 and len(found) < most:
            found.append(at)
            at = self.chars.find(words, at + 1, stop)
        return found


def _comparable(text: str) -> str:
    """The text, as long as it was, with blanks for what clients and gateways put into it."""
    if "<" in text:
        text = _LINK_TARGET.sub(_blank, text)
    return _SOFT_BREAK.sub(_blank, text) if "=" in text[-7:] else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
