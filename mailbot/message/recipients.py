"""Where a message was sent to: every address that could carry one of our tokens, best evidence first."""

from __future__ import annotations

import re

from mailbot.message.headers import Headers

MAX_ADDRESSES = 100
_BETWEEN = re.compile(r"""[\s<>,;:()"\[\]\\]+""")
_ADDRESS = re.compile(r"[!#$%&'*+/=?^_`{|}~.A-Za-z0-9-]{1,128}@[A-Za-z0-9._-]{1,253}")
_FIELDS = ("delivered-to", "x-original-to", "to", "cc")


def addresses_in(value: str) -> tuple[str, ...]:
    """Everything in a header that has the shape of an address, in lower case; display names may hold one too."""
    words = (word.strip("'.").lower() for word in _BETWEEN.split(value))  # Outlook writes 'jane@example.org'
    return tuple(word.removeprefix("smtp=") for word in words if _ADDRESS.fullmatch(word))


def recipients_of(headers: Headers, envelope: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The addresses, each once: RCPT, Delivered-To, X-Original-To, To, Cc; and a defect when there were too many.

    Some servers put what they delivered to on top of what an earlier hop wrote, so a header's order is kept.
    """
    found = dict.fromkeys(address for rcpt in envelope for address in addresses_in(rcpt))
    for name in _FIELDS:
        for value in headers.get(name, ()):
            found.update(dict.fromkeys(addresses_in(value)))
    every = tuple(found)
    return every[:MAX_ADDRESSES], "too_many_addresses" if len(every) > MAX_ADDRESSES else ""
