"""Conversations: their subjects and posts, and each post's Message-ID as either side knows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import bindparam, func, select, union_all, update

from mailbot.model.effect import AppendPost, StartThread
from mailbot.model.ids import MessageId, PairId, RoundId, ThreadId
from mailbot.model.people import MappedReference, Thread
from mailbot.model.programme import Role
from mailbot.store.among import among
from mailbot.store.codec import packed, text_bytes, text_of, unpacked
from mailbot.store.sealing import SYSTEM, person_key
from mailbot.store.tables import OUTBOX, POST, POST_REFERENCE, ROUND, THREAD
from mailbot.store.work import Found, Work

NEWEST_REFERENCES = 20  # with the first one, enough for every mail program to thread; a long thread costs no more


_END = POST.alias()
_FIRST_NUMBER = select(func.min(_END.c.number)).where(_END.c.thread == THREAD.c.id).scalar_subquery()
_NEWEST_NUMBER = select(func.max(_END.c.number)).where(_END.c.thread == THREAD.c.id).scalar_subquery()
_POSTS = select(THREAD, POST.c.id.label("post"), POST.c.number, POST.c.reference).join_from(
    THREAD, POST, POST.c.thread == THREAD.c.id
)
_WITH_POSTS = among(
    lambda these: union_all(
        _POSTS.where(these(THREAD.c.id), POST.c.number == _FIRST_NUMBER),
        _POSTS.where(these(THREAD.c.id), POST.c.number > _NEWEST_NUMBER - NEWEST_REFERENCES),
    )
)
_WITHOUT = among(lambda these: select(THREAD).where(these(THREAD.c.id)))
_END_OF = select(THREAD.c.pair, _NEWEST_NUMBER.label("highest")).where(THREAD.c.id == bindparam("thread"))
_KNOWN = among(lambda these: select(POST_REFERENCE).where(these(POST_REFERENCE.c.message_index)))
_TEXT = select(POST.c.author, POST.c.sealed).where(POST.c.id == bindparam("post"))


def thread_by_id(work: Work, thread: str) -> Thread | None:
    """That conversation with its first reference and its newest ones, oldest first."""
    return threads_by_id(work, [thread]).get(thread)


def threads_by_id(work: Work, threads: Collection[str]) -> dict[str, Thread]:
    """Those conversations, each with its first reference and its newest ones, in two statements at most."""
    if not threads:
        return {}
    found: dict[str, dict[str, Found]] = {}  # a short thread's first post is among its newest, too
    for row in work.all(*_WITH_POSTS(sorted(threads))):
        found.setdefault(row.id, {})[row.post] = row
    opened = {thread: _thread(work, next(iter(posts.values())), posts.values()) for thread, posts in found.items()}
    silent = [thread for thread in threads if thread not in found]
    if silent:
        opened |= {row.id: _thread(work, row, []) for row in work.all(*_WITHOUT(sorted(silent)))}
    return opened


def _thread(work: Work, row: Found, posts: Collection[Found]) -> Thread:
    subject = work.unseal(row.sealed, under=person_key(row.author), table="thread", row=row.id)
    return Thread(
        id=ThreadId(row.id),
        pair=PairId(row.pair),
        subject=text_of(subject),
        references=tuple(
            _reference(work, post.post, post.reference)
            for post in sorted(posts, key=lambda one: (one.number, one.post))
        ),
        round=RoundId(row.round) if row.round else None,
    )


def _reference(work: Work, post: str, sealed: bytes) -> MappedReference:
    known = unpacked(work.unseal(sealed, under=SYSTEM, table="post", row=post, column="reference"))
    return MappedReference(mentee_side=known[Role.MENTEE.value], mentor_side=known[Role.MENTOR.value])


def first_message_id(work: Work, thread: str) -> MessageId | None:
    """What began the thread, as the mentor knows it: the packet."""
    first = work.one(
        select(POST.c.id, POST.c.number, POST.c.reference)
        .where(POST.c.thread == thread)
        .order_by(POST.c.number, POST.c.id)
        .limit(1)
    )
    known = _reference(work, first.id, first.reference).mentor_side if first is not None else None
    if known is not None:
        return known
    sent = work.one(
        select(OUTBOX.c.id, OUTBOX.c.message_id)
        .where(OUTBOX.c.thread == thread)
        .order_by(OUTBOX.c.queued_at, OUTBOX.c.id)
        .limit(1)
    )
    if sent is None:
        return None
    return MessageId(
        text_of(work.unseal(sent.message_id, under=SYSTEM, table="outbox", row=sent.id, column="message_id"))
    )


def known_posts(work: Work, message_ids: Iterable[str]) -> dict[str, list[Found]]:
    """The posts that either side's mail program knows by those Message-IDs; the same id may stand for several."""
    by_index = work.indexes(message_ids, "message_id")
    if not by_index:
        return {}
    found: dict[str, list[Found]] = {}
    for row in work.all(*_KNOWN(list(by_index))):
        found.setdefault(by_index[row.message_index], []).append(row)
    return found


def post_text(work: Work, post: str) -> str:
    """What was written in that post, "" when there is none."""
    row = work.one(_TEXT, {"post": post})
    return "" if row is None else text_of(work.unseal(row.sealed, under=person_key(row.author), table="post", row=post))


def start_thread(work: Work, effect: StartThread, *, now: datetime) -> None:
    """A new conversation; a round's first one is its packet's."""
    sealed = work.seal(text_bytes(effect.subject), under=person_key(effect.author), table="thread", row=effect.thread)
    work.insert(
        THREAD,
        {
            "id": effect.thread,
            "pair": effect.pair,
            "author": effect.author,
            "round": effect.round,
            "sealed": sealed,
            "started_at": now,
        },
    )
    if effect.round is not None:
        first = (ROUND.c.id == effect.round) & ROUND.c.thread.is_(None)
        work.connection.execute(update(ROUND).where(first).values(thread=effect.thread))


def append_post(work: Work, effect: AppendPost, *, now: datetime) -> None:
    """One more post; each side's Message-ID leads to the thread from now on."""
    thread = work.one(_END_OF, {"thread": effect.thread})
    if thread is None:
        raise LookupError(f"thread {effect.thread} does not exist")
    sides = {
        Role.MENTEE.value: effect.reference.mentee_side,
        Role.MENTOR.value: effect.reference.mentor_side,
    }
    work.insert(
        POST,
        {
            "id": effect.post,
            "thread": effect.thread,
            "author": effect.author,
            "inbox": effect.inbox,
            "number": (thread.highest or 0) + 1,
            "sealed": work.seal(
                text_bytes(effect.text), under=person_key(effect.author), table="post", row=effect.post
            ),
            "reference": work.seal(packed(sides), under=SYSTEM, table="post", row=effect.post, column="reference"),
            "at": now,
        },
    )
    known = [
        {
            "post": effect.post,
            "side": side,
            "thread": effect.thread,
            "pair": thread.pair,
            "message_index": work.index(message_id, "message_id"),
        }
        for side, message_id in sides.items()
        if message_id is not None
    ]
    if known:
        work.insert(POST_REFERENCE, known)
