"""Why a server could not be reached, in words without any address, and the failure of a refused login."""

from __future__ import annotations

import os
import socket
import ssl

from mailbot.errors import TemporaryFailure

_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (ssl.SSLError, "TLS could not be agreed with it"),
    (socket.gaierror, "its name is not known to DNS"),
    (ConnectionRefusedError, "nothing listens on its port"),
    (TimeoutError, "it did not answer in time"),
)


class LoginRefused(TemporaryFailure):
    """The smart host turned our login down: an operator's matter, so the mail waits instead of failing."""


def plain_words(error: Exception) -> str:
    """What happened, as the end of "The mailbox server could not be used: ..."."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({error.verify_message})"
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return words
    if isinstance(error, OSError) and error.errno is not None:
        return os.strerror(error.errno).lower()
    return f"it broke off or answered something unexpected ({type(error).__name__})"
