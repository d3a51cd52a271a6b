"""When a post leaves: at once, or at the next quarter hour, so that its time tells little about its writer's day.

Until then RECALL takes it back.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.decide.desk import Desk
from mailbot.model.programme import Programme

QUARTER = timedelta(minutes=15)


def release_at(programme: Programme, desk: Desk) -> datetime | None:
    """The earliest moment at which a post or a packet may leave; None is at once.

    A quarter of an hour that has just begun is not waited for: the next one is, so that there is time to recall.
    """
    rules = programme.relay
    jitter = timedelta(seconds=desk.mint.below(int(rules.jitter.total_seconds()) + 1)) if rules.jitter else timedelta(0)
    if rules.release == "quarter":
        hour = desk.now.replace(minute=0, second=0, microsecond=0)
        return hour + ((desk.now - hour) // QUARTER + 1) * QUARTER + jitter
    return desk.now + jitter if jitter else None
