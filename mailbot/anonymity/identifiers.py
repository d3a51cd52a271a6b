"""What would give a person away: every form of their names, their addresses in any spelling, usernames, domains.

A form is found by a key word first (a set look-up on the words of the text) and by its pattern only then, so that a
message that holds none of the words costs almost nothing, however many people are searched for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mailbot.anonymity.folding import folded, lowered
from mailbot.anonymity.ordinary import CAPITALISED, LETTERS_AFTER, OFFICES, PARTICLES, TITLES, WORDS
from mailbot.model.ids import PersonId
from mailbot.model.outbound import Identity

WORD = re.compile(r"[^\W_]+")
_ASCII_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}  # a sixth of the time of the pattern
_LEFT, _RIGHT = r"(?<![^\W_])", r"(?![^\W_])"
_DOT = r"\s?(?:\.|[(\[{]\s?(?:dot|punkt|point|punto)\s?[)\]}]|\s(?:dot|punkt)\s)\s?"
_AT = r"\s{0,2}(?:@|%40|[(\[{]\s?(?:at|arobase|@)\s?[)\]}]|\s(?:at|arobase)\s)\s{0,2}"
# Scripts that leave no space between words: a name is looked for anywhere in a run of letters.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SHORT = 2  # "Bo", "Li": as risky as an ordinary word
_USERNAME = 4
_SPELLED_OUT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa"), ("ß", "ss"), ("ñ", "ny"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way in which a person can be named. `key` is a word that any text holding it must hold; "" if none is sure.

    `ordinary`: "" counts anywhere, "word" only where a name would stand, "capitalised" only beside another name, in a
    greeting or a sign-off.
    """

    person: PersonId
    kind: str  # "name", "address", "username", "domain"
    key: str
    pattern: re.Pattern[str]
    ordinary: str = ""


def words_of(low: str) -> set[str]:
    """The runs of letters and digits in a text, each once."""
    return set(low.translate(_ASCII_WORDS).split()) if low.isascii() else set(WORD.findall(low))


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The forms of some people, by key word; `keyless` must be tried on every text."""

    by_key: dict[str, tuple[Form, ...]]
    keyless: tuple[Form, ...]

    def candidates(self, low: str) -> tuple[Form, ...]:
        """The forms that this folded, lower-case text may hold."""
        return self.among(words_of(low))

    def among(self, words: set[str]) -> tuple[Form, ...]:
        """The forms that a text of these words may hold."""
        present = self.by_key.keys() & words
        return (*(form for key in sorted(present) for form in self.by_key[key]), *self.keyless)


@lru_cache(maxsize=512)
def register(people: tuple[Identity, ...]) -> Register:
    """All forms of all these people; worked out once for each set of people."""
    by_key: dict[str, list[Form]] = {}
    for person in people:
        for form in forms(person):
            by_key.setdefault(form.key, []).append(form)
    keyless = tuple(by_key.pop("", ()))
    return Register(by_key={key: tuple(found) for key, found in by_key.items()}, keyless=keyless)


@lru_cache(maxsize=1024)
def forms(person: Identity) -> tuple[Form, ...]:
    """Every form of one person, each once."""
    found: dict[tuple[str, str], Form] = {}
    for form in _all_forms(person):
        found.setdefault((form.kind, form.pattern.pattern), form)
    return tuple(found.values())


def _all_forms(person: Identity) -> Iterator[Form]:
    names = [name for name in person.names if "@" not in name]
    for name in names:
        for spelling in _spellings(name):
            yield from _name_forms(person.person, spelling)
    words = {word for name in names for word in WORD.findall(lowered(folded(name)))}
    addresses = [*person.addresses, *(name for name in person.names if "@" in name)]
    for address in addresses:
        yield from _address_forms(person.person, lowered(folded(address.strip())), words)
    for domain in person.domains:
        low = lowered(domain.strip().strip("."))
        yield _form(person.person, "domain", _longest(low), _LEFT + _dotted(low) + _RIGHT)


def _spellings(name: str) -> tuple[str, ...]:
    """The name without its marks (Müller as Muller), and spelled out (Mueller) where a language does so."""
    low = name.lower()
    for letter, spelled in _SPELLED_OUT:
        low = low.replace(letter, spelled)
    return tuple(dict.fromkeys((lowered(folded(name)), lowered(folded(low)))))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that name somebody: no titles, no initials, no "van der"; hyphens divide, apostrophes do not.

    >>> name_words("Dr. Anne-Marie O'Brien van der Berg, PhD")
    ('anne', 'marie', "o'brien", 'berg')
    """
    words = [word for word in re.split(r"[\s,.;\-_/()\"]+", lowered(folded(name))) if word.strip("'")]
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in LETTERS_AFTER:
        words = words[:-1]
    telling = tuple(word for word in words if word not in PARTICLES and (len(word) > 1 or _UNSPACED.search(word)))
    return telling or tuple(word for word in words if len(word) > 1)


def _name_forms(person: PersonId, name: str) -> Iterator[Form]:
    words = name_words(name)
    for word in words:
        if _UNSPACED.search(word):
            if len(word) > 1:
                yield _form(person, "name", "", re.escape(word))
            continue
        if "'" not in word:
            yield _form(person, "name", word, _whole(word), ordinary(word))
        else:  # O'Brien, O Brien, OBrien
            key = max(WORD.findall(word), key=len)
            yield _form(person, "name", key, _LEFT + word.replace("'", r"['\s]") + _RIGHT)
            joined = word.replace("'", "")
            yield _form(person, "name", joined, _whole(joined))
    joined = "".join(words).replace("'", "")
    if len(words) > 1:
        if any(_UNSPACED.search(word) for word in words):
            yield _form(person, "name", "", r"\s?".join(map(re.escape, words)))
        else:  # handles: "janesmith", "smithjane"
            for run_together in (joined, "".join(reversed(words)).replace("'", "")):
                yield _form(person, "name", run_together, _whole(run_together))


def ordinary(word: str) -> str:
    """How far the word can be trusted to be a name: see Form."""
    if word in CAPITALISED:
        return "capitalised"
    return "word" if word in WORDS or len(word) <= _SHORT else ""


def _address_forms(person: PersonId, address: str, name_parts: set[str]) -> Iterator[Form]:
    local, _, domain = address.rpartition("@")
    local = local.partition("+")[0]
    if not local or not domain:
        return
    tagged = _dotted(local) + r"(?:\+[\w.-]{0,64})?"
    yield _form(person, "address", _longest(local), _LEFT + tagged + _AT + _dotted(domain) + _RIGHT)
    letters = sum(letter.isalpha() for letter in local)
    if letters >= _USERNAME and local not in OFFICES | WORDS | CAPITALISED and local not in name_parts:
        yield _form(person, "username", _longest(local), _whole(local))


def _form(person: PersonId, kind: str, key: str, pattern: str, how_ordinary: str = "") -> Form:
    return Form(person=person, kind=kind, key=key, pattern=re.compile(pattern), ordinary=how_ordinary)


def _whole(word: str) -> str:
    """The word standing alone. The letters come first: `re` looks for a literal beginning ten times faster."""
    literal = re.escape(word)
    return rf"{literal}(?<![^\W_]{literal}){_RIGHT}"


def _dotted(text: str) -> str:
    return _DOT.join(re.escape(piece) for piece in text.split("."))


def _longest(text: str) -> str:
    words: list[str] = WORD.findall(text)
    return max(words, key=len, default="")
