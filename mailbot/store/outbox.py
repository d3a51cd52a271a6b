"""T3 and T4: the outbox's rows, claimed under a lease and marked with what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update

from mailbot.errors import SealBroken
from mailbot.model.effect import Priority, QueueMessage
from mailbot.model.ids import OutboxId
from mailbot.model.people import SentCopy
from mailbot.store.among import among, one_of
from mailbot.store.codec import packed, text_bytes, unpacked
from mailbot.store.sealing import SYSTEM
from mailbot.store.sent_copies import sent_copy
from mailbot.store.tables import OUTBOX
from mailbot.store.work import Found, Work, key_of

RANKS = {Priority.POST: 0, Priority.NOTICE: 1, Priority.FORM: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """One message to send now; `attempts` counts this one too, so it is 1 the first time."""

    outbox: OutboxId
    raw: bytes
    envelope_from: str
    envelope_to: str
    template: str
    attempts: int
    queued_at: datetime


_DUE = (
    select(OUTBOX.c.id, OUTBOX.c.key_name, OUTBOX.c.raw, OUTBOX.c.envelope)
    .add_columns(OUTBOX.c.template, OUTBOX.c.attempts, OUTBOX.c.queued_at, OUTBOX.c.rank)
    .where(OUTBOX.c.rank == bindparam("rank"), OUTBOX.c.due_at <= bindparam("now"))
    .order_by(OUTBOX.c.due_at, OUTBOX.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)

_LEASE = among(
    lambda these: (
        update(OUTBOX)
        .where(these(OUTBOX.c.id))
        .values(state="sending", worker=bindparam("worker"), due_at=bindparam("until"), attempts=OUTBOX.c.attempts + 1)
    )
)
_BY_ID = select(OUTBOX).where(OUTBOX.c.id == bindparam("which"))
_DONE: dict[str, Any] = {"due_at": None, "worker": "", "settled_at": bindparam("at")}
# A slow worker's 250 counts even when the lease went to another one; its failure does not undo a 250.
_SENT = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("which"), one_of(OUTBOX.c.state, ("sending", "queued", "failed")))
    .values(_DONE | {"state": "sent", "error": "", "sent_at": bindparam("at")})
)
_FAILED = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("which"), OUTBOX.c.state == "sending")
    .values(_DONE | {"state": "failed", "error": bindparam("code"), "sent_at": None})
)


class Outbox(Work):
    """Queries of T3 and T4."""

    def claim(self, *, now: datetime, lease_until: datetime, worker: str, limit: int) -> tuple[Claimed, ...]:
        """Messages that are this worker's until the lease ends: queued and due, or left behind by a dead worker.

        Posts come before notices, notices before forms. A row that does not open is failed and never stops the rest.
        """
        rows: list[Found] = []
        for rank in sorted(RANKS.values()):
            if len(rows) < limit:
                given = {"rank": rank, "now": now, "most": limit - len(rows)}
                rows += self.connection.execute(_DUE, given).all()
        if not rows:
            return ()
        self.keyring.prefetch((row.key_name for row in rows), make=False)
        statement, given = _LEASE([row.id for row in rows])
        self.connection.execute(statement, given | {"worker": worker, "until": lease_until})
        return self._opened(rows, now=now)

    def sent(self, outbox: OutboxId, *, now: datetime) -> None:
        """The smart host said 250."""
        self.connection.execute(_SENT, {"which": outbox, "at": now})

    def defer(self, outbox: OutboxId, *, until: datetime, error: str) -> None:
        """Queued again at that time, under the same Message-ID; nothing when it was finished meanwhile."""
        self.connection.execute(
            update(OUTBOX)
            .where(OUTBOX.c.id == outbox, OUTBOX.c.state == "sending")
            .values(state="queued", due_at=until, error=error, worker="")
        )

    def sent_since(self, *, since: datetime) -> int:
        """How many messages the smart host took since then."""
        return int(self.connection.scalar(select(func.count()).where(OUTBOX.c.sent_at >= since)) or 0)

    def unsettled(self) -> int:
        """How many messages are queued or being sent, whenever they are due."""
        return int(self.connection.scalar(select(func.count()).where(OUTBOX.c.due_at.is_not(None))) or 0)

    def _opened(self, rows: Sequence[Found], *, now: datetime) -> tuple[Claimed, ...]:
        claimed = []
        for row in rows:
            try:
                claimed.append(self._claimed(row))
            except SealBroken:
                self.fail(OutboxId(row.id), reason="seal_broken", now=now)
        return tuple(claimed)

    def _claimed(self, row: Found) -> Claimed:
        opened = {
            column: self.unseal(sealed, under=row.key_name, table="outbox", row=row.id, column=column)
            for column, sealed in (("raw", row.raw), ("envelope", row.envelope))
        }
        envelope = unpacked(opened["envelope"])
        return Claimed(
            outbox=OutboxId(row.id),
            raw=opened["raw"],
            envelope_from=envelope["from"],
            envelope_to=envelope["to"],
            template=row.template,
            attempts=row.attempts + 1,
            queued_at=row.queued_at,
        )

    def fail(self, outbox: OutboxId, *, reason: str, now: datetime) -> bool:
        """Given up for good; False when it was sent, or given up, meanwhile."""
        return self.changed(_FAILED, {"which": outbox, "code": reason, "at": now}) > 0

    def sent_copy(self, outbox: OutboxId, *, now: datetime) -> SentCopy | None:
        """What is known about that message of ours, whatever became of it; None for an unknown one."""
        row = self.one(_BY_ID, {"which": outbox})
        return sent_copy(self, row, now=now) if row is not None else None


def queue(work: Work, effects: Sequence[QueueMessage], *, now: datetime) -> None:
    """Final bytes wait in the outbox; StoreConflict when an event has its message for that address already."""
    if effects:
        work.insert(OUTBOX, [_row(work, effect, now=now) for effect in effects])


def _row(work: Work, effect: QueueMessage, *, now: datetime) -> dict[str, object]:
    message, key = effect.message, key_of(effect.author)
    envelope = packed({"from": message.envelope_from, "to": message.envelope_to})
    row = effect.outbox
    return {
        "id": row,
        "state": "queued",
        "event": effect.event,
        "template": effect.template,
        "rank": RANKS[effect.priority],
        "address_index": work.address_index(message.envelope_to),
        "message_index": work.index(message.message_id, "message_id"),
        "bounce_index": work.index(effect.bounce_token, "token"),
        "to_person": effect.to_person,
        "to_address_id": effect.to_address_id,
        "round": effect.round,
        "thread": effect.thread,
        "key_name": key,
        "raw": work.seal(message.raw, under=key, table="outbox", row=row, column="raw"),
        "envelope": work.seal(envelope, under=key, table="outbox", row=row, column="envelope"),
        "message_id": work.seal(
            text_bytes(message.message_id), under=SYSTEM, table="outbox", row=row, column="message_id"
        ),
        "attempts": 0,
        "worker": "",
        "error": "",
        "queued_at": now,
        "due_at": effect.not_before,
    }
