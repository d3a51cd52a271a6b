from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path

from mailbot.config import load_config
from mailbot.config.settings import SECTIONS
from mailbot.gateways.template_files import shipped_config_example

EXAMPLE = shipped_config_example().read_text(encoding="utf-8")
# what most leave out stands there as a comment: "# relay_domain = ...", "# [listener]"
COMPLETE = re.sub(r"^# (\w+ = \S|\[\w+\]$)", r"\1", EXAMPLE, flags=re.MULTILINE)


def test_the_example_explains_every_key_and_no_other() -> None:
    documented = {section: set(keys) for section, keys in tomllib.loads(COMPLETE).items()}
    declared = {
        section: {field.name for field in dataclasses.fields(settings) if not field.metadata.get("secret")}
        for section, settings in SECTIONS.items()
    }
    assert documented == declared


def test_every_key_and_section_of_the_example_has_a_word_of_explanation() -> None:
    plain = {"host", "port", "username", "folder", "per_day", "client_id"}
    unexplained = [
        line
        for line in COMPLETE.splitlines()
        if (found := re.match(r"(\w+) = ", line)) and found[1] not in plain and "#" not in line
    ]
    assert [line for line in unexplained if "token_url" not in line] == []


def test_the_example_loads_once_its_password_files_are_there_with_its_comments_and_without(tmp_path: Path) -> None:
    for name in ("imap.password", "smtp.password"):
        (tmp_path / name).write_text("secret\n", encoding="utf-8")
    (tmp_path / "config.toml").write_text(EXAMPLE, encoding="utf-8")
    plain = load_config(tmp_path / "config.toml", {})
    assert plain.mailbot.address == "mentoring@example.org"
    assert (plain.listener, plain.oauth) == (None, None)
    whole = COMPLETE.replace('address_style = "plus"', 'address_style = "catchall"')
    (tmp_path / "config.toml").write_text(whole, encoding="utf-8")
    complete = load_config(tmp_path / "config.toml", {})
    assert complete.mailbot.relay_domain == "relay.example.org"
    assert complete.listener is not None
    assert complete.oauth is not None


def test_the_example_fits_a_window() -> None:
    assert max(len(line) for line in EXAMPLE.splitlines()) <= 112
