"""When to try a message again that the smart host did not take."""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.model.context import RetryState

_STEPS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 30, 60, 120, 240))
GIVE_UP_AFTER = timedelta(days=5)


def next_attempt_at(state: RetryState, *, now: datetime, jitter: float) -> datetime | None:
    """When to try again, None when it is time to give up (five days after it was queued).

    `state.attempts` counts the one that has just failed; `jitter` in [0, 1) spreads the wait by ±10%, so that a
    thousand messages that failed together do not come back together.
    """
    if now - state.queued_at >= GIVE_UP_AFTER:
        return None
    step = _STEPS[min(state.attempts, len(_STEPS)) - 1]
    return now + step * (0.9 + 0.2 * jitter)
