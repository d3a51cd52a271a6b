"""`mailbot demo` itself: play, check, show; and what is said when the demo's own dependency is not there."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from mailbot.demo.missing import DemoExtraMissing


def run(*, stay: bool, out: Path, console: Console, sabotage: str = "", rounds: int = 6) -> int:
    """0 when every promise was kept, 1 when one was broken (or planted as broken), 2 without pymap.

    `out` is the folder that the page is written into. `sabotage` names a planted fault of sabotage.py.
    """
    try:
        from mailbot.demo.play import play_and_check  # noqa: PLC0415 (pymap is an extra: its absence is told, not raised)
    except DemoExtraMissing as missing:
        console.print(str(missing), markup=False, highlight=False)
        return 2
    steps = rounds + 3
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with tempfile.TemporaryDirectory(prefix="mailbot-demo-") as root, Progress(*columns, console=console) as bar:
        task = bar.add_task("Starting the mail servers", total=steps)

        def tell(what: str) -> None:
            bar.update(task, description=what, advance=1)

        return play_and_check(
            Path(root),
            out=out,
            console=console,
            stay=stay,
            sabotage=sabotage,
            rounds=rounds,
            tell=tell,
            done=bar.stop,
        )
