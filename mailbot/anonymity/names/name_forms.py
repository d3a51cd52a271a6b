"""Every way in which one name is written: each word of it, run together, shortened, with its letters damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from mailbot.anonymity.names.diminutives import OTHER_NAMES
from mailbot.anonymity.names.folding import folded, lowered
from mailbot.anonymity.names.forms import LEFT, RIGHT, UNSPACED, Form, longest
from mailbot.anonymity.names.name_parts import NameParts, parts
from mailbot.anonymity.names.ordinary import MONTHS, PLACES, WORDS
from mailbot.model.ids import PersonId

_SHORT = 2  # "Bo", "Li": as risky as an ordinary word
_RUN = 5  # letters from which on an initial and a name run together tell somebody
_SPELLED_OUT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa"), ("ñ", "ny"))
_SPELLED_BACK = re.compile(r"(?<=[^aeiou])([aou])e(?=[^aeiou])|aa")
_GAELIC = re.compile(r"(ma?c|fitz|saint|st)([a-z]{3,})")
_SAME = {"st": "saint", "saint": "st", "mc": "mac", "mac": "mc"}


def ordinary(word: str) -> str:
    """How far the word can be trusted to be a name: see Form."""
    if word in MONTHS:
        return "month"
    if word in PLACES:
        return "place"
    return "word" if word in WORDS or len(word) <= _SHORT else ""


def name_forms(person: PersonId, name: str) -> Iterator[Form]:
    """The forms of one name as written in the roster."""
    for spelling in spellings(name):
        yield from _forms_of(person, parts(spelling))
    yield from _damaged(person, name)


def spellings(name: str) -> tuple[str, ...]:
    """The name as it is, and spelled out (Mueller) where a language does so, or the other way round."""
    low = name.lower()
    for letter, spelled in _SPELLED_OUT:
        low = low.replace(letter, spelled)
    back = _SPELLED_BACK.sub(lambda pair: pair[1] or "a", folded(name.lower()))
    found = [name]
    found += [spelling for spelling in (low, back) if spelling != name.lower()]
    if not name.isascii():
        found.append(name.upper())  # Greek capitals are drawn like other letters than small ones are
    return tuple(dict.fromkeys(found))


def _forms_of(person: PersonId, found: NameParts) -> Iterator[Form]:
    initials = "".join(sorted(found.letters))
    given = found.words[:-1] or found.words
    for word in (*found.words, *found.nicknames):
        yield from _word_forms(person, word, initials)
    for word in given:
        for other in OTHER_NAMES.get(word, ()):
            yield replace(_plain(person, other, initials), single=True, guessed=True)
    for run in found.runs:
        yield _plain(person, run, initials)
    yield from _run_together(person, found)


def _plain(person: PersonId, word: str, initials: str = "") -> Form:
    return Form(person=person, kind="name", key=word, name=word, ordinary=ordinary(word), initials=initials)


def _patterned(person: PersonId, key: str, pattern: str, name: str) -> Form:
    return Form(person=person, kind="name", key=key, pattern=pattern, name=name)


def _word_forms(person: PersonId, word: str, initials: str) -> Iterator[Form]:
    if UNSPACED.search(word):
        if len(word) > 1:
            yield _patterned(person, "", re.escape(word), word)
        return
    if "'" in word:  # O'Brien, O Brien, OBrien
        pattern = LEFT + word.replace("'", r"(?:'|[\s-]{1,2})") + RIGHT
        key, word = longest(word), word.replace("'", "")
        yield _patterned(person, key, pattern, word)
    yield replace(_plain(person, word, initials), single=True)
    if ordinary(word):  # the Youngs' house
        pattern = f"{LEFT}{re.escape(word)}s(?=')"
        yield Form(person=person, kind="name", key=word + "s", pattern=pattern, ordinary="word", initials=initials)
    else:  # Janes Rat, the Smiths; but "marks" is a word
        yield _plain(person, word + "s", initials)
        if word[-1] in "sxz":
            yield _plain(person, word + "es", initials)
    if joined := _GAELIC.fullmatch(word):  # McDonald, Mac Donald
        before, rest = joined.groups()
        other = _SAME.get(before, before)
        yield _plain(person, other + rest, initials)
        yield _patterned(person, rest, rf"{LEFT}(?:{before}|{other})\.?[\s'-]{{1,2}}{rest}{RIGHT}", word)


def _run_together(person: PersonId, found: NameParts) -> Iterator[Form]:
    """Handles: "janesmith", "smithjane", "jsmith", "smithj"; never what is a word, like "train" or "along"."""
    words = [word.replace("'", "") for word in found.words]
    if len(words) < 2:  # noqa: PLR2004 (a pair)
        return
    if any(UNSPACED.search(word) for word in words):
        yield _patterned(person, "", r"\s?".join(map(re.escape, words)), "".join(words))
        return
    runs = {"".join(words), "".join(reversed(words))}
    runs |= {first + second for first, second in permutations(words, 2)}
    *given, family = words
    runs |= {run for last in found.runs for first in given for run in (first + last, last + first, first[0] + last)}
    letters = {"".join(word[0] for word in given), given[0][0]}
    runs |= {run for start in letters for run in (start + family, family + start)}
    if not ordinary(given[0]):
        runs.add(given[0] + family[0])
    if len("".join(words)) < _RUN:  # JoLi
        yield replace(_plain(person, "".join(words)), ordinary="word")
    for run in sorted(runs):
        if len(run) >= _RUN and not ordinary(run):
            yield _plain(person, run)


def _damaged(person: PersonId, name: str) -> Iterator[Form]:
    """The marked letters of a name as a wrong character set shows them: MÃ¼ller, M?ller, M\ufffdller."""
    for word in re.split(r"[\s,;()-]+", name):
        if word.isascii() or UNSPACED.search(word):
            continue
        for charset in ("latin-1", "cp1252"):
            shown = lowered(folded(word.lower().encode().decode(charset, "replace")))
            yield from _keyed(person, re.escape(shown), shown)
        unknown = "".join(letter if letter.isascii() else "\ufffd" for letter in word.lower())
        yield from _keyed(person, re.escape(unknown).replace("\ufffd", r"[?\ufffd]{1,2}"), unknown)


def _keyed(person: PersonId, pattern: str, shown: str) -> Iterator[Form]:
    key = longest(shown)
    if len(key) > 1:
        yield _patterned(person, key, LEFT + pattern + RIGHT, "")
