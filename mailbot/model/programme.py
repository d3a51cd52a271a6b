"""A programme as its coordinator wrote it in schedules/NAME.toml; every default is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from mailbot.model.form import Question
from mailbot.model.ids import ParticipantId, ProgrammeName


class Role(StrEnum):
    """Which side of a pair a person is on."""

    MENTEE = "mentee"
    MENTOR = "mentor"

    @property
    def other(self) -> Role:
        """The opposite side."""
        return Role.MENTOR if self is Role.MENTEE else Role.MENTEE


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A calendar distance: months (a year is twelve) and days; "2 months", "28 days", "1 week"."""

    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Blackout:
    """Local dates on which nothing scheduled is sent, both ends included."""

    first_on: date
    last_on: date
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """When forms are due. `anchor_on` None means each person's own start."""

    every: Period
    anchor_on: date | None
    at: time
    weekdays: frozenset[int]  # 0 is Monday
    roll_forward: bool
    holidays: str  # a calendar of the `holidays` library, "" for none
    blackouts: tuple[Blackout, ...]
    close_after: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorRules:
    """How mentors are nudged and what must be true before a pair starts."""

    nudge_after: tuple[timedelta, ...]
    tell_mentee_after: timedelta | None
    quiet_hours: tuple[time, time] | None
    require_training: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayRules:
    """What the relay does with identifiers and attachments, and when it lets a post go."""

    identifiers: str  # "hold" | "mask" | "allow"
    attachments: frozenset[str]
    release: str  # "now" | "quarter"
    jitter: timedelta = timedelta(0)  # at most so much is added, at random


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """The three fields without which a programme does not start."""

    controller: str
    lawful_basis: str
    special_category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to turn to, shown in footers and in HELP."""

    name: str
    what: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRow:
    """One line of the roster, checked and normalised; `line` counts from 1 for messages to the coordinator."""

    line: int
    id: ParticipantId
    role: Role
    name: str
    email: str  # domain in lower case
    mentor: ParticipantId | None = None
    also_known_as: tuple[str, ...] = ()
    supervisor: str = ""
    site: str = ""
    grade: str = ""
    timezone: str = ""
    language: str = ""
    start_on: date | None = None
    trained_on: date | None = None
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One programme with its questionnaire and its roster."""

    id: ProgrammeName
    title: str
    timezone: str
    language: str
    coordinators: tuple[str, ...]
    roster_file: str
    anonymity: str  # "alias" | "named"
    joining: str  # "invite" | "recorded"
    privacy: Privacy
    cadence: Cadence
    reminders_after: tuple[timedelta, ...]
    mentor_rules: MentorRules
    relay: RelayRules
    contacts: tuple[Contact, ...]
    questions: tuple[Question, ...]
    people: tuple[RosterRow, ...] = ()
