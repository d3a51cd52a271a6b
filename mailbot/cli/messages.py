"""`mailbot ingest`: raw messages from files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from mailbot.cli.common import DEFAULT, AsJson, ConfigFile, opened_world, print_json

Files = Annotated[list[Path], typer.Argument(help="Raw messages (.eml); - reads standard input.")]


def ingest(files: Files, config: ConfigFile = DEFAULT, as_json: AsJson = False) -> None:
    """Take raw messages in as if the mailbox had delivered them; the next pass reads them."""
    from mailbot import eventlog
    from mailbot.flows.accept import accept_raw

    eventlog.configure()
    with opened_world(config) as world:
        for name, raw in read_files(files):
            inbox = accept_raw(world, raw, source="file")
            if as_json:
                print_json({"file": name, "inbox": inbox})
            else:
                print(f"{name}: taken in as {inbox}")


def read_files(files: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes, "-" for standard input; a plain usage error for one that cannot be read."""
    for path in files:
        if str(path) == "-":
            yield "-", sys.stdin.buffer.read()
            continue
        try:
            yield str(path), path.read_bytes()
        except OSError as error:
            raise typer.BadParameter(f"{path} cannot be read: {error.strerror}") from None
