"""T2: the life of a row of the inbox, from received to its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select, update

from mailbot.errors import StoreConflict
from mailbot.model.effect import Disposition, InboxState
from mailbot.model.ids import InboxId, PersonId
from mailbot.store.apply import apply_effects
from mailbot.store.codec import unpacked
from mailbot.store.holding import READ_AGAIN
from mailbot.store.presence import LIVE
from mailbot.store.sealing import person_key
from mailbot.store.tables import INBOX
from mailbot.store.work import Work


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


_OLDEST = (
    select(INBOX.c.id)
    .where(INBOX.c.state == InboxState.RECEIVED.value)
    .order_by(INBOX.c.received_at, INBOX.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)


class Inbox(Work):
    """Queries of T2 on the inbox alone."""

    def next_received(self, *, now: datetime) -> InboxId | None:  # noqa: ARG002 - part of the flows' interface
        """The oldest message that is not decided yet and that no other living worker reads, None when there is none."""
        statement = _OLDEST
        if self.on_postgres:
            free = or_(INBOX.c.taken_by.in_(("", self.presence)), INBOX.c.taken_by.not_in(LIVE))
            statement = statement.where(free)
        found = self.one(statement)
        if found is None:
            return None
        if self.on_postgres:
            taken = update(INBOX).where(INBOX.c.id == found.id).values(taken_by=self.presence)
            self.connection.execute(taken)
        return InboxId(found.id)

    def count_attempt(self, inbox: InboxId) -> int:
        """How often this message has been tried, this time included; commit it before parsing."""
        counted = update(INBOX).where(INBOX.c.id == inbox).values(attempts=INBOX.c.attempts + 1)
        found = self.one(counted.returning(INBOX.c.attempts))
        return 0 if found is None else int(found.attempts)

    def taken_in(self, inbox: InboxId) -> TakenIn:
        """The message as it came. StoreConflict when its bytes are gone, SealBroken when they do not open."""
        found = self.one(select(INBOX).where(INBOX.c.id == inbox))
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

    def settle(self, inbox: InboxId, disposition: Disposition, *, now: datetime) -> None:
        """The decision is carried out: all of its effects, and the message's end, together.

        With `disposition.author` the raw bytes are sealed anew under that person's key. StoreConflict when another
        worker has decided the message already.
        """
        marked = update(INBOX).where(INBOX.c.id == inbox, INBOX.c.state == InboxState.RECEIVED.value)
        values = {
            "state": disposition.state.value,
            "kind": disposition.kind.value,
            "reason": disposition.reason,
            "error_id": "",
            "settled_at": now,
        }
        if not self.changed(marked.values(values)):
            raise StoreConflict(f"message {inbox} was decided already")
        apply_effects(self, disposition.effects, now=now)
        if disposition.author is not None:
            self._seal_under_author(inbox, disposition.author)

    def shunt(self, inbox: InboxId, *, error_id: str, reason: str, now: datetime) -> None:
        """The message is put aside with its bytes, until somebody replays it; nothing if it was decided meanwhile."""
        self.connection.execute(
            update(INBOX)
            .where(INBOX.c.id == inbox, INBOX.c.state == InboxState.RECEIVED.value)
            .values(state=InboxState.SHUNTED.value, reason=reason, error_id=error_id, settled_at=now)
        )

    def replay(self, inbox: InboxId) -> bool:
        """Whether the message was held or shunted, and is now read again from the start."""
        waiting = INBOX.c.state.in_((InboxState.SHUNTED.value, InboxState.HELD.value))
        return bool(
            self.changed(update(INBOX).where(INBOX.c.id == inbox, waiting, INBOX.c.raw.is_not(None)).values(READ_AGAIN))
        )

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

    def _seal_under_author(self, inbox: InboxId, author: PersonId) -> None:
        found = self.one(select(INBOX.c.key_name, INBOX.c.raw, INBOX.c.envelope).where(INBOX.c.id == inbox))
        key = person_key(author)
        if found is None or found.raw is None or found.key_name == key:
            return
        values: dict[str, object] = {"key_name": key}
        for column, sealed in (("raw", found.raw), ("envelope", found.envelope)):
            plain = self.unseal(
                sealed,
                under=found.key_name,
                table="inbox",
                row=inbox,
                column=column,
            )
            values[column] = self.seal(plain, under=key, table="inbox", row=inbox, column=column)
        self.connection.execute(update(INBOX).where(INBOX.c.id == inbox).values(values))
