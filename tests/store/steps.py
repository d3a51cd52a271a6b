"""One step of a message's life each, in words."""

from __future__ import annotations

from datetime import datetime

from mailbot.model import effect as e
from mailbot.model.effect import Disposition, InboxState, Kind
from mailbot.model.ids import InboxId, PersonId
from mailbot.store.store import Unit
from tests.store.cast import NOON, RAW


def take(
    unit: Unit,
    inbox: str = "in-1",
    raw: bytes = RAW,
    *,
    recipients: tuple[str, ...] = ("mentoring@example.org",),
    at: datetime = NOON,
    account: str | None = None,
    uidvalidity: int = 1,
    uid: int | None = None,
) -> bool:
    """A message comes in, over LMTP or, with an account, over IMAP."""
    return unit.take_in(
        inbox=InboxId(inbox),
        raw=raw,
        envelope_sender=None if account else "amelia@trust.example",
        recipients=() if account else recipients,
        received_at=at,
        source="imap" if account else "lmtp",
        account=account,
        uidvalidity=uidvalidity if account else None,
        uid=uid,
    )


def decided(
    *effects: e.Effect,
    state: InboxState = InboxState.PROCESSED,
    author: str | None = None,
    reason: str = "answers_complete",
) -> Disposition:
    """A decision with those effects."""
    return Disposition(
        kind=Kind.FORM_REPLY,
        reason=reason,
        state=state,
        effects=effects,
        author=PersonId(author) if author else None,
    )
