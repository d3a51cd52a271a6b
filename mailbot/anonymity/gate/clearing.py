"""The message cleared, or what was found in it. The only place that makes a ClearedMessage."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mailbot.anonymity.gate.clues import WORD, Clue, Gap, Grade, clue
from mailbot.anonymity.gate.disguises import disguised_words, spaced_out, unspaced
from mailbot.anonymity.gate.eyes import Eye
from mailbot.anonymity.gate.looks import Look, looks
from mailbot.anonymity.gate.matching import Mention, mentions
from mailbot.anonymity.gate.meaning import is_meant, is_of_medicine
from mailbot.anonymity.gate.phrases import MACHINE_WORDS, OUR_FILE_NAMES
from mailbot.anonymity.gate.reading import Reading, read
from mailbot.anonymity.gate.skeleton import skeleton
from mailbot.anonymity.gate.watch import Watch, indexed, watch, words_of
from mailbot.errors import MalformedMessage
from mailbot.model import outbound
from mailbot.model.ids import PersonId
from mailbot.model.outbound import ClearedMessage, Draft, Hit, Identity

_BY_PLACE = (Eye.READER, Eye.LABEL)  # to these even an ordinary word can be a name
_NOBODY = PersonId("")
_TELLING_IN_BYTES = 5  # letters: a shorter name stands somewhere in any picture


def clear(
    draft: Draft,
    raw: bytes,
    *,
    forbidden: tuple[Identity, ...],
    own: tuple[str, ...] = (),
    foreign_tokens: tuple[str, ...] = (),
) -> ClearedMessage | tuple[Hit, ...]:
    """The message cleared for sending, or what was found in it, each kind and line once.

    `own` are our addresses and domains (and other words that may always stand: a programme's title); the addressee's
    address and name never count. `foreign_tokens` are tokens of other people's proxy addresses.
    """
    if not raw.count(b"\r") == raw.count(b"\n") == raw.count(b"\r\n"):
        return (Hit(kind="line_end", where="raw"),)
    addresses = (draft.from_address, draft.reply_to, draft.to_address, draft.to_name, draft.envelope_from)
    search = _Search(watch(forbidden), (*own, *addresses), tuple(token.lower() for token in foreign_tokens))
    try:
        hits = dict.fromkeys(hit for look in looks(raw, draft.envelope_from) for hit in search.hits(look))
    except MalformedMessage:
        hits = {Hit(kind="unreadable", where="raw"): None}
    if hits:
        return _without_echoes(tuple(hits))
    return ClearedMessage(
        raw=raw,
        message_id=draft.message_id,
        envelope_from=draft.envelope_from,
        envelope_to=draft.to_address,
        pass_key=outbound._GATE,  # noqa: SLF001 (the key is this file's alone; tests/anonymity reads the package for it)
    )


def _without_echoes(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The raw bytes say again what was found decoded: they count only for what nothing else showed."""
    decoded = {hit.kind for hit in hits if hit.where != "raw"}
    return tuple(hit for hit in hits if hit.where != "raw" or hit.kind not in decoded)


class _Search:
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
        ours = _own_spans(reading, self._own)
        line, counted = 1, 0
        for one in found:
            if any(start <= one.start and one.end <= end for start, end in ours):
                continue
            line, counted = line + reading.low.count("\n", counted, one.start), one.start
            yield Hit(kind=one.clue.kind, where=look.where, line=line)

    def _disguised(self, look: Look, low: str, words: set[bytes]) -> Iterator[Hit]:
        if look.eye is Eye.BYTES:
            return
        for clue_, word in disguised_words(words, self._wanted):
            at = low.find(word.decode())
            yield Hit(kind=clue_.kind, where=look.where, line=low.count("\n", 0, at) + 1)
        for clue_, line in unspaced(low, self._wanted):
            yield Hit(kind=clue_.kind, where=look.where, line=line)
        if look.eye is Eye.READER:
            for clue_, at in spaced_out(low, words, self._wanted):
                yield Hit(kind=clue_.kind, where=look.where, line=low.count("\n", 0, at) + 1)


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
    if eye is Eye.LABEL:
        return found.letters not in OUR_FILE_NAMES
    if found.grade is not Grade.SURE or found.kind != "name":
        return found.grade is Grade.SURE
    telling = len(found.letters) >= _TELLING_IN_BYTES
    return found.letters not in MACHINE_WORDS and (eye is Eye.PROGRAM or (eye is Eye.BYTES and telling))


def _own_spans(reading: Reading, own: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where our own words stand, each as a whole."""
    ours = _own_watch(own)
    return [
        (mention.start, mention.end)
        for mention in mentions(reading, ours)
        if reading.is_whole(mention.start, mention.end)
    ]


@lru_cache(maxsize=64)
def _own_watch(own: tuple[str, ...]) -> Watch:
    found = (tuple(WORD.findall(skeleton(text).lower())) for text in own)
    return indexed(_own_clue(words) for words in found if words)


def _own_clue(words: tuple[str, ...]) -> Clue:
    return clue(_NOBODY, "own", words, Gap.OWN, joined=False)
