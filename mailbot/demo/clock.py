"""A clock set by hand: the demo walks through a year in a minute, and asks no other for the time."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Called, it gives the aware UTC instant at which the little world stands."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)
        self._started: float | None = None

    def __call__(self) -> datetime:
        """The instant now; it stands still until moved, or until `run` was called."""
        if self._started is None:
            return self._now
        return self._now + timedelta(seconds=time.monotonic() - self._started)

    def move_to(self, instant: datetime) -> None:
        """The clock stands at that instant. ValueError when it lies in the past: mail must not arrive backwards."""
        if instant < self():
            raise ValueError(
                f"the clock stands at {self():%Y-%m-%d %H:%M} and cannot go back to {instant:%Y-%m-%d %H:%M}"
            )
        self._now = instant.astimezone(UTC)

    def forward(self, step: timedelta) -> None:
        """The clock stands that much later."""
        self.move_to(self() + step)

    def run(self) -> None:
        """From now on it moves with real time (`mailbot demo --stay`)."""
        self._now, self._started = self(), time.monotonic()
