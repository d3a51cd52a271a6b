"""Runs of figures in a text, with the marks that people put between the groups of a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RUN = re.compile(r"[0-9](?:[ \t\r\n().\[\]{}/_*~|+\u00b7,-]{0,4}[0-9])*")
_GROUP = re.compile(r"[0-9]+")
_FEWEST = 6  # digits; fewer are of interest only after a cue of their own
LONGEST = 15  # digits of a telephone number, ITU-T E.164


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Some neighbouring groups of digits: what they are together, how long each is, and where they stand."""

    digits: str
    lengths: tuple[int, ...]
    start: int
    end: int


def windows(text: str, *, most: int = LONGEST, fewest: int = _FEWEST) -> Iterator[Figures]:
    """Every row of neighbouring groups with so many digits: the longest first for each beginning."""
    for run in _RUN.finditer(text):
        if run.end() - run.start() < fewest:
            continue
        groups = [(group.start(), group.end()) for group in _GROUP.finditer(text, run.start(), run.end())]
        for first in range(len(groups)):
            yield from _from(text, groups, first, most, fewest)


def _from(text: str, groups: list[tuple[int, int]], first: int, most: int, fewest: int) -> Iterator[Figures]:
    ends: list[int] = []
    total = 0
    for at in range(first, len(groups)):
        total += groups[at][1] - groups[at][0]
        if total > most:
            break
        ends.append(at)
    for last in reversed(ends):
        rows = groups[first : last + 1]
        lengths = tuple(end - start for start, end in rows)
        if sum(lengths) < fewest:
            return
        digits = "".join(text[start:end] for start, end in rows)
        yield Figures(digits=digits, lengths=lengths, start=rows[0][0], end=rows[-1][1])
