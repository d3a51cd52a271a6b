"""`mailbot ingest` and `mailbot explain`: raw messages from files."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from mailbot.cli.common import DEFAULT, AsJson, ConfigFile, opened_world, print_json
from mailbot.cli.explained import as_json as explained_json
from mailbot.cli.explained import unreadable
from mailbot.errors import MalformedMessage

Files = Annotated[list[Path], typer.Argument(help="Raw messages (.eml); - reads standard input.")]


def ingest(files: Files, config: ConfigFile = DEFAULT, as_json: AsJson = False) -> None:
    """Take raw messages in as if the mailbox had delivered them; the next pass reads them."""
    from mailbot import eventlog
    from mailbot.flows.accept import accept_raw

    eventlog.configure()
    with opened_world(config) as world:
        for name, raw in _read(files):
            inbox = accept_raw(world, raw, source="file")
            if as_json:
                print_json({"file": name, "inbox": inbox})
            else:
                print(f"{name}: taken in as {inbox}")


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
        _explain_all(files, _by_questionnaire(questionnaire), as_json=as_json)
        return
    with opened_world(config) as world:
        from mailbot.flows.explain import explain_raw

        def explained(raw: bytes) -> dict[str, Any]:
            result = explain_raw(world, raw)
            return explained_json(result.message, result.context, result.disposition, sample=False)

        _explain_all(files, explained, as_json=as_json)


def _by_questionnaire(path: Path) -> Callable[[bytes], dict[str, Any]]:
    from mailbot.cli.samples import load_samples
    from mailbot.decide.judge import judge
    from mailbot.decide.sample import sample_context, sample_desk
    from mailbot.message.parse import parse

    programme, wording, samples = load_samples(path)

    def explained(raw: bytes) -> dict[str, Any]:
        message = parse(raw)
        context = sample_context(message, samples)
        decided = judge(message, context, sample_desk(programme, wording, "explain"))
        return explained_json(message, context, decided, sample=True)

    return explained


def _explain_all(files: list[Path], explained: Callable[[bytes], dict[str, Any]], *, as_json: bool) -> None:
    for name, raw in _read(files):
        started = time.perf_counter()
        try:
            result = explained(raw)
        except MalformedMessage:
            result = unreadable("malformed")
        except Exception:  # noqa: BLE001 - for any bytes at all there is an answer
            result = unreadable("unexpected_failure")
        result = {"file": name, **result, "milliseconds": round((time.perf_counter() - started) * 1000, 2)}
        if as_json:
            print_json(result)
        else:
            _show(result)


def _read(files: list[Path]) -> Iterator[tuple[str, bytes]]:
    for path in files:
        if str(path) == "-":
            yield "-", sys.stdin.buffer.read()
            continue
        try:
            yield str(path), path.read_bytes()
        except OSError as error:
            raise typer.BadParameter(f"{path} cannot be read: {error.strerror}") from None


def _show(result: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    console.print(f"[bold]{escape(result['file'])}[/bold]: {result['disposition']} ({result['reason']})")
    if result["answers"]:
        table = Table("question", "state", "what was understood", "why")
        for question, answer in result["answers"].items():
            evidence = ", ".join(answer.get("evidence", []))
            table.add_row(question, answer["state"], escape(answer["text"]), escape(evidence))
        console.print(table)
    for title, text in (("fits nowhere", result["unplaced"]), ("new words", result["new_text"])):
        if text:
            console.print(f"[bold]{title}:[/bold] {escape(text)}")
    for one in result["outgoing"]:
        console.print(f"would go to the {one['to_role']}: {one['template']}")
