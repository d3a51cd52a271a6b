"""`mailbot check` and `preview`: what coordinators do with their files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mailbot.cli.common import DEFAULT, AsJson, ConfigFile, configuration, print_json
from mailbot.errors import Fault


def check(config: ConfigFile = DEFAULT, as_json: AsJson = False) -> None:
    """Every fault in config.toml, the schedules, the rosters and the templates, with file and line."""
    from mailbot.cli.checking import examined

    report = examined(config)
    if as_json:
        print_json({"faults": [_fault(one) for one in report.faults], "advice": [_fault(one) for one in report.advice]})
    else:
        for one in report.faults:
            print(one)
        for one in report.advice:
            print(f"advice: {one}")
        print(
            f"{len(report.faults)} to mend. Nothing was changed." if report.faults else f"{report.summary} No faults."
        )
    if report.faults:
        raise typer.Exit(2)


def _fault(fault: Fault) -> dict[str, object]:
    return {"file": fault.file, "line": fault.line, "message": fault.message}


def preview(
    out: Annotated[Path, typer.Option(help="The folder that the page is written into.")],
    questionnaire: Annotated[Path | None, typer.Option(help="One programme's file; needs no configuration.")] = None,
    config: ConfigFile = DEFAULT,
) -> None:
    """Every email of a programme as it will look: one static page, and each email as raw bytes beside it."""
    from mailbot.cli.samples import load_samples
    from mailbot.decide.sample_letters import sample_emails
    from mailbot.wording.preview_page import preview_page

    overrides = None
    if questionnaire is None:
        settings = configuration(config)
        overrides = settings.mailbot.templates
        paths = sorted(settings.mailbot.schedules.glob("*.toml"))
    else:
        paths = [questionnaire]
    out.mkdir(parents=True, exist_ok=True)
    for path in paths:
        programme, wording, samples = load_samples(path, overrides)
        folder = out if len(paths) == 1 else out / programme.id
        folder.mkdir(exist_ok=True)
        emails = [email for sample in samples for email in sample_emails(programme, wording, sample)]
        for email in emails:
            (folder / f"{email.name}.eml").write_bytes(email.raw)
        page = preview_page([(email.name, email.words, email.raw) for email in emails])
        (folder / "index.html").write_text(page, encoding="utf-8")
        print(f"{folder / 'index.html'}: {len(emails)} emails")
