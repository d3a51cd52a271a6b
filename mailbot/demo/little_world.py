"""The whole year: servers up, folder laid out, daemon built, rounds played, evidence collected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mailbot import eventlog
from mailbot.config import load_config
from mailbot.daemon import Daemon
from mailbot.demo import rounds, story
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.clock import Clock
from mailbot.demo.folder import Folder, lay_out
from mailbot.demo.joining import join
from mailbot.demo.people import Cast, cast
from mailbot.demo.servers import Servers
from mailbot.demo.walk import Walk

START = datetime(2024, 12, 30, 9, tzinfo=UTC)
ROUNDS = len(rounds.FORM_MONTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The little world while it runs."""

    cast: Cast
    clock: Clock
    servers: Servers
    folder: Folder
    daemon: Daemon
    walk: Walk


@contextmanager
def little_world(root: Path) -> Iterator[World]:
    """Servers and daemon, wired to each other in that folder; all of it is stopped at the end."""
    people, clock = cast(), Clock(START)
    with Servers(people.accounts, clock) as servers:
        folder = lay_out(root, people, servers)
        with folder.log.open("w", encoding="utf-8") as log:
            eventlog.configure(stream=log)
            daemon = Daemon(load_config(folder.config, {}), clock=clock)
            walk = Walk(cast=people, servers=servers, clock=clock, daemon=daemon)
            try:
                walk.open_inboxes()
                yield World(cast=people, clock=clock, servers=servers, folder=folder, daemon=daemon, walk=walk)
            finally:
                walk.close_inboxes()
                daemon.close()
                eventlog.configure()


def play(world: World, *, rounds_to_play: int = ROUNDS, tell: Callable[[str], None] = lambda _: None) -> None:
    """Everybody joins, and the rounds are played; `tell` is called before each part with its name."""
    tell("Invitations")
    join(world.walk)
    for number in range(1, rounds_to_play + 1):
        tell(f"Round {number} of {rounds_to_play}")
        rounds.play(world.walk, number)


def evidence_of(world: World, *, rounds_played: int = ROUNDS) -> Evidence:
    """What the checks look at. The files are read as they lie on the disk now."""
    return Evidence(
        cast=world.cast,
        rounds=rounds_played,
        questions=story.QUESTIONS,
        letters={id_: tuple(letters) for id_, letters in world.walk.letters.items()},
        written=tuple(world.walk.written),
        passages=tuple(world.servers.smart_host.passages),
        files=_files(world.folder),
        counts=world.daemon.counts().as_json(),
        held=world.walk.held,
        puzzles=tuple(world.walk.puzzles),
    )


def _files(folder: Folder) -> dict[str, bytes]:
    found = {f"data/{path.relative_to(folder.data)}": path for path in sorted(folder.data.rglob("*")) if path.is_file()}
    found["the log"] = folder.log
    return {name: path.read_bytes() for name, path in found.items()}
