"""Letters of the service itself: help, what could not be read, and reports in counts to those who run it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mailbot.errors import Fault
from mailbot.model.programme import Role
from mailbot.wording.letter import Letter
from mailbot.wording.parts import About, Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Help(Letter):
    """Follows HELP from a person of the programme."""

    template: ClassVar[str] = "help"
    about: About
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class DidYouMean(Letter):
    """A line that is nearly a command; nothing was done."""

    template: ClassVar[str] = "did_you_mean"
    about: About
    nearest: str  # "PAUSE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable(Letter):
    """To the writer: what arrived cannot be read, and how to send it so that it can."""

    template: ClassVar[str] = "unreadable"
    about: About
    why: str  # InboundMessage.unreadable: "smime", "pgp", "tnef", "secure_portal" ...; "attachment"; "empty"
    what: str = ""  # of an attachment: "word", "pdf", "picture" ...
    name: str = ""  # what its writer called it
    others: int = 0  # further files


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinatorFaults(Letter):
    """To the coordinators: the edited files have faults, the last good version stays in force."""

    template: ClassVar[str] = "coordinator_faults"
    about: About
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressFailing(Letter):
    """To the coordinators: mail to somebody of the roster comes back."""

    template: ClassVar[str] = "address_failing"
    about: About
    participant: str  # the roster's id


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorTrouble(Letter):
    """To the operators: counts and ids, never a word or an address."""

    template: ClassVar[str] = "operator_trouble"
    counts: tuple[Count, ...]
    ids: tuple[str, ...] = ()
