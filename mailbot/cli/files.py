"""`mailbot check` and `preview`: what coordinators do with their files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailbot.cli.common import DEFAULT, AsJson, ConfigFile, configuration, print_json
from mailbot.errors import ConfigError, Fault

if TYPE_CHECKING:
    from mailbot.config import Config


def check(config: ConfigFile = DEFAULT, as_json: AsJson = False) -> None:
    """Every fault in config.toml, the schedules, the rosters and the templates, with file and line."""
    faults: list[Fault] = []
    summary = ""
    try:
        settings = configuration(config)
    except ConfigError as error:
        faults += error.faults
    else:
        faults += _seen_by_doctor(settings)
        more, summary = _examined(settings)
        faults += more
    if as_json:
        print_json({"faults": [{"file": f.file, "line": f.line, "message": f.message} for f in faults]})
    else:
        for fault in faults:
            print(fault)
        print(f"{len(faults)} to mend. Nothing was changed." if faults else f"{summary} No faults.")
    if faults:
        raise typer.Exit(2)


def _examined(settings: Config) -> tuple[list[Fault], str]:
    from mailbot.gateways.schedule_files import load_catalogue
    from mailbot.gateways.template_files import template_sources
    from mailbot.store.master_key import read_master_key
    from mailbot.wording.proof import template_faults
    from mailbot.wording.render import Wording

    faults: list[Fault] = []
    summary = ""
    try:
        programmes = load_catalogue(settings.mailbot.schedules).programmes.values()
        people = sum(len(programme.people) for programme in programmes)
        summary = f"{len(programmes)} programme(s), {people} people."
    except ConfigError as error:
        faults += error.faults
    try:
        faults += template_faults(Wording(template_sources(settings.mailbot.templates)))
    except ConfigError as error:
        faults += error.faults
    try:
        read_master_key(settings.mailbot.key_file)
    except ConfigError as error:
        faults += error.faults
    return faults, summary


def _seen_by_doctor(settings: Config) -> list[Fault]:
    """Settings that `mailbot doctor` saw this provider not keep."""
    path = settings.mailbot.data / "doctor.json"
    try:
        seen = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    found = []
    if settings.smtp.from_style == "proxy" and not seen.get("sender", True):
        found.append('[smtp] from_style = "proxy": `mailbot doctor` saw the From changed; set it to "reply_to"')
    if settings.smtp.bounce_style == "verp" and not seen.get("envelope_sender", True):
        found.append('[smtp] bounce_style = "verp": `mailbot doctor` saw it changed; set it to "message_id"')
    return [Fault(file=str(settings.file), line=None, message=message) for message in found]


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
