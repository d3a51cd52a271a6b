"""The command as the shell starts it: pipes that close, poor terminals, bytes on standard input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.desk import Desk

QUESTIONNAIRE = ("--questionnaire", "schedules/riverside.toml")
NOTE = "From: zoë@quillfeather.test\r\nSubject: Grüße\r\n\r\nœuvre – 日本\r\n".encode()


def shell(folder: Path, *words: str | bytes, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "mailbot", *words],
        cwd=folder,
        env=os.environ | environment,
        input=stdin,
        capture_output=True,
        timeout=100,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["utf-8:strict", "ascii:strict", "latin-1:strict", "cp1252:strict"])
def test_no_terminal_is_too_poor(desk: Desk, encoding: str) -> None:
    name = os.fsencode(desk.folder) + b"/caf\xe9.eml"  # no UTF-8
    Path(os.fsdecode(name)).write_bytes(NOTE)
    done = shell(desk.folder, "explain", name, *QUESTIONNAIRE, "--json", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    (line,) = done.stdout.decode("utf-8").splitlines()
    assert json.loads(line)["file"] == os.fsdecode(name)
    assert "日本" in json.loads(line)["unplaced"]
    done = shell(desk.folder, "explain", name, *QUESTIONNAIRE, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")


def test_bytes_on_standard_input(desk: Desk) -> None:
    done = shell(desk.folder, "explain", "-", *QUESTIONNAIRE, "--json", stdin=bytes(range(256)) * 10)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["file"] == "-"


def test_a_reader_that_leaves_early(desk: Desk) -> None:
    names = [str(desk.file(f"{number}.eml", NOTE)) for number in range(60)]
    command = [sys.executable, "-m", "mailbot", "explain", *names, *QUESTIONNAIRE, "--json"]
    with subprocess.Popen(command, cwd=desk.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        words = process.stderr.read()
    assert b"Traceback" not in words
    assert b"Something went wrong" not in words


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "xx_YY.nonsense"])
def test_any_locale(desk: Desk, locale: str) -> None:
    done = shell(desk.folder, "check", LC_ALL=locale, LANG=locale)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"No faults" in done.stdout


def test_unforeseen_trouble_is_traced_only_on_request(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a word of somebody's letter")

    monkeypatch.setattr("mailbot.cli.checking.load_catalogue", broken)
    said = desk.types("check")
    assert said.code == 1
    assert "MAILBOT_TRACE=1" in said.err
    assert "somebody's letter" not in said.words
    monkeypatch.setenv("MAILBOT_TRACE", "1")
    with pytest.raises(ZeroDivisionError):
        desk.types("check")


def test_ctrl_c_ends_quietly(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mailbot.cli.checking.load_catalogue", interrupted)
    said = desk.types("check")
    assert said.code in {1, 130}
    assert "Traceback" not in said.words


def test_help_for_every_command(bare: Desk) -> None:
    assert "Commands:" in bare.says("--help")
    for command in ("init", "check", "doctor", "login", "run", "tick", "ingest", "explain", "preview", "status"):
        assert "Options:" in bare.says(command, "--help")
