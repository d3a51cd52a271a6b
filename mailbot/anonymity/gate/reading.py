"""A skeleton as a row of words, with where each stands and on which row."""

from __future__ import annotations

import re
from dataclasses import dataclass

BREAK = "\x1f"  # where a page begins a new block
_PIECE = re.compile(rf"[^\W_]+|[\n{BREAK}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words of one text in small letters; the lists run side by side."""

    cased: str
    low: str  # as long as `cased`
    words: list[str]
    starts: list[int]
    ends: list[int]
    rows: list[int]
    firsts: list[int]  # the number of the first word on the same row

    def between(self, at: int) -> str:
        """What stands between that word and the one before it; all before it for the first."""
        return self.low[self.ends[at - 1] if at else 0 : self.starts[at]]

    def is_capital(self, at: int) -> bool:
        """Whether that word begins with a capital."""
        return self.cased[self.starts[at]].isupper()

    def ends_row(self, at: int) -> bool:
        """Whether no word follows on the row."""
        return at + 1 == len(self.words) or self.rows[at + 1] != self.rows[at]

    def is_glued(self, start: int, end: int) -> bool:
        """Whether [start, end) is joined to something on either side: in a web address, in a file's name."""
        before, after = self.low[start - 1 : start] if start else "", self.low[end : end + 2]
        return before in _JOINS or (after[:1] in _JOINS and after[1:].isalnum())

    def is_whole(self, start: int, end: int) -> bool:
        """Whether [start, end) is no part of another name or domain: "an-example.org", "example.org.uk"."""
        before, after = self.low[start - 1 : start] if start else "", self.low[end : end + 2]
        return before not in _LENGTHENS and not (after[:1] in _LENGTHENS and after[1:].isalnum())


_JOINS = frozenset(".-@/_")
_LENGTHENS = frozenset(".-_")


def read(skeleton: str) -> Reading:
    """The words of that skeleton."""
    low = skeleton.lower()
    if len(low) != len(skeleton):  # of all letters that a skeleton can hold none does so today
        low = "".join(letter.lower()[:1] for letter in skeleton)
    reading = Reading(cased=skeleton, low=low, words=[], starts=[], ends=[], rows=[], firsts=[])
    row, first = 0, 0
    for piece in _PIECE.finditer(low):
        word = piece[0]
        if word in ("\n", BREAK):
            row, first = row + 1, len(reading.words)
            continue
        reading.words.append(word)
        reading.starts.append(piece.start())
        reading.ends.append(piece.end())
        reading.rows.append(row)
        reading.firsts.append(first)
    return reading
