"""The subject that a person typed: words like any other, without the marks of mail programs, and not our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from mailbot.model.programme import Role
from mailbot.wording.letters import About, HeldPost, LeftOut, Letter, NotSent, Paired, StillWaiting
from mailbot.wording.render import Wording

# Reply and forward marks by language: English, German, French, Nordic, Spanish, Italian, Dutch, Polish, Turkish.
_MARKS = frozenset("re aw sv vs antw fw fwd wg tr rif rv enc res odp ynt ilt i r ref vb doorst".split())  # noqa: SIM905
MAX_CHARACTERS = 120
_SOME_DAY = date(2000, 1, 1)


def typed_subject(subject: str) -> str:
    """The words of a subject line without "Re:", "[EXTERNAL]" and the like; "" if nothing is left."""
    rest = " ".join(subject.split())
    while True:
        head, colon, tail = rest.partition(":")
        if colon and head.strip().rstrip("0123456789[]()").casefold() in _MARKS:
            rest = tail.strip()
        elif rest.startswith("[") and "]" in rest[:40]:
            rest = rest[rest.index("]") + 1 :].strip()
        else:
            return rest


@lru_cache(maxsize=512)
def our_subjects(wording: Wording, about: About, role: Role, word: str, partner: str, language: str) -> frozenset[str]:
    """The subjects of our own letters that begin no conversation, as they stand in an answer to one of them."""
    letters: list[Letter] = [
        Paired(about=about, role=role, word=word),
        HeldPost(about=about, partner=partner, findings=(), until_on=_SOME_DAY),
        *(NotSent(about=about, partner=partner, waiting=waiting) for waiting in (True, False)),
        NotSent(about=about, partner=partner, unclear=True),
        LeftOut(about=about, partner=partner, insisted=True),
    ]
    waiting = StillWaiting(about=about, partner=partner, written_on=_SOME_DAY, until_on=_SOME_DAY)
    letters += [replace(waiting, over=over, patient=patient) for over in (True, False) for patient in (True, False)]
    return frozenset(typed_subject(wording.words(letter, language).subject) for letter in letters)
