"""What the store opens for one decision, and what the daemon lends to all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mailbot.model.ids import EnrolmentId, InboxId, MessageId, ProgrammeName, RoundId, Token
from mailbot.model.limits import Limits
from mailbot.model.people import Confirmation, Pair, Participant, Round, SentCopy, Thread
from mailbot.model.programme import Programme, Role
from mailbot.model.withheld import Unsent, Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The daemon's own addresses and the settings that decisions depend on."""

    address: str  # the one mailbox
    address_style: str  # "plus" | "catchall"
    relay_domain: str  # where proxy addresses live
    from_style: str  # "proxy" | "reply_to"
    bounce_style: str  # "verp" | "message_id"
    without_verdict: str  # "challenge" | "accept"
    loop_key: str  # our own X-Loop mark
    operators: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What a message says about where it belongs, in the order in which it is believed."""

    tokens: tuple[tuple[str, Token], ...]  # (kind, token): "t", "f", "b", "c"
    message_ids: tuple[MessageId, ...]  # In-Reply-To first, then References, newest first
    reference: str  # the spare key at the foot of a form, "" if none was found
    returned_ids: tuple[MessageId, ...] = ()  # Message-IDs inside a returned message
    writer: str = ""  # the From address, in lower case


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTarget:
    """A reply to a form; `by` says which clue led here: "token", "message_id", "reference"."""

    pair: Pair
    round: Round
    by: str
    answered_raw: bytes = b""  # our receipt or reminder that is answered, while its bytes are kept; b"" for the form


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadTarget:
    """A post of one side of a pair; `thread` is None when it starts a new one."""

    pair: Pair
    side: Role  # who writes to this address
    thread: Thread | None
    by: str
    parent: str = ""  # the text of our message that is being answered, where we still have it
    answered_raw: bytes = field(default=b"", repr=False)  # our own letter that is answered, while its bytes are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class BounceTarget:
    """A delivery report about a message that we sent."""

    copy: SentCopy
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmTarget:
    """An answer to a confirmation."""

    confirmation: Confirmation
    person: Participant
    pair: Pair | None
    by: str


Target = FormTarget | ThreadTarget | BounceTarget | ConfirmTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundContext:
    """All that the store knows about one message that came in."""

    inbox: InboxId
    received_at: datetime
    target: Target | None
    unknown_token: bool  # a token of ours in shape, but nobody's
    writers: tuple[Participant, ...]  # everybody registered under the From address, confirmed or not
    confirmed_writers: frozenset[str]  # ids of those for whom that very address is confirmed
    challenged: bool  # this person and address confirmed by reply within 180 days
    released: bool  # the registered person has said that this very message is theirs
    duplicate_of: InboxId | None  # same Message-ID and same bytes, taken in before
    automatic_answers: int  # sent to this address in the last 24 hours
    pairs: tuple[Pair, ...] = ()  # proposed and live pairs of the writers, or of the person that a confirmation asks
    insisted: bool = False  # its writer has said SEND about this very message
    waiting: tuple[Waiting, ...] = ()  # held words of the target's writer in this conversation or round, newest first
    unsent: tuple[Unsent, ...] = ()  # posts of the target's writer in this pair that can be recalled, newest first
    from_writer_last_hour: int = 0  # messages from this address, this one left out
    posts_last_day: int = 0  # relayed for this address
    unknown_tokens_last_hour: int = 0  # of this address: guesses
    asked_last_day: int = 0  # questions to the person whose word counts here, about messages that were not believed
    believed_last_hour: int = 0  # of those from_writer_last_hour, the ones that we believed
    recent_words: tuple[str, ...] = ()  # posts of the target's writer in this pair within the hour, newest first
    told_limit: bool = False  # this address has heard of a limit in the last 24 hours


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchContext:
    """One enrolment that is due: its pair, its next occurrence, what was answered last time."""

    enrolment: EnrolmentId
    occurrence: int
    due_at: datetime
    anchor_at: datetime
    programme: ProgrammeName
    pair: Pair
    previous_round: RoundId | None
    previous_thread: Thread | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every programme of one good load of the schedules; replaced whole on reload."""

    programmes: Mapping[ProgrammeName, Programme]

    def __getitem__(self, name: ProgrammeName) -> Programme:
        return self.programmes[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryState:
    """Where a queued message stands: attempts made so far, and when it was first tried."""

    attempts: int
    queued_at: datetime


FORGET_CHALLENGE_AFTER = timedelta(days=180)
