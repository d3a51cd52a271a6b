"""The smart host over SMTP: one kept connection per sending thread, one message and one recipient at a time.

The only duplicate that can arise here is that of SMTP itself: the answer to the final dot was lost. That is a
TemporaryFailure, never a second try on the spot.
"""

from __future__ import annotations

import re
import smtplib
import threading

from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.gateways.credentials import Credential
from mailbot.gateways.failures import plain_words
from mailbot.gateways.smtp_connection import SHUTTING_DOWN, SmtpSettings, connect, failure, hang_up
from mailbot.gateways.wire import has_bare_line_end

_ADDRESS = re.compile(r"[!-;=?-~]+@[!-;=?-~]+")  # printable ASCII, no space, no angle bracket: nothing to inject


class SmtpSubmission:
    """The Submission port; safe to call from several threads."""

    def __init__(self, settings: SmtpSettings, credential: Credential | None) -> None:
        self._settings = settings
        self._credential = credential
        self._mine = threading.local()
        self._open: set[smtplib.SMTP] = set()
        self._lock = threading.Lock()

    def send(self, *, envelope_from: str, envelope_to: str, raw: bytes) -> None:
        """As in the port; the text of a failure is the status code, or why there was no answer.

        `envelope_from` may be empty (the null return path). PermanentFailure as well for what must not go on the
        wire: a bare CR or LF, an address with a space, a bracket or a letter beyond ASCII.
        """
        _check(envelope_from, envelope_to, raw)
        client, kept = self._connection()
        try:
            self._hand_over_envelope(client, envelope_from, envelope_to, raw)
        except _ConnectionLostError as lost:
            self._drop(client)
            if not kept:
                raise TemporaryFailure(str(lost)) from None
            # The server closed a connection that had been idle: that says nothing about this message.
            client = self._connect()
            try:
                self._hand_over_envelope(client, envelope_from, envelope_to, raw)
            except _ConnectionLostError as lost_again:
                self._drop(client)
                raise TemporaryFailure(str(lost_again)) from None
        self._hand_over_data(client, raw)

    def close(self) -> None:
        """As in the port; a send in another thread fails for now."""
        with self._lock:
            clients, self._open = self._open, set()
        for client in clients:
            hang_up(client)

    def _connection(self) -> tuple[smtplib.SMTP, bool]:
        """This thread's connection, and whether it has served before."""
        client: smtplib.SMTP | None = getattr(self._mine, "client", None)
        if client is not None and client in self._open:
            return client, True
        return self._connect(), False

    def _connect(self) -> smtplib.SMTP:
        client = connect(self._settings, self._credential)
        self._mine.client = client
        with self._lock:
            self._open.add(client)
        return client

    def _drop(self, client: smtplib.SMTP) -> None:
        with self._lock:
            self._open.discard(client)
        hang_up(client)

    def _hand_over_envelope(self, client: smtplib.SMTP, envelope_from: str, envelope_to: str, raw: bytes) -> None:
        """MAIL and RCPT were accepted; _ConnectionLostError while the message is surely not taken."""
        options = [f"SIZE={len(raw)}"] if client.has_extn("size") else []
        if not raw.isascii() and client.has_extn("8bitmime"):
            options.append("BODY=8BITMIME")
        try:
            self._expect_accepted(client, *client.mail(envelope_from, options))
            self._expect_accepted(client, *client.rcpt(envelope_to))
        except (OSError, ValueError) as error:
            raise _ConnectionLostError(f"no answer from the smart host: {plain_words(error)}") from None

    def _hand_over_data(self, client: smtplib.SMTP, raw: bytes) -> None:
        if client.sock is not None:
            client.sock.settimeout(self._settings.dot_timeout_seconds)
        try:
            code, words = client.data(raw)
        except smtplib.SMTPDataError as error:
            code, words = error.smtp_code, _as_bytes(error.smtp_error)
        except (OSError, ValueError) as error:
            self._drop(client)
            raise TemporaryFailure(f"no answer to the message's end: {plain_words(error)}") from None
        if client.sock is not None:
            client.sock.settimeout(self._settings.timeout_seconds)
        try:
            self._expect_accepted(client, code, words)
        except _ConnectionLostError as lost:
            self._drop(client)
            raise TemporaryFailure(str(lost)) from None

    def _expect_accepted(self, client: smtplib.SMTP, code: int, words: bytes) -> None:
        if code // 100 == 2:  # noqa: PLR2004 - the first digit of RFC 5321 4.2.1
            return
        if code in (SHUTTING_DOWN, -1):
            raise _ConnectionLostError("the smart host is closing the connection")
        try:
            client.rset()
        except OSError:
            self._drop(client)
        raise failure(code, words)


class _ConnectionLostError(Exception):
    """The connection ended before the message was handed over."""


def _as_bytes(words: bytes | str) -> bytes:
    return words if isinstance(words, bytes) else words.encode()


def _check(envelope_from: str, envelope_to: str, raw: bytes) -> None:
    if has_bare_line_end(raw):
        raise PermanentFailure("5.6.0 (the message has a bare CR or LF and was not sent)")
    if not _ADDRESS.fullmatch(envelope_to) or (envelope_from and not _ADDRESS.fullmatch(envelope_from)):
        raise PermanentFailure("5.1.3 (an address of the envelope cannot be written in SMTP)")
