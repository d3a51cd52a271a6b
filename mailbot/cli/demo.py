"""`mailbot demo`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def demo(
    stay: Annotated[bool, typer.Option("--stay", help="Keep the little world running and print its settings.")] = False,
    out: Annotated[Path, typer.Option(help="Where the page is written.")] = Path("demo-out"),
) -> None:
    """A whole year of a small programme in a minute, on loopback, with nothing to configure."""
    from rich.console import Console

    from mailbot.demo.run import run

    code = run(stay=stay, out=out, console=Console())
    if code:
        raise typer.Exit(code)
