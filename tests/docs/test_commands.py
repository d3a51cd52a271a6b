"""The pages name every command and every option that they use, and none that does not exist."""

from __future__ import annotations

import re

import click
import typer

from mailbot.cli.app import app
from tests.docs.reasons_in_code import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS: dict[str, click.Command] = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def quoted() -> str:
    """All that stands in code marks or code blocks."""
    text = "\n".join(page.read_text() for page in PAGES)
    blocks = re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL)
    return "\n".join([*blocks, *re.findall(r"`[^`\n]+`", text)])


def test_every_command_is_documented():
    assert [name for name in COMMANDS if not re.search(rf"\bmailbot {name}\b", quoted())] == []


def test_no_command_is_documented_that_does_not_exist():
    named = set(re.findall(r"(?:^|[\s`/])mailbot ([a-z]+)\b", quoted()))
    assert sorted(named - set(COMMANDS)) == []


def test_every_option_in_the_pages_exists():
    unknown = []
    for command, rest in re.findall(r"\bmailbot ([a-z]+)((?: +[^\s`&|]+)*)", quoted()):
        offered = {option for parameter in COMMANDS[command].params for option in parameter.opts}
        unknown += [f"{command} {option}" for option in re.findall(r"--[a-z-]+", rest) if option not in offered]
    assert unknown == []
