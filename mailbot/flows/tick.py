"""One pass of everything due: read the files, take in, process, dispatch, deliver."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import timedelta

from mailbot import eventlog
from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.flows.accept import accept_mailbox, has_looked_first
from mailbot.flows.deliver import deliver_batch
from mailbot.flows.dispatch import dispatch_due
from mailbot.flows.ports import Schedules
from mailbot.flows.process import process_next
from mailbot.flows.reload import reload_if_changed
from mailbot.flows.sweep import sweep
from mailbot.flows.world import World
from mailbot.model.effect import InboxState

SWEEP_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TickCounts:
    """What one pass did; the keys of `mailbot tick --json`."""

    accepted: int = 0
    processed: int = 0
    held: int = 0
    refused: int = 0
    shunted: int = 0
    dispatched: int = 0
    sent: int = 0
    deferred: int = 0
    failed: int = 0

    @property
    def is_quiet(self) -> bool:
        """Whether nothing at all happened."""
        return not any(asdict(self).values())


def tick(world: World, schedules: Schedules) -> TickCounts:
    """What was done in one pass; an unreachable mailbox is logged and does not keep the rest from happening."""
    reload_if_changed(world, schedules)
    accepted = _accept(world)
    ended = process_all(world)
    dispatched = dispatch_due(world)
    sweep_if_due(world)
    delivered = deliver_all(world)
    return TickCounts(
        accepted=accepted,
        processed=ended[InboxState.PROCESSED],
        held=ended[InboxState.HELD],
        refused=ended[InboxState.REFUSED],
        shunted=ended[InboxState.SHUNTED],
        dispatched=dispatched,
        sent=delivered["sent"],
        deferred=delivered["deferred"],
        failed=delivered["failed"],
    )


def process_all(world: World) -> Counter[InboxState]:
    """How every message that waited ended."""
    ended: Counter[InboxState] = Counter()
    while (state := process_next(world)) is not None:
        ended[state] += 1
    return ended


def deliver_all(world: World) -> Counter[str]:
    """What became of every message that was due; all wait until the mailbox has been looked at for the first time."""
    total: Counter[str] = Counter()
    if not has_looked_first(world):
        return total
    while batch := deliver_batch(world):
        total += batch
    return total


def sweep_if_due(world: World) -> None:
    """An hour after the last sweep, another one; a mailbox that does not answer waits for the next."""
    now = world.now()
    if world.swept_at is not None and now - world.swept_at < SWEEP_EVERY:
        return
    world.swept_at = now
    try:
        sweep(world)
    except (TemporaryFailure, PermanentFailure) as error:
        eventlog.mailbox_unreachable(error=str(error), retry_seconds=int(SWEEP_EVERY.total_seconds()))


def _accept(world: World) -> int:
    world.trouble = ""
    try:
        return accept_mailbox(world)
    except (TemporaryFailure, PermanentFailure) as error:
        world.trouble = str(error)
        eventlog.mailbox_unreachable(error=str(error), retry_seconds=0)
        return 0
