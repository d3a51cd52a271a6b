"""mailbot's own side, in a process of its own: the daemon as `mailbot run` builds it, with a clock set by hand.

`mailbot_side.py dispatch FOLDER`: takes the roster in, then sends the first round; prints one JSON line.
`mailbot_side.py serve FOLDER`: the same, then prints "ready" and relays until it is told to stop by SIGTERM.
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from memory import peak_megabytes
from world import BEFORE, DUE

from mailbot import eventlog
from mailbot.config import load_config
from mailbot.daemon import Daemon


class HandSetClock:
    """Stands where it is put and runs on from there."""

    def __init__(self, at: datetime) -> None:
        self.put(at)

    def put(self, at: datetime) -> None:
        """Set by hand."""
        self.at = at
        self.since = time.monotonic()

    def __call__(self) -> datetime:
        """Aware UTC."""
        return self.at + timedelta(seconds=time.monotonic() - self.since)


def main(mode: str, folder: Path) -> None:
    eventlog.configure(stream=(folder / "log").open("w"))
    clock = HandSetClock(BEFORE)
    daemon = Daemon(load_config(folder / "config.toml", os.environ), clock=clock)
    taken_in = daemon.tick()
    roster_peak = peak_megabytes()
    clock.put(DUE)
    began = time.monotonic()
    dispatched = sent = 0
    while (counts := daemon.tick()).dispatched or counts.sent:
        dispatched += counts.dispatched
        sent += counts.sent
    print(
        json.dumps(
            {
                "began": began,
                "ended": time.monotonic(),
                "before": taken_in.sent,
                "dispatched": dispatched,
                "sent": sent,
                "roster_peak_megabytes": roster_peak,
                "peak_megabytes": peak_megabytes(),
            }
        ),
        flush=True,
    )
    if mode == "serve":
        daemon.run()
    daemon.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
