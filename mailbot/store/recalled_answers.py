"""Answers that were recalled before the mentor had them: struck, so that no later packet shows them as "last time"."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, select, update

from mailbot.store.tables import ANSWER, POST, REPLY, ROUND
from mailbot.store.work import Work

_ROUND_OF = select(REPLY.c.round).where(REPLY.c.inbox == bindparam("inbox"))
_STRIKE = delete(ANSWER).where(
    # Of one reply, what was withheld and then insisted on is told in a message of its own.
    ANSWER.c.round == bindparam("round"), ANSWER.c.inbox == bindparam("inbox"), ANSWER.c.at == bindparam("told_at")
)  # fmt: skip
_STILL_TOLD = select(ANSWER.c.question).where(
    ANSWER.c.round == bindparam("round"), ANSWER.c.inbox == bindparam("inbox")
)
_REPLY_GOES = delete(REPLY).where(REPLY.c.inbox == bindparam("inbox"))
_NEWEST_REPLY = (
    select(REPLY.c.complete, REPLY.c.at)
    .where(REPLY.c.round == bindparam("round"))
    .order_by(REPLY.c.at.desc(), REPLY.c.inbox)
    .limit(1)
)
_ROUND = update(ROUND).where(ROUND.c.id == bindparam("which"))
_IS_EMPTY = ~select(POST.c.id).where(POST.c.thread == bindparam("thread_gone")).exists()
_WITHOUT_PACKET = _ROUND.where(ROUND.c.thread == bindparam("thread_gone"), _IS_EMPTY).values(thread=None)


def strike_answers(work: Work, *, inbox: str, told_at: datetime, thread: str) -> None:
    """The answers that one message told of one reply are gone, and the round is as it was before them."""
    reply = work.one(_ROUND_OF, {"inbox": inbox})
    if reply is None:
        return
    of_reply = {"round": reply.round, "inbox": inbox}
    work.connection.execute(_STRIKE, of_reply | {"told_at": told_at})
    if work.one(_STILL_TOLD, of_reply) is None:
        work.connection.execute(_REPLY_GOES, {"inbox": inbox})
    newest = work.one(_NEWEST_REPLY, {"round": reply.round})
    state = "sent" if newest is None else "answered" if newest.complete else "partial"
    answered_at = newest.at if newest is not None else None
    work.connection.execute(_ROUND, {"which": reply.round, "state": state, "answered_at": answered_at})
    work.connection.execute(_WITHOUT_PACKET, {"which": reply.round, "thread_gone": thread})
