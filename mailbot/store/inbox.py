"""T2: the life of a row of the inbox, from received to its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import bindparam, literal, or_, select, update

from mailbot.errors import StoreConflict
from mailbot.model.effect import Disposition, InboxState
from mailbot.model.ids import InboxId
from mailbot.store.apply import apply_effects
from mailbot.store.codec import unpacked
from mailbot.store.holding import READ_AGAIN
from mailbot.store.presence import LIVE
from mailbot.store.sealing import person_key
from mailbot.store.tables import INBOX
from mailbot.store.withholding import PARTLY_GONE_ON, forget_withheld
from mailbot.store.work import Found, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """One message as it was taken in; `envelope_sender` "" is the null return path, None is not known."""

    inbox: InboxId
    raw: bytes
    envelope_sender: str | None
    recipients: tuple[str, ...]
    received_at: datetime
    released: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRow:
    """A message that waits for a person, without a word of it."""

    inbox: InboxId
    state: InboxState
    reason: str
    error_id: str
    received_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """One message whose attempt was counted; `attempts` counts this one too.

    `taken_in` opens it, once that is committed: StoreConflict when its bytes are gone, SealBroken when they do not
    open.
    """

    inbox: InboxId
    attempts: int
    taken_in: Callable[[], TakenIn]


_OLDEST = (
    select(INBOX.c.id)
    .where(INBOX.c.state == InboxState.RECEIVED.value)
    .order_by(INBOX.c.received_at, INBOX.c.id)
    .limit(1)
)
_FREE = _OLDEST.where(
    or_(INBOX.c.taken_by.in_([literal(""), bindparam("presence")]), INBOX.c.taken_by.not_in(LIVE))
).with_for_update(skip_locked=True)
_OPENED = tuple(INBOX.c["id", "attempts", "key_name", "raw", "envelope", "received_at", "released"])
_ATTEMPT = {INBOX.c.attempts: INBOX.c.attempts + 1}
_BEGIN = update(INBOX).where(INBOX.c.id == _OLDEST.scalar_subquery()).values(_ATTEMPT).returning(*_OPENED)
_TAKE_POSTGRES = (
    update(INBOX)
    .where(INBOX.c.id == _FREE.scalar_subquery())
    .values(taken_by=bindparam("presence"))
    .returning(*_OPENED)
)
_BEGIN_POSTGRES = _TAKE_POSTGRES.values(_ATTEMPT)
_COUNT = update(INBOX).where(INBOX.c.id == bindparam("which")).values(_ATTEMPT).returning(INBOX.c.attempts)
_KEPT = select(*_OPENED).where(INBOX.c.id == bindparam("which"))
_SEALED = select(INBOX.c.key_name, INBOX.c.raw, INBOX.c.envelope).where(INBOX.c.id == bindparam("which"))
_UNDECIDED = update(INBOX).where(INBOX.c.id == bindparam("which"), INBOX.c.state == InboxState.RECEIVED.value)


class Inbox(Work):
    """Queries of T2 on the inbox alone."""

    def begin_next(self, *, now: datetime) -> Begun | None:  # noqa: ARG002 - part of the flows' interface
        """The oldest message that is not decided yet and that no other living worker reads, None when there is none.

        Its attempt is counted: commit before parsing, and take the message in afterwards.
        """
        given = {"presence": self.presence} if self.on_postgres else {}
        found = self.one(_BEGIN_POSTGRES if self.on_postgres else _BEGIN, given)
        if found is None:
            return None
        return Begun(
            inbox=InboxId(found.id),
            attempts=int(found.attempts),
            taken_in=partial(self._taken_in, found, InboxId(found.id)),
        )

    def uncount_attempt(self, inbox: InboxId) -> None:
        """The last attempt was not the message's fault: the database was busy, full or away."""
        open_row = (INBOX.c.id == inbox) & (INBOX.c.state == InboxState.RECEIVED.value) & (INBOX.c.attempts > 0)
        self.connection.execute(update(INBOX).where(open_row).values(attempts=INBOX.c.attempts - 1))

    def next_received(self, *, now: datetime) -> InboxId | None:  # noqa: ARG002 - part of the flows' interface
        """As `begin_next`, but no attempt is counted."""
        given = {"presence": self.presence} if self.on_postgres else {}
        found = self.one(_TAKE_POSTGRES if self.on_postgres else _OLDEST, given)
        return None if found is None else InboxId(found.id)

    def count_attempt(self, inbox: InboxId) -> int:
        """How often this message has been tried, this time included; commit it before parsing."""
        found = self.one(_COUNT, {"which": inbox})
        return 0 if found is None else int(found.attempts)

    def taken_in(self, inbox: InboxId) -> TakenIn:
        """The message as it came. StoreConflict when its bytes are gone, SealBroken when they do not open."""
        return self._taken_in(self.one(_KEPT, {"which": inbox}), inbox)

    def _taken_in(self, found: Found | None, inbox: InboxId) -> TakenIn:
        if found is None or found.raw is None:
            raise StoreConflict(f"the bytes of message {inbox} are not kept any more")
        envelope = unpacked(
            self.unseal(found.envelope, under=found.key_name, table="inbox", row=inbox, column="envelope")
        )
        return TakenIn(
            inbox=inbox,
            raw=self.unseal(found.raw, under=found.key_name, table="inbox", row=inbox, column="raw"),
            envelope_sender=envelope["sender"],
            recipients=tuple(envelope["recipients"]),
            received_at=found.received_at,
            released=found.released,
        )

    def settle(self, inbox: InboxId, disposition: Disposition, *, now: datetime, writer: str = "") -> None:
        """The decision is carried out: all of its effects, and the message's end, together.

        By its `writer`, the From address, the message is counted later. With `disposition.author` the raw bytes are
        sealed anew under that person's key. StoreConflict when another worker has decided the message already.
        """
        values: dict[str, object] = {
            "state": disposition.state.value,
            "kind": disposition.kind.value,
            "reason": disposition.reason,
            "error_id": "",
            "settled_at": now,
            "writer_index": self.address_index(writer) if writer else None,
            "believed": disposition.author is not None,
        }
        if disposition.author is not None:
            values |= self._sealed_anew(inbox, person_key(disposition.author))
        if not self.changed(_UNDECIDED, {"which": inbox} | values):
            raise StoreConflict(f"message {inbox} was decided already")
        apply_effects(self, disposition.effects, now=now)

    def shunt(self, inbox: InboxId, *, error_id: str, reason: str, now: datetime) -> None:
        """The message is put aside with its bytes, until somebody replays it; nothing if it was decided meanwhile."""
        self.connection.execute(
            update(INBOX)
            .where(INBOX.c.id == inbox, INBOX.c.state == InboxState.RECEIVED.value)
            .values(state=InboxState.SHUNTED.value, reason=reason, error_id=error_id, settled_at=now)
        )

    def replay(self, inbox: InboxId) -> bool:
        """Whether the message was held or shunted, and is now read again from the start.

        Not a form's reply of which some answers wait for their writer: the others have gone on already.
        """
        waiting = INBOX.c.state.in_((InboxState.SHUNTED.value, InboxState.HELD.value))
        again = update(INBOX).where(INBOX.c.id == inbox, waiting, INBOX.c.raw.is_not(None), ~PARTLY_GONE_ON)
        if not self.changed(again.values(READ_AGAIN)):
            return False
        forget_withheld(self, inbox)
        return True

    def held(self, *, limit: int) -> tuple[HeldRow, ...]:
        """Held and shunted messages, oldest first."""
        waiting = INBOX.c.state.in_((InboxState.SHUNTED.value, InboxState.HELD.value))
        columns = (INBOX.c.id, INBOX.c.state, INBOX.c.reason, INBOX.c.error_id, INBOX.c.received_at, INBOX.c.attempts)
        found = self.all(select(*columns).where(waiting).order_by(INBOX.c.received_at, INBOX.c.id).limit(limit))
        return tuple(
            HeldRow(
                inbox=InboxId(row.id),
                state=InboxState(row.state),
                reason=row.reason,
                error_id=row.error_id,
                received_at=row.received_at,
                attempts=row.attempts,
            )
            for row in found
        )

    def _sealed_anew(self, inbox: InboxId, key: str) -> dict[str, object]:
        """The columns of the raw message, sealed under that key; none when they are, or are not kept any more."""
        found = self.locked.get(inbox) or self.one(_SEALED, {"which": inbox})
        if found is None or found.raw is None or found.key_name == key:
            return {}
        anew: dict[str, object] = {"key_name": key}
        for column, sealed in (("raw", found.raw), ("envelope", found.envelope)):
            words = self.unseal(sealed, under=found.key_name, table="inbox", row=inbox, column=column)
            anew[column] = self.seal(words, under=key, table="inbox", row=inbox, column=column)
        return anew
