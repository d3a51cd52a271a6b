"""Effects on people, addresses, pairs and their places in the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mailbot.model.ids import AddressId, EnrolmentId, PairId, PersonId, ProgrammeName, Token
from mailbot.model.people import AddressState, PairState, PersonState
from mailbot.model.programme import Role, RosterRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrol:
    """A person new to the roster, with the address that the roster gives them."""

    person: PersonId
    address: AddressId
    programme: ProgrammeName
    row: RosterRow
    state: PersonState
    address_state: AddressState


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatePerson:
    """What a roster edit changes about a person at once: name, nicknames, zone, language."""

    person: PersonId
    row: RosterRow


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAddress:
    """A changed address in the roster: it receives nothing and speaks for nobody until confirmed from it."""

    person: PersonId
    address_id: AddressId
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAddress:
    """An address becomes confirmed (the person's others retire), suppressed or retired."""

    address_id: AddressId
    state: AddressState
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePair:
    """A mentee, a mentor, a word, and the two tokens that never rotate."""

    pair: PairId
    programme: ProgrammeName
    mentee: PersonId
    mentor: PersonId
    word: str
    mentee_token: Token
    mentor_token: Token
    state: PairState
    accepted: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptPair:
    """One side has said ACCEPT to this pair; it goes live by a ChangePair when both have."""

    pair: PairId
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePair:
    """A pair goes live or is closed."""

    pair: PairId
    state: PairState
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateEnrolment:
    """A mentee's place in a programme's calendar; UNIQUE(mentee)."""

    enrolment: EnrolmentId
    mentee: PersonId
    programme: ProgrammeName
    anchor_at: datetime
    first_occurrence: int
    next_due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMembership:
    """A person joins, declines, pauses, resumes or leaves."""

    person: PersonId
    state: PersonState
    at: datetime
