"""The known names and addresses of people replaced by what the reader knows them as, so that the text still reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from mailbot.anonymity.names.disguises import disguised
from mailbot.anonymity.names.encoded import decoded
from mailbot.anonymity.names.folding import folded, lowered, places
from mailbot.anonymity.names.identifiers import Register, register, words_in
from mailbot.anonymity.names.initials import initials_in
from mailbot.anonymity.names.mentions import Mention, Owned, mentions
from mailbot.anonymity.names.role_words import greets, owns, role_word, said_already, swallowed, thing_word
from mailbot.anonymity.names.sightings import sightings
from mailbot.anonymity.names.spelled import spelled
from mailbot.model.outbound import Identity

_ROUNDS = 4
_NEARBY = 320
_SEEN = 200  # characters that are looked at on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Who is searched for, and the word for each."""

    register: Register
    numbers: dict[str, int]
    own: tuple[Owned, ...]
    words: tuple[str, ...]


def scrubbed(text: str, replacements: tuple[tuple[Identity, str], ...]) -> str:
    """The text with every known name, address, username and domain of these people replaced by their role word.

    A name that is also an ordinary word goes only where it is meant as a name. The writer comes first among the
    replacements, the reader second: where both have a name, a greeting means the reader and all else the writer.
    """
    known = _known(replacements)
    for _ in range(_ROUNDS):
        text, changed = _once(text, known)
        # An ordinary word beside a replaced name, or what was glued to it, may only then be seen as a name.
        if not _may_hold_more(text, changed, known) or not any(
            _once(near, known)[1] for near in _around(text, changed)
        ):
            break
    return text


def _may_hold_more(text: str, changed: list[tuple[int, int]], known: _Known) -> bool:
    if any(text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum() for start, end in changed):
        return True
    return bool(changed) and not known.register.by_key.keys().isdisjoint(words_in(lowered(folded(text))))


def _around(text: str, changed: list[tuple[int, int]]) -> Iterator[str]:
    """The parts of the text in which a change may have changed what a word is taken for."""
    first = last = 0
    for start, end in changed:
        if start - _NEARBY > last:
            yield text[first:last]
            first = max(0, start - _NEARBY)
        last = end + _NEARBY
    yield text[first:last]


@lru_cache(maxsize=1024)
def _known(replacements: tuple[tuple[Identity, str], ...]) -> _Known:
    people = tuple(person for person, _ in replacements)
    numbers: dict[str, int] = {}
    for number, person in enumerate(people):
        numbers.setdefault(person.person, number)
    return _Known(
        register=register(people),
        numbers=numbers,
        own=tuple(Owned.of(person) for person in people),
        words=tuple(word for _, word in replacements),
    )


def _once(text: str, known: _Known) -> tuple[str, list[tuple[int, int]]]:
    """The text with what one look finds replaced, and where it was changed."""
    plain = decoded(text)
    again: list[tuple[int, int]] = []
    if plain is not None:
        shown, where = plain
        moved = [replace(one, start=where.start(one.start), end=where.end(one.end)) for one in _found(shown, known)]
        text, again = _replaced(text, moved, known)
    text, changed = _replaced(text, _found(text, known), known)
    return text, [(0, len(text))] if again else changed


def _found(text: str, known: _Known) -> list[Mention]:
    """The mentions, and where each begins and ends in the text."""
    cased = folded(text)
    low = lowered(cased)
    words, initials = words_in(low), known.register.initials
    present = set(words)
    seen = sightings(cased, low, known.register.among(present))
    seen += disguised(cased, low, present, known.register)
    seen += spelled(low, words, known.register)
    signed = [
        Mention(start=one.start, end=one.end, people=frozenset(map(known.numbers.__getitem__, initials[one.letters])))
        for one in initials_in(cased, low, present, initials)
    ]
    found = mentions(cased, seen, signed, known.numbers, known.own)
    if not found or text == cased:
        return found
    where = places(text)
    return [replace(one, start=where.start(one.start), end=where.end(one.end)) for one in found]


def _replaced(text: str, found: list[Mention], known: _Known) -> tuple[str, list[tuple[int, int]]]:
    pieces: list[str] = []
    changed: list[tuple[int, int]] = []
    done = length = 0
    for mention in found:
        start, end = mention.start, mention.end
        role = known.words[_who(text, mention)]
        if mention.kind in ("person", "address"):
            word, start, end = _role(text, done, mention, role)
        else:
            word = thing_word(mention.kind, role)
        pieces += [text[done:start], word]
        length += start - done + len(word)
        changed.append((length - len(word), length))
        done = end
    return "".join([*pieces, text[done:]]), changed


def _role(text: str, done: int, mention: Mention, role: str) -> tuple[str, int, int]:
    """The role word, and where what it stands for begins and ends: an article or an apostrophe may go with it."""
    start, end = mention.start, mention.end
    before, after = text[max(done, start - _SEEN) : start], text[end : end + _SEEN]
    if said := said_already(before, role):
        return "", start - said, end + (1 if before.rstrip().endswith(",") and after.startswith(",") else 0)
    start -= swallowed(before, role)
    before = text[max(0, start - _SEEN) : start]
    owning = owns(before, text[mention.start : end], after)
    return role_word(before, after, role) + ("'s" if owning else ""), start, end + len(owning)


def _who(text: str, mention: Mention) -> int:
    """The number of the one who is meant: where writer and reader have that name, a greeting means the reader."""
    if 1 in mention.people and greets(text[max(0, mention.start - _SEEN) : mention.start]):
        return 1
    return min(mention.people)
