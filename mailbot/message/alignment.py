"""Which domains may speak for which: relaxed alignment between organisations (RFC 7489 3.1, 3.2).

Only the public suffix list knows that royal.nhs.uk and kings.nhs.uk are two organisations, and that mail.royal.nhs.uk
and royal.nhs.uk are one. A signature of "nhs.uk" or "co.uk" speaks for nobody below it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from publicsuffixlist import PublicSuffixList

_DOMAIN = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.)*[a-z0-9_][a-z0-9-]{0,62}")
_LONGEST = 253  # RFC 1035 2.3.4


def domain_in(value: str) -> str:
    """The domain in "d", "@d", "local@d" or "<local@d>", in lower case; "" for whatever could be read in two ways.

    Whoever sends chooses these values: <@evil.org:jane@victim.org>, victim.org(.evil.org, "jane@victim.org"@evil.org.
    """
    text = value.strip().lower()
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    local, at, domain = text.rpartition("@")
    if at and not _is_plain(local):
        return ""
    domain = domain.removesuffix(".")
    return domain if len(domain) <= _LONGEST and _DOMAIN.fullmatch(domain) else ""


def _is_plain(local: str) -> bool:
    return local.isascii() and local.isprintable() and not any(letter in '@:,;<>()[]\\" ' for letter in local)


def aligned(domain: str, sender_domain: str) -> bool:
    """Whether both are one organisation's: the same, or below the same name that somebody registered."""
    if not domain or not sender_domain:
        return False
    return domain == sender_domain or organisation(domain) == organisation(sender_domain) != ""


def covers(domain: str, sender_domain: str) -> bool:
    """Whether a policy for that domain is one for the sender's: the same, or above it in one organisation."""
    return domain == sender_domain or (sender_domain.endswith(f".{domain}") and aligned(domain, sender_domain))


@lru_cache(maxsize=4096)
def organisation(domain: str) -> str:
    """The name that somebody registered, as "royal.nhs.uk" of "mail.royal.nhs.uk"; "" for a public suffix itself."""
    return _list().privatesuffix(domain) or ""


@lru_cache(maxsize=1)
def _list() -> PublicSuffixList:
    return PublicSuffixList()
