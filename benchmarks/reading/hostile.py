"""Texts made to make a parser hang, each in two sizes: a parser that has not ended after 8 seconds is killed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass

from exactness import measured

PATIENCE = 8.0

INPUTS: dict[str, Callable[[int], str]] = {
    "1 MB of bare > lines": lambda n: ">\n" * (500_000 * n),
    "1 MB of > q lines": lambda n: "> q\n" * (250_000 * n),
    "one line of 200 kB": lambda n: "x" * (200_000 * n),
    "On, 50,000 times": lambda n: "On " * (50_000 * n),
    "On, on 50,000 lines": lambda n: "On \n" * (50_000 * n),
    "500,000 newlines": lambda n: "\n" * (500_000 * n),
    "On Mon, a <a@b>, 5,000 times": lambda n: "On Mon, a <a@b> " * (5_000 * n),
    "5,000 lines without wrote": lambda n: "On Mon, 2 Mar 2026 at 10:11, A <a@b.c>\n" * (5_000 * n),
    "From: a, 20,000 lines": lambda n: "From: a\n" * (20_000 * n),
    "200 kB of -": lambda n: "-" * (200_000 * n),
    "200 kB of _": lambda n: "_" * (200_000 * n),
    "200 kB of blanks": lambda n: " " * (200_000 * n) + "x",
    "> 20,000 deep": lambda n: ">" * (20_000 * n) + " x",
    "X wrote:, 20,000 lines": lambda n: "On 2 Mar 2026 at 10:11 X wrote:\n" * (20_000 * n),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Endurance:
    """The seconds for the input and for twice as much, None where the parser was killed; memory of the second."""

    label: str
    once: float | None
    twice: float | None
    megabytes: float


def endurance(contender: str, label: str, *, size: int = 1) -> Endurance:
    """How the contender takes the input of that name."""
    text = INPUTS[label]
    seconds: list[float | None] = []
    megabytes = 0.0
    for times in (size, 2 * size):
        try:
            outcome = measured(contender, [{"text": text(times)}], timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            seconds.append(None)
            continue
        except subprocess.CalledProcessError:  # it died: no better than a hang
            seconds.append(None)
            continue
        seconds.append(None if "error" in outcome["found"][0] else outcome["found"][0]["seconds"])
        megabytes = outcome["megabytes"]
    return Endurance(label=label, once=seconds[0], twice=seconds[1], megabytes=megabytes)
