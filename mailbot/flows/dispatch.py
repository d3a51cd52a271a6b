"""Forms that are due: one T2 each, so that the row of the round and the message in the outbox commit together."""

from __future__ import annotations

from mailbot import eventlog
from mailbot.decide.dispatching import dispatch
from mailbot.errors import StoreConflict, TemporaryFailure
from mailbot.flows.world import World
from mailbot.model.ids import EnrolmentId

BATCH = 500


def dispatch_due(world: World) -> int:
    """How many forms were queued; everything that was due has been looked at."""
    queued, seen = 0, set[EnrolmentId]()
    while True:
        with world.store.begin() as unit:
            due = [one for one in unit.due(now=world.now(), limit=BATCH) if one not in seen]
        for enrolment in due:
            queued += _dispatch_one(world, enrolment)
        if not due:
            return queued
        seen.update(due)


def _dispatch_one(world: World, enrolment: EnrolmentId) -> bool:
    """Whether a form was queued; another daemon that was faster is no error: UNIQUE(enrolment, occurrence)."""
    now = world.now()
    try:
        with world.store.begin() as unit:
            context = unit.dispatch_context(enrolment, now=now)
            if context is None:
                return False
            decision = dispatch(context, world.desk(now))
            unit.apply(decision.effects, now=now)
    except StoreConflict:
        eventlog.skipped(enrolment=enrolment, occurrence=-1, reason="already_sent")
        return False
    except TemporaryFailure:
        raise
    except Exception as error:  # noqa: BLE001 - one form that cannot be made must not keep the others waiting
        eventlog.skipped(enrolment=enrolment, occurrence=-1, reason=type(error).__name__)
        return False
    if decision.reason != "sent":
        eventlog.skipped(enrolment=enrolment, occurrence=decision.occurrence, reason=decision.reason)
        return False
    eventlog.dispatched(enrolment=enrolment, occurrence=decision.occurrence, form="sent")
    return True
