"""What may give away a person whom no roster names: telephone numbers, addresses, links, postcodes and the like."""

from __future__ import annotations

from collections.abc import Iterator

from mailbot.anonymity.finding import Found, Seen, found
from mailbot.anonymity.plain import Plain, plain
from mailbot.anonymity.unknown.accounts import accounts
from mailbot.anonymity.unknown.addresses import addresses
from mailbot.anonymity.unknown.bleeps import bleeps
from mailbot.anonymity.unknown.hosts import network_addresses
from mailbot.anonymity.unknown.links import bare, with_scheme
from mailbot.anonymity.unknown.ours import Ours, ours
from mailbot.anonymity.unknown.phones import phones
from mailbot.anonymity.unknown.postcodes import postcodes
from mailbot.anonymity.unknown.registrations import registrations
from mailbot.anonymity.unknown.spelled import spelled_hosts
from mailbot.anonymity.unknown.spoken import spoken


def unknown_in(text: str, own: tuple[str, ...]) -> tuple[Found, ...]:
    """Every unknown identifier in the text, in order.

    `own` are addresses, domains and telephone numbers of ours, which may stand.
    """
    read = plain(text)
    known = ours(own)
    return found(read, (seen for seen in _seen(read) if not _is_ours(read, seen, known)))


def _seen(read: Plain) -> Iterator[Seen]:
    """All findings: of two at one place, the kind of the first is told."""
    yield from with_scheme(read)
    yield from addresses(read)
    yield from bare(read)
    yield from spelled_hosts(read)
    yield from registrations(read)
    yield from network_addresses(read)
    yield from phones(read)
    yield from spoken(read)
    yield from bleeps(read)
    yield from accounts(read)
    yield from postcodes(read)


def _is_ours(read: Plain, seen: Seen, known: Ours) -> bool:
    return known.holds(seen.kind, read.low[seen.start : seen.end])
