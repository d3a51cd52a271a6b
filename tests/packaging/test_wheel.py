"""What is in the wheel, and that it works where nothing but the wheel and the lock was installed."""

from __future__ import annotations

import zipfile

import pytest

from tests.packaging.conftest import run
from tests.packaging.lock import PROJECT, ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]  # the first one waits for the installation


def files_of(folder: str) -> set[str]:
    return {path.name for path in (ROOT / folder).iterdir() if path.is_file() and not path.name.startswith(".")}


def test_templates_and_samples_come_along(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert files_of("templates") <= {name.rpartition("/")[2] for name in names if "mailbot/shipped/templates/" in name}
    assert files_of("schedules") <= {name.rpartition("/")[2] for name in names if "mailbot/shipped/schedules/" in name}
    assert "mailbot/shipped/config.example.toml" in names


def test_migrations_come_along(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    there = {path.name for path in (ROOT / "mailbot/store/migrations").rglob("*.py")}
    assert there
    assert there <= {name.rpartition("/")[2] for name in names if "/migrations/" in name}


def test_nothing_else_comes_along(wheel):
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"mailbot", f"mailbot-{PROJECT['version']}.dist-info"}


def test_an_installed_wheel_lays_out_and_checks_a_folder(installed, tmp_path):
    mailbot = installed / "mailbot"
    assert "init" in run(mailbot, "--help", cwd=tmp_path)
    run(mailbot, "init", "work", cwd=tmp_path)
    work = tmp_path / "work"
    assert (work / "config.toml").read_text() == (ROOT / "config.example.toml").read_text()
    assert (work / "mailbot.key").stat().st_mode & 0o777 == 0o600
    for name in ("imap.password", "smtp.password"):
        (work / name).write_text("secret\n")
        (work / name).chmod(0o600)
    assert "No faults" in run(mailbot, "check", cwd=work)


def test_an_installed_wheel_previews_its_samples(installed, tmp_path):
    mailbot = installed / "mailbot"
    run(mailbot, "init", ".", cwd=tmp_path)
    schedule = "schedules/northern-surgery.toml"
    run(mailbot, "preview", "--questionnaire", schedule, "--out", "preview", cwd=tmp_path)
    assert (tmp_path / "preview" / "form.en.eml").stat().st_size > 1000
    assert (tmp_path / "preview" / "index.html").exists()


def test_a_fault_is_exit_code_two(installed, tmp_path):
    mailbot = installed / "mailbot"
    run(mailbot, "init", ".", cwd=tmp_path)
    said = run(mailbot, "check", cwd=tmp_path, expect=2)  # there are no passwords yet
    assert "config.toml:" in said
