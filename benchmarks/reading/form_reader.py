"""The reader of forms: the time for a usual reply, how it grows up to 25 MB, and what hostile replies cost it.

Run as a program it reads one reply in a process of its own: `form_reader.py LABEL TIMES` prints seconds and megabytes.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mailbot.errors import MalformedMessage
from mailbot.message.parse import parse
from mailbot.model.form import QuestionKind
from mailbot.reading.answers import read_reply
from tests.reading import forms
from tests.reading.shapes import quoted_text

MEGABYTE = 1_000_000
QUESTIONS = tuple(
    forms.question(number, QuestionKind.TEXT, f"What have you seen of kind {number} in the past two months, and why?")
    for number in range(1, 13)
)
SHEET = forms.sheet_of(QUESTIONS)
ANSWERS = {
    number: f"Answer of kind {number}, in a sentence of a usual length, and another one. " * 5
    for number in range(1, 13)
}
WRITER = ("Zoë Müller",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """One input in growing sizes: seconds for each, memory for the largest."""

    label: str
    seconds: list[float]
    megabytes: float

    @property
    def worst_ratio(self) -> float:
        """The largest of the ratios of neighbours, the sizes doubling; below a tenth of a second it is all noise."""
        steady = [max(second, 0.1) for second in self.seconds]
        return max((b / a for a, b in pairwise(steady)), default=1.0)


def reply(kind: str, body: str) -> bytes:
    head = f"From: a@b.test\nTo: c@d.test\nMIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\n\n"
    return (head + body).encode()


def usual_reply() -> bytes:
    return reply("plain", quoted_text(QUESTIONS, ANSWERS))


def read(raw: bytes) -> None:
    try:
        message = parse(raw)
    except MalformedMessage:  # refused before it is read, more than 600,000 lines for one: the time is that of refusing
        return
    read_reply(SHEET, message.bodies, writer_names=WRITER)


def usual_seconds(times: int = 300) -> tuple[float, float, int]:
    """Median and 99th of 100 for a usual reply, and its bytes."""
    raw = usual_reply()
    seconds = []
    for _ in range(times):
        started = time.process_time()
        read(raw)
        seconds.append(time.process_time() - started)
    seconds.sort()
    return statistics.median(seconds), seconds[int(0.99 * (times - 1))], len(raw)


def _older(quote: str) -> Callable[[int], bytes]:
    """A usual reply with that many bytes of older mail below it."""
    return lambda size: usual_reply() + (quote * (size // len(quote))).encode()


INPUTS: dict[str, Callable[[int], bytes]] = {
    "a usual reply, older mail below": _older("> > words of an older message that was quoted with it again\n"),
    "bare > lines": lambda size: reply("plain", ">\n" * (size // 2)),
    "one line": lambda size: reply("plain", "x" * size),
    "On, again and again": lambda size: reply("plain", "On " * (size // 3)),
    "newlines": lambda size: reply("plain", "\n" * size),
    "nested tags": lambda size: reply("html", "<div>" * (size // 5) + "x"),
    "<br>": lambda size: reply("html", "<br>" * (size // 4)),
    "questions, again and again": lambda size: reply("plain", (quoted_text(QUESTIONS, {}) + "\n") * (size // 3000)),
}
# What the notes on mail programs name: 1 MB of ">", a line of 200 kB, "On " and newlines, 3,000 tags, 200,000 <br>.
HOSTILE = {
    "bare > lines": MEGABYTE,
    "one line": 200_000,
    "On, again and again": 150_000,
    "newlines": 500_000,
    "nested tags": 15_000,
    "<br>": 800_000,
    "questions, again and again": MEGABYTE,
}


def in_a_process(label: str, size: int) -> tuple[float, float]:
    """Seconds and megabytes of a process that reads one reply of that size."""
    command = [sys.executable, __file__, label, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    seconds, megabytes = json.loads(done.stdout)
    return seconds, megabytes


def growth(label: str, sizes: list[int]) -> Growth:
    """How the time for that input grows with its size."""
    found = [in_a_process(label, size) for size in sizes]
    return Growth(label=label, seconds=[row[0] for row in found], megabytes=found[-1][1])


def main() -> None:
    raw = INPUTS[sys.argv[1]](int(sys.argv[2]))
    read(usual_reply())
    started = time.process_time()
    read(raw)
    seconds = time.process_time() - started
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


if __name__ == "__main__":
    main()
