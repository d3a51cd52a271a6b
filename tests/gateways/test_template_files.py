from __future__ import annotations

from pathlib import Path

import pytest

import mailbot
from mailbot.errors import ConfigError
from mailbot.gateways import template_files
from mailbot.gateways.template_files import (
    shipped_config_example,
    shipped_schedules,
    shipped_templates,
    template_sources,
)


def test_every_built_in_template_is_found_by_its_name() -> None:
    sources = template_sources(None)
    assert "form.en.j2" in sources
    for name, source in sources.items():
        assert (shipped_templates() / name).read_text(encoding="utf-8") == source


def test_an_override_goes_first_and_may_add(tmp_path: Path) -> None:
    (tmp_path / "form.en.j2").write_text("mine", encoding="utf-8")
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "form.j2").write_text("meins", encoding="utf-8")
    (tmp_path / "form.en.j2~").write_bytes(b"\xff")
    (tmp_path / ".form.swp").write_bytes(b"\xff")
    sources = template_sources(tmp_path)
    assert (sources["form.en.j2"], sources["de/form.j2"]) == ("mine", "meins")
    assert sources.keys() - {"de/form.j2"} == template_sources(None).keys()


def test_a_folder_of_overrides_need_not_be_there(tmp_path: Path) -> None:
    assert template_sources(tmp_path / "absent") == template_sources(None)


def test_an_override_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "form.en.j2").write_bytes(b"ok\n\xff")
    with pytest.raises(ConfigError, match=r"form\.en\.j2:2: is not UTF-8 here"):
        template_sources(tmp_path)


def test_in_a_wheel_all_is_found_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = tmp_path / "mailbot" / "shipped"
    for folder in ("templates", "schedules"):
        (shipped / folder).mkdir(parents=True)
    (shipped / "templates" / "form.en.j2").write_text("wheel", encoding="utf-8")
    (shipped / "config.example.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr(template_files, "_PACKAGE", tmp_path / "mailbot")
    assert template_sources(None) == {"form.en.j2": "wheel"}
    assert shipped_schedules() == shipped / "schedules"
    assert shipped_config_example() == shipped / "config.example.toml"


def test_in_a_checkout_all_is_found_at_the_top() -> None:
    top = Path(mailbot.__file__).parent.parent
    assert shipped_schedules() == top / "schedules"
    assert shipped_config_example() == top / "config.example.toml"
