"""The closed union of effects: all that a decision can do to the world is to write these rows, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.model.answer import Answer, Reading
from mailbot.model.form import FormSheet
from mailbot.model.ids import (
    AddressId,
    ConfirmationId,
    EnrolmentId,
    InboxId,
    MessageId,
    OutboxId,
    PairId,
    PersonId,
    PostId,
    RoundId,
    ThreadId,
    Token,
)
from mailbot.model.membership import (
    AcceptPair,
    AddAddress,
    ChangeAddress,
    ChangeMembership,
    ChangePair,
    CreateEnrolment,
    CreatePair,
    Enrol,
    UpdatePerson,
)
from mailbot.model.outbound import ClearedMessage, Hit
from mailbot.model.people import ConfirmationPurpose, MappedReference
from mailbot.model.withheld import ChangeReveal, NoteAway, NoteNamesExchanged, Recall, SettleWithheld, Withhold

__all__ = [
    "AcceptPair",
    "AddAddress",
    "AdvanceSchedule",
    "AppendPost",
    "AskBack",
    "ChangeAddress",
    "ChangeMembership",
    "ChangePair",
    "ChangeReveal",
    "CreateEnrolment",
    "CreatePair",
    "Disposition",
    "Effect",
    "Enrol",
    "HoldForReview",
    "InboxState",
    "Kind",
    "NoteAutomaticAnswer",
    "NoteAway",
    "NoteNamesExchanged",
    "PostponeSchedule",
    "Priority",
    "QueueMessage",
    "Recall",
    "RecordAnswers",
    "ReleaseHeld",
    "SettleConfirmation",
    "SettleWithheld",
    "StartThread",
    "SuppressAddress",
    "UpdatePerson",
    "Withhold",
]


class Priority(StrEnum):
    """Posts go before forms when a provider limits what we may send."""

    POST = "post"
    NOTICE = "notice"
    FORM = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueMessage:
    """Final bytes for the outbox. `event` names what caused it; (event, template, address) is unique."""

    outbox: OutboxId
    event: str  # "inbox:<id>", "round:<id>", "invite:<person>"...
    template: str
    message: ClearedMessage
    to_person: PersonId | None  # None: a stranger, a coordinator or an operator
    to_address_id: AddressId | None
    author: PersonId | None  # whose key seals it; None: nobody's words, the system key
    bounce_token: Token
    priority: Priority
    not_before: datetime
    round: RoundId | None = None  # a reply to this message belongs to this round
    thread: ThreadId | None = None  # ... or to this thread


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAnswers:
    """The answers of one reply; each becomes a new version, the older ones are kept."""

    round: RoundId
    author: PersonId
    inbox: InboxId
    answers: tuple[Answer, ...]
    unplaced: str
    complete: bool  # nothing missing, blank or unclear is left


@dataclass(frozen=True, slots=True, kw_only=True)
class StartThread:
    """A new conversation of a pair; the subject is words and is sealed under its author."""

    thread: ThreadId
    pair: PairId
    author: PersonId
    subject: str
    round: RoundId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendPost:
    """One message of a thread, as each side's client knows it."""

    post: PostId
    thread: ThreadId
    author: PersonId
    inbox: InboxId | None
    text: str
    reference: MappedReference


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceSchedule:
    """A form goes out: the round's row and the enrolment's next due time; UNIQUE(enrolment, occurrence)."""

    enrolment: EnrolmentId
    pair: PairId
    occurrence: int
    round: RoundId
    token: Token
    message_id: MessageId
    mentee: PersonId
    sheet: FormSheet
    sent_at: datetime
    next_due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeSchedule:
    """Nothing is sent now (paused, no confirmed address, a blackout): look again at that time."""

    enrolment: EnrolmentId
    occurrence: int
    next_due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressAddress:
    """A bounce: counted when temporary, the address suppressed when it is the second hard one."""

    outbox: OutboxId
    address_id: AddressId | None
    status: str
    permanent: bool
    suppress: bool
    tells: bool = False  # the coordinators are told with it that the address fails


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldForReview:
    """The message stays held until a person answers, or is refused after 30 days."""

    inbox: InboxId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBack:
    """A question to a person that a reply to a +c- address settles."""

    confirmation: ConfirmationId
    token: Token
    purpose: ConfirmationPurpose
    person: PersonId
    address_id: AddressId
    asked_at: datetime
    inbox: InboxId | None = None
    pair: PairId | None = None  # where the question is about one pair


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleConfirmation:
    """It was answered; with `remember`, its (person, address) needs no challenge for 180 days."""

    confirmation: ConfirmationId
    at: datetime
    remember: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseHeld:
    """A held message is read again, now believed (or refused).

    With `insist` its writer has said SEND: what was withheld goes as it is, and nothing else of it goes twice.
    """

    inbox: InboxId
    refuse: bool
    reason: str
    insist: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAutomaticAnswer:
    """One more automatic answer to an address today; the limit is counted over these."""

    address: str
    at: datetime


Effect = (
    QueueMessage
    | RecordAnswers
    | StartThread
    | AppendPost
    | AdvanceSchedule
    | PostponeSchedule
    | Enrol
    | UpdatePerson
    | AddAddress
    | ChangeAddress
    | CreatePair
    | AcceptPair
    | ChangePair
    | CreateEnrolment
    | ChangeMembership
    | SuppressAddress
    | HoldForReview
    | AskBack
    | SettleConfirmation
    | ReleaseHeld
    | NoteAutomaticAnswer
    | Withhold
    | SettleWithheld
    | Recall
    | ChangeReveal
    | NoteNamesExchanged
    | NoteAway
)


class InboxState(StrEnum):
    """received -> processed | held | refused | shunted; nothing else exists."""

    RECEIVED = "received"
    PROCESSED = "processed"
    HELD = "held"
    REFUSED = "refused"
    SHUNTED = "shunted"


class Kind(StrEnum):
    """What a message was taken for; `disposition` in `mailbot explain`."""

    FORM_REPLY = "form_reply"
    POST = "post"
    COMMAND = "command"
    BOUNCE = "bounce"
    AUTO_REPLY = "auto_reply"
    LOOP = "loop"
    STRANGER = "stranger"
    UNREADABLE = "unreadable"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition:
    """One decision: what the message is, why, where its row ends, and every row to write with it."""

    kind: Kind
    reason: str  # stable snake_case, listed in docs/reasons.md
    state: InboxState
    effects: tuple[Effect, ...] = ()
    author: PersonId | None = None  # whose key re-seals what is kept of the raw message
    reading: Reading | None = None  # a form reply's, for `mailbot explain`
    new_text: str = ""  # a post's, for `mailbot explain`
    withheld: tuple[Hit, ...] = ()  # what the egress gate found
