"""Originals in which a patient may be named: their bytes go for good, in every row that has them.

Three steps, each its own transaction, so that a crash between them is made good by the next sweep: the bytes here, then
the copies in the mailbox (which the flow sees to), then the mark that nothing is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, select, text, update

from mailbot.errors import SealBroken
from mailbot.model.effect import InboxState
from mailbot.model.ids import InboxId
from mailbot.store.among import one_of
from mailbot.store.codec import text_bytes, text_of
from mailbot.store.sealing import SYSTEM
from mailbot.store.tables import INBOX, WITHHELD
from mailbot.store.tables.withheld import DOOMED
from mailbot.store.work import Found, Work

LOOK_BACK = timedelta(days=40)  # the same bytes may come again: servers try for days, IMAP folders are numbered anew

_ENDED = (InboxState.PROCESSED.value, InboxState.REFUSED.value)
_GONE = {"raw": None, "envelope": None, "key_name": None}
_FIRST, _AGAIN = INBOX.alias(), INBOX.alias()
_WAITED_FOR = (  # the same letter to another conversation, which waits by a clock of its own: its writer may answer yet
    select(_AGAIN.c.id).where(_AGAIN.c.raw_index == INBOX.c.raw_index, _AGAIN.c.state == InboxState.HELD.value).exists()
)
_DUE = (
    select(WITHHELD.c.inbox)
    .join_from(WITHHELD, INBOX, INBOX.c.id == WITHHELD.c.inbox)
    .where(text(DOOMED), WITHHELD.c.destroy_at <= bindparam("now"))
    .where(one_of(INBOX.c.state, _ENDED))  # one that is still to be read again, or waits after a fault, is waited for
    .where(~_WAITED_FOR)
    .order_by(WITHHELD.c.destroy_at, WITHHELD.c.inbox)
)
_ORIGINAL = (
    select(INBOX.c.id, INBOX.c.raw, INBOX.c.key_name, INBOX.c.raw_index, INBOX.c.size_bytes, WITHHELD.c.original_id)
    .join_from(INBOX, WITHHELD, WITHHELD.c.inbox == INBOX.c.id)
    .where(INBOX.c.id == bindparam("which"), WITHHELD.c.destroy_at.is_not(None))
)
_SAME = (INBOX.c.raw_index == bindparam("index")) & INBOX.c.raw.is_not(None)
_SHUNTED = update(INBOX).where(_SAME, INBOX.c.state == InboxState.SHUNTED.value)
_DESTROY = update(INBOX).where(_SAME, one_of(INBOX.c.state, _ENDED)).values(_GONE)
_LEFT = select(func.count()).where(_SAME)
_NOTE = update(WITHHELD).where(WITHHELD.c.inbox == bindparam("which"))
_CAME_AGAIN = (
    update(WITHHELD)
    .where(
        WITHHELD.c.destroyed_at > bindparam("since"),
        select(_AGAIN.c.id)
        .join_from(_FIRST, _AGAIN, _AGAIN.c.raw_index == _FIRST.c.raw_index)
        .where(_FIRST.c.id == WITHHELD.c.inbox, _AGAIN.c.raw.is_not(None), one_of(_AGAIN.c.state, _ENDED))
        .exists(),
    )
    .values(destroy_at=bindparam("now"), destroyed_at=None)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What is left of an original that is to go; `raw` is None once its bytes are gone here."""

    inbox: InboxId
    raw: bytes | None
    message_id: str  # as noted when its bytes went; "" before, and where it had none
    size_bytes: int
    raw_index: bytes


class Destruction(Work):
    """What the sweep destroys."""

    def originals_to_destroy(self, *, now: datetime) -> tuple[InboxId, ...]:
        """The messages whose originals are to go by now, those of which another copy came in since included."""
        self.connection.execute(_CAME_AGAIN, {"since": now - LOOK_BACK, "now": now})
        return tuple(InboxId(row.inbox) for row in self.all(_DUE, {"now": now}))

    def original(self, inbox: InboxId) -> Original | None:
        """What is left of that one, None when nothing is any more."""
        found = self.one(_ORIGINAL, {"which": inbox})
        if found is None:
            return None
        return Original(
            inbox=InboxId(found.id),
            raw=_opened(self, found),
            message_id=_noted_id(self, found),
            size_bytes=found.size_bytes,
            raw_index=found.raw_index,
        )

    def destroy_bytes(self, original: Original, *, message_id: str, now: datetime) -> None:
        """No row has those bytes any more, but for one that is undecided or held: it is left for a later sweep.

        A row of the same bytes that was put aside after a fault is refused with them.
        """
        same = {"index": original.raw_index}
        refused = {"state": InboxState.REFUSED.value, "reason": "original_destroyed", "settled_at": now}
        self.connection.execute(_SHUNTED, same | refused | _GONE)
        self.connection.execute(_DESTROY, same)
        sealed = self.seal(
            text_bytes(message_id), under=SYSTEM, table="withheld", row=original.inbox, column="original_id"
        )
        self.connection.execute(_NOTE, {"which": original.inbox, "original_id": sealed})

    def destroyed(self, original: Original, *, now: datetime) -> bool:
        """Whether nothing is left of it: then that is noted, and it is not looked for again."""
        if self.connection.scalar(_LEFT, {"index": original.raw_index}):
            return False
        done = {"destroy_at": None, "destroyed_at": now, "original_id": None}
        self.connection.execute(_NOTE, {"which": original.inbox} | done)
        return True


def _opened(work: Work, found: Found) -> bytes | None:
    if found.raw is None:
        return None
    try:
        return work.unseal(found.raw, under=found.key_name, table="inbox", row=found.id, column="raw")
    except SealBroken:
        return None  # its key is gone: nobody can read it, and what is left of it goes all the same


def _noted_id(work: Work, found: Found) -> str:
    if found.original_id is None:
        return ""
    return text_of(work.unseal(found.original_id, under=SYSTEM, table="withheld", row=found.id, column="original_id"))
