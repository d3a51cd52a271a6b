"""One logged-in connection to the smart host (RFC 6409), and what its replies mean for a message."""

from __future__ import annotations

import re
import smtplib
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.gateways.credentials import AccessTokens, Credential, Password, xoauth2_response
from mailbot.gateways.failures import LoginRefused, plain_words
from mailbot.gateways.tls import TlsMode, client_context, refuse_plain_text

_ENHANCED = re.compile(rb"^([245]\.\d{1,3}\.\d{1,3})(?:\s|$)")  # RFC 2034
_LOGIN_WANTED = frozenset({530, 534, 535, 538})  # RFC 4954 6: about our login, not about the message
SHUTTING_DOWN = 421


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSettings:
    """Where the smart host is; ValueError when `tls` is none and the host is another machine.

    `helo_name` is what we call ourselves: never the machine's own name, which would travel in Received lines.
    """

    host: str
    port: int
    tls: TlsMode
    username: str = ""
    helo_name: str = "[127.0.0.1]"
    timeout_seconds: float = 60.0
    dot_timeout_seconds: float = 120.0  # a smart host may scan a message before it says 250
    authority_file: Path | None = None

    def __post_init__(self) -> None:
        refuse_plain_text(self.tls, self.host)


def connect(settings: SmtpSettings, credential: Credential | None) -> smtplib.SMTP:
    """A connection ready for MAIL; TemporaryFailure for whatever goes wrong, LoginRefused for a bad login."""
    try:
        client = _greeted(settings)
    except (OSError, ValueError) as error:  # smtplib's own errors are OSErrors
        raise TemporaryFailure(f"The smart host could not be used: {_reason(error)}.") from None
    try:
        if credential is not None:
            _log_in(client, settings.username, credential)
    except (OSError, ValueError) as error:
        client.close()
        raise TemporaryFailure(f"The smart host broke off while we logged in: {_reason(error)}.") from None
    except BaseException:
        client.close()
        raise
    return client


def failure(code: int, words: bytes) -> TemporaryFailure | PermanentFailure:
    """What a refusal means; its text is the status code of RFC 3463 alone, since the words may quote an address."""
    found = _ENHANCED.match(words)
    status = found[1].decode() if found else f"{code // 100}.0.0"
    if code in _LOGIN_WANTED:
        return LoginRefused(f"{status} (the smart host wants another login)")
    if code // 100 == 5:  # noqa: PLR2004 - the first digit of RFC 5321 4.2.1
        return PermanentFailure(status)
    return TemporaryFailure(status if status.startswith("4") else "4.0.0")


def _greeted(settings: SmtpSettings) -> smtplib.SMTP:
    context = client_context(settings.authority_file)
    client: smtplib.SMTP
    if settings.tls is TlsMode.REQUIRED:
        client = smtplib.SMTP_SSL(
            settings.host, settings.port, settings.helo_name, timeout=settings.timeout_seconds, context=context
        )
    else:
        client = smtplib.SMTP(settings.host, settings.port, settings.helo_name, timeout=settings.timeout_seconds)
    try:
        if client.sock is not None:
            client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.ehlo_or_helo_if_needed()
        if settings.tls is TlsMode.STARTTLS:
            client.starttls(context=context)  # raises where it is not offered: no fall-back
            client.ehlo_or_helo_if_needed()
    except BaseException:
        client.close()
        raise
    return client


def _log_in(client: smtplib.SMTP, username: str, credential: Credential) -> None:
    offered = client.esmtp_features.get("auth", "").upper().split()
    if isinstance(credential, Password):
        client.user, client.password = username, credential.secret
        ways: dict[str, Callable[..., str]] = {"PLAIN": client.auth_plain, "LOGIN": client.auth_login}
        for mechanism, answer in ways.items():
            if mechanism in offered:
                _authenticate(client, mechanism, answer)
                return
    elif "XOAUTH2" in offered:
        _log_in_with_token(client, username, credential)
        return
    raise LoginRefused("The smart host offers no way to log in that fits the auth of [smtp].")


def _log_in_with_token(client: smtplib.SMTP, username: str, tokens: AccessTokens) -> None:
    """Log in by XOAUTH2; a token that was revoked before its time is replaced once."""
    try:
        token = tokens.access_token()
        try:
            _authenticate(client, "XOAUTH2", _said_once(xoauth2_response(username, token)))
        except LoginRefused:
            token = tokens.access_token(refused=token)
            _authenticate(client, "XOAUTH2", _said_once(xoauth2_response(username, token)))
    except PermanentFailure as error:  # a login that has run out is not the message's fault
        raise LoginRefused(str(error)) from None


def _authenticate(client: smtplib.SMTP, mechanism: str, answer: Callable[..., str]) -> None:
    try:
        client.auth(mechanism, answer)
    except smtplib.SMTPAuthenticationError as error:
        if error.smtp_code // 100 == 4:  # noqa: PLR2004 - as above
            raise TemporaryFailure("The smart host takes no logins at the moment.") from None
        raise LoginRefused(
            "The smart host refused our login: check the user name and the password or token of [smtp]."
        ) from None


def _said_once(words: str) -> Callable[..., str]:
    """XOAUTH2: a refusal comes as a challenge that wants an empty answer."""
    left = iter([words])

    def answer(_challenge: bytes | None = None) -> str:
        return next(left, "")

    return answer


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"it answered {error.smtp_code}"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "it offers no STARTTLS"
    return plain_words(error)


def hang_up(client: smtplib.SMTP) -> None:
    """Close the socket without a word; never raises."""
    with suppress(OSError):
        client.close()
