from __future__ import annotations

import io
import subprocess
import sys

import pytest
from rich.console import Console

from mailbot.demo import closing, staying
from mailbot.demo.checks import findings
from tests.demo import evidence as world


def said(console):
    return " ".join(console.file.getvalue().split())


@pytest.fixture
def console():
    return Console(file=io.StringIO(), width=200)


WITHOUT_PYMAP = """
import sys
from pathlib import Path
from rich.console import Console
sys.modules["pymap"] = None
from mailbot.demo.run import run
sys.exit(run(stay=False, out=Path("unused"), console=Console(width=200)))
"""


def test_without_pymap_it_says_how_to_get_it(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PYMAP], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 2
    assert 'pip install "mailbot[demo]"' in " ".join(done.stdout.split())
    assert done.stderr == ""


def test_the_closing_table_has_the_accounting_and_the_page(console, tmp_path):
    evidence = world.good()
    closing.show(evidence, findings(evidence), tmp_path / "index.html", console)
    assert "1 taken in = 0 processed + 1 held + 0 refused + 0 shunted" in said(console)
    assert "Letters relayed │ 12 │" in said(console)
    assert str(tmp_path / "index.html") in said(console)
    assert "broken" not in said(console)


def test_a_broken_promise_is_printed_with_its_faults(console, tmp_path):
    evidence = world.good(puzzles=["Ngozi waited [in] vain."])
    closing.show(evidence, findings(evidence), tmp_path, console)
    assert "Nobody waited for mail in vain: Ngozi waited [in] vain." in said(console)


class FakeWorld:
    """What staying needs: accounts, ports, a clock, a daemon that counts its ticks."""

    def __init__(self):
        self.cast, self.servers, self.clock, self.daemon = world.CAST, self, self, self
        self.imap_port, self.smtp_port = 1143, 1025
        self.ran = self.ticks = 0

    def run(self):
        self.ran += 1

    def tick(self):
        self.ticks += 1
        if self.ticks == 3:
            raise KeyboardInterrupt


def test_staying_prints_what_a_mail_program_asks_for(console):
    staying.settings(FakeWorld(), console)
    assert "127.0.0.1, port 1143" in said(console)
    assert "127.0.0.1, port 1025" in said(console)
    for person in world.CAST.people:
        assert person.account.password in said(console)
    assert world.CAST.bot.password not in said(console)


def test_staying_ticks_in_real_time_until_ctrl_c(monkeypatch):
    monkeypatch.setattr(staying.time, "sleep", lambda _: None)
    here = FakeWorld()
    staying.stay(here)
    assert (here.ran, here.ticks) == (1, 3)
