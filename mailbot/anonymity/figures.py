"""Runs of figures in a text, with the marks that people put between the groups of a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Over the end of a line, but not of a sentence ("120.\n4. ...").
_RUN = re.compile(
    r"[0-9](?:(?:[ \t()\[\]{}/_*~|+\u00b7-]{0,4}"
    r"|[ \t)\]]?[.,]|[ \t-]{0,2}\r?\n[ \t]{0,2}(?![0-9]{1,2}[.)][ \t]))[0-9])*"
)
_GROUP = re.compile(r"[0-9]+")
_FEWEST = 6  # digits; fewer are of interest only after a cue of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Some neighbouring groups of digits: what they are together, how long each is, and where they stand."""

    digits: str
    lengths: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Groups of digits with nothing but such marks between them."""

    groups: list[tuple[int, int]]

    def is_spaced_out(self, at: int) -> bool:
        """Whether it and the one before are single figures: no number begins in the middle of "0 7 7 0 0"."""
        (start, end), (before, until) = self.groups[at], self.groups[at - 1]
        return end - start == 1 and until - before == 1

    def rows(self, text: str, first: int, *, fewest: int, most: int) -> Iterator[Figures]:
        """The rows of so many digits that begin with that group, the longest first."""
        total, ends = 0, []
        for at in range(first, len(self.groups)):
            start, end = self.groups[at]
            total += end - start
            if total > most:
                break
            if total >= fewest:
                ends.append(at + 1)
        for last in reversed(ends):
            row = self.groups[first:last]
            yield Figures(
                digits="".join([text[start:end] for start, end in row]),
                lengths=tuple([end - start for start, end in row]),
                start=row[0][0],
                end=row[-1][1],
            )


def runs(text: str) -> Iterator[Run]:
    """Every run that may hold a number of six digits or more."""
    for run in _RUN.finditer(text):
        if run.end() - run.start() >= _FEWEST:
            yield Run(groups=[group.span() for group in _GROUP.finditer(text, run.start(), run.end())])
