"""The demo from beginning to end in one folder: the year, planted faults if any, the checks, the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from mailbot.demo import closing, little_world, staying
from mailbot.demo.checks import findings
from mailbot.demo.page import write_page
from mailbot.demo.sabotage import SABOTAGES, Sabotage


def play_and_check(
    root: Path,
    *,
    out: Path,
    console: Console,
    stay: bool,
    sabotage: str,
    rounds: int,
    tell: Callable[[str], None],
    done: Callable[[], None],
) -> int:
    """0 when every promise was kept, else 1. `done` is called before anything is printed."""
    planted = SABOTAGES[sabotage] if sabotage else Sabotage(promise="")
    with little_world.little_world(root) as world:
        planted.before(world)
        little_world.play(world, rounds_to_play=rounds, tell=tell)
        planted.after(world)
        tell("Looking into every mailbox, log and file")
        evidence = little_world.evidence_of(world, rounds_played=rounds)
        found = findings(evidence)
        tell("Writing the page")
        page = write_page(out, evidence, found, sent=world.walk.sent)
        done()
        closing.show(evidence, found, page, console)
        if stay:
            staying.settings(world, console)
            staying.stay(world)
    return 1 if any(finding.faults for finding in found) else 0
