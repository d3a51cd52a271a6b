"""Answers to a form: every version is kept, the highest is the current one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from mailbot.model.answer import Answer
from mailbot.model.effect import RecordAnswers
from mailbot.store.among import among
from mailbot.store.codec import answer_bytes, answer_of, packed
from mailbot.store.sealing import person_key
from mailbot.store.tables import ANSWER, REPLY, ROUND
from mailbot.store.work import Found, Work

_VERSIONS = among(
    lambda these: (
        select(ANSWER).where(these(ANSWER.c.round)).order_by(ANSWER.c.round, ANSWER.c.question, ANSWER.c.version)
    )
)
_HIGHEST = (
    select(ANSWER.c.question, func.max(ANSWER.c.version).label("highest"))
    .where(ANSWER.c.round == bindparam("which"))
    .group_by(ANSWER.c.question)
)
_REPLY = update(REPLY).where(REPLY.c.inbox == bindparam("which"))
_ANSWERED = update(ROUND).where(ROUND.c.id == bindparam("which"))


def current_answers(work: Work, rounds: Collection[str]) -> dict[str, dict[str, Answer]]:
    """The current answer to each question, by round; rounds without an answer are absent."""
    latest: dict[tuple[str, str], Found] = {}
    for row in work.all(*_VERSIONS(sorted(rounds))):
        latest[row.round, row.question] = row
    found: dict[str, dict[str, Answer]] = {}
    for (round_id, question), row in latest.items():
        plain = work.unseal(row.sealed, under=person_key(row.author), table="answer", row=_place(row))
        found.setdefault(round_id, {})[question] = answer_of(plain)
    return found


def _place(row: Found) -> str:
    return answer_place(row.round, row.question, row.version)


def answer_place(round_id: str, question: str, version: int) -> str:
    """What stands for a row id where the key is threefold."""
    return f"{round_id}/{question}/{version}"


def record_answers(work: Work, effect: RecordAnswers, *, now: datetime) -> None:
    """One reply: each answer given becomes a new version, and the round's state follows the reply."""
    key = person_key(effect.author)
    versions = {row.question: row.highest for row in work.all(_HIGHEST, {"which": effect.round})}
    rows = []
    for answer in effect.answers:
        version = versions.get(answer.question, 0) + 1
        place = answer_place(effect.round, answer.question, version)
        rows.append(
            {
                "round": effect.round,
                "question": answer.question,
                "version": version,
                "author": effect.author,
                "inbox": effect.inbox,
                "state": answer.state.value,
                "sealed": work.seal(answer_bytes(answer), under=key, table="answer", row=place),
                "at": now,
            }
        )
    if rows:
        work.insert(ANSWER, rows)
    _keep_reply(work, effect, key, now=now)
    state = "answered" if effect.complete else "partial"
    work.changed(_ANSWERED, {"which": effect.round, "state": state, "answered_at": now})


def _keep_reply(work: Work, effect: RecordAnswers, key: str, *, now: datetime) -> None:
    """What fitted no question. A reply of which something was withheld comes twice: what it says first stays."""
    unplaced = work.seal(packed({"unplaced": effect.unplaced}), under=key, table="reply", row=effect.inbox)
    known = {"inbox": effect.inbox, "complete": effect.complete, "at": now}
    if not work.insert_new(REPLY, known | {"round": effect.round, "author": effect.author, "sealed": unplaced}):
        anew = {"sealed": unplaced} if effect.unplaced else {}
        work.connection.execute(_REPLY, {"which": effect.inbox, "complete": effect.complete, "at": now} | anew)
