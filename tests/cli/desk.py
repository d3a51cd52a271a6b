"""A working folder without a mailbox, its smart host a sink, and somebody who types commands in it."""

from __future__ import annotations

import base64
import email
import email.policy
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import structlog

from mailbot.cli.app import main
from tests.flows.town import AUTHSERV, OURS, PROGRAMME, ROSTER

CONFIG = """
[mailbot]
address = "{address}"
operators = ["ops@example.org"]

[smtp]
host = "127.0.0.1"
port = {port}
tls = "none"
auth = "none"

[listener]
protocol = "lmtp"
port = 0

[inbound]
trusted_authserv_ids = ["{authserv}"]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def words(self) -> str:
        return self.out + self.err

    @property
    def lines(self) -> list[Any]:
        """Every line as JSON, by the widest idea of what ends a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Desk:
    """Every command runs in this process, through the very function that the shell calls."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def types(self, *words: str | Path, stdin: bytes = b"") -> Said:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        typed = ["mailbot", *(str(word) for word in words)]
        keyboard = io.TextIOWrapper(io.BytesIO(stdin))
        with (
            _own_log(), patch("sys.argv", typed), patch("sys.stdin", keyboard),
            redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as end,
        ):  # fmt: skip
            main()
        code = end.value.code
        assert isinstance(code, int)
        return Said(code=code, out=_text(out), err=_text(err))

    def says(self, *words: str | Path, stdin: bytes = b"", code: int = 0) -> str:
        """What a command printed that ends with that code."""
        said = self.types(*words, stdin=stdin)
        assert said.code == code, said
        return said.words

    def json(self, *words: str | Path, stdin: bytes = b"") -> Any:
        """The one JSON object that a command printed."""
        said = self.types(*words, "--json", stdin=stdin)
        assert said.code == 0, said
        (found,) = said.lines
        return found

    def file(self, name: str, raw: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(raw)
        return path


def laid_out(folder: Path, port: int) -> Desk:
    """The folder as `mailbot init` makes it, with the Riverside programme and a sink at that port."""
    desk = Desk(folder)
    desk.says("init", folder)
    (folder / "config.toml").write_text(CONFIG.format(address=OURS, port=port, authserv=AUTHSERV))
    for sample in (folder / "schedules").iterdir():
        sample.unlink()
    (folder / "schedules" / "riverside.toml").write_text(PROGRAMME.format(joining="recorded"))
    (folder / "schedules" / "riverside.people.csv").write_text(ROSTER)
    return desk


def letters_of(explained: dict[str, Any]) -> list[str]:
    """The plain text of everything that would go out."""
    found = []
    for one in explained["outgoing"]:
        message = email.message_from_bytes(base64.b64decode(one["raw_base64"]), policy=email.policy.default)
        body = message.get_body(("plain",))
        assert body is not None
        found.append(f"{message.as_string()}\n{body.get_content()}")
    return found


@contextmanager
def _own_log() -> Iterator[None]:
    """Commands point the log at their own standard error; other tests keep theirs."""
    before = structlog.get_config()
    try:
        yield
    finally:
        structlog.configure(**before)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")
