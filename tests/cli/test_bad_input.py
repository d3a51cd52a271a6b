"""What people type by mistake: each ends with a code and words that say what to do, never with a stack trace."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.desk import Desk

FORM = ("--questionnaire", "schedules/riverside.toml")
USAGE = [
    ((), "Usage"),
    (("frobnicate",), "No such command"),
    (("status", "--jason"), "No such option"),
    (("status", "extra"), "unexpected extra argument"),
    (("explain",), "Missing argument"),
    (("ingest",), "Missing argument"),
    (("replay",), "Missing argument"),
    (("init",), "Missing argument"),
    (("preview",), "Missing option"),
    (("doctor", "--wait", "0"), "--wait"),
    (("doctor", "--wait", "soon"), "--wait"),
    (("run", "--only", "intake,lunch"), "'lunch' is not a part"),
    (("explain", "missing.eml"), "missing.eml cannot be read: No such file"),
    (("explain", "missing.eml", *FORM), "missing.eml cannot be read: No such file"),
    (("explain", "schedules", *FORM), "schedules cannot be read: Is a directory"),
    (("explain", "."), "cannot be read: Is a directory"),
    (("explain", "config.toml/x"), "cannot be read: Not a directory"),
    (("explain", "/proc/self/mem"), "cannot be read: Input/output error"),
    (("explain", "round.eml"), "cannot be read: Too many levels"),
    (("explain", "dangling.eml"), "cannot be read: No such file"),
    (("explain", "x" * 300), "cannot be read: File name too long"),
    (("ingest", "missing.eml"), "cannot be read: No such file"),
    (("ingest", "schedules"), "cannot be read: Is a directory"),
    (("ingest", "/proc/self/mem"), "cannot be read: Input/output error"),
]
CONFIGURATION = [
    (("status", "--config", "missing.toml"), "there is no such file"),
    (("tick", "--config", "schedules"), "is a folder"),
    (("status", "--config", "junk"), "junk:2"),
    (("held", "--config", "/proc/self/mem"), "/proc/self/mem"),
    (("check", "--config", "junk"), "to mend"),
    (("check", "--config", "round.eml"), "round.eml"),
    (("doctor", "--config", "missing.toml"), "mailbot init"),
    (("login",), "there is no [oauth] section"),
    (("login", "--config", "missing.toml"), "there is no such file"),
    (("run", "--config", "missing.toml"), "there is no such file"),
    (("ingest", "-", "--config", "missing.toml"), "there is no such file"),
    (("replay", "x", "--config", "missing.toml"), "there is no such file"),
    (("explain", "config.toml", "--config", "missing.toml"), "there is no such file"),
    (("preview", "--out", "out", "--config", "missing.toml"), "there is no such file"),
    (("preview", "--out", "out", "--questionnaire", "missing.toml"), "missing.toml: cannot be read"),
    (("preview", "--out", "out", "--questionnaire", "schedules"), "is a folder"),
    (("preview", "--out", "out", "--questionnaire", "junk"), "UTF-8"),
    (("preview", "--out", "out", "--questionnaire", "config.toml"), "config.toml:"),
    (("explain", "config.toml", "--questionnaire", "missing.toml"), "missing.toml: cannot be read"),
    (("explain", "config.toml", "--questionnaire", "junk"), "UTF-8"),
    (("explain", "config.toml", "--questionnaire", "schedules/riverside.people.csv"), "riverside.people.csv:"),
    (("tick", "--now", "tomorrow"), "is not a time"),
    (("tick", "--now", "2027-02-30T08:00:00Z"), "is not a time"),
    (("tick", "--now", "0001-01-01T00:00:00+14:00"), "is not a time"),
    (("tick", "--now", "9999-12-31T23:59:59Z"), "outside the years"),
    (("tick", "--now", "1970-01-01T00:00:00Z"), "outside the years"),
]
REFUSED = [
    (("init", "junk"), "junk: cannot be used: file exists"),
    (("init", "junk/work"), "cannot be used: not a directory"),
    (("init", "x" * 300), "cannot be used: file name too long"),
    (("preview", "--out", "junk", *FORM), "junk: cannot be used: file exists"),
    (("preview", "--out", "/proc/mailbot", *FORM), "cannot be used"),
    (("replay", "no-such-id"), "is held or shunted"),
    (("status", "--config", "x" * 300), "cannot be used: file name too long"),
]
CASES = [
    *((words, 2, expected) for words, expected in USAGE),
    *((words, 2, expected) for words, expected in CONFIGURATION),
    *((words, 1, expected) for words, expected in REFUSED),
]


@pytest.mark.parametrize(("words", "code", "expected"), CASES)
def test_a_slip_is_answered_in_words(desk: Desk, words: tuple[str, ...], code: int, expected: str) -> None:
    desk.file("junk", bytes(range(256)) * 20)
    (desk.folder / "round.eml").symlink_to("round.eml")
    (desk.folder / "dangling.eml").symlink_to("nowhere.eml")
    said = desk.types(*words)
    assert said.code == code, said
    assert expected in " ".join(said.words.split()), said
    for unkind in ("Traceback", "Something went wrong", "Errno"):
        assert unkind not in said.words, said


def broken_toml(desk: Desk) -> None:
    path = desk.folder / "config.toml"
    path.write_text(path.read_text().replace("[smtp]", "[smtp"))


def unknown_key(desk: Desk) -> None:
    path = desk.folder / "config.toml"
    path.write_text(path.read_text().replace("auth =", "outh ="))


def no_key_file(desk: Desk) -> None:
    (desk.folder / "mailbot.key").unlink()


def spoilt_key(desk: Desk) -> None:
    (desk.folder / "mailbot.key").write_text("short\n")


def other_key(desk: Desk) -> None:
    desk.says("status")
    (desk.folder / "mailbot.key").unlink()
    desk.says("init", ".")


def open_key(desk: Desk) -> None:
    (desk.folder / "mailbot.key").chmod(0o644)


def no_schedules(desk: Desk) -> None:
    (desk.folder / "schedules").rename(desk.folder / "elsewhere")


def no_roster(desk: Desk) -> None:
    (desk.folder / "schedules" / "riverside.people.csv").unlink()


def binary_roster(desk: Desk) -> None:
    (desk.folder / "schedules" / "riverside.people.csv").write_bytes(bytes(range(256)))


def broken_schedule(desk: Desk) -> None:
    (desk.folder / "schedules" / "riverside.toml").write_text("[programme\n")


def data_is_a_file(desk: Desk) -> None:
    for path in (desk.folder / "data").iterdir():
        path.unlink()
    (desk.folder / "data").rmdir()
    (desk.folder / "data").write_text("")


def database_is_junk(desk: Desk) -> None:
    (desk.folder / "data" / "mailbot.db").write_bytes(bytes(range(256)) * 40)


def database_of_a_strange_kind(desk: Desk) -> None:
    path = desk.folder / "config.toml"
    path.write_text(path.read_text() + '\n[database]\nurl = "oracle://somewhere"\n')


FOLDERS = [
    (broken_toml, 2), (unknown_key, 2), (no_key_file, 2), (spoilt_key, 2), (other_key, 1), (open_key, 2),
    (no_schedules, 2), (no_roster, 2), (binary_roster, 2), (broken_schedule, 2), (data_is_a_file, 1),
    (database_is_junk, 1), (database_of_a_strange_kind, 2),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "code"), FOLDERS)
@pytest.mark.parametrize("command", ["status", "tick", "held"])
def test_a_spoilt_folder_is_answered_in_words(
    desk: Desk, spoil: Callable[[Desk], None], code: int, command: str
) -> None:
    spoil(desk)
    said = desk.types(command)
    assert said.code == code, said
    assert said.err.strip(), said
    for unkind in ("Traceback", "Something went wrong", "Errno", "sqlalchemy"):
        assert unkind not in said.words, said


def test_check_names_file_and_line(desk: Desk) -> None:
    assert "No faults" in desk.says("check")
    schedule = desk.folder / "schedules" / "riverside.toml"
    schedule.write_text(schedule.read_text().replace("[cadence]", "[cadance]"))
    said = desk.types("check", "--json")
    assert said.code == 2
    (report,) = said.lines
    assert set(report) == {"faults", "advice"}
    line = schedule.read_text().splitlines().index("[cadance]") + 1
    assert (report["faults"][0]["file"], report["faults"][0]["line"]) == (str(schedule), line)
    assert f"riverside.toml:{line}: " in desk.says("check", code=2)


def test_check_tries_the_templates(desk: Desk) -> None:
    (desk.folder / "templates" / "form.en.j2").write_text("hello\n{% if %}\n")
    assert "form.en.j2:2: " in desk.says("check", code=2)
