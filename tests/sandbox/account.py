"""A working folder made by `mailbot init` and edited for the servers that the tests started, driven as a subprocess."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.flows.town import PROGRAMME, ROSTER
from tests.services.dovecot import AUTHSERV_ID, Dovecot
from tests.services.postfix import Postfix


@dataclass
class Account:
    folder: Path
    user: str
    environment: dict[str, str]

    @property
    def address(self) -> str:
        return f"{self.user}@example.org"

    def mailbot(self, *words: str, expect: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "mailbot", *words],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == expect, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout

    def json(self, *words: str) -> Any:
        return json.loads(self.mailbot(*words, "--json"))

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        log = (self.folder / "log").open("ab")
        daemon = subprocess.Popen(
            [sys.executable, "-m", "mailbot", "run"], cwd=self.folder, env=self.environment, stderr=log, stdout=log
        )
        try:
            yield daemon
        finally:
            daemon.terminate()
            log.close()
            try:
                code = daemon.wait(40)
            except subprocess.TimeoutExpired:
                daemon.kill()
                code = daemon.wait()
            assert code == 0, (self.folder / "log").read_text()


def lay_out(
    folder: Path, dovecot: Dovecot, postfix: Postfix, user: str, *, changes: dict[str, str] | None = None
) -> Account:
    """The folder as the README's steps make it."""
    environment = os.environ | {"SSL_CERT_FILE": str(dovecot.certificates.authority), "PYTHONWARNINGS": "error"}
    account = Account(folder=folder, user=user, environment=environment)
    subprocess.run(
        [sys.executable, "-m", "mailbot", "init", str(folder)], check=True, env=environment, capture_output=True
    )
    config = (folder / "config.toml").read_text()
    settings = {
        "mailbot.address": f'"{account.address}"',
        "imap.host": f'"{dovecot.host}"',
        "imap.port": str(dovecot.imaps_port),
        "imap.username": f'"{user}"',
        "smtp.host": f'"{postfix.host}"',
        "smtp.port": str(postfix.port),
        "smtp.username": f'"{user}"',
        "inbound.trusted_authserv_ids": f'["{AUTHSERV_ID}"]',
    } | (changes or {})
    for key, value in settings.items():
        config = with_key(config, key, value)
    (folder / "config.toml").write_text(config)
    for name in ("imap", "smtp"):
        (folder / f"{name}.password").write_text(f"{dovecot.password}\n")
        (folder / f"{name}.password").chmod(0o600)
    for sample in (folder / "schedules").iterdir():
        sample.unlink()
    (folder / "schedules" / "riverside.toml").write_text(PROGRAMME.format(joining="recorded"))
    domain = f"{user}.test"
    (folder / "schedules" / "riverside.people.csv").write_text(re.sub(r"@[a-z]+\.test", f"@{domain}", ROSTER))
    return account


def with_key(config: str, key: str, value: str) -> str:
    """The file with one key set, as a person would do it with an editor."""
    section, _, name = key.partition(".")
    before, head, rest = config.partition(f"[{section}]\n")
    body, mark, after = rest.partition("\n[")
    changed, count = re.subn(rf"(?m)^{name} = [^#\n]*", f"{name} = {value} ", body)
    if not count:
        changed = f"{name} = {value}\n{body}"
    assert head, section
    return before + head + changed + mark + after


def eventually(check: Any, seconds: float = 30.0) -> Any:
    """The first true value of `check()`; an AssertionError after that time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found := check():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")
