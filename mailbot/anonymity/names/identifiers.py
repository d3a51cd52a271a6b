"""What would give some people away: every form of their names, their addresses in any spelling, usernames, domains.

A form is found by a key word first (a set look-up on the words of the text) and by its pattern only then, so that a
message that holds none of the words costs almost nothing, however many people are searched for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mailbot.anonymity.names.address_forms import address_forms, domain_form
from mailbot.anonymity.names.forms import WORD, Form
from mailbot.anonymity.names.name_forms import name_forms, spellings
from mailbot.anonymity.names.name_parts import parts
from mailbot.model.ids import PersonId
from mailbot.model.outbound import Identity

_ASCII_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}  # a sixth of the time of the pattern
_TELLING = 3  # letters from which on a name spelled letter by letter is one
_LONG = 7  # letters from which on a name is looked for inside of longer words


def words_in(low: str) -> list[str]:
    """The runs of letters and digits in a text, in their order."""
    return low.translate(_ASCII_WORDS).split() if low.isascii() else WORD.findall(low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The forms of some people, by key word; `keyless` must be tried on every text that is not ASCII."""

    by_key: dict[str, tuple[Form, ...]]
    keyless: tuple[Form, ...]
    letters: dict[str, tuple[Form, ...]]  # by the letters of names, usernames and addresses, for what is spelled out
    single: frozenset[str]  # of `letters` the single words
    long: tuple[str, ...]  # of `letters` those that tell somebody inside of a longer word
    initials: dict[str, tuple[PersonId, ...]]

    def sure(self, letters: str) -> tuple[Form, ...]:
        """The forms that these letters are, but for ordinary words."""
        found = self.letters.get(letters, ())
        return tuple(form for form in found if not form.ordinary) if found else ()

    def among(self, words: set[str]) -> tuple[Form, ...]:
        """The forms that a text of these words may hold."""
        present = self.by_key.keys() & words
        return (*(form for key in sorted(present) for form in self.by_key[key]), *self.keyless)


@lru_cache(maxsize=1024)
def register(people: tuple[Identity, ...]) -> Register:
    """All forms of all these people; worked out once for each set of people."""
    by_key: dict[str, list[Form]] = {}
    letters: dict[str, list[Form]] = {}
    every = [form for person in people for form in forms(person)]
    sure = {form.name for form in every if not form.guessed}
    for form in every:
        if form.guessed and form.name in sure:
            continue  # somebody's real name
        by_key.setdefault(form.key, []).append(form)
        if len(form.name) >= _TELLING:
            letters.setdefault(form.name, []).append(form)
    initials: dict[str, list[PersonId]] = {}
    for person in people:
        for signed in sorted(initials_of(person)):
            initials.setdefault(signed, []).append(person.person)
    return Register(
        keyless=tuple(by_key.pop("", ())),
        by_key={key: tuple(found) for key, found in by_key.items()},
        letters={name: tuple(found) for name, found in letters.items()},
        single=frozenset(name for name, found in letters.items() if any(form.single for form in found)),
        long=_shortest({name for name, found in letters.items() if len(name) >= _LONG and not found[0].ordinary}),
        initials={signed: tuple(owners) for signed, owners in initials.items()},
    )


def _shortest(names: set[str]) -> tuple[str, ...]:
    """Those that hold no other of them: where "mueller" is found, "janemueller" need not be looked for."""
    kept: list[str] = []
    for name in sorted(names, key=lambda name: (len(name), name)):
        if not any(short in name for short in kept):
            kept.append(name)
    return tuple(kept)


@lru_cache(maxsize=4096)
def forms(person: Identity) -> tuple[Form, ...]:
    """Every form of one person, each once."""
    found: dict[tuple[str, str, str], Form] = {}
    for form in _all_forms(person):
        known = found.setdefault((form.kind, form.key, form.pattern), form)
        if known.guessed and not form.guessed:
            found[form.kind, form.key, form.pattern] = form
    return tuple(found.values())


def initials_of(person: Identity) -> frozenset[str]:
    """How the person may sign in short: "js", "jas", "j"; and what may follow a title: ".s"."""
    found = [parts(name) for name in person.names if "@" not in name]
    after_title = {f".{letter}" for name in found for letter in name.letters}
    return frozenset(after_title.union(*(name.initials for name in found)))


def _all_forms(person: Identity) -> Iterator[Form]:
    names = [name for name in person.names if "@" not in name]
    for name in names:
        yield from name_forms(person.person, name)
    words = frozenset(word for name in names for spelling in spellings(name) for word in parts(spelling).words)
    for address in (*person.addresses, *(name for name in person.names if "@" in name)):
        yield from address_forms(person.person, address, words)
    for domain in person.domains:
        yield domain_form(person.person, domain)
