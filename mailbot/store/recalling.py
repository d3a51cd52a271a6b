"""Words that have not left yet: found, and taken back with all that stood of them in their thread."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select, text, update

from mailbot.errors import StoreConflict
from mailbot.model.ids import MessageId, OutboxId, PairId, PersonId, ThreadId
from mailbot.model.withheld import Recall, Unsent
from mailbot.store.among import one_of
from mailbot.store.codec import text_of
from mailbot.store.recalled_answers import strike_answers
from mailbot.store.sealing import SYSTEM, person_key
from mailbot.store.tables import OUTBOX, POST, POST_REFERENCE, THREAD
from mailbot.store.tables.outbox import QUEUED
from mailbot.store.work import Found, Work

_MOST_UNSENT = 10  # the newest is taken back; the others are only said to be there
_ANSWERS = ("packet", "packet_update")
# Queued again after a try, it may still be with the smart host when nothing was answered to the message's end.
_STILL_OURS = OUTBOX.c.error.not_like("no answer%")
_UNSENT = (
    select(OUTBOX.c.id, OUTBOX.c.message_id, OUTBOX.c.thread, OUTBOX.c.due_at, OUTBOX.c.template)
    .join_from(OUTBOX, THREAD, THREAD.c.id == OUTBOX.c.thread)
    .where(OUTBOX.c.to_person == bindparam("reader"), text(f"outbox.{QUEUED}"))
    .where(THREAD.c.pair == bindparam("pair"), one_of(OUTBOX.c.template, ("post", *_ANSWERS)), _STILL_OURS)
    .order_by(OUTBOX.c.queued_at.desc(), OUTBOX.c.id)
    .limit(_MOST_UNSENT)
)
_TAKE_BACK = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("which"), OUTBOX.c.state == "queued", _STILL_OURS)
    .values(state="suppressed", due_at=None, settled_at=bindparam("at"), raw=None, envelope=None, key_name=None)
    .values(thread=None)
)
_WHERE = select(OUTBOX.c.message_index, OUTBOX.c.thread, OUTBOX.c.template).where(OUTBOX.c.id == bindparam("which"))
_POST_OF = (
    select(POST.c.id, POST.c.inbox, POST.c.at)
    .join_from(POST_REFERENCE, POST, POST.c.id == POST_REFERENCE.c.post)
    .where(POST_REFERENCE.c.message_index == bindparam("index"), POST_REFERENCE.c.thread == bindparam("thread"))
)
_REFERENCES_GO = delete(POST_REFERENCE).where(POST_REFERENCE.c.post == bindparam("post"))
_POST_GOES = delete(POST).where(POST.c.id == bindparam("post"))
_IS_EMPTY = ~select(POST.c.id).where(POST.c.thread == bindparam("which")).exists()
_EMPTY = select(THREAD.c.author).where(THREAD.c.id == bindparam("which"), THREAD.c.round.is_(None), _IS_EMPTY)
_SUBJECT_GOES = update(THREAD).where(THREAD.c.id == bindparam("which"))


def unsent_posts(work: Work, pair: PairId, *, reader: PersonId) -> tuple[Unsent, ...]:
    """The posts and answers for that person in that pair that have not left, newest first."""
    rows = work.all(_UNSENT, {"reader": reader, "pair": pair})
    return tuple(
        Unsent(
            outbox=OutboxId(row.id),
            message_id=_message_id(work, row),
            thread=ThreadId(row.thread),
            not_before=row.due_at,
            answers=row.template in _ANSWERS,
        )
        for row in rows
    )


def _message_id(work: Work, row: Found) -> MessageId:
    known = work.unseal(row.message_id, under=SYSTEM, table="outbox", row=row.id, column="message_id")
    return MessageId(text_of(known))


def recall(work: Work, effect: Recall) -> None:
    """The message never leaves, and no thread knows it. StoreConflict when it has left, or is leaving."""
    found = work.one(_WHERE, {"which": effect.outbox})
    if found is None or not work.changed(_TAKE_BACK, {"which": effect.outbox, "at": effect.at}):
        raise StoreConflict(f"message {effect.outbox} has left meanwhile")
    for row in work.all(_POST_OF, {"index": found.message_index, "thread": found.thread}):
        work.connection.execute(_REFERENCES_GO, {"post": row.id})
        work.connection.execute(_POST_GOES, {"post": row.id})
        if found.template in _ANSWERS and row.inbox is not None:
            strike_answers(work, inbox=row.inbox, told_at=row.at, thread=found.thread)
    if (empty := work.one(_EMPTY, {"which": found.thread})) is not None:  # its subject was typed by its writer too
        nothing = work.seal(b"", under=person_key(empty.author), table="thread", row=found.thread)
        work.connection.execute(_SUBJECT_GOES, {"which": found.thread, "sealed": nothing})
