"""`mailbot explain`: what raw messages are, what was understood of them, what would go out. Changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mailbot.cli.common import DEFAULT, AsJson, ConfigFile, opened_world, print_json
from mailbot.cli.explained import as_json as explained_json
from mailbot.cli.explained import unreadable
from mailbot.cli.messages import Files, read_files
from mailbot.errors import MalformedMessage

if TYPE_CHECKING:
    from mailbot.flows.explain import Explained


def explain(
    files: Files,
    config: ConfigFile = DEFAULT,
    questionnaire: Annotated[
        Path | None, typer.Option(help="Read each file as a reply to this programme's form; needs no store.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """What a message is, who wrote it, what was understood, what would go out; changes nothing."""
    if questionnaire is not None:
        _explain_all(files, _by_questionnaire(questionnaire), sample=True, as_json=as_json)
        return
    with opened_world(config) as world:
        from mailbot.flows.explain import explain_raw

        _explain_all(files, lambda raw: explain_raw(world, raw), sample=False, as_json=as_json)


def _by_questionnaire(path: Path) -> Callable[[bytes], Explained]:
    from mailbot.cli.samples import load_samples
    from mailbot.decide.judge import judge
    from mailbot.decide.sample import sample_context, sample_desk
    from mailbot.flows.explain import Explained
    from mailbot.message.parse import parse

    programme, wording, samples = load_samples(path)

    def explained(raw: bytes) -> Explained:
        message = parse(raw)
        context = sample_context(message, samples)
        decided = judge(message, context, sample_desk(programme, wording, "explain"))
        return Explained(message=message, context=context, disposition=decided)

    return explained


def _explain_all(files: list[Path], explained: Callable[[bytes], Explained], *, sample: bool, as_json: bool) -> None:
    for name, raw in read_files(files):
        started = time.perf_counter()
        found: Explained | None = None
        try:
            found = explained(raw)
            result = explained_json(found.message, found.context, found.disposition, sample=sample)
        except MalformedMessage:
            result = unreadable("malformed")
        except Exception:  # noqa: BLE001 - for any bytes at all there is an answer
            result = unreadable("unexpected_failure")
        result = {"file": name, **result, "milliseconds": round((time.perf_counter() - started) * 1000, 2)}
        if as_json:
            print_json(result)
        else:
            _show(result, found)


def _show(result: dict[str, Any], found: Explained | None) -> None:
    from rich.console import Console

    from mailbot.cli.marked import answers_table, marked_table, printable

    console = Console()
    console.print(f"[bold]{printable(result['file'])}[/bold]: {result['disposition']} ({result['reason']})")
    if found is not None:
        title, table = marked_table(found.message, found.disposition)
        if title:
            console.print(title, style="italic")
            console.print(table)
    if result["answers"]:
        console.print(answers_table(result["answers"]))
    for one in result["withheld"]:
        console.print(f"kept back or masked: {one['kind']} in {printable(one['where'])} ({one['count']})")
    for one in result["outgoing"]:
        console.print(f"would go to the {one['to_role']}: {one['template']}")
    if found is not None and not result["outgoing"]:
        console.print("nothing would go out")
