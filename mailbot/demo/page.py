"""One self-contained static page that tells the year as a mentee, a mentor and the coordinator saw it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from mailbot.demo import story
from mailbot.demo.checks import Finding
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.closing import accounting_of, numbers_of
from mailbot.demo.page_letters import round_of, round_starts, shown_letters

_INTRO = (
    "{mentees} mentees, {mentors} mentors, {rounds} rounds. Each of them only ever pressed Reply in their own mail "
    "program. mailbot sent the forms, understood the answers, handed them on, and passed letters both ways without "
    "a name or an address."
)
_HAPPENED = {
    story.STRANGER_ROUND: "A stranger wrote to the programme and got one polite answer.",
    story.AWAY_ROUND: "Farah was away. Her automatic note was not taken for an answer.",
    story.FULL_ROUND: "Farah's mailbox was full and a letter came back; her mentor wrote again.",
    story.LATE_ROUND: "Tobias was nine days late, and his answers reached his mentor all the same.",
    6: "An ordinary round, as most of them are.",
    story.FORGED_ROUND: "Tobias sent one answer later. Somebody wrote in Farah's name: held, and she was asked.",
}


def write_page(
    out: Path, evidence: Evidence, findings: Sequence[Finding], *, sent: Sequence[tuple[str, bytes]]
) -> Path:
    """The path of the page, written into the folder `out`, which is made if need be."""
    out.mkdir(parents=True, exist_ok=True)
    page = out / "index.html"
    page.write_text(page_of(evidence, findings, sent=sent), encoding="utf-8")
    return page


def page_of(evidence: Evidence, findings: Sequence[Finding], *, sent: Sequence[tuple[str, bytes]]) -> str:
    """The page; it loads nothing from anywhere."""
    template = Template(files("mailbot.demo").joinpath("page.html").read_text(encoding="utf-8"))
    cast = evidence.cast
    data = json.dumps(shown_letters(evidence, sent), ensure_ascii=False).replace("<", "\\u003c")
    return template.substitute(
        intro=_INTRO.format(mentees=len(cast.mentees), mentors=len(cast.mentors), rounds=evidence.rounds),
        numbers="".join(f"<li><b>{n}</b><span>{escape(name)}</span></li>" for name, n in numbers_of(evidence).items()),
        rounds="".join(_round(evidence, number) for number in range(1, evidence.rounds + 1)),
        people="".join(_pill(p.account.role, p.id, p.account.name) for p in (*cast.members, cast.coordinator)),
        office=_office(evidence),
        promises="".join(_promise(finding) for finding in findings),
        data=data,
    )


def _pill(role: str, person: str, name: str) -> str:
    return (
        f'<button class="pill" data-role="{role}" data-person="{person}" aria-pressed="false">{escape(name)}</button>'
    )


def _round(evidence: Evidence, number: int) -> str:
    starts = round_starts(evidence)
    when = starts[number - 1].strftime("%-d %B %Y") if number <= len(starts) else "never sent"
    mail = [passage for passage in evidence.passages if round_of(passage.at, starts) == number]
    bot = evidence.cast.bot.address
    typed = [written for written in evidence.written if written.round == number and written.pair]
    rows = {
        "Answers": sum(1 for written in typed if written.number),
        "Letters": sum(1 for written in typed if not written.number),
        "Emails in": sum(1 for passage in mail if passage.account != bot),
        "Emails out": sum(1 for passage in mail if passage.account == bot),
    }
    cells = "".join(f"<dt>{name}</dt><dd>{count}</dd>" for name, count in rows.items())
    note = f'<span class="note">{escape(_HAPPENED[number])}</span>' if number in _HAPPENED else ""
    return (
        f'<button class="round" data-round="{number}"><strong>Round {number}</strong><time>{when}</time>'
        f"<dl>{cells}</dl>{note}</button>"
    )


def _office(evidence: Evidence) -> str:
    """What a coordinator has instead of letters: the counts of `mailbot status`."""
    letters = len(evidence.letters[evidence.cast.coordinator.id])
    mailbox = (
        f"{letters} emails needed them in the year." if letters else "Nothing needed them: the mailbox stayed empty."
    )
    head = "<tr><th>Round</th><th>Forms sent</th><th>Answered</th><th>In part</th></tr>"
    rows = "".join(_counted(row) for row in evidence.counts["rounds"])
    people = ", ".join(f"{count} {state}" for state, count in evidence.counts["people"].items() if count)
    return (
        f"<div><h3>mailbot status</h3><p>How the programme goes, without a word of what anybody wrote.</p>"
        f"<table>{head}{rows}</table></div>"
        f"<div><h3>People</h3><p>{escape(people)}</p><h3>Mailbox</h3><p>{mailbox}</p>"
        f"<h3>Messages</h3><p>{escape(accounting_of(evidence))}</p></div>"
    )


def _counted(row: Mapping[str, Any]) -> str:
    return f"<tr><td>{row['round']}</td><td>{row['sent']}</td><td>{row['answered']}</td><td>{row['partial']}</td></tr>"


def _promise(finding: Finding) -> str:
    faults = "".join(f"<li>{escape(fault)}</li>" for fault in finding.faults)
    if not faults:
        return f"<li><b>Kept</b>{escape(finding.promise)}</li>"
    return f'<li class="broken"><b>Broken</b>{escape(finding.promise)}<ul>{faults}</ul></li>'
