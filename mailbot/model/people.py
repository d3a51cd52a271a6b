"""People, pairs and rounds as the decisions see them: opened for one transaction, never kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.model.answer import Answer
from mailbot.model.form import FormSheet
from mailbot.model.ids import (
    AddressId,
    ConfirmationId,
    EnrolmentId,
    InboxId,
    MessageId,
    OutboxId,
    PairId,
    ParticipantId,
    PersonId,
    ProgrammeName,
    RoundId,
    ThreadId,
    Token,
)
from mailbot.model.outbound import Identity
from mailbot.model.programme import Role


class PersonState(StrEnum):
    """invited -> active or declined; active <-> paused; any -> left."""

    INVITED = "invited"
    DECLINED = "declined"
    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"


class AddressState(StrEnum):
    """An address receives words and speaks for its person only while confirmed."""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    SUPPRESSED = "suppressed"  # two hard bounces
    RETIRED = "retired"


class PairState(StrEnum):
    """A pair is live when both have joined."""

    PROPOSED = "proposed"
    LIVE = "live"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One person in one programme. `address` is the confirmed one that words go to, None while there is none."""

    id: PersonId
    programme: ProgrammeName
    participant: ParticipantId
    role: Role
    state: PersonState
    name: str
    address: str | None
    address_id: AddressId | None
    invite_address: str  # where an invitation or a confirmation goes while nothing is confirmed
    invite_address_id: AddressId
    identity: Identity
    timezone: str
    language: str
    second_addresses: tuple[str, ...] = ()  # listed beside the name, in lower case: they may speak, and receive nothing

    @property
    def may_receive(self) -> bool:
        """Whether words of other people may be sent to them now."""
        return self.address is not None and self.state in (PersonState.ACTIVE, PersonState.PAUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A mentee and their mentor; each writes to the other at the proxy address that carries their own token."""

    id: PairId
    programme: ProgrammeName
    state: PairState
    word: str  # "Heron": what the mentor calls the mentee
    mentee: Participant
    mentor: Participant
    mentee_token: Token  # in the address that the mentee writes to
    mentor_token: Token
    others: tuple[Identity, ...] = ()  # everybody else in the pairs of either
    accepted: frozenset[Role] = frozenset()  # who has said ACCEPT to this very pair
    reveal: frozenset[Role] = frozenset()  # who has confirmed that names may be exchanged
    revealed: bool = False  # the names were exchanged

    def side(self, role: Role) -> Participant:
        """The person on that side."""
        return self.mentee if role is Role.MENTEE else self.mentor

    def token(self, role: Role) -> Token:
        """The token in the proxy address that the person on that side writes to."""
        return self.mentee_token if role is Role.MENTEE else self.mentor_token


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One form that was sent: occurrence k is round k + 1."""

    id: RoundId
    enrolment: EnrolmentId
    occurrence: int
    token: Token
    sheet: FormSheet
    message_id: MessageId
    sent_at: datetime
    answers: tuple[Answer, ...] = ()  # the current ones, empty before the first reply
    previous: tuple[Answer, ...] = ()  # the current ones of the round before
    thread: ThreadId | None = None  # the mentor's packet thread, once a packet went out
    packet_message_id: MessageId | None = None

    @property
    def number(self) -> int:
        """Counted from 1, as people see it."""
        return self.occurrence + 1


class ConfirmationPurpose(StrEnum):
    """What a reply to a +c- address decides."""

    JOIN = "join"  # the invitation: ACCEPT or DECLINE
    RELEASE = "release"  # a held message: did you write it?
    ADDRESS = "address"  # a new address: is it yours?
    REVEAL = "reveal"  # shall names be exchanged?


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A question that waits for a person's answer at a +c- address."""

    id: ConfirmationId
    token: Token
    purpose: ConfirmationPurpose
    person: PersonId
    address: str  # only from here is the answer believed
    address_id: AddressId
    asked_at: datetime
    open: bool
    inbox: InboxId | None = None
    pair: PairId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedReference:
    """One message as each side's client knows it; None where that side never saw it."""

    mentee_side: MessageId | None
    mentor_side: MessageId | None

    def known_to(self, role: Role) -> MessageId | None:
        """The id in that side's mailbox."""
        return self.mentee_side if role is Role.MENTEE else self.mentor_side


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One conversation of a pair, oldest reference first."""

    id: ThreadId
    pair: PairId
    subject: str
    references: tuple[MappedReference, ...] = ()
    round: RoundId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentCopy:
    """What is kept of a message that we sent, for a bounce that comes back."""

    outbox: OutboxId
    template: str
    person: PersonId | None
    address_id: AddressId | None
    hard_bounces: int  # of that address in the last 180 days, before this one; each message counts once
    soft_bounces: int = 0  # the same of the last 30 days
    noted: str = ""  # the status of an earlier bounce of this very message
    suppressed: bool = False  # nothing is sent to that address any more
    told_at: datetime | None = None  # when its coordinators heard last that it fails
    programme: ProgrammeName | None = None
    participant: ParticipantId | None = None
    pair: Pair | None = None  # whose conversation or round it belongs to
