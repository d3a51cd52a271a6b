"""A round goes out: how long the daemon takes for it, and how long the sink alone needs for the very same bytes."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ports import free_port
from pump import pumped
from sink import Sink
from spool import append
from world import lay_out

HERE = Path(__file__).parent


def mailbot_side(mode: str, folder: Path) -> dict[str, float]:
    """What it said; a process of its own each time, so that its memory is its own."""
    command = [sys.executable, str(HERE / "mailbot_side.py"), mode, str(folder)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One size of round."""

    forms: int
    seconds: float
    sink_seconds: float
    peak_megabytes: float
    roster_peak_megabytes: float


def measured_dispatch(folder: Path, *, forms: int) -> Dispatch:
    folder.mkdir()
    with Sink(folder / "sink") as sink:
        lay_out(folder / "mailbot", mentees=forms, sink_port=sink.port, listener_port=free_port())
        roster = mailbot_side("enrol", folder / "mailbot")
        mailbot = mailbot_side("dispatch", folder / "mailbot")
        arrivals = sink.arrivals()
        if mailbot["dispatched"] != forms or len(arrivals) != forms:
            raise RuntimeError(f"{mailbot} of {forms} forms; {len(arrivals)} messages reached the sink")
        with (folder / "again").open("wb") as spool:
            for arrival in arrivals:
                append(spool, sink.message(arrival))
    with Sink(folder / "bare") as bare:
        began = pumped(folder / "again", port=bare.port)
        sink_seconds = bare.arrivals()[-1].at - min(began)
    return Dispatch(
        forms=forms,
        seconds=max(arrival.at for arrival in arrivals) - mailbot["began"],
        sink_seconds=sink_seconds,
        peak_megabytes=mailbot["peak_megabytes"],
        roster_peak_megabytes=roster["peak_megabytes"],
    )
