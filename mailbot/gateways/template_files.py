"""What mailbot ships with: templates, sample schedules, the example of config.toml; and an operator's overrides."""

from __future__ import annotations

from pathlib import Path

import mailbot
from mailbot.gateways.text_files import read_text

_PACKAGE = Path(mailbot.__file__).parent


def template_sources(overrides: Path | None) -> dict[str, str]:
    """Every template by its name relative to templates/, as in "en/form.txt.j2"; a file in `overrides` goes first.

    Raises ConfigError for a file that is not UTF-8 text.
    """
    sources = _sources_in(_shipped("templates"))
    if overrides is not None and overrides.is_dir():
        sources |= _sources_in(overrides)
    return sources


def shipped_templates() -> Path:
    """The folder of the built-in templates."""
    return _shipped("templates")


def shipped_schedules() -> Path:
    """The folder of the sample schedules and rosters."""
    return _shipped("schedules")


def shipped_config_example() -> Path:
    """The commented config.example.toml."""
    return _shipped("config.example.toml")


def _shipped(name: str) -> Path:
    """In a wheel below mailbot/shipped, in a checkout at the top of the repository."""
    in_wheel = _PACKAGE / "shipped" / name
    return in_wheel if in_wheel.exists() else _PACKAGE.parent / name


def _sources_in(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    names = ((path.relative_to(folder).as_posix(), path) for path in files)
    return {name: read_text(path, file=str(path)) for name, path in names if not name.endswith("~")}
