"""Letters about joining, pausing and leaving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from mailbot.model.programme import Privacy, Role
from mailbot.wording.letter import Letter
from mailbot.wording.parts import About


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Letter):
    """Asks a person of the roster whether they want to take part; ACCEPT or DECLINE."""

    template: ClassVar[str] = "invitation"
    about: About
    role: Role
    privacy: Privacy
    every: str = "every two months"  # dates.every(cadence.every)

    @property
    def role_of_other(self) -> str:
        """Whom the reader would be paired with: "mentor" or "mentee"."""
        return self.role.other.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome(Letter):
    """Follows ACCEPT: what happens next."""

    template: ClassVar[str] = "welcome"
    about: About
    role: Role
    first_form_on: date | None = None  # for a mentee, where it is known


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOffer(Letter):
    """Another mentor (or mentee) is proposed to somebody who has joined already; ACCEPT or DECLINE."""

    template: ClassVar[str] = "pair_offer"
    about: About
    role: Role  # of the reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired(Letter):
    """The pair is live: to each side, from the address that it writes to from now on."""

    template: ClassVar[str] = "paired"
    about: About
    role: Role  # of the reader
    word: str  # "Heron"
    first_form_on: date | None = None
    name: str = ""  # of the other side, where the programme tells it


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(Letter):
    """Follows DECLINE."""

    template: ClassVar[str] = "declined"
    about: About


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped(Letter):
    """Follows STOP, at once; RESUME undoes it."""

    template: ClassVar[str] = "stopped"
    about: About


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Letter):
    """Follows PAUSE; until a date, or until RESUME."""

    template: ClassVar[str] = "paused"
    about: About
    role: Role
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Letter):
    """Follows RESUME."""

    template: ClassVar[str] = "resumed"
    about: About
    role: Role
    next_form_on: date | None = None


class Standing(StrEnum):
    """What a repeated word finds already true."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    STOPPED = "stopped"
    PAUSED = "paused"
    ACTIVE = "active"
    CONFIRMED = "confirmed"
    SETTLED = "settled"  # the question was answered before, or has lapsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Already(Letter):
    """A command that changes nothing, since it was carried out before."""

    template: ClassVar[str] = "already"
    about: About
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftNotice(Letter):
    """Tells the other side that the pair has ended; the same bytes whoever asked, and why is not said."""

    template: ClassVar[str] = "left_notice"
    about: About
    partner: str  # "Your mentor", "Your mentee Heron"
