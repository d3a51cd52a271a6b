"""Where clues stand in a text: word after word, never letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.anonymity.gate.clues import Clue, Gap
from mailbot.anonymity.gate.phrases import PARTICLES, SPOKEN_SIGNS
from mailbot.anonymity.gate.reading import Reading
from mailbot.anonymity.gate.watch import Watch

_MOST_WORDS = 24  # of one clue: an address with every sign spoken
_GAPS = {
    Gap.NAME: re.compile(r"[ \t]{0,3}(?:[,'-][ \t]{0,2})?(?:\n[ \t>]{0,4})?"),
    Gap.INITIAL: re.compile(r"[.,]? ?\n?"),
    Gap.TIGHT: re.compile(r"[._'+/\-]{1,2}"),
    Gap.SPELLED: re.compile(r"[^\n]{0,6}(?:\n[^\n]{0,4})?"),
    Gap.OWN: re.compile(r"[\s,.'&/@+()<>:\-]{1,6}"),
}
_SKIPPED = {
    Gap.NAME: PARTICLES,
    Gap.INITIAL: PARTICLES,
    Gap.SPELLED: SPOKEN_SIGNS,
    Gap.TIGHT: frozenset[str](),
    Gap.OWN: frozenset[str](),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A clue on the words [first, last] of a reading, at [start, end) of its text."""

    clue: Clue
    first: int
    last: int
    start: int
    end: int


def mentions(reading: Reading, watch: Watch) -> Iterator[Mention]:
    """Every clue whose words follow one another there, in the order in which they begin."""
    starting = watch.starting
    for first in [at for at, word in enumerate(reading.words) if word in starting]:
        for clue in starting[reading.words[first]]:
            last = _last_word(reading, first, clue)
            if last is not None:
                start, end = reading.spans[first][0], reading.spans[last][1]
                yield Mention(clue=clue, first=first, last=last, start=start, end=end)


def _last_word(reading: Reading, first: int, clue: Clue) -> int | None:
    """The word with which the clue is complete; None where the words are not its words."""
    words, skipped = reading.words, _SKIPPED[clue.gap]
    rest = clue.letters[len(words[first]) :]
    if not rest:
        return first
    for at in range(first + 1, min(first + _MOST_WORDS, len(words))):
        word = words[at]
        fits = rest.startswith(word)
        if not (fits or word in skipped or _is_tag(reading, at, clue)) or not _follows(reading, at, clue):
            return None
        if fits:
            rest = rest[len(word) :]
            if not rest:
                return at
    return None


def _follows(reading: Reading, at: int, clue: Clue) -> bool:
    return _GAPS[clue.gap].fullmatch(reading.low, reading.spans[at - 1][1], reading.spans[at][0]) is not None


def _is_tag(reading: Reading, at: int, clue: Clue) -> bool:
    """Whether the word is the tag of an address, which leads to the same mailbox: jane+forms@example.org."""
    return clue.gap is Gap.SPELLED and reading.low[reading.spans[at][0] - 1] == "+"
