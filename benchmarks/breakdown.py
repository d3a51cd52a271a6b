"""Where the milliseconds of one relayed post go, in this process: accept (T1), process (T2), deliver (T3, T4).

`breakdown.py [POSTS]` prints milliseconds a post for each; `breakdown.py POSTS --profile` also the costliest functions
of process. Not part of `make bench`: it is for whoever makes mailbot faster.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from dispatch import mailbot_side
from letters import filled_in, is_form, post
from mailbot_side import HandSetClock
from sink import Sink
from spool import Message
from world import DUE, lay_out

from mailbot import eventlog
from mailbot.config import load_config
from mailbot.daemon import Daemon
from mailbot.flows.accept import accept_raw
from mailbot.flows.tick import deliver_all, process_all

PAIRS = 20


def main(posts: int, *, profile: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="mailbot-breakdown-") as name, Sink(Path(name) / "sink") as sink:
        folder = Path(name) / "mailbot"
        lay_out(folder, mentees=PAIRS, sink_port=sink.port, listener_port=0)
        mailbot_side("enrol", folder)
        eventlog.configure(stream=(folder / "log").open("a"))
        daemon = Daemon(load_config(folder / "config.toml", os.environ), clock=HandSetClock(DUE))
        daemon.tick()
        packets = conversed(daemon, sink)
        letters = [post(packets[number % PAIRS], number) for number in range(posts)]
        timed("accept", posts, lambda: accepted(daemon, letters))
        profiler = cProfile.Profile() if profile else nullcontext()
        with profiler:
            timed("process", posts, lambda: process_all(daemon.world))
        timed("deliver", posts, lambda: deliver_all(daemon.world))
        if isinstance(profiler, cProfile.Profile):
            pstats.Stats(profiler).sort_stats("cumulative").print_stats(50)
        daemon.close()


def conversed(daemon: Daemon, sink: Sink) -> list[Message]:
    """The packets of all pairs, once every mentee has answered the form."""
    forms = [message for arrival in sink.arrivals() if is_form(message := sink.message(arrival))]
    before = sink.count()
    accepted(daemon, [filled_in(form) for form in forms])
    process_all(daemon.world)
    deliver_all(daemon.world)
    arrived = (sink.message(arrival) for arrival in sink.arrivals(before))
    return [message for message in arrived if message.recipient.startswith("c")]


def accepted(daemon: Daemon, messages: list[Message]) -> None:
    for one in messages:
        envelope = {"envelope_sender": one.sender, "recipients": (one.recipient,)}
        accept_raw(daemon.world, one.raw, source="smtp", **envelope)


def timed(step: str, posts: int, work: Callable[[], object]) -> None:
    began = time.monotonic()
    work()
    print(f"{step:<8} {(time.monotonic() - began) / posts * 1000:7.2f} ms a post")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    main(numbers[0] if numbers else 200, profile="--profile" in sys.argv[1:])
