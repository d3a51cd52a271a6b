"""What `mailbot check` looks at: every file that a person edits, and what `mailbot doctor` saw."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mailbot.anonymity.attachments import missing_packages
from mailbot.cli.common import configuration
from mailbot.config import Config
from mailbot.errors import ConfigError, Fault
from mailbot.gateways.dkim_verdict import package_faults
from mailbot.gateways.schedule_files import advise, load_catalogue
from mailbot.gateways.template_files import template_sources
from mailbot.model.context import Catalogue
from mailbot.store.master_key import read_master_key
from mailbot.wording.proof import template_faults
from mailbot.wording.render import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Every fault, what is allowed but unwise, and one line for when all is well."""

    faults: tuple[Fault, ...]
    advice: tuple[Fault, ...]
    summary: str


def examined(path: Path) -> Report:
    """The report on that config.toml and all that it names; where it is faulty itself, on ./schedules."""
    faults: list[Fault] = []
    config: Config | None = None
    try:
        config = configuration(path)
    except ConfigError as error:
        faults += error.faults
    schedules = config.mailbot.schedules if config is not None else path.absolute().parent / "schedules"
    advice: list[Fault] = []
    catalogue: list[Catalogue] = []
    _note(faults, lambda: catalogue.append(load_catalogue(schedules)))
    if catalogue:
        advice += advise(schedules)
    if config is not None:
        overrides, key_file = config.mailbot.templates, config.mailbot.key_file
        _note(faults, lambda: faults.extend(template_faults(Wording(template_sources(overrides)))))
        _note(faults, lambda: read_master_key(key_file))
        faults += package_faults(str(config.file)) if config.inbound.verify_dkim else ()
        faults += _seen_by_doctor(config)
        faults += [fault for one in catalogue for fault in _own_address(one, config.mailbot.address, schedules)]
    faults += [fault for one in catalogue for fault in _missing_packages(one, schedules)]
    return Report(faults=tuple(faults), advice=tuple(advice), summary=_summary(catalogue))


def _note(faults: list[Fault], step: Callable[[], object]) -> None:
    try:
        step()
    except ConfigError as error:
        faults += error.faults


def _summary(catalogue: list[Catalogue]) -> str:
    programmes = [programme for one in catalogue for programme in one.programmes.values()]
    people = sum(len(programme.people) for programme in programmes)
    return f"{len(programmes)} programme(s), {people} people."


def _own_address(catalogue: Catalogue, address: str, folder: Path) -> list[Fault]:
    """Mailbot's own address as somebody's: it would write to itself."""
    message = f"{address} is mailbot's own address and can be nobody's here"
    found = []
    for programme in catalogue.programmes.values():
        roster = str(folder / programme.roster_file)
        found += [
            Fault(file=roster, line=row.line, message=message)
            for row in programme.people
            if row.email.lower() == address.lower()
        ]
        if address.lower() in (one.lower() for one in programme.coordinators):
            found.append(
                Fault(file=str(folder / f"{programme.id}.toml"), line=None, message=f"coordinators: {message}")
            )
    return found


def _missing_packages(catalogue: Catalogue, folder: Path) -> list[Fault]:
    """Programmes that pass on files, on a machine that cannot make them anew."""
    found = []
    for programme in catalogue.programmes.values():
        for package in missing_packages(programme.relay.attachments):
            message = f'[relay] attachments: needs the package {package}: pip install "mailbot[attachments]"'
            found.append(Fault(file=str(folder / f"{programme.id}.toml"), line=None, message=message))
    return found


def _seen_by_doctor(config: Config) -> list[Fault]:
    """Settings that `mailbot doctor` saw this provider not keep."""
    path = config.mailbot.data / "doctor.json"
    try:
        seen = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    found = []
    if config.smtp.from_style == "proxy" and not seen.get("sender", True):
        found.append('[smtp] from_style = "proxy": `mailbot doctor` saw the From changed; set it to "reply_to"')
    if config.smtp.bounce_style == "verp" and not seen.get("envelope_sender", True):
        found.append('[smtp] bounce_style = "verp": `mailbot doctor` saw it changed; set it to "message_id"')
    return [Fault(file=str(config.file), line=None, message=message) for message in found]
