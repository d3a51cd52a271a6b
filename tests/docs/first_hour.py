"""An operator who follows the README, with a mailbox at Dovecot and Postfix as smart host."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from tests.services.dovecot import AUTHSERV_ID, Dovecot
from tests.services.postfix import Postfix
from tests.services.sink import Sunk

COMMAND = (sys.executable, "-m", "mailbot")


class Operator:
    """Types commands in the working folder."""

    def __init__(self, folder: Path, authority: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {"SSL_CERT_FILE": str(authority)}

    def types(self, *arguments: str, where: str = "work", expect: int = 0) -> str:
        """What `mailbot ...` said, both streams."""
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=self.folder / where,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert done.returncode == expect, done.stdout + done.stderr
        return done.stdout + done.stderr

    def counts(self) -> dict[str, dict[str, int]]:
        """`mailbot status --json`."""
        return json.loads(self.types("status", "--json"))

    def edits(self, file: str, *changes: tuple[str, str]) -> None:
        """Each first text stands in the file and becomes the second."""
        path = self.folder / "work" / file
        text = path.read_text()
        for old, new in changes:
            assert old in text, f"{old} does not stand in {file}"
            text = text.replace(old, new)
        path.write_text(text)

    @contextmanager
    def runs(self) -> Iterator[None]:
        """`mailbot run`, until SIGTERM."""
        with (self.folder / "log").open("w") as log:
            daemon = subprocess.Popen([*COMMAND, "run"], cwd=self.folder / "work", env=self.environment, stderr=log)
        try:
            yield
        finally:
            daemon.terminate()
            code = daemon.wait(60)
        assert code == 0, (self.folder / "log").read_text()


class Postman:
    """Brings what the smart host sent to the service's own mailbox back into it, as the world's mail servers do."""

    def __init__(self, dovecot: Dovecot, postfix: Postfix, user: str) -> None:
        self.dovecot, self.sink, self.user = dovecot, postfix.sink, user
        self._done, self._brought = threading.Event(), 0
        self._thread = threading.Thread(target=self._walk)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _walk(self) -> None:
        while not self._done.wait(0.1):
            while self._brought < len(self.sink.messages):
                message = self.sink.messages[self._brought]
                self._brought += 1
                if message.envelope_to[0].partition("@")[0].partition("+")[0] == self.user:
                    self.dovecot.deliver(message.envelope_to[0], message.raw, sender=message.envelope_from)


def answer(dovecot: Dovecot, received: Sunk, fill: Callable[[str], str]) -> None:
    """The person who received it presses Reply; `fill` makes the reply's text out of the text that it answers."""
    parent = message_from_bytes(received.raw, policy=policy.default)
    to = (parent["Reply-To"] or parent["From"]).addresses[0].addr_spec
    reply = EmailMessage(policy=policy.SMTP)
    reply["From"], reply["To"], reply["Subject"] = received.envelope_to[0], to, f"Re: {parent['Subject']}"
    reply["Message-ID"] = f"<{len(received.raw)}.{received.envelope_to[0]}>"
    reply["In-Reply-To"] = reply["References"] = parent["Message-ID"]
    reply.set_content(fill(parent.get_body(("plain",)).get_content()))
    dovecot.deliver(to, reply.as_bytes(), sender=received.envelope_to[0])


def readme_settings(dovecot: Dovecot, postfix: Postfix, user: str) -> tuple[tuple[str, str], ...]:
    """The lines of config.toml that name somebody else's servers, and this account's instead."""
    return (
        ("mentoring@example.org", f"{user}@example.org"),
        ('host = "imap.example.org"', f'host = "{dovecot.host}"'),
        ("port = 993", f"port = {dovecot.imaps_port}"),
        ('host = "smtp.example.org"', f'host = "{postfix.host}"'),
        ("port = 587", f"port = {postfix.port}"),
        ('username = "mentoring"', f'username = "{user}"'),
        ("mx.example.org", AUTHSERV_ID),
    )
