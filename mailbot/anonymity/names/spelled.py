"""Names spelled letter by letter or broken in two: J a n e, "J.A.N.E.", Smi-(end of line)th, "J ane", Xiao Ming."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from operator import add

from mailbot.anonymity.names.identifiers import Register
from mailbot.anonymity.names.name_forms import ordinary
from mailbot.anonymity.names.sightings import Sighting

_ROW = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,4}[^\W_](?![^\W_])){2,80}")
_HYPHENATED = re.compile(r"([^\W\d_]{1,20})[-=]\r?\n[> \t]{0,4}([^\W\d_]{1,20})")
_LENGTHS = defaultdict(lambda: "-", {1: "1"})
_SINGLES = re.compile("1{3,}")
_LEAST = 4


def spelled(low: str, words: list[str], known: Register) -> Iterator[Sighting]:
    """Every name that stands in pieces; `words` are the text's in their order."""
    if _has_row(words, known):
        for row in _ROW.finditer(low):
            yield from _in_row(row, known)
    if any(end in low for end in ("-\n", "=\n", "-\r", "=\r")):
        for match in _HYPHENATED.finditer(low):
            for form in known.sure(match[1] + match[2]):
                yield Sighting(start=match.start(), end=match.end(), form=form)
    if not known.single.isdisjoint(map(add, words, words[1:])):
        yield from _in_two(low, words, known)


def _has_row(words: list[str], known: Register) -> bool:
    """Whether single letters that follow each other hold a known name."""
    lengths = "".join(map(_LENGTHS.__getitem__, map(len, words)))
    return any(
        any(name in letters for name in known.letters)
        for row in _SINGLES.finditer(lengths)
        if (letters := "".join(words[row.start() : row.end()]))
    )


def _in_row(row: re.Match[str], known: Register) -> Iterator[Sighting]:
    """Names spelled in a row of letters: "m y  n a m e  i s  J a n e"."""
    places = [row.start() + at for at, letter in enumerate(row[0]) if letter.isalnum()]
    letters = "".join(letter for letter in row[0] if letter.isalnum())
    for name, forms in known.letters.items():
        at = letters.find(name)
        while at >= 0:
            last = at + len(name) - 1
            yield from (Sighting(start=places[at], end=places[last] + 1, form=form) for form in forms)
            at = letters.find(name, last + 1)


def _in_two(low: str, words: list[str], known: Register) -> Iterator[Sighting]:
    """Names in two words instead of one, or behind a large first letter; two plain words are two words."""
    pairs = {(first, second) for first, second in pairwise(words) if first + second in known.single}
    for first, second in sorted(pairs):
        forms = tuple(known.sure(first + second))
        short = len(first + second) < _LEAST or len(second) == 1 or first in "aio"
        if short or not forms or (ordinary(first) and ordinary(second)):
            continue
        broken = re.compile(rf"(?<![^\W_]){re.escape(first)}[\s_-]{{1,3}}{re.escape(second)}(?![^\W_])")
        for match in broken.finditer(low):
            yield from (Sighting(start=match.start(), end=match.end(), form=form) for form in forms)
