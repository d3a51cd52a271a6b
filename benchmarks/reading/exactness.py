"""How much of a set of replies each parser reads exactly, and in what time: every one is given the same texts."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sources import rivals_python

CONTENDER = Path(__file__).with_name("contender.py")
SIGNATURE = 220  # characters of a last block that may be kept or dropped where only the signature is in dispute


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one parser made of one set."""

    contender: str
    count: int
    exact: int
    tolerant: int  # exact, or a last block of up to SIGNATURE characters more or less
    errors: int
    median: float  # seconds
    slowest: float  # the 99th of 100


def measured(contender: str, replies: list[dict[str, Any]], *, timeout: float = 300) -> dict[str, Any]:
    """What the contender found, and how much memory its process needed; TimeoutExpired when it did not end."""
    python = sys.executable if contender.startswith("mailbot") else str(rivals_python())
    command = [python, str(CONTENDER), contender]
    done = subprocess.run(
        command, input=json.dumps(replies), capture_output=True, text=True, check=True, timeout=timeout
    )
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome


def score(contender: str, replies: list[dict[str, Any]]) -> Score:
    """The contender's score over the replies, each with the "expected" words."""
    found = measured(contender, replies)["found"]
    pairs = [
        (squeezed(row.get("words", "")), squeezed(reply["expected"])) for row, reply in zip(found, replies, strict=True)
    ]
    seconds = sorted(row["seconds"] for row in found)
    return Score(
        contender=contender,
        count=len(pairs),
        exact=sum(words == wanted for words, wanted in pairs),
        tolerant=sum(is_tolerable(words, wanted) for words, wanted in pairs),
        errors=sum("error" in row for row in found),
        median=statistics.median(seconds),
        slowest=seconds[int(0.99 * (len(seconds) - 1))],
    )


def squeezed(text: str) -> str:
    return " ".join(text.split())


def is_tolerable(words: str, wanted: str) -> bool:
    if words == wanted:
        return True
    longer, shorter = max(words, wanted, key=len), min(words, wanted, key=len)
    return bool(shorter) and longer.startswith(shorter) and len(longer) - len(shorter) <= SIGNATURE
