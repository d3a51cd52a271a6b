"""What is printed when the year is over: what happened, in numbers, and whether every promise was kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mailbot.demo import eye
from mailbot.demo.checks import Finding
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.story import Written


def numbers_of(evidence: Evidence) -> Mapping[str, int]:
    """What happened in the year, by the words that people use for it."""
    inbox, outbox = evidence.counts["inbox"], evidence.counts["outbox"]
    answers = [written for written in evidence.written if written.number]
    return {
        "Emails sent by mailbot": outbox["sent"],
        "Emails taken in": sum(inbox.values()),
        "Forms answered": len({(written.pair, written.round) for written in answers}),
        "Answers given": len(answers),
        "Letters relayed": sum(_arrived(evidence, written) for written in evidence.written),
        "Held until somebody was asked": evidence.held,
        "Came back as undeliverable": sum(p.outcome != "delivered" for p in evidence.passages),
    }


def _arrived(evidence: Evidence, written: Written) -> bool:
    if not written.pair or written.number:
        return False
    return any(eye.holds(raw, written.words) for raw in evidence.letters[evidence.other_side(written).id])


def accounting_of(evidence: Evidence) -> str:
    """The accounting invariant as one line: everything taken in, and where it ended."""
    inbox = evidence.counts["inbox"]
    ends = ("processed", "held", "refused", "shunted")
    parts = " + ".join(f"{inbox[state]} {state}" for state in ends)
    return f"{sum(inbox.values())} taken in = {parts}"


def show(evidence: Evidence, findings: Sequence[Finding], page: Path, console: Console) -> None:
    """The closing table, the promises, and where the page lies."""
    table = Table(title="What happened", show_header=False, title_justify="left")
    for name, number in numbers_of(evidence).items():
        table.add_row(name, str(number))
    table.add_row("Every message accounted for", accounting_of(evidence))
    console.print(table)
    promises = Table(title="What was checked", show_header=False, title_justify="left")
    for finding in findings:
        promises.add_row("[red]broken[/]" if finding.faults else "[green]kept[/]", finding.promise)
    console.print(promises)
    for finding in findings:
        for fault in finding.faults:
            console.print(f"[red]{escape(finding.promise)}:[/] {escape(fault)}", highlight=False, soft_wrap=True)
    console.print(f"The year as three kinds of people saw it: {page.resolve()}", highlight=False, soft_wrap=True)
