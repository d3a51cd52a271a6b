"""mailbot's own side, in a process of its own: the daemon as `mailbot run` builds it, with a clock set by hand.

`mailbot_side.py enrol FOLDER` takes the roster in, a day before the first round; `dispatch` sends that round; `serve`
sends it too, and then relays until it is told to stop by SIGTERM. Each prints one JSON line.
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
from mailbot.flows.enrol import bring_in


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
    eventlog.configure(stream=(folder / "log").open("a"))
    clock = HandSetClock(BEFORE if mode == "enrol" else DUE)
    began = time.monotonic()
    daemon = Daemon(load_config(folder / "config.toml", os.environ), clock=clock)
    said = enrolled(daemon) if mode == "enrol" else dispatched(daemon)
    print(json.dumps(said | {"began": began, "peak_megabytes": peak_megabytes()}), flush=True)
    if mode == "serve":
        daemon.run()
    daemon.close()


def enrolled(daemon: Daemon) -> dict[str, int]:
    """The roster is in, and the letters that introduce the pairs are settled without a smart host."""
    settled = 0
    bring_in(daemon.world)
    later = daemon.world.now() + timedelta(minutes=1)
    while True:
        with daemon.world.store.begin() as unit:
            claimed = unit.claim(now=later, lease_until=later + timedelta(minutes=1), worker="bench", limit=500)
            for one in claimed:
                unit.sent(one.outbox, now=later)
        if not claimed:
            return {"introduced": settled}
        settled += len(claimed)


def dispatched(daemon: Daemon) -> dict[str, int]:
    """The round is out."""
    forms = sent = 0
    while (counts := daemon.tick()).dispatched or counts.sent:
        forms += counts.dispatched
        sent += counts.sent
    return {"dispatched": forms, "sent": sent}


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
