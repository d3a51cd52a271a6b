"""Originals in which a patient may be named: destroyed in the database, its log, and the mailbox.

What cannot be reached now is tried again in the next sweep, and one that resists keeps no other from going.
"""

from __future__ import annotations

from dataclasses import replace

from mailbot import eventlog
from mailbot.errors import MailbotError, PermanentFailure, TemporaryFailure
from mailbot.flows.ports import Mailbox
from mailbot.flows.world import World
from mailbot.message.parse import parse
from mailbot.model.ids import InboxId
from mailbot.store.destruction import Original


def destroy_originals(world: World) -> int:
    """Of how many messages nothing is left now."""
    with world.store.begin() as unit:
        doomed = unit.originals_to_destroy(now=world.now())
    if not doomed:
        return 0
    originals = [original for inbox in doomed if (original := _bytes_gone(world, inbox)) is not None]
    if not world.store.truncate_log():
        return 0
    destroyed = 0
    try:
        for original in originals:
            destroyed += _copies_gone(world, original)
    except (TemporaryFailure, PermanentFailure) as error:
        eventlog.mailbox_unreachable(error=str(error), retry_seconds=0)
    return destroyed


def _bytes_gone(world: World, inbox: InboxId) -> Original | None:
    """What its copies are found by; None when there is nothing to be done."""
    with world.store.begin() as unit:
        original = unit.original(inbox)
        if original is None:
            return None
        message_id = original.message_id or _message_id(original.raw)
        unit.destroy_bytes(original, message_id=message_id, now=world.now())
    return replace(original, raw=None, message_id=message_id)


def _copies_gone(world: World, original: Original) -> bool:
    """Whether it is gone from the mailbox too, and that is noted."""
    mailbox = world.mailbox
    if mailbox is not None and not _gone_from(world, mailbox, original):
        return False
    with world.store.begin() as unit:
        done = unit.destroyed(original, now=world.now())
    if done:
        eventlog.original_destroyed(inbox=original.inbox)
    return done


def _gone_from(world: World, mailbox: Mailbox, original: Original) -> bool:
    """Whether no copy is left in the mailbox. What came after we last looked is a message of its own, even if the same.

    A folder that was numbered anew is looked at first: what is known there will be in Processed afterwards.
    """
    uidvalidity = mailbox.uidvalidity()
    with world.store.begin() as unit:
        cursor = unit.cursor(mailbox.account)
    if cursor is not None and cursor.uidvalidity != uidvalidity:
        return False
    return mailbox.destroy_copies(
        size=original.size_bytes,
        message_id=original.message_id,
        taken_in_up_to=cursor.last_uid if cursor is not None else 0,
        is_original=lambda raw: world.store.raw_index(raw) == original.raw_index,
    )


def _message_id(raw: bytes | None) -> str:
    """Its Message-ID; without one, or when its bytes are gone, copies are found by their size alone."""
    if raw is None:
        return ""
    try:
        return parse(raw).message_id or ""
    except MailbotError:
        return ""
