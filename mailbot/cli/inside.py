"""`mailbot status`, `held` and `replay`: counts, states and ids, never a word."""

from __future__ import annotations

from typing import Annotated

import typer

from mailbot.cli.common import DEFAULT, AsJson, ConfigFile, opened_world, print_json


def status(config: ConfigFile = DEFAULT, as_json: AsJson = False) -> None:
    """How many messages, people and rounds are in which state."""
    with opened_world(config) as world, world.store.begin() as unit:
        counts = unit.counts().as_json()
    if as_json:
        print_json(counts)
        return
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for box in ("inbox", "outbox", "people"):
        table = Table(title=box, title_justify="left")
        for state in counts[box]:
            table.add_column(state, justify="right")
        table.add_row(*(str(number) for number in counts[box].values()))
        console.print(table)
    rounds = Table(title="rounds", title_justify="left")
    for column in ("programme", "round", "sent", "answered", "partial", "closed"):
        rounds.add_column(column, justify="left" if column == "programme" else "right")
    for one in counts["rounds"]:
        rounds.add_row(*(str(value) for value in one.values()))
    if counts["rounds"]:
        console.print(rounds)
    if counts["inbox"]["held"] or counts["inbox"]["shunted"]:
        console.print("Some messages wait: `mailbot held` lists them by id.")


def held(config: ConfigFile = DEFAULT, as_json: AsJson = False) -> None:
    """Messages that wait: held for a person's answer, or shunted because they could not be read."""
    with opened_world(config) as world, world.store.begin() as unit:
        rows = [
            {
                "inbox": row.inbox,
                "state": row.state,
                "reason": row.reason,
                "error_id": row.error_id,
                "received_at": row.received_at.isoformat(),
                "attempts": row.attempts,
            }
            for row in unit.held(limit=1000)
        ]
    if as_json:
        for one in rows:
            print_json(one)
        return
    if not rows:
        print("Nothing is held or shunted.")
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Waiting messages")
    for column in rows[0]:
        table.add_column(column)
    for one in rows:
        table.add_row(*(str(value) for value in one.values()))
    Console().print(table)
    print("Held messages wait for the person they seem to come from. After a fix: mailbot replay ID")


def replay(
    inbox: Annotated[str, typer.Argument(help="The id that `mailbot held` shows.")], config: ConfigFile = DEFAULT
) -> None:
    """Put a shunted or held message back, to be read again by the next pass."""
    from mailbot.model.ids import InboxId

    with opened_world(config) as world, world.store.begin() as unit:
        found = unit.replay(InboxId(inbox))
    if not found:
        print(f"No message {inbox} is held or shunted; `mailbot held` lists those that are.")
        print("A form's reply of which some answers wait for their writer is not read again: the others have gone on.")
        raise typer.Exit(1)
    print(f"{inbox} is read again by the next pass (`mailbot run` or `mailbot tick`).")
