"""One logged-in IMAP connection with its folder selected; the only file besides imap_mailbox that knows imapclient.

What went wrong is sorted here: everything that may pass by itself is a TemporaryFailure, a refused login is not.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.gateways.credentials import AccessTokens, Credential, Password, xoauth2_response
from mailbot.gateways.failures import plain_words
from mailbot.gateways.tls import TlsMode, client_context, refuse_plain_text

_CONNECT_SECONDS = 20.0
_PASSING_CODES = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]")  # RFC 5530: not our login's fault


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapSettings:
    """Where the mailbox is; ValueError when `tls` is none and the host is another machine."""

    host: str
    port: int
    tls: TlsMode
    username: str
    folder: str = "INBOX"
    processed_folder: str = "Processed"
    timeout_seconds: float = 60.0
    batch_bytes: int = 25_000_000
    authority_file: Path | None = None

    def __post_init__(self) -> None:
        refuse_plain_text(self.tls, self.host)


@contextmanager
def failures_sorted() -> Iterator[None]:
    """Turn what imapclient and sockets raise into our own errors, without any of the server's words."""
    try:
        yield
    except (IMAPClientError, OSError, EOFError, ValueError, LookupError) as error:
        raise TemporaryFailure(f"The mailbox server could not be used: {plain_words(error)}.") from None


def connect(settings: ImapSettings, credential: Credential) -> IMAPClient:
    """A connection that is logged in; TemporaryFailure, or PermanentFailure for a refused login."""
    with failures_sorted():
        client = _greeted(settings)
        try:
            _log_in(client, settings.username, credential)
        except BaseException:
            disconnect(client)
            raise
        return client


def disconnect(client: IMAPClient) -> None:
    """Close the socket without a word; never raises."""
    with suppress(IMAPClientError, OSError):
        client.shutdown()


def wake(client: IMAPClient) -> None:
    """End whatever another thread waits for on this connection; never raises."""
    with suppress(OSError):
        client.socket().shutdown(socket.SHUT_RDWR)


def _greeted(settings: ImapSettings) -> IMAPClient:
    context = client_context(settings.authority_file)
    client = IMAPClient(
        settings.host,
        port=settings.port,
        ssl=settings.tls is TlsMode.REQUIRED,
        ssl_context=context,
        timeout=SocketTimeout(min(_CONNECT_SECONDS, settings.timeout_seconds), settings.timeout_seconds),
    )
    try:
        client.normalise_times = False  # aware times, as the server gave them
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # without it 40 ms a command
        if settings.tls is TlsMode.STARTTLS:
            client.starttls(context)
    except BaseException:
        disconnect(client)
        raise
    return client


def _log_in(client: IMAPClient, username: str, credential: Credential) -> None:
    try:
        if isinstance(credential, Password):
            client.login(username, credential.secret)
        else:
            _log_in_with_token(client, username, credential)
    except LoginError as error:
        if isinstance(error.__context__, IMAPClientAbortError):
            raise TemporaryFailure("The mailbox server broke off while we logged in.") from None
        if any(code in str(error).upper() for code in _PASSING_CODES):
            raise TemporaryFailure("The mailbox server takes no logins at the moment.") from None
        raise PermanentFailure(
            "The mailbox server refused our login: check the user name and the password or token of [imap]."
        ) from None


def _log_in_with_token(client: IMAPClient, username: str, tokens: AccessTokens) -> None:
    """Log in by XOAUTH2; a token that was revoked before its time is replaced once."""
    token = tokens.access_token()
    try:
        _xoauth2(client, username, token)
    except LoginError as error:
        if isinstance(error.__context__, IMAPClientAbortError):
            raise
        _xoauth2(client, username, tokens.access_token(refused=token))


def _xoauth2(client: IMAPClient, username: str, token: str) -> None:
    words = iter([xoauth2_response(username, token)])
    # A refusal comes as a challenge that wants an empty answer, then as NO.
    client.sasl_login("XOAUTH2", lambda _challenge: next(words, ""))
