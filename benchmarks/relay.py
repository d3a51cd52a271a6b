"""Posts pass through: messages a second when they come all at once, and the 99th percentile when they come steadily.

The posts are answers to packets that mailbot itself sent a moment before; the floor is fed the very same bytes.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dispatch import mailbot_side
from letters import filled_in, is_form, post
from memory import peak_megabytes
from ports import free_port, wait_until_open
from pump import pumped
from sink import Sink
from spool import Message, append
from world import lay_out

HERE = Path(__file__).parent
PAIRS = 20
PACE = 20  # messages a second, for the 99th percentile


@dataclass(frozen=True, slots=True)
class Relay:
    """Both sides; percentiles in seconds."""

    pace: int
    floor_per_second: float
    mailbot_per_second: float
    floor_p99: float
    mailbot_p99: float
    peak_megabytes: float


def measured_relay(folder: Path, *, posts: int, paced: int) -> Relay:
    folder.mkdir()
    with Sink(folder / "sink") as sink:
        port = free_port()
        lay_out(folder / "mailbot", mentees=PAIRS, sink_port=sink.port, listener_port=port)
        mailbot_side("enrol", folder / "mailbot")
        with child("mailbot_side.py", "serve", str(folder / "mailbot")) as daemon:
            wait_until_open(port)
            packets = conversation(folder, sink, port)
            burst = spooled(folder / "burst", [post(packets[n % PAIRS], n) for n in range(posts)])
            steady = spooled(folder / "steady", [post(packets[n % PAIRS], posts + n) for n in range(paced)])
            mailbot_rate = rate(sink, burst, port=port, notes=range(posts))
            mailbot_p99 = p99(sink, steady, port=port, notes=range(posts, posts + paced))
            peak = peak_megabytes(daemon.pid)
            daemon.terminate()
    with Sink(folder / "floor-sink") as sink, child("floor.py", str(folder), str(sink.port)) as floor:
        port = int(floor.first_line)
        floor_rate = rate(sink, burst, port=port, notes=range(posts))
        floor_p99 = p99(sink, steady, port=port, notes=range(posts, posts + paced))
    return Relay(
        pace=PACE,
        floor_per_second=floor_rate,
        mailbot_per_second=mailbot_rate,
        floor_p99=floor_p99,
        mailbot_p99=mailbot_p99,
        peak_megabytes=peak,
    )


def conversation(folder: Path, sink: Sink, port: int) -> list[Message]:
    """The packets that the mentors get once every mentee has answered the form, by way of real mail."""
    forms = [sink.message(arrival) for arrival in sink.arrivals()]
    forms = [form for form in forms if is_form(form)]
    answers = spooled(folder / "answers", [filled_in(form) for form in forms])
    seen = sink.count()
    pumped(answers, port=port)
    sink.wait_for(seen + 2 * PAIRS)  # a packet and a receipt for each
    arrived = [sink.message(arrival) for arrival in sink.arrivals(seen)]
    packets = [message for message in arrived if message.recipient.startswith("c")]
    if len(packets) != PAIRS:
        raise RuntimeError(f"{len(packets)} packets for {PAIRS} answered forms")
    return packets


def rate(sink: Sink, spool: Path, *, port: int, notes: range) -> float:
    """Messages a second, from the first byte sent to the last message at the sink."""
    before = sink.count()
    began = pumped(spool, port=port)
    return len(notes) / (max(arrived(sink, before, notes).values()) - min(began))


def p99(sink: Sink, spool: Path, *, port: int, notes: range) -> float:
    """Seconds from the first byte of a message to its arrival at the sink, exceeded by one in a hundred."""
    before = sink.count()
    began = pumped(spool, port=port, per_second=PACE)
    at = arrived(sink, before, notes)
    taken = sorted(at[note] - began[place] for place, note in enumerate(notes))
    return taken[int(0.99 * (len(taken) - 1))]


def arrived(sink: Sink, before: int, notes: range) -> dict[int, float]:
    """When each numbered post first reached the sink; every one must have."""
    sink.wait_for(before + len(notes))
    at: dict[int, float] = {}
    for arrival in sink.arrivals(before):
        at.setdefault(arrival.note, arrival.at)
    lost = [note for note in notes if note not in at]
    if lost:
        raise RuntimeError(f"{len(lost)} of {len(notes)} posts are not at the sink, the first is note {lost[0]}")
    return at


def spooled(path: Path, messages: list[Message]) -> Path:
    """A spool of them."""
    with path.open("wb") as spool:
        for message in messages:
            append(spool, message)
    return path


@contextmanager
def child(script: str, *arguments: str) -> Iterator[Child]:
    """A process that has printed its first line, stopped at the end by closing its standard input."""
    process = Child([sys.executable, str(HERE / script), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        process.first_line = process.stdout.readline().decode()
        if not process.first_line:
            raise RuntimeError(f"{script} ended before it was ready, with exit code {process.wait()}")
        yield process
    finally:
        process.stdin.close()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


class Child(subprocess.Popen):
    """One measured process and what it said first."""

    first_line = ""
