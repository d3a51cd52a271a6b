"""Forms that are due: the round's row and the message in the outbox commit together (T2), a batch at a time.

A batch that meets a conflict or a failure is rolled back and gone through one by one, so that one enrolment in
trouble keeps no other from its form.
"""

from __future__ import annotations

import traceback
from pathlib import Path

from mailbot import eventlog
from mailbot.decide.dispatching import Dispatch, dispatch
from mailbot.errors import StoreConflict, TemporaryFailure
from mailbot.flows.world import World
from mailbot.model.ids import EnrolmentId

LOOK_AHEAD = 500
BATCH = 25  # about 100 ms of one transaction


def dispatch_due(world: World) -> int:
    """How many forms were queued; everything that was due has been looked at."""
    queued = 0
    seen: set[EnrolmentId] = set()
    while True:
        with world.store.begin() as unit:
            due = unit.due(now=world.now(), limit=LOOK_AHEAD)
        fresh = [enrolment for enrolment in due if enrolment not in seen]
        if not fresh:
            return queued
        seen.update(fresh)
        for at in range(0, len(fresh), BATCH):
            queued += _dispatch(world, tuple(fresh[at : at + BATCH]))


def _dispatch(world: World, ids: tuple[EnrolmentId, ...]) -> int:
    try:
        return _dispatch_batch(world, ids)
    except TemporaryFailure:
        raise
    except Exception as error:  # noqa: BLE001 - the boundary of this flow's unit
        if len(ids) > 1:
            return sum(_dispatch(world, (one,)) for one in ids)
        # Another daemon that was faster is no trouble: UNIQUE(enrolment, occurrence) has kept the second form back.
        reason = "already_sent" if isinstance(error, StoreConflict) else "unexpected_failure"
        eventlog.skipped(enrolment=ids[0], occurrence=-1, reason=reason)
        if reason == "unexpected_failure":
            frames = traceback.extract_tb(error.__traceback__)[-6:]
            places = tuple(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
            eventlog.failure_place(error_id=ids[0], frames=(type(error).__name__, *places))
        return 0


def _dispatch_batch(world: World, ids: tuple[EnrolmentId, ...]) -> int:
    now = world.now()
    with world.store.begin() as unit:
        contexts = unit.dispatch_contexts(ids, now=now)
        decisions = {enrolment: dispatch(context, world.desk(now)) for enrolment, context in contexts.items()}
        unit.apply(tuple(effect for one in decisions.values() for effect in one.effects), now=now)
    for enrolment, decision in decisions.items():
        _log(enrolment, decision)
    return sum(decision.reason == "sent" for decision in decisions.values())


def _log(enrolment: EnrolmentId, decision: Dispatch) -> None:
    if decision.reason == "sent":
        eventlog.dispatched(enrolment=enrolment, occurrence=decision.occurrence, form="sent")
    else:
        eventlog.skipped(enrolment=enrolment, occurrence=decision.occurrence, reason=decision.reason)
