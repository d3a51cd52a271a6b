"""Messages that wait for a person: held, and released or refused later."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update

from mailbot.model.effect import HoldForReview, InboxState, ReleaseHeld
from mailbot.store.tables import INBOX
from mailbot.store.withholding import released_withheld
from mailbot.store.work import Work

READ_AGAIN = {
    "state": InboxState.RECEIVED.value,
    "kind": "",
    "reason": "",
    "error_id": "",
    "attempts": 0,
    "taken_by": "",
    "settled_at": None,
}


def hold(work: Work, effect: HoldForReview, *, now: datetime) -> None:
    """The message waits until somebody answers."""
    work.connection.execute(
        update(INBOX)
        .where(INBOX.c.id == effect.inbox)
        .values(state=InboxState.HELD.value, reason=effect.reason, settled_at=now)
    )


def release(work: Work, effect: ReleaseHeld, *, now: datetime) -> None:
    """A held message is read again, believed this time, or refused; one that is not held any more stays as it is."""
    values: dict[str, object] = (
        {"state": InboxState.REFUSED.value, "reason": effect.reason, "settled_at": now}
        if effect.refuse
        else READ_AGAIN | {"released": True, "insisted": effect.insist}
    )
    held = INBOX.c.state == InboxState.HELD.value
    if work.changed(update(INBOX).where(INBOX.c.id == effect.inbox, held).values(values)):
        outcome = "sent" if effect.insist else effect.reason
        released_withheld(work, effect.inbox, outcome=outcome, now=now)
