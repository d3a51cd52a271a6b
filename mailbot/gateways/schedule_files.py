"""The folder of schedules: every programme with its roster, or every fault in any of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from mailbot.errors import ConfigError, Fault
from mailbot.gateways.text_files import read_text
from mailbot.model.context import Catalogue
from mailbot.model.ids import ProgrammeName
from mailbot.model.programme import Programme, RosterRow
from mailbot.schedule.advice import advice_on, advice_on_languages
from mailbot.schedule.nearest import did_you_mean
from mailbot.schedule.programmes import examined_programme
from mailbot.schedule.roster import examined_roster


def load_catalogue(folder: Path) -> Catalogue:
    """Every NAME.toml of the folder as a programme. Raises one ConfigError with all faults of all files."""
    programmes: dict[ProgrammeName, Programme] = {}
    faults: list[Fault] = []
    for path in _schedules(folder):
        programme, found = _examined(path)
        faults += found
        if programme is not None:
            programmes[programme.id] = programme
    if faults:
        raise ConfigError(*dict.fromkeys(faults))  # two programmes may share a roster
    return Catalogue(programmes=programmes)


def advise(folder: Path) -> tuple[Fault, ...]:
    """What is unwise in the schedules of a folder that loads; nothing of it is a reason to refuse them.

    Raises ConfigError as load_catalogue does.
    """
    said: list[Fault] = []
    catalogue = load_catalogue(folder)
    for path in _schedules(folder):
        programme = catalogue[ProgrammeName(path.stem)]
        said += advice_on(programme, read_text(path, file=str(path)), file=str(path))
        said += advice_on_languages(programme, file=str(folder / programme.roster_file))
    return tuple(said)


def load_questionnaire(path: Path) -> Programme:
    """One programme without its people, for a preview. Raises ConfigError with every fault of that one file."""
    programme, faults = examined_programme(path.stem, read_text(path, file=str(path)), file=str(path))
    if faults:
        raise ConfigError(*faults)
    return programme


def fingerprint(folder: Path) -> str:
    """A hash of all that a load would read; it changes when any schedule or roster does. Never raises."""
    digest = hashlib.sha256()
    for path in _files(folder, ".toml", ".csv"):
        try:
            content = path.read_bytes()
        except OSError as trouble:
            content = type(trouble).__name__.encode()
        digest.update(repr((path.name, len(content))).encode() + content)
    return digest.hexdigest()


def _schedules(folder: Path) -> list[Path]:
    found = _files(folder, ".toml")
    if not found:
        what = "holds no NAME.toml" if folder.is_dir() else "is not a folder that can be read"
        message = f"{what}; expected the schedules of at least one programme (see `schedules` in config.toml)"
        raise ConfigError(Fault(file=str(folder), line=None, message=message))
    return found


def _files(folder: Path, *suffixes: str) -> list[Path]:
    try:
        # editors keep copies such as ".#northern.toml" beside the file
        return sorted(p for p in folder.iterdir() if p.suffix.lower() in suffixes and not p.name.startswith("."))
    except OSError:
        return []


def _examined(path: Path) -> tuple[Programme | None, Iterable[Fault]]:
    try:
        text = read_text(path, file=str(path))
    except ConfigError as unreadable:
        return None, unreadable.faults
    programme, faults = examined_programme(path.stem, text, file=str(path))
    if not programme.roster_file:
        return None, faults
    rows, roster_faults = _examined_roster(path, text, programme)
    if not faults and not roster_faults:
        programme, _ = examined_programme(path.stem, text, file=str(path), roster=rows)
    return programme, (*faults, *roster_faults)


def _examined_roster(path: Path, text: str, programme: Programme) -> tuple[tuple[RosterRow, ...], tuple[Fault, ...]]:
    roster = path.parent / programme.roster_file
    if not roster.exists():
        there = [other.name for other in _files(path.parent, ".csv")]
        lines = [number for number, line in enumerate(text.split("\n"), 1) if line.lstrip().startswith("roster")]
        message = f'roster: there is no "{programme.roster_file}" beside this file{did_you_mean(roster.name, there)}'
        return (), (Fault(file=str(path), line=lines[0] if lines else None, message=message),)
    try:
        content = read_text(roster, file=str(roster))
    except ConfigError as unreadable:
        return (), unreadable.faults
    return examined_roster(
        content,
        file=str(roster),
        require_training=programme.mentor_rules.require_training,
        joining=programme.joining,
    )
