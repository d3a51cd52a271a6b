"""A body as one squared run of characters, each of which remembers its line and column."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence

from mailbot.model.inbound import BodyLine
from mailbot.reading.folding import folded

# Outlook writes the target behind every link of a text part: "a@example.org<mailto:a@example.org>".
_LINK_TARGET = re.compile(r"<(?:mailto|tel|https?):[^<>\s]{1,500}>")


class Stream:
    """The characters, where each stands, and which of them are words of the form."""

    __slots__ = ("chars", "column_of", "known", "line_of", "lines")

    def __init__(self, lines: Sequence[BodyLine]) -> None:
        self.lines = tuple(lines)
        self.line_of = array("L")
        self.column_of = array("L")
        chars: list[str] = []
        for number, line in enumerate(self.lines):
            text = _LINK_TARGET.sub(lambda m: " " * len(m[0]), line.text) if "<" in line.text else line.text
            for column, char in enumerate(text):
                for one in folded(char):
                    chars.append(one)
                    self.line_of.append(number)
                    self.column_of.append(column)
        self.chars = "".join(chars)
        self.known = bytearray(len(chars))

    def __len__(self) -> int:
        return len(self.chars)

    def starts_line(self, at: int) -> bool:
        """Whether the character at `at` is the first of its line."""
        return at == 0 or at >= len(self) or self.line_of[at - 1] != self.line_of[at]

    def ends_line(self, end: int) -> bool:
        """Whether the character before `end` is the last of its line."""
        return self.starts_line(end)

    def at_line(self, number: int) -> int:
        """The first character on or after that line."""
        return bisect_left(self.line_of, number)

    def mark(self, start: int, end: int) -> None:
        """Takes [start, end) for words of the form."""
        self.known[start:end] = b"\x01" * (end - start)

    def before(self, at: int) -> str:
        """The text of the line in front of the character at `at`."""
        return self.lines[self.line_of[at]].text[: self.column_of[at]]

    def occurrences(self, words: str, start: int = 0, stop: int | None = None, most: int = 8) -> list[int]:
        """Where the squared words stand in [start, stop), at most so many."""
        found: list[int] = []
        stop = len(self) if stop is None else stop
        at = self.chars.find(words, start, stop) if words else -1
        while at >= 0 and len(found) < most:
            found.append(at)
            at = self.chars.find(words, at + 1, stop)
        return found
