"""T1: a message becomes ours. Raw bytes and envelope commit before the mailbox is touched or SMTP says 250.

Nothing is parsed here: whatever is wrong with a message is found after it is safe.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from mailbot import eventlog
from mailbot.flows.ports import Fetched, Mailbox
from mailbot.flows.world import World
from mailbot.model.ids import InboxId

BATCH = 50
LOOK_BACK = 200  # UIDs: a batch, and what may have been deleted between its messages


def accept_raw(
    world: World,
    raw: bytes,
    *,
    source: str,
    envelope_sender: str | None = None,
    recipients: tuple[str, ...] = (),
) -> InboxId:
    """One message taken in from the listener or a file; the commit has happened when this returns."""
    inbox = InboxId(world.new_id())
    with world.store.begin() as unit:
        unit.take_in(
            inbox=inbox,
            raw=raw,
            envelope_sender=envelope_sender,
            recipients=recipients,
            received_at=world.now(),
            source=source,
        )
    eventlog.taken_in(inbox=inbox, source=source, size_bytes=len(raw))
    return inbox


def accept_mailbox(world: World) -> int:
    """How many messages were taken in from the IMAP mailbox; each is in Processed afterwards."""
    mailbox = world.mailbox
    if mailbox is None:
        return 0
    last_uid, since = _where_to_start(world, mailbox)
    accepted, world.all_moved = 0, False
    while batch := mailbox.fetch_above(last_uid, limit=BATCH):
        accepted += _take_batch(world, mailbox, batch, since)
        last_uid = batch[-1].uid
        mailbox.move_to_processed([message.uid for message in batch if not _is_old(message, since)])
    world.all_moved = True
    if accepted and world.keeping.processed == timedelta(0):
        mailbox.expunge_processed(world.now())
    return accepted


def has_looked_first(world: World) -> bool:
    """Whether it is known which mail is older than us. Before that nothing is sent: an answer would pass for old."""
    if not world.looked_first and world.mailbox is not None:
        with world.store.begin() as unit:
            world.looked_first = unit.cursor(world.mailbox.account) is not None
    return world.looked_first or world.mailbox is None


def _where_to_start(world: World, mailbox: Mailbox) -> tuple[int, datetime | None]:
    """The UID to read above, and since when mail is ours where UIDs cannot tell.

    On first start mail that is there already is counted and left alone. It is known by its UID and not by its date:
    our clock is set by hand (`tick --now`), the server's is not.
    """
    uidvalidity = mailbox.uidvalidity()
    with world.store.begin() as unit:
        cursor = unit.cursor(mailbox.account)
        if cursor is None:
            old = 0 if world.from_start else mailbox.highest_uid()
            started_at = world.now() if old else None
            unit.set_cursor(mailbox.account, uidvalidity=uidvalidity, last_uid=old, ignored=old, started_at=started_at)
        elif cursor.uidvalidity != uidvalidity:
            # Numbered anew (RFC 9051 2.3.1.1): everything is looked at again, and known by its content, or its date.
            eventlog.uidvalidity_changed()
            unit.set_cursor(mailbox.account, uidvalidity=uidvalidity, last_uid=0, ignored=0)
            return 0, cursor.started_at
        elif world.all_moved:
            return cursor.last_uid, None
        else:
            # Killed after a commit and before the move? Looked at again, a message is known by its UID, and moved.
            lowest = max(cursor.ignored, cursor.last_uid - LOOK_BACK)
            return max(0, lowest), None if cursor.ignored else cursor.started_at
    if old:
        eventlog.old_mail_ignored(count=old)
    return old, None


def _is_old(message: Fetched, since: datetime | None) -> bool:
    """Whether it lay in the mailbox before we first looked (only asked once the folder was numbered anew)."""
    return since is not None and message.arrived_at < since


def _take_batch(world: World, mailbox: Mailbox, batch: Sequence[Fetched], since: datetime | None) -> int:
    """T1 for one batch, with the cursor in the same transaction."""
    uidvalidity, taken = mailbox.uidvalidity(), []
    with world.store.begin() as unit:
        for message in batch:
            inbox = InboxId(world.new_id())
            if not _is_old(message, since) and unit.take_in(
                inbox=inbox,
                raw=message.raw,
                envelope_sender=None,
                recipients=(),
                received_at=world.now(),
                source="imap",
                account=mailbox.account,
                uidvalidity=uidvalidity,
                uid=message.uid,
            ):
                taken.append((inbox, len(message.raw)))
        unit.set_cursor(mailbox.account, uidvalidity=uidvalidity, last_uid=batch[-1].uid)
    for inbox, size in taken:
        eventlog.taken_in(inbox=inbox, source="imap", size_bytes=size)
    return len(taken)
