"""How a connection is protected, and the one context that every outgoing connection uses.

Certificates are verified always. Plain text is for loopback alone, and nothing ever falls back to it.
"""

from __future__ import annotations

import ipaddress
import ssl
from enum import StrEnum
from pathlib import Path


class TlsMode(StrEnum):
    """required: TLS from the first byte; starttls: upgraded before anything is said; none: loopback only."""

    REQUIRED = "required"
    STARTTLS = "starttls"
    NONE = "none"


def is_loopback(host: str) -> bool:
    """Whether that host is this very machine, by its literal name or address (nothing is looked up)."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def client_context(authority_file: Path | None = None) -> ssl.SSLContext:
    """A context that verifies certificate and host name; `authority_file` (PEM) adds a private authority."""
    context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if authority_file is not None:
        context.load_verify_locations(authority_file)
    return context


def refuse_plain_text(mode: TlsMode, host: str) -> None:
    """Nothing; ValueError where plain text would leave this machine (`check` has told the operator before)."""
    if mode is TlsMode.NONE and not is_loopback(host):
        raise ValueError('tls = "none" is only for a server on this machine')
