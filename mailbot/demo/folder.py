"""The working folder of the demo's daemon, as an operator and a coordinator would have written it."""

from __future__ import annotations

import base64
import csv
import secrets
from dataclasses import dataclass
from importlib.resources import files
from io import StringIO
from pathlib import Path

from mailbot.demo.accounts import AUTHSERV_ID
from mailbot.demo.people import Cast, Person
from mailbot.demo.servers import Servers

_CONFIG = """\
[mailbot]
address = "{address}"
address_style = "plus"
data = "data"
schedules = "schedules"
templates = "templates"
key_file = "mailbot.key"
operators = []

[database]
url = "sqlite:///data/mailbot.db"

[imap]
host = "127.0.0.1"
port = {imap_port}
tls = "none"
username = "{address}"
password_file = "mailbot.password"

[smtp]
host = "127.0.0.1"
port = {smtp_port}
tls = "none"
username = "{address}"
password_file = "mailbot.password"

[inbound]
trusted_authserv_ids = ["{authserv}"]
without_verdict = "challenge"
"""
_COLUMNS = ("id", "role", "name", "email", "mentor", "trained_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Where the daemon's files lie."""

    root: Path

    @property
    def config(self) -> Path:
        """config.toml."""
        return self.root / "config.toml"

    @property
    def data(self) -> Path:
        """What the daemon writes."""
        return self.root / "data"

    @property
    def log(self) -> Path:
        """What it logs, and what the demo collects of everybody else's logs."""
        return self.root / "mailbot.log"


def lay_out(root: Path, cast: Cast, servers: Servers) -> Folder:
    """A folder that a daemon can start from; `root` exists and is empty. Secrets are readable by their owner only."""
    folder = Folder(root=root)
    for name in ("data", "schedules", "templates"):
        (root / name).mkdir()
    folder.config.write_text(
        _CONFIG.format(
            address=cast.bot.address,
            imap_port=servers.imap_port,
            smtp_port=servers.smtp_port,
            authserv=AUTHSERV_ID,
        ),
        encoding="utf-8",
    )
    _secret(root / "mailbot.key", base64.b64encode(secrets.token_bytes(32)).decode("ascii"))
    _secret(root / "mailbot.password", cast.bot.password)
    schedule = files("mailbot.demo").joinpath("year", "demo.toml").read_text(encoding="utf-8")
    (root / "schedules" / "demo.toml").write_text(schedule, encoding="utf-8")
    (root / "schedules" / "demo.people.csv").write_text(_roster(cast), encoding="utf-8")
    return folder


def _secret(path: Path, words: str) -> None:
    path.touch(mode=0o600)
    path.write_text(words + "\n", encoding="ascii")


def _roster(cast: Cast) -> str:
    out = StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(_COLUMNS)
    rows.writerows(_row(person) for person in cast.mentors + cast.mentees)
    return out.getvalue()


def _row(person: Person) -> tuple[str, ...]:
    account = person.account
    trained_on = "2024-11-20" if account.role == "mentor" else ""
    return (person.id, account.role, account.name, account.address, person.mentor, trained_on)
