"""Where the smart host delivers to in tests: an SMTP server that keeps every message and can be told to refuse."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.services.process import free_port


@dataclass(frozen=True, slots=True, kw_only=True)
class Sunk:
    """One message that reached the sink."""

    envelope_from: str
    envelope_to: tuple[str, ...]
    raw: bytes


class Sink:
    """Messages in the order of arrival; `refusals` maps a recipient to the SMTP reply it gets instead of 250."""

    def __init__(self) -> None:
        self.messages: list[Sunk] = []
        self.refusals: dict[str, str] = {}
        self.port = 0
        self._arrived = threading.Condition()

    async def handle_RCPT(  # noqa: N802  # aiosmtpd finds its hooks by this name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        with self._arrived:
            self.messages.append(
                Sunk(
                    envelope_from=(envelope.mail_from or "").removeprefix("<>"),
                    envelope_to=tuple(envelope.rcpt_tos),
                    raw=bytes(envelope.original_content or b""),
                )
            )
            self._arrived.notify_all()
        return "250 2.0.0 OK"

    def for_address(self, address: str, *, count: int = 1, seconds: float = 30) -> list[Sunk]:
        """The messages for that recipient, after waiting until there are that many."""
        deadline = time.monotonic() + seconds
        with self._arrived:
            while True:
                found = [message for message in self.messages if address in message.envelope_to]
                left = deadline - time.monotonic()
                if len(found) >= count or left <= 0:
                    break
                self._arrived.wait(left)
        if len(found) < count:
            raise AssertionError(f"{len(found)} of {count} messages reached the sink within {seconds} s")
        return found


@contextmanager
def start() -> Iterator[Sink]:
    """A sink on a free loopback port."""
    sink = Sink()
    sink.port = free_port()
    controller = Controller(
        sink, hostname="127.0.0.1", port=sink.port, server_hostname="sink.test.example", data_size_limit=40_000_000
    )
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
