"""Every table of the main database; importing this room defines them all."""

from __future__ import annotations

from mailbot.store.tables.base import METADATA
from mailbot.store.tables.inbox import CURSOR, INBOX
from mailbot.store.tables.outbox import AUTOMATIC_ANSWER, BOUNCE, OUTBOX
from mailbot.store.tables.people import ADDRESS, BROUGHT_IN, CONFIRMATION, PAIR, PERSON, VOICE
from mailbot.store.tables.rounds import ANSWER, ENROLMENT, REPLY, ROUND
from mailbot.store.tables.threads import POST, POST_REFERENCE, THREAD
from mailbot.store.tables.withheld import WITHHELD

__all__ = [
    "ADDRESS",
    "ANSWER",
    "AUTOMATIC_ANSWER",
    "BOUNCE",
    "BROUGHT_IN",
    "CONFIRMATION",
    "CURSOR",
    "ENROLMENT",
    "INBOX",
    "METADATA",
    "OUTBOX",
    "PAIR",
    "PERSON",
    "POST",
    "POST_REFERENCE",
    "REPLY",
    "ROUND",
    "THREAD",
    "VOICE",
    "WITHHELD",
]
