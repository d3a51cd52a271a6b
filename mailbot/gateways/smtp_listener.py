"""The second way in: an MTA hands messages over by LMTP (RFC 2033) or SMTP, on aiosmtpd.

250 is said only after `accept` has returned, which means after the commit; whatever goes wrong there is 451, and the
MTA keeps the message. Nothing is parsed. Reading on: smtp_sessions.py for the limits of a connection.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal, Protocol

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.gateways.guessing import Guesses
from mailbot.gateways.smtp_sessions import ConnectionCaps, LmtpSession, SmtpSession
from mailbot.gateways.wire import has_bare_line_end

_ACCEPTING_THREADS = 4
# Per connection and command. An MTA keeps a connection for many messages, but talks only about mail.
_COMMAND_LIMITS = {"MAIL": 1000, "RCPT": 10_000, "DATA": 1000, "XFORWARD": 1000, "RSET": 1000, "NOOP": 1000, "*": 20}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenerSettings:
    """[listener]; the caps on connections have no keys there."""

    protocol: Literal["lmtp", "smtp"]
    host: str
    port: int
    max_message_bytes: int = 25_000_000
    hostname: str = "mailbot"  # in the greeting
    timeout_seconds: float = 60.0
    connections: int = 100
    connections_per_address: int = 10  # not for loopback, where the MTA in front is
    recipients: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One message as the MTA handed it over; `envelope_sender` is "" for the null return path."""

    envelope_sender: str
    envelope_recipients: tuple[str, ...]
    raw: bytes


class TokenBook(Protocol):
    """Asked at RCPT, in threads of ours; never told to the client."""

    def is_token(self, address: str) -> bool:
        """Whether the address has the shape of one with a token; quick."""

    def is_known(self, address: str) -> bool:
        """Whether its token exists."""


class Listener:
    """Takes connections from `start` to `stop`; `accept` runs in threads of ours, several at once.

    `accept` raises PermanentFailure for 550; TemporaryFailure, or anything else, for 451.
    """

    def __init__(
        self, settings: ListenerSettings, accept: Callable[[Arrival], None], tokens: TokenBook | None = None
    ) -> None:
        # aiosmtpd logs every command, which is every address, under this name.
        logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)
        self._settings = settings
        self._threads = ThreadPoolExecutor(_ACCEPTING_THREADS, thread_name_prefix="listener")
        self._handler = _Handler(settings, accept, tokens, self._threads)
        self._controller: _Controller | None = None

    def start(self) -> None:
        """Return when the port is open; TemporaryFailure when it cannot be had."""
        controller = _Controller(self._settings, self._handler)
        try:
            controller.start()
        except OSError as error:
            controller.loop.close()
            raise TemporaryFailure(f"The listener could not open its port: {error.strerror}.") from None
        self._controller = controller

    def stop(self) -> None:
        """Return when the port is closed and no `accept` runs any more; an unfinished message was not answered."""
        controller, self._controller = self._controller, None
        if controller is not None:
            controller.stop()
        self._threads.shutdown(wait=True)


class _Handler:
    """aiosmtpd's hooks, found by their names."""

    def __init__(
        self,
        settings: ListenerSettings,
        accept: Callable[[Arrival], None],
        tokens: TokenBook | None,
        threads: ThreadPoolExecutor,
    ) -> None:
        self._settings = settings
        self._accept = accept
        self._tokens = tokens
        self._guesses = Guesses()
        self._threads = threads

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if len(envelope.rcpt_tos) >= self._settings.recipients:
            return "452 4.5.3 Too many recipients for one message"
        if await self._is_slowed(server, envelope, address):
            return "451 4.7.1 Too many addresses that are not in use, please try again later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def _is_slowed(self, server: SMTP, envelope: Envelope, address: str) -> bool:
        """Whether its source has guessed too much. Right and wrong tokens are treated alike, and asked about alike."""
        if self._tokens is None or not isinstance(server, SmtpSession | LmtpSession):
            return False
        if not self._tokens.is_token(address):
            return False
        source = server.source(envelope.mail_from or "")
        if self._guesses.is_slowed(source):
            return True
        if not await asyncio.get_running_loop().run_in_executor(self._threads, self._knows, self._tokens, address):
            self._guesses.note(source, address)
        return False

    @staticmethod
    def _knows(tokens: TokenBook, address: str) -> bool:
        try:
            return tokens.is_known(address)
        except Exception:  # noqa: BLE001 - the database is away: DATA will say so
            return True

    async def handle_EHLO(  # noqa: N802
        self, server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Our MTA in front is invited to tell whom it has the message from."""
        session.host_name = hostname
        if isinstance(server, SmtpSession | LmtpSession) and server.is_behind_mta():
            responses.insert(1, "250-XFORWARD ADDR")
        return responses

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        raw = bytes(envelope.original_content or b"")
        if has_bare_line_end(raw):
            return "550 5.6.0 Bare CR or LF in the message (RFC 5321 2.3.8)"
        sender = envelope.mail_from or ""
        arrival = Arrival(
            envelope_sender="" if sender == "<>" else sender, envelope_recipients=tuple(envelope.rcpt_tos), raw=raw
        )
        try:
            await asyncio.get_running_loop().run_in_executor(self._threads, self._accept, arrival)
        except PermanentFailure:
            return "550 5.7.1 Not taken"
        except Exception:  # noqa: BLE001 - whatever it was, the message is not safe with us: the MTA keeps it
            return "451 4.3.0 Not taken now, please try again"
        return "250 2.0.0 Taken"

    async def handle_exception(self, _error: Exception) -> str:
        """Instead of a traceback in the log and the error's text on the wire."""
        return "451 4.3.0 Something went wrong here"


class _Controller(Controller):
    """A listener's thread with its event loop; makes a session for each connection."""

    def __init__(self, settings: ListenerSettings, handler: _Handler) -> None:
        super().__init__(handler, hostname=settings.host, port=settings.port)
        self._settings = settings
        self._caps = ConnectionCaps(total=settings.connections, per_address=settings.connections_per_address)

    def factory(self) -> SMTP:
        kind = LmtpSession if self._settings.protocol == "lmtp" else SmtpSession
        return kind(
            self.handler,
            caps=self._caps,
            data_size_limit=self._settings.max_message_bytes,
            hostname=self._settings.hostname,
            ident="ready",
            timeout=self._settings.timeout_seconds,
            command_call_limit=_COMMAND_LIMITS,
            auth_exclude_mechanism=("PLAIN", "LOGIN"),
            loop=self.loop,
        )
