"""What may give away a person whom no roster names: telephone numbers, addresses, links, postcodes and the like."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator

from mailbot.anonymity.finding import Found, Seen, found
from mailbot.anonymity.plain import Plain, plain
from mailbot.anonymity.unknown.accounts import accounts
from mailbot.anonymity.unknown.addresses import addresses
from mailbot.anonymity.unknown.bleeps import bleeps
from mailbot.anonymity.unknown.hosts import network_addresses
from mailbot.anonymity.unknown.links import bare, with_scheme
from mailbot.anonymity.unknown.meetings import meetings
from mailbot.anonymity.unknown.ours import ours
from mailbot.anonymity.unknown.phones import phones
from mailbot.anonymity.unknown.postcodes import postcodes
from mailbot.anonymity.unknown.registrations import registrations
from mailbot.anonymity.unknown.spelled import spelled_hosts
from mailbot.anonymity.unknown.spoken import spoken
from mailbot.anonymity.unknown.streets import streets


def unknown_in(text: str, own: tuple[str, ...]) -> tuple[Found, ...]:
    """Every unknown identifier in the text, in order.

    `own` are addresses, domains and telephone numbers of ours, which may stand.
    """
    read = plain(text)
    seen = list(_seen(read))
    known = ours(own)
    own_spans = sorted((one.start, one.end) for one in seen if known.holds(one.kind, read.low[one.start : one.end]))
    return found(read, (one for one in seen if not _is_within(one, own_spans)) if own_spans else seen)


def _is_within(one: Seen, spans: list[tuple[int, int]]) -> bool:
    """Whether it is a part of something of ours: the host in our address."""
    at = bisect_right(spans, (one.start, sys.maxsize)) - 1
    return at >= 0 and one.end <= spans[at][1]


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
    yield from meetings(read)
    yield from postcodes(read)
    yield from streets(read)
