"""Our own addresses, domains and words, and where they stand: what they hold is no leak."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from mailbot.anonymity.gate.clues import WORD, Clue, Gap, clue
from mailbot.anonymity.gate.matching import mentions
from mailbot.anonymity.gate.reading import Reading
from mailbot.anonymity.gate.skeleton import skeleton
from mailbot.anonymity.gate.watch import Watch, indexed
from mailbot.model.ids import PersonId

_NOBODY = PersonId("")


class OwnSpans:
    """Where our own words stand in one text, each as a whole."""

    def __init__(self, reading: Reading, own: tuple[str, ...]) -> None:
        spans = [
            (mention.start, mention.end)
            for mention in mentions(reading, _watch(own))
            if reading.is_whole(mention.start, mention.end)
        ]
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._furthest = list(accumulate((end for _, end in spans), max))

    def hold(self, start: int, end: int) -> bool:
        """Whether [start, end) lies within one of them."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._furthest[before - 1] >= end


@lru_cache(maxsize=64)
def _watch(own: tuple[str, ...]) -> Watch:
    found = (tuple(WORD.findall(skeleton(text).lower())) for text in own)
    return indexed(_clue(words) for words in found if words)


def _clue(words: tuple[str, ...]) -> Clue:
    return clue(_NOBODY, "own", words, Gap.OWN, joined=False)
