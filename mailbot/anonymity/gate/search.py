"""The search through the looks at one message: what names somebody to whoever looks there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from mailbot.anonymity.gate.clues import Clue, Gap, Grade
from mailbot.anonymity.gate.disguises import disguised_words, spaced_out, unspaced
from mailbot.anonymity.gate.eyes import Eye
from mailbot.anonymity.gate.looks import Look
from mailbot.anonymity.gate.matching import Mention, mentions
from mailbot.anonymity.gate.meaning import is_meant, is_of_medicine
from mailbot.anonymity.gate.own import OwnSpans
from mailbot.anonymity.gate.phrases import MACHINE_WORDS, OUR_FILE_NAMES
from mailbot.anonymity.gate.reading import Reading, read
from mailbot.anonymity.gate.watch import Watch, words_of
from mailbot.model.outbound import Hit

_BY_PLACE = (Eye.READER, Eye.LABEL)  # to these even an ordinary word can be a name
_TELLING_IN_BYTES = 5  # letters: a shorter name stands somewhere in any picture
_ENOUGH = 20  # disguised names in one text: each costs a search for its line


class Search:
    """One search through all looks at one message."""

    def __init__(self, wanted: Watch, own: tuple[str, ...], tokens: tuple[str, ...]) -> None:
        self._wanted, self._own, self._tokens = wanted, own, tokens

    def hits(self, look: Look) -> Iterator[Hit]:
        """What is found in one look."""
        if look.eye is Eye.NOBODY:
            yield Hit(kind="unreadable", where=look.where)
            return
        low = look.text.lower()
        for token in self._tokens:
            at = low.find(token)
            if at >= 0:
                yield Hit(kind="token", where=look.where, line=low.count("\n", 0, at) + 1)
        words = words_of(look.text)
        if _may_name(look.eye, words, self._wanted):
            yield from self._named(look)
        yield from self._disguised(look, low, words)

    def _named(self, look: Look) -> Iterator[Hit]:
        reading = read(look.text)
        found = [one for one in mentions(reading, self._wanted) if _counts(look.eye, one, reading)]
        if not found:
            return
        ours = OwnSpans(reading, self._own)
        line, counted = 1, 0
        for one in found:
            if not ours.hold(one.start, one.end):
                line, counted = line + reading.low.count("\n", counted, one.start), one.start
                yield Hit(kind=one.clue.kind, where=look.where, line=line)

    def _disguised(self, look: Look, low: str, words: set[bytes]) -> Iterator[Hit]:
        if look.eye in (Eye.BYTES, Eye.HANDLE):
            return
        for found, word in islice(disguised_words(words, self._wanted), _ENOUGH):
            yield _hit(found, look, low, low.find(word.decode()))
        for found, line in unspaced(low, self._wanted):
            yield Hit(kind=found.kind, where=look.where, line=line)
        if look.eye is Eye.READER:
            for found, at in islice(spaced_out(low, words, self._wanted), _ENOUGH):
                yield _hit(found, look, low, at)


def _hit(found: Clue, look: Look, low: str, at: int) -> Hit:
    return Hit(kind=found.kind, where=look.where, line=low.count("\n", 0, at) + 1)


def _may_name(eye: Eye, words: set[bytes], wanted: Watch) -> bool:
    """Whether a text of these words may name somebody; True costs a hundred times as much as False."""
    if eye in _BY_PLACE:
        return wanted.by_place.are_met(words)
    # Bytes say again what others read: no look for names of which every part is an ordinary word.
    return wanted.anywhere.are_met(words) if eye is not Eye.BYTES else not wanted.anywhere.single.isdisjoint(words)


def _counts(eye: Eye, mention: Mention, reading: Reading) -> bool:
    """Whether that mention gives somebody away to whoever looks there."""
    found = mention.clue
    if found.kind == "name" and is_of_medicine(reading, mention):
        return False
    if eye is Eye.READER or found.grade is Grade.GLUED:
        return is_meant(reading, mention)
    if eye is Eye.HANDLE:
        return found.gap is Gap.TIGHT and found.grade is Grade.SURE
    if eye is Eye.LABEL:
        return found.letters not in OUR_FILE_NAMES
    if found.grade is not Grade.SURE or found.kind != "name":
        return found.grade is Grade.SURE
    telling = len(found.letters) >= _TELLING_IN_BYTES
    return found.letters not in MACHINE_WORDS and (eye is Eye.PROGRAM or (eye is Eye.BYTES and telling))
