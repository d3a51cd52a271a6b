"""Whose form is due, and all that one form is made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, select

from mailbot.model.context import DispatchContext
from mailbot.model.ids import EnrolmentId, PersonId, ProgrammeName, RoundId
from mailbot.model.people import Pair, PairState, Thread
from mailbot.store.among import among, one_of
from mailbot.store.pairs import OPEN_STATES, opened_pairs
from mailbot.store.tables import ENROLMENT, PAIR, ROUND
from mailbot.store.threads import threads_by_id
from mailbot.store.work import Found, Work

_MENTOR = (
    select(func.min(PAIR.c.mentor))
    .where(PAIR.c.mentee == ENROLMENT.c.mentee, one_of(PAIR.c.state, OPEN_STATES))
    .scalar_subquery()
)
_DUE = (
    select(ENROLMENT.c.id)
    .where(ENROLMENT.c.next_due_at <= bindparam("now"), _MENTOR.is_not(None))
    .order_by(ENROLMENT.c.next_due_at, _MENTOR, ENROLMENT.c.id)
    .limit(bindparam("most"))
)
_LOCKED = among(
    lambda these: (
        select(ENROLMENT)
        .where(these(ENROLMENT.c.id), ENROLMENT.c.next_due_at <= bindparam("now"))
        .with_for_update(skip_locked=True)
    )
)
_OPEN_PAIRS = among(
    lambda these: (
        select(PAIR)
        .where(these(PAIR.c.mentee), one_of(PAIR.c.state, OPEN_STATES))
        .order_by(PAIR.c.created_at.desc(), PAIR.c.id)
    )
)
_EACH = ROUND.alias()
_LAST = select(func.max(_EACH.c.occurrence)).where(_EACH.c.enrolment == ROUND.c.enrolment).scalar_subquery()
_LATEST = among(
    lambda these: select(ROUND.c.id, ROUND.c.enrolment, ROUND.c.thread).where(
        these(ROUND.c.enrolment), ROUND.c.occurrence == _LAST
    )
)


class Schedule(Work):
    """Queries about what is due."""

    def due(self, *, now: datetime, limit: int) -> tuple[EnrolmentId, ...]:
        """Enrolments that are due and have a pair, longest overdue first; then those of one mentor together.

        A batch of them so opens the fewest people.
        """
        return tuple(EnrolmentId(row.id) for row in self.all(_DUE, {"now": now, "most": limit}))

    def dispatch_context(self, enrolment: EnrolmentId, *, now: datetime) -> DispatchContext | None:
        """What a form is made of; None when it is not due any more, or another clock is at it."""
        return self.dispatch_contexts((enrolment,), now=now).get(enrolment)

    def dispatch_contexts(self, ids: tuple[EnrolmentId, ...], *, now: datetime) -> dict[EnrolmentId, DispatchContext]:
        """What each of those forms is made of, in the order asked; no more statements for a hundred than for one.

        Left out are those that are not due any more, have no open pair, or are another clock's.
        """
        if not ids:
            return {}
        locked, given = _LOCKED(ids)
        due = {row.id: row for row in self.all(locked, given | {"now": now})}
        pairs = self._pairs_of([row.mentee for row in due.values()])
        ready = [enrolment for enrolment in ids if enrolment in due and due[enrolment].mentee in pairs]
        previous = {row.enrolment: row for row in self.all(*_LATEST(ready))} if ready else {}
        threads = threads_by_id(self, {row.thread for row in previous.values() if row.thread is not None})
        return {
            enrolment: _context(due[enrolment], pairs[due[enrolment].mentee], previous.get(enrolment), threads)
            for enrolment in ready
        }

    def enrolments(self, programme: ProgrammeName) -> dict[PersonId, EnrolmentId]:
        """The enrolment of each mentee of that programme who has one."""
        found = self.all(select(ENROLMENT.c.mentee, ENROLMENT.c.id).where(ENROLMENT.c.programme == programme))
        return {PersonId(row.mentee): EnrolmentId(row.id) for row in found}

    def _pairs_of(self, mentees: list[str]) -> dict[str, Pair]:
        """The live pair of each; a proposed one while there is none, so that the decision can say what it waits for."""
        if not mentees:
            return {}
        chosen: dict[str, Found] = {}
        for row in self.all(*_OPEN_PAIRS(mentees)):
            before = chosen.setdefault(row.mentee, row)
            if row.state == PairState.LIVE.value != before.state:
                chosen[row.mentee] = row
        rows = list(chosen.values())
        return dict(zip((row.mentee for row in rows), opened_pairs(self, rows), strict=True))


def _context(row: Found, pair: Pair, previous: Found | None, threads: Mapping[str, Thread]) -> DispatchContext:
    return DispatchContext(
        enrolment=EnrolmentId(row.id),
        occurrence=row.next_occurrence,
        due_at=row.next_due_at,
        anchor_at=row.anchor_at,
        programme=ProgrammeName(row.programme),
        pair=pair,
        previous_round=RoundId(previous.id) if previous is not None else None,
        previous_thread=threads.get(previous.thread) if previous is not None else None,
    )
