"""Services that ask every new writer to prove that they are a person: Boxbe, SpamArrest, Earthlink, Bluebottle, TMDA.

Their question goes to nobody here: it is no bounce and no answer, and to confirm it would be to answer a machine.
"""

from __future__ import annotations

from mailbot.message.headers import Headers, first

_DOMAINS = ("boxbe.com", "spamarrest.com", "mailinblack.com", "knowspam.net", "sendio.com", "challenge.uol.com.br")
_ADDRESSES = ("spamblocker-challenge@", "antispam-challenge@")
_HEADERS = (
    "x-bluebottle-request",
    "x-spamarrest-challenge",
    "x-mib-challenge",
    "x-tmda-confirm",
    "x-challenge-response",
)


def is_challenge(headers: Headers, envelope_sender: str | None, sender_address: str) -> bool:
    """Whether such a service sent it, by its own addresses and headers."""
    if any(name in headers for name in _HEADERS) or "tmda" in first(headers, "x-delivery-agent").lower():
        return True
    for address in (envelope_sender or "", sender_address.lower()):
        domain = address.rpartition("@")[2]
        if address.startswith(_ADDRESSES) or any(domain == one or domain.endswith(f".{one}") for one in _DOMAINS):
            return True
    return False
