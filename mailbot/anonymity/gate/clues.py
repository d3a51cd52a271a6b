"""One thing that would give a person away, and how strictly it is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from mailbot.anonymity.gate.plain_words import CAPITALISED, WORDS
from mailbot.model.ids import PersonId

WORD = re.compile(r"[^\W_]+")
_SHORT = 2  # "Bo", "Li": no surer than a word


class Grade(StrEnum):
    """How far the words themselves prove that the person is meant."""

    SURE = "sure"  # wherever they stand
    WORD = "word"  # where a name would stand
    CAPITALISED = "capitalised"  # beside another name, in a greeting, in a sign-off
    PAIR = "pair"  # two words of one name in their order: with capitals, or where neither is a very common word
    BESIDE = "beside"  # two words of a person's names in any order: with capitals
    INITIAL = "initial"  # an initial beside such a word
    GLUED = "glued"  # in a web address only


class Gap(StrEnum):
    """What may stand between the words."""

    NAME = "name"  # "Smith, Jane", a name over two lines
    INITIAL = "initial"  # "J. Smith"
    TIGHT = "tight"  # handles: "jane_smith"
    SPELLED = "spelled"  # "jane (at) example dot org"
    OWN = "own"  # our own words, which a line may break


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """`letters` are its words run together; it begins with one of `starts`.

    Any text that holds it holds one of `needs`, all of its words.
    """

    person: PersonId
    kind: str  # "name", "address", "username", "domain"
    letters: str
    gap: Gap
    grade: Grade
    starts: frozenset[str]
    needs: tuple[frozenset[str], ...]


def clue(
    person: PersonId, kind: str, words: tuple[str, ...], gap: Gap, grade: Grade = Grade.SURE, *, joined: bool = True
) -> Clue:
    """The clue of these words; `joined` also finds them run together."""
    letters = "".join(words)
    together = (frozenset({letters}),) if joined else ()
    return Clue(
        person=person,
        kind=kind,
        letters=letters,
        gap=gap,
        grade=grade,
        starts=frozenset({words[0], letters} if joined else {words[0]}),
        needs=tuple(dict.fromkeys((*together, frozenset(words)))),
    )


def grade_of(word: str) -> Grade:
    """How far one word of a name can be trusted to be that name."""
    if word in CAPITALISED:
        return Grade.CAPITALISED
    return Grade.WORD if word in WORDS or len(word) <= _SHORT else Grade.SURE
