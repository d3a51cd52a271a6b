"""Where the words stand behind which a number or a name means somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator


def places(low: str, *words: str) -> Iterator[int]:
    """Where one of these words begins: not in the middle of another one. They may be the beginnings of longer words."""
    for word in words:
        at = low.find(word)
        while at >= 0:
            if at == 0 or not low[at - 1].isalpha():
                yield at
            at = low.find(word, at + len(word))


def behind(pattern: re.Pattern[str], low: str, *words: str) -> Iterator[re.Match[str]]:
    """What the pattern finds at each of these words."""
    for at in places(low, *words):
        if match := pattern.match(low, at):
            yield match


def before(pattern: re.Pattern[str], low: str, reach: int, *words: str) -> Iterator[re.Match[str]]:
    """What the pattern, which ends with one of these words, finds no more than so many characters before it."""
    for at in places(low, *words):
        for match in pattern.finditer(low, max(0, at - reach), at + _LONGEST_WORD):
            if match.end() > at:
                yield match


_LONGEST_WORD = 32
