"""T2: a message taken in is decided, and all of the decision's rows commit together with its mark.

The attempt is counted and committed before parsing, so that a message that kills the process is put aside after
three tries. An unexpected failure rolls back and shunts the row under an error id; the raw bytes stay.
"""

from __future__ import annotations

import traceback
from collections import Counter
from pathlib import Path

from mailbot import eventlog
from mailbot.decide.clues import clues_of
from mailbot.decide.judge import judge
from mailbot.errors import MalformedMessage, StoreConflict, TemporaryFailure
from mailbot.flows.own_verdict import with_own_verdict
from mailbot.flows.world import World
from mailbot.message.parse import parse
from mailbot.model.effect import Disposition, InboxState
from mailbot.model.ids import InboxId
from mailbot.model.inbound import InboundMessage
from mailbot.store.inbox import TakenIn
from mailbot.store.store import Unit

MAX_ATTEMPTS = 3


def process_next(world: World) -> InboxState | None:
    """How the oldest undecided message ended; None when there is none."""
    with world.store.begin(durable=False) as unit:
        begun = unit.begin_next(now=world.now())
    if begun is None:
        return None
    inbox = begun.inbox
    if begun.attempts > MAX_ATTEMPTS:
        return _shunt(world, inbox, "too_many_attempts", None)
    try:
        return _process(world, begun.taken_in())
    except StoreConflict:
        return InboxState.RECEIVED  # another worker was faster; if it was not, the attempts run out
    except TemporaryFailure:
        with world.store.begin() as unit:  # raises too while the database is away: then it counts, and is tried again
            unit.uncount_attempt(inbox)
        raise
    except MalformedMessage as error:
        return _shunt(world, inbox, "malformed", error)
    except Exception as error:  # noqa: BLE001 - the one boundary of this flow: nothing may stop the queue
        return _shunt(world, inbox, "unexpected_failure", error)


def read(world: World, taken: TakenIn) -> InboundMessage:
    """The raw bytes as values."""
    message = parse(
        taken.raw,
        envelope_sender=taken.envelope_sender,
        envelope_recipients=taken.recipients,
        trusted_authserv_ids=world.trusted_authserv_ids,
        limits=world.service.limits,
    )
    return with_own_verdict(world, message, taken.raw)


def decide(world: World, unit: Unit, taken: TakenIn, message: InboundMessage) -> Disposition:
    """The decision on one message, with all that the store knows about it; writes nothing."""
    now = world.now()
    context = unit.context(
        taken.inbox,
        clues=clues_of(message, world.service),
        message_id=message.message_id,
        received_at=taken.received_at,
        now=now,
    )
    return judge(message, context, world.desk(now))


def _process(world: World, taken: TakenIn) -> InboxState:
    message = read(world, taken)
    with world.store.begin() as unit:
        disposition = decide(world, unit, taken, message)
        writer = message.sender.key if message.sender is not None else ""
        unit.settle(taken.inbox, disposition, now=world.now(), writer=writer)
    eventlog.settled(
        inbox=taken.inbox,
        kind=disposition.kind,
        reason=disposition.reason,
        state=disposition.state,
        effects=len(disposition.effects),
    )
    for kind, count in Counter(hit.kind for hit in disposition.withheld).items():
        eventlog.kept_back(inbox=taken.inbox, kind=kind, count=count)
    return disposition.state


def _shunt(world: World, inbox: InboxId, reason: str, error: Exception | None) -> InboxState:
    error_id = world.new_id()
    with world.store.begin() as unit:
        unit.shunt(inbox, error_id=error_id, reason=reason, now=world.now())
    eventlog.shunted(inbox=inbox, error_id=error_id, error=type(error).__name__ if error else reason)
    if error is not None:
        frames = traceback.extract_tb(error.__traceback__)[-6:]
        eventlog.failure_place(error_id=error_id, frames=tuple(f"{Path(f.filename).name}:{f.lineno}" for f in frames))
    return InboxState.SHUNTED
