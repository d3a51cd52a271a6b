"""Words that wait for their writer, messages that have not left yet, and names that both want to exchange.

A message whose words may not pass as they are is held (`HoldForReview`) and named here; nothing here holds a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mailbot.model.ids import InboxId, MessageId, OutboxId, PairId, PersonId, RoundId, ThreadId
from mailbot.model.programme import Role

POST_PLACE = "post"  # the place of a post's words; a form's places are question ids, and UNPLACED
UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withhold:
    """Some of a message's words wait for their writer. Made again for the same message, it replaces the first."""

    inbox: InboxId
    person: PersonId
    pair: PairId
    round: RoundId | None  # None: a post
    places: tuple[str, ...]  # question ids, "unplaced", "post"
    patient: bool  # a patient may be in them: the original is destroyed in the end
    firm: bool  # SEND does not release them
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleWithheld:
    """They were corrected, or nobody answered; the held row ends with it ("sent" is ReleaseHeld with `insist`).

    corrected -> the row is processed; expired -> the row is refused. With `destroy_at`, the raw message and its copy in
    the mailbox are destroyed then.
    """

    inbox: InboxId
    outcome: str  # "corrected" | "expired"; the reason of the row becomes "withheld_<outcome>"
    at: datetime
    destroy_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One held message of this writer in this conversation or round that waits for them."""

    inbox: InboxId
    pair: PairId
    round: RoundId | None
    places: tuple[str, ...]
    patient: bool
    firm: bool
    asked_at: datetime
    answered: bool = False  # the message in hand answers our very question about this one


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """A message of this writer's words in this conversation that is queued and has not left yet."""

    outbox: OutboxId
    message_id: MessageId
    thread: ThreadId
    not_before: datetime
    answers: bool = False  # those of a form, which are struck with it; else a post


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """A queued post, or the answers of one reply, never leave and are kept nowhere.

    StoreConflict when the message has left meanwhile.
    """

    outbox: OutboxId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReveal:
    """One side of a pair has confirmed that names may be exchanged, or has taken it back."""

    pair: PairId
    role: Role
    agreed: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteNamesExchanged:
    """The names of that pair were exchanged; it happens once."""

    pair: PairId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAway:
    """A person's mail program said that they are away."""

    person: PersonId
    at: datetime
