"""Network addresses (IPv4, IPv6), but no versions and sections."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_FOUR = re.compile(r"\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d|\.\d)")
_BRACKETED = re.compile(r"\d{1,3}(?:[\[(]\.[\])]\d{1,3}){3}(?!\d)")
_FIRST = re.compile(r"(?<![\d.])\d{1,3}$")
_SIX = re.compile(r"(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}(?![\w:])")
_CUE = re.compile(r"(?:\bip\b|server|host|ping|address|vpn|login|log in|router|subnet|network|remote|dns)[^.\n]{0,30}$")
_NOT = re.compile(
    r"(?:\bv|version|section|sections|chapter|paragraph|para|§|release|clause|appendix|table|figure|fig|build|update"
    r"|guideline|guidance|recommendation|rec|syllabus|curriculum|item|standard|criteri\w{1,3}|ios|android|windows"
    r"|outcome|domain|module|part|step|question)[\s.:(]{0,3}$"
)
_PLAIN_OCTET = 30  # a section has smaller numbers


def network_addresses(plain: Plain) -> Iterator[Seen]:
    """Every network address in the text."""
    low = plain.low
    for rest in _FOUR.finditer(low):
        first = _FIRST.search(low, max(0, rest.start() - 4), rest.start())
        if first and _is_four(low, first.start(), rest.end()):
            yield Seen(kind="ip", start=first.start(), end=rest.end())
    if "[.]" in low or "(.)" in low:
        for spelled in _BRACKETED.finditer(low):
            yield Seen(kind="ip", start=spelled.start(), end=spelled.end())
    if "::" in low or low.count(":") >= 7:  # noqa: PLR2004 - eight groups have seven colons between them
        for six in _SIX.finditer(low):
            if _is_six(six[0]):
                yield Seen(kind="ip", start=six.start(), end=six.end())


def _is_four(low: str, start: int, end: int) -> bool:
    octets = [int(octet) for octet in low[start:end].split(".")]
    before = low[max(0, start - 48) : start]
    if max(octets) > 255 or _NOT.search(before):  # noqa: PLR2004 - a byte
        return False
    return max(octets) >= _PLAIN_OCTET or _CUE.search(before) is not None


def _is_six(written: str) -> bool:
    try:
        ipaddress.IPv6Address(written)
    except ValueError:
        return False
    return sum(letter.isalnum() for letter in written) > 2 and any(map(str.isdigit, written))  # noqa: PLR2004
