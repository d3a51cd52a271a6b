"""A skeleton as a row of words, with where each stands and on which row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mailbot.anonymity.gate.clues import WORD

BREAK = "\x1f"  # where a page begins a new block
_ASCII_WORD = re.compile(r"[a-z0-9]+")  # the same words in half the time
_JOINS = frozenset(".-@/_")
_KISSES = (["x"], ["xx"], ["xxx"])
_SIGNING = (". - ", ". -- ", "! - ", ". -", ".\n- ", ".\n-")
_LENGTHENS = frozenset(".-_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words of one text in small letters; the lists run side by side."""

    cased: str
    low: str  # as long as `cased`
    words: list[str]
    spans: list[tuple[int, int]]
    _rows: list[tuple[int, int]] = field(default_factory=list)  # filled when first asked for

    def between(self, at: int) -> str:
        """What stands between that word and the one before it."""
        return self.low[self.spans[at - 1][1] : self.spans[at][0]]

    def is_capital(self, at: int) -> bool:
        """Whether that word begins with a capital."""
        return self.cased[self.spans[at][0]].isupper()

    def is_shouted(self, at: int) -> bool:
        """Whether all of that word is in capitals, and there is more than one."""
        start, end = self.spans[at]
        return end - start > 1 and self.cased[start:end].isupper()

    def row(self, at: int) -> int:
        """The number of the row, or of the block of a page, on which that word stands."""
        return self._laid_out()[at][0]

    def row_begins(self, at: int) -> int:
        """The first word on the same row."""
        return self._laid_out()[at][1]

    def ends_row(self, at: int) -> bool:
        """Whether no word follows on the row."""
        return at + 1 == len(self.words) or self.row(at + 1) != self.row(at)

    def is_kissed(self, first: int, last: int) -> bool:
        """Whether the row is those words and an x, or several."""
        if self.words[last + 1 : last + 2] not in _KISSES or self.ends_row(last):
            return False
        return self.row_begins(first) == first and self.ends_row(last + 1)

    def ends_with_dash(self, at: int) -> bool:
        """Whether that word stands behind a sentence and a dash: "It went well. - Grace"."""
        return self.between(at) in _SIGNING

    def goes_on(self, end: int) -> bool:
        """Whether a blank and a word follow there."""
        return self.low[end : end + 1] == " " and self.low[end + 1 : end + 2].isalnum()

    def is_glued(self, start: int, end: int) -> bool:
        """Whether [start, end) is joined to something on either side: in a web address, in a file's name."""
        return self.low[max(0, start - 1) : start] in _JOINS or self._goes_on(end, _JOINS)

    def is_whole(self, start: int, end: int) -> bool:
        """Whether [start, end) is no part of another name or domain: "an-example.org", "example.org.uk"."""
        return self.low[max(0, start - 1) : start] not in _LENGTHENS and not self._goes_on(end, _LENGTHENS)

    def _goes_on(self, end: int, signs: frozenset[str]) -> bool:
        return self.low[end : end + 1] in signs and self.low[end + 1 : end + 2].isalnum()

    def _laid_out(self) -> list[tuple[int, int]]:
        """For each word its row and the first word of that row; most texts are cleared without asking."""
        if not self._rows:
            row, first, done = 0, 0, 0
            for at, (start, end) in enumerate(self.spans):
                between = self.low[done:start]
                breaks = between.count("\n") + between.count(BREAK)
                if breaks:
                    row, first = row + breaks, at
                self._rows.append((row, first))
                done = end
        return self._rows


def read(skeleton: str) -> Reading:
    """The words of that skeleton."""
    low = skeleton.lower()  # as long: the one letter that grows (U+0130) is no skeleton's
    spans = [word.span() for word in (_ASCII_WORD if low.isascii() else WORD).finditer(low)]
    return Reading(cased=skeleton, low=low, words=[low[start:end] for start, end in spans], spans=spans)
