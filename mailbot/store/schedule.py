"""Whose form is due, and all that one form is made of."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, select

from mailbot.model.context import DispatchContext
from mailbot.model.ids import EnrolmentId, PersonId, ProgrammeName, RoundId
from mailbot.model.people import Pair, PairState
from mailbot.store.pairs import OPEN_STATES, opened_pairs
from mailbot.store.tables import ENROLMENT, PAIR, ROUND
from mailbot.store.threads import thread_by_id
from mailbot.store.work import Work


class Schedule(Work):
    """Queries about what is due."""

    def due(self, *, now: datetime, limit: int) -> tuple[EnrolmentId, ...]:
        """Enrolments that are due and have a pair, longest overdue first."""
        paired = exists().where(PAIR.c.mentee == ENROLMENT.c.mentee, PAIR.c.state.in_(OPEN_STATES))
        statement = select(ENROLMENT.c.id).where(ENROLMENT.c.next_due_at <= now, paired)
        found = self.all(statement.order_by(ENROLMENT.c.next_due_at, ENROLMENT.c.id).limit(limit))
        return tuple(EnrolmentId(row.id) for row in found)

    def dispatch_context(self, enrolment: EnrolmentId, *, now: datetime) -> DispatchContext | None:
        """What a form is made of; None when it is not due any more, or another clock is at it."""
        locked = select(ENROLMENT).where(ENROLMENT.c.id == enrolment, ENROLMENT.c.next_due_at <= now)
        row = self.one(locked.with_for_update(skip_locked=True))
        pair = self._pair_of(row.mentee) if row is not None else None
        if row is None or pair is None:
            return None
        previous = self.one(
            select(ROUND.c.id, ROUND.c.thread)
            .where(ROUND.c.enrolment == enrolment)
            .order_by(ROUND.c.occurrence.desc())
            .limit(1)
        )
        has_thread = previous is not None and previous.thread is not None
        return DispatchContext(
            enrolment=enrolment,
            occurrence=row.next_occurrence,
            due_at=row.next_due_at,
            anchor_at=row.anchor_at,
            programme=ProgrammeName(row.programme),
            pair=pair,
            previous_round=RoundId(previous.id) if previous is not None else None,
            previous_thread=thread_by_id(self, previous.thread) if previous is not None and has_thread else None,
        )

    def enrolments(self, programme: ProgrammeName) -> dict[PersonId, EnrolmentId]:
        """The enrolment of each mentee of that programme who has one."""
        found = self.all(select(ENROLMENT.c.mentee, ENROLMENT.c.id).where(ENROLMENT.c.programme == programme))
        return {PersonId(row.mentee): EnrolmentId(row.id) for row in found}

    def _pair_of(self, mentee: str) -> Pair | None:
        """Their live pair; a proposed one while there is none, so that the decision can say what it waits for."""
        found = self.all(
            select(PAIR)
            .where(PAIR.c.mentee == mentee, PAIR.c.state.in_(OPEN_STATES))
            .order_by(PAIR.c.created_at.desc(), PAIR.c.id)
        )
        live = [row for row in found if row.state == PairState.LIVE.value]
        chosen = (live or list(found))[:1]
        return opened_pairs(self, chosen)[0] if chosen else None
