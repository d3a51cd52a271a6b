from __future__ import annotations

import io
import socket

import pytest
from rich.console import Console

from mailbot.demo.run import run
from mailbot.demo.sabotage import SABOTAGES


def played(tmp_path, **how):
    console = Console(file=io.StringIO(), width=300)
    code = run(stay=False, out=tmp_path, console=console, **how)
    return code, console.file.getvalue()


def broken(said):
    return {line.split("│")[2].strip() for line in said.splitlines() if line.startswith("│ broken")}


def test_a_whole_year_keeps_every_promise_and_stays_on_loopback(tmp_path, monkeypatch):
    called = set()
    connect = socket.socket.connect

    def watched(self, address):
        called.add(address[0] if isinstance(address, tuple) else "local")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", watched)
    code, said = played(tmp_path)
    assert broken(said) == set()
    assert code == 0
    assert str(tmp_path / "index.html") in said
    assert called <= {"127.0.0.1", "local"}
    assert (tmp_path / "index.html").stat().st_size < 3_000_000


@pytest.mark.parametrize("name", SABOTAGES)
def test_a_planted_fault_breaks_its_promise_and_the_exit_code(tmp_path, name):
    code, said = played(tmp_path, sabotage=name, rounds=2)
    assert code == 1
    assert broken(said) == {SABOTAGES[name].promise, *SABOTAGES[name].also}
