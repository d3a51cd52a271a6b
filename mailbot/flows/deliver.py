"""T3 and T4: claim rows of the outbox under a lease, send them with no transaction open, mark the outcome.

A worker that dies between the smart host's 250 and its mark leaves the only possible duplicate, under the same
Message-ID; an expired lease makes sure that nothing is lost.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from mailbot import eventlog
from mailbot.decide.bounces import refused_at_once
from mailbot.decide.retry import next_attempt_at
from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.flows.world import World
from mailbot.model.context import RetryState
from mailbot.store.outbox import Claimed
from mailbot.store.store import Unit

LEASE = timedelta(minutes=10)
BATCH = 100


def deliver_batch(world: World) -> Counter[str]:
    """How many messages were sent, deferred and failed; an empty counter when nothing is due."""
    allowed = _allowance(world)
    if allowed <= 0:
        return Counter()
    now = world.now()
    with world.store.begin(durable=False) as unit:
        claimed = unit.claim(now=now, lease_until=now + LEASE, worker=world.worker, limit=allowed)
    if not claimed:
        return Counter()
    return _send_all(world, claimed)


def _send_all(world: World, claimed: Sequence[Claimed]) -> Counter[str]:
    """Each connection has one message under way and waits for its mark before the next.

    So a kill leaves at most one possible duplicate for each connection, however many marks one commit holds.
    """
    waiting, under_way = iter(claimed), set[Future[_Outcome]]()
    results: Counter[str] = Counter()
    while True:
        for one in islice(waiting, world.connections - len(under_way)):
            under_way.add(world.senders.submit(_send, world, one))
        if not under_way:
            return results
        ended, under_way = wait(under_way, return_when=FIRST_COMPLETED)
        outcomes = [future.result() for future in ended]
        _mark(world, outcomes)
        results.update(outcome.result for outcome in outcomes)


def _allowance(world: World) -> int:
    """How many messages the provider's limits let us send now."""
    allowed = BATCH
    limits, now = world.limits, world.now()
    if limits.per_minute or limits.per_day:
        with world.store.begin() as unit:
            if limits.per_minute:
                allowed = min(allowed, limits.per_minute - unit.sent_since(since=now - timedelta(minutes=1)))
            if limits.per_day:
                allowed = min(allowed, limits.per_day - unit.sent_since(since=now - timedelta(days=1)))
    return allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What the smart host said about one message; nothing of it is written yet."""

    claimed: Claimed
    result: str  # "sent" | "deferred" | "failed"
    status: str = ""
    until: datetime | None = None
    refused: bool = False  # by the smart host itself, for good


def _send(world: World, one: Claimed) -> _Outcome:
    """The message handed over, or why not; runs in a thread of its own with its own connection."""
    try:
        world.submission.send(envelope_from=one.envelope_from, envelope_to=one.envelope_to, raw=one.raw)
    except PermanentFailure as error:
        return _Outcome(claimed=one, result="failed", status=str(error), refused=True)
    except TemporaryFailure as error:
        return _deferred(world, one, str(error))
    except Exception as error:  # noqa: BLE001 - one message that cannot be sent must not keep the others waiting
        return _deferred(world, one, type(error).__name__)
    return _Outcome(claimed=one, result="sent")


def _deferred(world: World, one: Claimed, status: str) -> _Outcome:
    state = RetryState(attempts=one.attempts, queued_at=one.queued_at)
    jitter = random.random()  # noqa: S311 - spreads retries, guards nothing
    until = next_attempt_at(state, now=world.now(), jitter=jitter)
    return _Outcome(claimed=one, result="failed" if until is None else "deferred", status=status, until=until)


def _mark(world: World, outcomes: Sequence[_Outcome]) -> None:
    """T4 for every message that has ended since the last one: they commit together."""
    now = world.now()
    with world.store.begin() as unit:
        for one in outcomes:
            outbox = one.claimed.outbox
            if one.result == "sent":
                unit.sent(outbox, now=now)
            elif one.until is not None:
                unit.defer(outbox, until=one.until, error=one.status)
            elif unit.fail(outbox, reason=one.status, now=now):
                _tell(world, unit, one, now)
    for one in outcomes:
        _log(one, now)


def _tell(world: World, unit: Unit, one: _Outcome, now: datetime) -> None:
    """What follows when a message did not leave for good, in the same transaction: no report will come back of it."""
    copy = unit.sent_copy(one.claimed.outbox, now=now)
    if copy is not None:
        answer = one.status if one.refused else ""
        unit.apply(refused_at_once(copy, answer, world.desk(now)), now=now)


def _log(one: _Outcome, now: datetime) -> None:
    row = one.claimed
    if one.result == "sent":
        eventlog.sent(outbox=row.outbox, template=row.template, attempts=row.attempts)
    elif one.until is not None:
        seconds = int((one.until - now).total_seconds())
        eventlog.deferred(
            outbox=row.outbox, template=row.template, attempts=row.attempts, status=one.status, retry_seconds=seconds
        )
    else:
        eventlog.failed(outbox=row.outbox, template=row.template, attempts=row.attempts, status=one.status)
