"""Every usual form of a person's names: each part alone, in pairs, run together, with initials, in other alphabets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from mailbot.anonymity.gate.clues import WORD, Clue, Gap, Grade, clue, grade_of
from mailbot.anonymity.gate.phrases import LETTERS_AFTER, PARTICLES, TITLES
from mailbot.anonymity.gate.skeleton import skeleton
from mailbot.model.ids import PersonId
from mailbot.model.outbound import Identity

# Scripts that leave no space between words, or none after a name; Hangul as NFKD takes it apart.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_BETWEEN = re.compile(r"[\s,;()\"/.\-]+")
_SPELLED_OUT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa"), ("æ", "a"), ("ñ", "ny"))
_LONG_WORD = re.compile(r"[^\W_]{5,}")
_UMLAUT = re.compile(r"([aou])e(?=[^aeioul])")  # Mueller is Müller too; Samuel is not Samul
_MOST_UNITS = 12  # of one person, in pairs: these grow with the square
_TELLING_FAMILY = 4  # letters: "jsmith" is a handle, "jlee" might be anything
_TELLING_JOINED = 6

Unit = tuple[str, ...]  # one part of a name: ("jane",), ("o", "brien")


def name_clues(person: Identity) -> Iterator[Clue]:
    """The clues of all the names of that person."""
    who = person.person
    every: dict[Unit, None] = {}
    in_order: set[tuple[Unit, Unit]] = set()
    for name in person.names:
        if "@" not in name:
            for spelling in _spellings(name):
                parts = units(spelling)
                every.update(dict.fromkeys(parts))
                in_order.update(combinations(parts, 2))
                if len(parts) > 1 and UNSPACED.search(spelling):
                    yield _anywhere(who, "".join(map("".join, parts)))
    known = tuple(every)[:_MOST_UNITS]
    for unit in every:
        yield from _alone(who, unit)
    twice = (pair for pair in in_order if pair[0] == pair[1])  # Hope Hope
    for first, second in (*permutations(known, 2), *twice):
        yield from _together(who, first, second, in_order=(first, second) in in_order)


def _spellings(name: str) -> tuple[str, ...]:
    """The skeleton of the name as written, in capitals, in small letters; and with the letters that replace others."""
    low = name.lower()
    spelled = low
    for letter, letters in _SPELLED_OUT:
        spelled = spelled.replace(letter, letters)
    written = [skeleton(form).lower() for form in (name, low, name.upper(), spelled)]
    written += [_LONG_WORD.sub(lambda word: _UMLAUT.sub(r"\1", word[0]), form) for form in written]
    return tuple(dict.fromkeys(written))


def units(spelling: str) -> tuple[Unit, ...]:
    """The parts of a name that name somebody: no titles, no degrees, no initials, no "van der" but at either end.

    >>> units("dr anne-marie o'brien van der berg, phd")
    (('anne',), ('marie',), ('o', 'brien'), ('berg',))
    """
    pieces = [tuple(WORD.findall(piece)) for piece in _BETWEEN.split(spelling)]
    parts = [piece for piece in pieces if piece]
    while len(parts) > 1 and parts[0][0] in TITLES:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1][0] in LETTERS_AFTER:
        parts = parts[:-1]
    return tuple(
        part
        for at, part in enumerate(parts)
        if (len("".join(part)) > 1 or UNSPACED.search(part[0]))
        and not (0 < at < len(parts) - 1 and part[0] in PARTICLES)
    )


def _alone(who: PersonId, unit: Unit) -> Iterator[Clue]:
    word = "".join(unit)
    if UNSPACED.search(word):
        if len(word) > 1:
            yield _anywhere(who, word)
        return
    yield clue(who, "name", unit, Gap.NAME, grade_of(word))


def _anywhere(who: PersonId, word: str) -> Clue:
    return Clue(
        person=who,
        kind="name",
        letters=word,
        gap=Gap.NAME,
        grade=Grade.SURE,
        starts=frozenset(),
        needs=(),
    )


def _together(who: PersonId, first: Unit, second: Unit, *, in_order: bool) -> Iterator[Clue]:
    """Two parts of the names of one person; `in_order` where one of the names has them so."""
    one, other = "".join(first), "".join(second)
    if UNSPACED.search(one + other):
        return
    ordinary = grade_of(other) is not Grade.SURE
    joined = len(one + other) >= _TELLING_JOINED and grade_of(one + other) is Grade.SURE
    yield clue(who, "name", (one, other), Gap.TIGHT, joined=joined)
    if ordinary and grade_of(one) is not Grade.SURE:
        pair = Grade.PAIR if in_order else Grade.BESIDE
        yield clue(who, "name", (one, other), Gap.NAME, pair, joined=False)
    if ordinary:
        yield clue(who, "name", (one[0], other), Gap.INITIAL, Grade.INITIAL, joined=False)
        yield clue(who, "name", (other, one[0]), Gap.INITIAL, Grade.INITIAL, joined=False)
    elif len(other) >= _TELLING_FAMILY and grade_of(one[0] + other) is Grade.SURE:
        yield clue(who, "name", (one[0], other), Gap.TIGHT)
