"""How many addresses that are not in use each source has tried within the hour; beyond twenty it has to wait.

A source is an IP address, or an IPv6 network of 64 bits, which is what one customer gets. Behind an MTA every message
comes from the MTA: there it is the client's address where the MTA tells it (XFORWARD), else the envelope's sender, so
that one guesser does not keep everybody else's mail waiting.
"""

from __future__ import annotations

import hashlib
import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable

GUESSES = 20
SECONDS = 3600.0
MOST_SOURCES = 10_000  # remembered; about 15 MB when each has guessed all that it may


class Guesses:
    """The memory of one listener; used on its event loop only."""

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, guesses: int = GUESSES, sources: int = MOST_SOURCES
    ) -> None:
        self._clock = clock
        self._guesses = guesses
        self._sources = sources
        self._tried: OrderedDict[str, dict[bytes, float]] = OrderedDict()  # by source: each address, and when first

    def __len__(self) -> int:
        return len(self._tried)

    def is_slowed(self, source: str) -> bool:
        """Whether that source has to wait."""
        tried = self._tried.get(source)
        if tried is None:
            return False
        since = self._clock() - SECONDS
        for address in [one for one, first in tried.items() if first <= since]:
            del tried[address]
        if not tried:
            del self._tried[source]
        return len(tried) >= self._guesses

    def note(self, source: str, address: str) -> None:
        """An address that is not in use; the same again is no new guess. The source heard of longest ago makes room."""
        tried = self._tried.setdefault(source, {})
        self._tried.move_to_end(source)
        tried.setdefault(hashlib.blake2b(address.strip().lower().encode(), digest_size=8).digest(), self._clock())
        if len(self._tried) > self._sources:
            self._tried.popitem(last=False)


def network_of(address: str) -> str:
    """Whom that IP address belongs to: the address itself, or its IPv6 network; "" for what is no address."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found.packed[:8] + bytes(8), 64)))
