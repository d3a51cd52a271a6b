"""A name as written in the roster taken apart: the words that name somebody, without titles and letters after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mailbot.anonymity.names.folding import folded, lowered
from mailbot.anonymity.names.forms import UNSPACED
from mailbot.anonymity.names.ordinary import LETTERS_AFTER, PARTICLES

# "Don", "Lady" or "Major" may be a given name; these are none.
_SURE_TITLES_WORDS = """
dr drs mr mrs ms miss mx prof profs professor sir doctor doktor herr herrn frau hr mme mlle monsieur madame sig sra
sr srta dra profa rev reverend dipl
"""
_SURE_TITLES = frozenset(_SURE_TITLES_WORDS.split())
# "Van", "Ben", "Do" or "Mac" may be a whole name; these are none.
_NEVER_NAMES_WORDS = """
de der von vom den del della delle of the and und y e i zu zur zum af av nee ne geb born a/l a/p s/o d/o
"""
_NEVER_NAMES = frozenset(_NEVER_NAMES_WORDS.split())
_GAELIC = frozenset({"o", "d", "mc", "mac", "ni", "nic"})  # Ó Briain, written OBriain too
_SURE_LETTERS = 3
_APART = re.compile(r"[\s,.;_/()\"\[\]]+")
_NICKNAME = re.compile(r"[(\"\[]([^)\"\]]{1,60})[)\"\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """The words in their usual order, given names first."""

    words: tuple[str, ...]  # "anne", "marie", "o'brien", "berg"
    nicknames: tuple[str, ...]  # what stood in brackets or quotes
    runs: tuple[str, ...]  # what is written as one word too: "vanderberg", "alhassan", "annemarie"
    initials: frozenset[str]  # "js", "jas"; of one letter "j"
    letters: frozenset[str]  # the first letter of each word


@lru_cache(maxsize=4096)
def parts(name: str) -> NameParts:
    """The parts of one name.

    >>> parts("Dr. O'Brien van der Berg, Anne-Marie, PhD").words
    ('anne', 'marie', "o'brien", 'berg')
    """
    name = folded(name)
    aside = [word for found in _NICKNAME.findall(name) for word in _split(lowered(found))]
    nicknames = tuple(word for word in aside if len(word) > 1 and word not in LETTERS_AFTER | PARTICLES)
    tokens = [lowered(token) for token in _in_order(_NICKNAME.sub(" ", name))] or list(nicknames)
    named = [
        token
        for at, token in enumerate(tokens)
        if token not in PARTICLES or (token not in _NEVER_NAMES and at in (0, len(tokens) - 1))
    ] or tokens
    words = [word for token in named for word in _halves(token) if _names_somebody(word)]
    return NameParts(
        words=tuple(words or [token for token in tokens if len(token) > 1]),
        nicknames=nicknames,
        runs=tuple(_runs(tokens)),
        initials=_initials(named, tokens),
        letters=frozenset(word[0] for token in named for word in token.split("-") if word[:1].isalpha()),
    )


def _split(text: str) -> list[str]:
    return [token for token in (word.strip("'-") for word in _APART.split(text)) if token]


def _halves(token: str) -> list[str]:
    """The halves of a double name; of "al-Hassan" the name."""
    halves = token.split("-")
    return [half for half in halves if half not in PARTICLES] if len(halves) > 1 else halves


def _names_somebody(word: str) -> bool:
    return bool(word.strip("'")) and (len(word) > 1 or UNSPACED.search(word) is not None)


def _in_order(name: str) -> list[str]:
    """The tokens, case kept: no titles, no letters after it, and "Smith, Jane" turned round."""
    shouted = name.isupper()
    clauses = [
        kept
        for clause in name.split(",")
        if (kept := _without_letters(_without_titles(_split(clause)), shouted=shouted))
    ]
    turned = [*clauses[1:2], *clauses[:1], *clauses[2:]]
    return [token for clause in turned for token in clause]


def _without_titles(tokens: list[str]) -> list[str]:
    while tokens and lowered(tokens[0]) in _SURE_TITLES and tokens[1:]:
        tokens = tokens[1:]
    return tokens


def _without_letters(tokens: list[str], *, shouted: bool) -> list[str]:
    """The name without the letters after it, written as such: "Ma" and "Do" may be family names."""
    while tokens and lowered(tokens[-1]) in LETTERS_AFTER:
        capitals = sum(letter.isupper() for letter in tokens[-1])
        if len(tokens[-1]) < _SURE_LETTERS and (shouted or capitals < len(tokens[-1])):
            break
        tokens = tokens[:-1]
    return tokens


def _runs(tokens: list[str]) -> list[str]:
    """Neighbours that are written as one word: a particle and its name, the halves of a double or two-syllable one."""
    runs: list[str] = []
    for at, token in enumerate(tokens):
        if "-" in token:
            runs.append(token.replace("-", "").replace("'", ""))
        if token in PARTICLES or token in _GAELIC:
            rest = tokens[at:]
            length = next((n for n, word in enumerate(rest) if n and word not in PARTICLES), 0)
            if length:
                runs.append("".join(rest[: length + 1]).replace("-", "").replace("'", ""))
    runs += [a + b for a, b in pairwise(tokens) if min(len(a), len(b)) > 1 and "-" not in a + b and "'" not in a + b]
    return [run for run in dict.fromkeys(runs) if not UNSPACED.search(run)]


def _initials(named: list[str], tokens: list[str]) -> frozenset[str]:
    """How the person may sign: "JS", "JAS", "SJ", "LvdB", "J"."""
    first = [token[0] for token in named if token[:1].isalpha()]
    halves = [word[0] for token in named for word in token.split("-") if word[:1].isalpha()]
    every = [token[0] for token in tokens if token[:1].isalpha()]
    if not first:
        return frozenset()
    if len(every) == 1:
        return frozenset(halves[:1])
    return frozenset(
        {first[0], "".join(first), "".join(halves), "".join(every), first[0] + first[-1], first[-1] + first[0]}
    )
