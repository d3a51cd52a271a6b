"""What most commands share: where config.toml is, and a store opened from it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from mailbot.config import Config
    from mailbot.flows.world import World

ConfigFile = Annotated[Path, typer.Option("--config", help="The configuration file.", show_default=True)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
DEFAULT = Path("config.toml")
_LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}


def configuration(path: Path) -> Config:
    """The configuration, or a ConfigError that says where to begin."""
    from mailbot.config import load_config
    from mailbot.errors import ConfigError, Fault

    if not path.exists():
        hint = "there is no such file; run `mailbot init DIR` and work in that folder, or name one with --config"
        raise ConfigError(Fault(file=str(path), line=None, message=hint))
    return load_config(path, os.environ)


@contextmanager
def opened_world(path: Path) -> Iterator[World]:
    """The configured store with everything beside it, closed again at the end; connects to no server."""
    from mailbot.daemon import build_world

    world = build_world(configuration(path))
    try:
        yield world
    finally:
        world.senders.shutdown()
        world.store.close()


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """One line of JSON on standard output, UTF-8 whatever the terminal speaks.

    A lone surrogate (a file name that is no UTF-8 holds some) stands as its JSON escape, and so does what some
    readers of lines take for a line's end.
    """
    line = json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")
