"""MAILBOT_SECTION__KEY laid over the values of config.toml: every key of the file can be given that way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields

from mailbot.config.settings import SECTIONS
from mailbot.errors import Fault
from mailbot.schedule.nearest import did_you_mean
from mailbot.schedule.positions import KeyPath

_PREFIX = "MAILBOT_"
_BETWEEN = "__"
_SIZES = ("max_message", "message", "decoded")  # "25 MB"


def overlaid(
    values: Mapping[str, object], environ: Mapping[str, str]
) -> tuple[dict[str, object], dict[KeyPath, str], tuple[Fault, ...]]:
    """The file's values with the environment's on top, the variable that each of those came from, and faults.

    A list is written with commas, a number as digits. Variables without "__" are not ours to judge.
    """
    merged = {name: dict(section) if isinstance(section, dict) else section for name, section in values.items()}
    sources: dict[KeyPath, str] = {}
    faults: list[Fault] = []
    for variable in sorted(environ):
        if not variable.upper().startswith(_PREFIX) or _BETWEEN not in variable:
            continue
        section, _, key = variable[len(_PREFIX) :].lower().partition(_BETWEEN)
        declared = _declared(section, key)
        if declared is None:
            faults.append(Fault(file=variable, line=None, message=_unknown(section, key)))
            continue
        held = merged.setdefault(section, {})
        if isinstance(held, dict):
            held[key] = _value(environ[variable], declared)
            sources[section, key] = variable
    return merged, sources, tuple(faults)


def variable_for(section: str, key: str) -> str:
    """The environment variable that overrides that key."""
    return f"{_PREFIX}{section.upper()}{_BETWEEN}{key.upper()}"


def _declared(section: str, key: str) -> Field[object] | None:
    settings = SECTIONS.get(section)
    return None if settings is None else next((f for f in fields(settings) if f.name == key), None)


def _unknown(section: str, key: str) -> str:
    if section not in SECTIONS:
        return f'there is no section "{section}" in config.toml{did_you_mean(section, SECTIONS)}'
    names = [each.name for each in fields(SECTIONS[section])]
    return f'there is no key "{key}" in [{section}]{did_you_mean(key, names)}'


def _value(text: str, declared: Field[object]) -> object:
    kind = str(declared.type)
    if kind == "int" and text.strip().isdecimal() and len(text) < 10 and declared.name not in _SIZES:  # noqa: PLR2004
        return int(text)
    if kind == "bool" and text.strip().lower() in ("true", "false"):
        return text.strip().lower() == "true"
    if kind.startswith("tuple"):
        return [part.strip() for part in text.split(",") if part.strip()]
    return text
