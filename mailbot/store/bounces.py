"""Messages that came back: each counted once for its address."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, update

from mailbot.model.effect import SuppressAddress
from mailbot.model.ids import AddressId
from mailbot.model.people import AddressState
from mailbot.store.tables import ADDRESS, BOUNCE, OUTBOX
from mailbot.store.work import Work

_NOTE = update(OUTBOX).where(OUTBOX.c.id == bindparam("which"))
_ADDRESS = update(ADDRESS).where(ADDRESS.c.id == bindparam("which"))
_FORGET = delete(BOUNCE).where(BOUNCE.c.address_id == bindparam("address_id"))


def note_bounce(work: Work, effect: SuppressAddress, *, now: datetime) -> None:
    """A bounce is counted; with `suppress` nothing is sent to the address any more, what waits for it included."""
    work.connection.execute(_NOTE, {"which": effect.outbox, "error": effect.status})
    if effect.address_id is None:
        return
    counted = {"outbox": effect.outbox, "permanent": effect.permanent, "address_id": effect.address_id, "at": now}
    work.insert_new(BOUNCE, counted)
    values: dict[str, object] = {"changed_at": now}
    if effect.tells:
        values["told_at"] = now
    if effect.suppress:
        values["state"] = AddressState.SUPPRESSED.value
        suppress_queued(work, effect.address_id, now=now)
    work.connection.execute(_ADDRESS, {"which": effect.address_id} | values)


def suppress_queued(work: Work, address_id: AddressId, *, now: datetime) -> None:
    """What waits for that address is not sent."""
    waiting = (OUTBOX.c.to_address_id == address_id) & (OUTBOX.c.state == "queued")
    work.connection.execute(update(OUTBOX).where(waiting).values(state="suppressed", due_at=None, settled_at=now))


def forget_bounces(work: Work, address_id: AddressId) -> None:
    """The address is in use again: what came back before does not count, and its failing is news once more."""
    work.connection.execute(_FORGET, {"address_id": address_id})
    work.connection.execute(_ADDRESS, {"which": address_id, "told_at": None})
