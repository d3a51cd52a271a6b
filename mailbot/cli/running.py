"""`mailbot run` and `mailbot tick`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from mailbot.cli.common import DEFAULT, AsJson, ConfigFile, configuration, print_json
from mailbot.errors import ConfigError, Fault

_YEARS = range(2000, 2200)  # calendars of holidays end somewhere, and so do dates


def run(
    config: ConfigFile = DEFAULT,
    only: Annotated[str, typer.Option(help="Only these parts: intake,process,deliver,clock.")] = "",
    from_start: Annotated[
        bool, typer.Option("--from-start", help="Read the mail that is in the mailbox already.")
    ] = False,
) -> None:
    """Run the daemon until it is told to stop (Ctrl-C, SIGTERM); SIGHUP reads the schedules again."""
    from mailbot import eventlog
    from mailbot.daemon import PARTS, Daemon

    parts = tuple(part.strip() for part in only.split(",") if part.strip()) or PARTS
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]!r} is not a part; choose from {', '.join(PARTS)}", param_hint="--only")
    eventlog.configure()
    daemon = Daemon(configuration(config), from_start=from_start)
    try:
        daemon.run(parts)
    finally:
        daemon.close()


def tick(
    config: ConfigFile = DEFAULT,
    now: Annotated[str, typer.Option(help="Stands for the clock, as in 2027-01-05T08:00:00Z.")] = "",
    from_start: Annotated[
        bool, typer.Option("--from-start", help="Read the mail that is in the mailbox already.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """One pass of everything due: take in, process, dispatch, deliver."""
    from dataclasses import asdict

    from mailbot import eventlog
    from mailbot.daemon import Daemon

    moment = moment_of(now) if now else None
    eventlog.configure()
    daemon = Daemon(configuration(config), clock=(lambda: moment) if moment else None, from_start=from_start)
    try:
        counts = asdict(daemon.tick())
        trouble = daemon.world.trouble
    finally:
        daemon.close()
    if as_json:
        print_json(counts)
    else:
        _tell(counts)
    if trouble:
        print(f"The mailbox was not read. {trouble} Mail stays where it is.", file=sys.stderr)
        raise typer.Exit(1)


def _tell(counts: dict[str, int]) -> None:
    done = [f"{number} {what}" for what, number in counts.items() if number]
    print(", ".join(done) + "." if done else "Nothing was due.")


def moment_of(text: str) -> datetime:
    """That time, aware; a time without a zone is UTC. ConfigError when it is not one."""
    try:
        moment = datetime.fromisoformat(text)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        fault = Fault(file="--now", line=None, message=f"{text!r} is not a time; expected 2027-01-05T08:00:00Z")
        raise ConfigError(fault) from None
    if moment.year not in _YEARS:
        message = f"{text!r} is outside the years {_YEARS.start} to {_YEARS.stop - 1}"
        raise ConfigError(Fault(file="--now", line=None, message=message))
    return moment
