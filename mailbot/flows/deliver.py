"""T3 and T4: claim rows of the outbox under a lease, send them with no transaction open, mark the outcome.

A worker that dies between the smart host's 250 and its mark leaves the only possible duplicate, under the same
Message-ID; an expired lease makes sure that nothing is lost.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from mailbot import eventlog
from mailbot.decide.retry import next_attempt_at
from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.flows.world import World
from mailbot.model.context import RetryState
from mailbot.store.outbox import Claimed

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
    return Counter(world.senders.map(lambda one: _send(world, one), claimed))


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


def _send(world: World, one: Claimed) -> str:
    """What became of one message: "sent", "deferred" or "failed"."""
    attempts = one.attempts
    try:
        world.submission.send(envelope_from=one.envelope_from, envelope_to=one.envelope_to, raw=one.raw)
    except TemporaryFailure as error:
        return _defer(world, one, str(error))
    except PermanentFailure as error:
        return _fail(world, one, str(error))
    except Exception as error:  # noqa: BLE001 - one message that cannot be sent must not keep the others waiting
        return _defer(world, one, type(error).__name__)
    with world.store.begin() as unit:
        unit.sent(one.outbox, now=world.now())
    eventlog.sent(outbox=one.outbox, template=one.template, attempts=attempts)
    return "sent"


def _defer(world: World, one: Claimed, status: str) -> str:
    now = world.now()
    state = RetryState(attempts=one.attempts, queued_at=one.queued_at)
    until = next_attempt_at(state, now=now, jitter=random.random())  # noqa: S311 - spreads retries, guards nothing
    if until is None:
        return _fail(world, one, status)
    with world.store.begin() as unit:
        unit.defer(one.outbox, until=until, error=status)
    eventlog.deferred(
        outbox=one.outbox,
        template=one.template,
        attempts=one.attempts,
        status=status,
        retry_seconds=int((until - now).total_seconds()),
    )
    return "deferred"


def _fail(world: World, one: Claimed, status: str) -> str:
    with world.store.begin() as unit:
        unit.fail(one.outbox, reason=status, now=world.now())
    eventlog.failed(outbox=one.outbox, template=one.template, attempts=one.attempts, status=status)
    return "failed"
