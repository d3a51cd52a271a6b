"""Addresses in any spelling ("jane at x dot org"), and account names ("@jane_doe")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import before
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain
from mailbot.anonymity.unknown.spelled import BRACKETED_DOT, CLOSE, DOT, LABEL, OPEN, SAID_DOT, host_end

_LITERAL = re.compile(r"\[[\d.:a-f]{3,40}\]")
# What leads up to the sign: "jane.doe", "jane dot doe", '"jane doe"'; some put a backslash before the sign.
_LOCAL = re.compile(
    rf"(?:[\w+%'-]{{1,64}}(?:\.|{BRACKETED_DOT}|{SAID_DOT}|\s(?:underscore|dash|hyphen)\s)){{0,4}}[\w.+%'&~-]{{1,64}}\\?$"
)
_ENDS_LOCAL = re.compile(r"[\w.+%'&~\"\\-]")
_QUOTED = re.compile(r"\"[^\"\n]{1,64}\"$")
_CODED_AT = re.compile(r"%40|&#64;|&#x40;|&commat;")
_BRACKETED_AT = re.compile(
    rf"[ \t\n]?{OPEN}\s?(?:at(?:[ -]sign)?|arr?oba(?:se)?|ad|@)\s?{CLOSE}\s?|(?<=[a-z0-9])[(\[]a[)\]](?=[a-z])"
)
_SAID_AT = re.compile(r"[ \t\n]{1,2}(?:at(?:[ -]sign)?|arr?oba(?:se)?)[ \t\n]{1,2}")
_AT_IN_CAPITALS = re.compile(r"[a-z0-9.]{2,64}AT[a-z0-9-]{2,64}(?:DOT[a-z]{2,20}){1,3}")
_CODED = ("%40", "&#64", "&#x40", "&commat")
_BRACKETED = (
    *("(at", "[at", "{at", "<at", "( at", "[ at", "*at", "_at", "-at", "#at", "|at", "~at", "(@", "[@", "{@", "<@"),
    *("(ar", "[ar", "(ad)", "(a)", "[a]"),
)
_SAID = (" at", "\nat", " arroba", " arobase")
_SURE_PROVIDERS = frozenset({"gmail", "googlemail", "hotmail", "protonmail", "btinternet", "ymail"})
_PROVIDERS = _SURE_PROVIDERS | {"icloud", "nhsmail", "yahoo", "outlook"}
_VERBS = frozenset(
    {"look", "looked", "looking", "work", "worked", "working", "is", "was", "are", "am", "me", "it", "arrived"}
)
_ON_PROVIDER = re.compile(r"[a-z][\w.+-]{0,40}[\d_.][\w.+-]{0,20} on (?:gmail|hotmail|yahoo|icloud|outlook)")
_REACH = 72
_CUE = re.compile(r"(?:e-?mail|address|write to|contact|reach|send)\b[^.!?\n]{0,30}$")
_HANDLE = re.compile(r"@[a-z_][\w.]{1,29}")
_NO_HANDLE = frozenset(
    {"@home", "@work", "@lunch", "@night", "@least", "@all", "@everyone", "@here", "@ward", "@theatre"}
)
_BEFORE = 160  # characters that a local part is looked for in


def addresses(plain: Plain) -> Iterator[Seen]:
    """Every address and account name in the text."""
    low = plain.low
    yield from _with_sign(low)
    if any(sign in low for sign in _CODED):
        for at in _CODED_AT.finditer(low):
            yield from _around(low, at.start(), at.end(), sure=True)
    if any(sign in low for sign in _BRACKETED):
        for at in _BRACKETED_AT.finditer(low):
            if _leads_to_host(low, at.end()):
                yield from _around(low, at.start(), at.end(), sure=True)
    for word in _SAID:
        yield from _said(low, word)
    for match in before(_ON_PROVIDER, low, _REACH, "gmail", "hotmail", "yahoo", "icloud", "outlook"):
        yield Seen(kind="address", start=match.start(), end=match.end())
    if "DOT" in plain.text:
        for match in _AT_IN_CAPITALS.finditer(plain.text):
            yield Seen(kind="address", start=match.start(), end=match.end())


def _with_sign(low: str) -> Iterator[Seen]:
    at = low.find("@")
    while at >= 0:
        yield from _around(low, at, at + 1, sure=True)
        at = low.find("@", at + 1)


def _said(low: str, word: str) -> Iterator[Seen]:
    """The addresses around this word; "at" is in every text, so that it is first looked what follows."""
    start = low.find(word)
    while start >= 0:
        at = _SAID_AT.match(low, start)
        if at and _leads_to_host(low, at.end()):
            yield from _around(low, at.start(), at.end(), sure=False)
        start = low.find(word, start + 1)


def _leads_to_host(low: str, start: int) -> bool:
    label = LABEL.match(low, start)
    return label is not None and (label[0] in _PROVIDERS or DOT.match(low, label.end()) is not None)


def _around(low: str, start: int, end: int, *, sure: bool) -> Iterator[Seen]:
    """The address around this sign, or the account name after it."""
    gap = len(low[end : end + 2]) - len(low[end : end + 2].lstrip(" "))
    before = low[max(0, start - 2) : start]
    local_end = start - len(before) + len(before.rstrip(" \n"))
    window = max(0, local_end - _BEFORE)
    local = None
    if _ENDS_LOCAL.match(low, max(0, local_end - 1), local_end):  # looked at first: "@@@@"
        local = _QUOTED.search(low, window, local_end) or _LOCAL.search(low, window, local_end)
    apart = gap > 0 or local_end < start
    if local and (address_end := _address_end(low, local, end + gap, sure=sure, apart=apart)):
        yield Seen(kind="address", start=local.start(), end=address_end)
    elif (local is None or apart) and (handle := _HANDLE.match(low, start)):
        name = handle[0].rstrip(".")
        if name not in _NO_HANDLE:
            yield Seen(kind="handle", start=start, end=start + len(name))


def _address_end(low: str, local: re.Match[str], host: int, *, sure: bool, apart: bool) -> int:
    """Where the address ends whose host begins there; 0 when it is none."""
    if literal := _LITERAL.match(low, host):
        return literal.end()
    first = LABEL.match(low, host)
    if first is None:
        return 0
    telling = any(mark in local[0] for mark in "._0123456789")
    cued = telling or _CUE.search(low, max(0, local.start() - 60), local.start()) is not None
    if end := host_end(low, host, strict=not sure):
        written = low[host:end]
        return end if sure or cued or DOT.sub(".", written) != written else 0
    if first[0] in _PROVIDERS and (sure or cued or (first[0] in _SURE_PROVIDERS and local[0] not in _VERBS)):
        return first.end()
    return first.end() if sure and not apart and first[0][0].isalpha() else 0
