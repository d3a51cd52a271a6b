"""The proxy addresses that say which conversation a message belongs to, never who wrote it.

    plus      mentoring+t-mzxw6ytboi4dcnrq@example.org
    catchall  t-mzxw6ytboi4dcnrq@relay.example.org

Clients fold the case of addresses, so everything here compares in lower case.
"""

from __future__ import annotations

import re

from mailbot.model.context import Service
from mailbot.model.ids import Token

KINDS = ("t", "f", "b", "c")  # thread, form, bounce, confirmation
_TOKEN = re.compile(r"[a-z2-7]{16,64}")  # 16 letters of base32 are 80 bits, the least that we accept
_WRAPPED = re.compile(r"\A<([^<>]*)>\Z")


def proxy_address(service: Service, kind: str, token: Token) -> str:
    """The address of that kind with that token, in the service's style; ValueError for what we would not read back."""
    if kind not in KINDS:
        raise ValueError("a proxy address is of kind t, f, b or c")
    if not _TOKEN.fullmatch(token):
        raise ValueError("a token is 16 to 64 letters of lower-case base32")
    if service.address_style == "catchall":
        return f"{kind}-{token}@{service.relay_domain.lower()}"
    local, _, domain = service.address.rpartition("@")
    return f"{local.lower()}+{kind}-{token}@{domain.lower()}"


def proxy_token(service: Service, address: str) -> tuple[str, Token] | None:
    """The kind and token of a proxy address of ours, None for any other address."""
    folded = address.strip().lower()
    if wrapped := _WRAPPED.match(folded):
        folded = wrapped[1]
    local, _, domain = folded.rpartition("@")
    if service.address_style == "catchall":
        own_domain, detail = service.relay_domain.lower(), local
    else:
        own_local, _, own_domain = service.address.lower().rpartition("@")
        name, _, detail = local.partition("+")
        if name != own_local:
            return None
    kind, _, token = detail.partition("-")
    if domain != own_domain or kind not in KINDS or not _TOKEN.fullmatch(token):
        return None
    return kind, Token(token)


def domain_of(address: str) -> str:
    """The part after the last @, in lower case; "" when there is none."""
    return address.rpartition("@")[2].strip().rstrip(">").lower() if "@" in address else ""
