from __future__ import annotations

import base64
import csv
import stat
import tomllib
from types import SimpleNamespace

from mailbot.demo.folder import lay_out
from mailbot.demo.people import cast


def test_a_daemon_can_start_from_it(tmp_path):
    people = cast()
    folder = lay_out(tmp_path, people, SimpleNamespace(imap_port=1143, smtp_port=1025))
    config = tomllib.loads(folder.config.read_text())
    assert (config["imap"]["port"], config["smtp"]["port"]) == (1143, 1025)
    assert config["mailbot"]["address"] == people.bot.address
    assert (tmp_path / "mailbot.password").read_text().strip() == people.bot.password
    key = tmp_path / "mailbot.key"
    assert len(base64.b64decode(key.read_text())) == 32
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert folder.data.is_dir()


def test_the_roster_pairs_three_mentees_with_two_mentors(tmp_path):
    lay_out(tmp_path, cast(), SimpleNamespace(imap_port=1, smtp_port=2))
    text = (tmp_path / "schedules" / "demo.people.csv").read_text()
    rows = list(csv.DictReader(text.splitlines()))
    assert [(row["id"], row["role"], row["mentor"]) for row in rows] == [
        ("s1", "mentor", ""),
        ("s2", "mentor", ""),
        ("m01", "mentee", "s1"),
        ("m02", "mentee", "s1"),
        ("m03", "mentee", "s2"),
    ]


def test_passwords_are_made_for_each_run():
    assert {a.password for a in cast().accounts}.isdisjoint(a.password for a in cast().accounts)
