"""Telephone numbers written as they are said: "oh double seven double oh nine double oh one two three"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import places
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_UNITS = {
    word: str(digit)
    for digit, word in enumerate("zero one two three four five six seven eight nine".split())  # noqa: SIM905
} | dict.fromkeys(("oh", "o", "nought", "naught", "nil"), "0")
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_WORD = rf"(?:{'|'.join([*_UNITS, *_TIMES])}|hundred|thousand|\d{{1,6}})(?![a-z0-9])"
SAID = re.compile(rf"(?:plus\s)?{_WORD}(?:[\s,.-]{{1,3}}{_WORD}){{2,20}}")
_FIRST = ("zero", "oh", "nought", "naught", "plus", "o ", "0 ", "07", "double", "seven")
_EACH = re.compile(r"[a-z]+|\d+")
_ONLY_FIGURES = re.compile(r"[\d\s,.-]+")
_FEWEST = 9


def spoken(plain: Plain) -> Iterator[Seen]:
    """Every number that is spelled out and long enough to be called."""
    low, done = plain.low, 0
    if not any(word in low for word in ("double", "zero", "seven", "nought")):
        return
    for at in sorted(places(low, *_FIRST)):
        match = SAID.match(low, at) if at >= done else None
        if match and not _ONLY_FIGURES.fullmatch(match[0]) and len(digits_of(match[0])) >= _FEWEST:
            done = match.end()
            yield Seen(kind="phone", start=at, end=done)


def digits_of(said: str) -> str:
    """The digits that these words say."""
    digits, times = "", 1
    for word in _EACH.findall(said):
        if word in _TIMES:
            times = _TIMES[word]
            continue
        digits += word if word.isdigit() else _UNITS.get(word, "00" if word == "hundred" else "") * times
        times = 1
    return digits
