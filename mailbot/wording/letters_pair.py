"""Letters about a pair's own wishes: a post taken back, names exchanged or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mailbot.model.programme import Role
from mailbot.wording.letter import Letter
from mailbot.wording.parts import About


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled(Letter):
    """Follows RECALL: the last post was taken back, or had left already."""

    template: ClassVar[str] = "recalled"
    about: About
    partner: str
    found: bool
    more: int = 0  # other posts that have not left either
    answers: bool = False  # it was a form's answers, which are struck with it


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealQuestion(Letter):
    """Follows REVEAL: shall the names really be exchanged? YES or NO."""

    template: ClassVar[str] = "reveal_question"
    about: About
    partner: str
    name: str  # the reader's own, as the other side would be told it


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealOffered(Letter):
    """To the other side: the partner would like to exchange names. Nothing need be done."""

    template: ClassVar[str] = "reveal_offered"
    about: About
    partner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealStanding(Letter):
    """Where it stands, to somebody who sent REVEAL, STOP REVEAL, YES or NO."""

    template: ClassVar[str] = "reveal_standing"
    about: About
    partner: str
    standing: str  # "waiting", "refused", "stopped", "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names(Letter):
    """Both have said yes: this is who the other is. Sent once."""

    template: ClassVar[str] = "names"
    about: About
    partner: str
    role: Role  # the reader's
    name: str  # the other's
