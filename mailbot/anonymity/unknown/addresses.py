"""Addresses in any spelling ("jane at x dot org"), hosts with a spelled-out dot, and account names ("@jane_doe")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain
from mailbot.anonymity.unknown.suffixes import SPOKEN, SURE, WORDLIKE

_OPEN, _CLOSE = r"[(\[{<*_-]{1,2}", r"[)\]}>*_-]{1,2}"
_BRACKETED_DOT = rf"\s?{_OPEN}\s?(?:dot|\.|punkt|point|punto)\s?{_CLOSE}\s?"
_SAID_DOT = r"\s{1,2}(?:dot|punkt|punto|\.)\s{1,2}"
_DOT = re.compile(rf"\.|{_BRACKETED_DOT}|{_SAID_DOT}")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_LITERAL = re.compile(r"\[[\d.:a-f]{3,40}\]")
# What leads up to the sign, read backwards from it: "jane.doe", "jane dot doe", '"jane doe"'.
_LOCAL = re.compile(
    rf"(?:[\w+%'-]{{1,64}}(?:\.|{_BRACKETED_DOT}|{_SAID_DOT}|\s(?:underscore|dash|hyphen)\s)){{0,4}}[\w.+%'&/=~-]{{1,64}}$"
)
_QUOTED = re.compile(r"\"[^\"\n]{1,64}\"$")
_BRACKETED_AT = re.compile(rf"[ \t\n]?{_OPEN}\s?(?:at(?: sign)?|arr?oba(?:se)?|ad|@)\s?{_CLOSE}\s?")
_SAID_AT = re.compile(r"[ \t\n]{1,2}(?:at|at sign|arr?oba(?:se)?)[ \t\n]{1,2}")
_CODED_AT = re.compile(r"%40|&#64;|&#x40;|&commat;")
_AT_IN_CAPITALS = re.compile(r"[a-z0-9.]{2,64}AT[a-z0-9-]{2,64}(?:DOT[a-z]{2,20}){1,3}")
_BRACKETED = (
    "(at",
    "[at",
    "{at",
    "<at",
    "( at",
    "[ at",
    "*at",
    "_at",
    "-at",
    "(@",
    "[@",
    "{@",
    "<@",
    "(ar",
    "[ar",
    "(ad)",
)
_PROVIDERS = frozenset(
    {"gmail", "googlemail", "hotmail", "icloud", "protonmail", "btinternet", "ymail", "nhsmail", "yahoo", "outlook"}
)
_CUE = re.compile(r"(?:e-?mail|address|write to|contact|reach|send)\b[^.!?\n]{0,30}$")
_HANDLE = re.compile(r"@[a-z_][\w.]{1,29}")
_NO_HANDLE = frozenset(
    {"@home", "@work", "@lunch", "@night", "@least", "@all", "@everyone", "@here", "@ward", "@theatre"}
)
_BEFORE = 160  # characters that a local part is looked for in


def addresses(plain: Plain) -> Iterator[Seen]:
    """Every address and account name in the text."""
    low = plain.low
    if "@" in low:
        yield from _with_sign(low)
    if "%40" in low or "&#" in low or "&commat" in low:
        for at in _CODED_AT.finditer(low):
            yield from _around(low, at.start(), at.end(), sure=True)
    if any(sign in low for sign in _BRACKETED):
        for at in _BRACKETED_AT.finditer(low):
            yield from _around(low, at.start(), at.end(), sure=True)
    for word in (" at", "\nat", " arroba", " arobase"):
        start = low.find(word)
        while start >= 0:
            at = _SAID_AT.match(low, start)
            if at and _leads_to_host(low, at.end()):
                yield from _around(low, at.start(), at.end(), sure=False)
            start = low.find(word, start + 1)
    if "DOT" in plain.text:
        for match in _AT_IN_CAPITALS.finditer(plain.text):
            yield Seen(kind="address", start=match.start(), end=match.end())


def _leads_to_host(low: str, start: int) -> bool:
    """Whether a dot or a provider follows: looked at first, since "at" is in every text."""
    label = _LABEL.match(low, start)
    return label is not None and (label[0] in _PROVIDERS or _DOT.match(low, label.end()) is not None)


def spoken_hosts(plain: Plain) -> Iterator[Seen]:
    """Hosts whose dots are spelled out or bracketed: "linkedin dot com slash in slash jane"."""
    low = plain.low
    done = 0
    if not any(dot in low for dot in (" dot ", "[.]", "(.)", "[dot]", "(dot)")):
        return
    for dot in _SPELLED_DOT.finditer(low):
        if dot.start() < done or (before := _WORD_BEFORE.search(low, max(0, dot.start() - 63), dot.start())) is None:
            continue
        if end := _host_end(low, before.start(), strict=True):
            rest = _SAID_PATH.match(low, end)
            done = rest.end() if rest else end
            yield Seen(kind="link", start=before.start(), end=done)


_SPELLED_DOT = re.compile(r"[ \t]?[(\[{]\s?(?:dot|\.)\s?[)\]}]|[ \t]{1,2}dot\s{1,2}")
_WORD_BEFORE = re.compile(r"[a-z0-9-]+$")
_SAID_PATH = re.compile(r"(?:(?:\s?/\s?|\s(?:forward )?slash\s)[^\s<>\"]+)*")


def _with_sign(low: str) -> Iterator[Seen]:
    done = 0
    at = low.find("@")
    while at >= 0:
        if at >= done:
            for seen in _around(low, at, at + 1, sure=True):
                done = seen.end
                yield seen
        at = low.find("@", at + 1)


def _around(low: str, start: int, end: int, *, sure: bool) -> Iterator[Seen]:
    """The address around this sign, or the account name after it."""
    gap = len(low[end : end + 2]) - len(low[end : end + 2].lstrip(" "))
    local_end = start - (len(low[max(0, start - 2) : start]) - len(low[max(0, start - 2) : start].rstrip(" ")))
    window = max(0, local_end - _BEFORE)
    local = _QUOTED.search(low, window, local_end) or _LOCAL.search(low, window, local_end)
    apart = gap > 0 or local_end < start
    if local and (host_end := _address_end(low, local[0], local.start(), end + gap, sure=sure, apart=apart)):
        yield Seen(kind="address", start=local.start(), end=host_end)
    elif (local is None or local_end < start) and (handle := _HANDLE.match(low, start)):
        name = handle[0].rstrip(".")
        if name not in _NO_HANDLE:
            yield Seen(kind="handle", start=start, end=start + len(name))


def _address_end(low: str, local: str, start: int, host: int, *, sure: bool, apart: bool) -> int:
    """Where the address ends whose host begins there; 0 when it is none."""
    if literal := _LITERAL.match(low, host):
        return literal.end()
    first = _LABEL.match(low, host)
    if first is None:
        return 0
    cued = any(mark in local for mark in "._0123456789") or _CUE.search(low, max(0, start - 60), start) is not None
    if end := _host_end(low, host, strict=not sure):
        spelled = _DOT.sub(".", low[host:end]) != low[host:end]
        return end if sure or spelled or cued else 0
    if first[0] in _PROVIDERS and (sure or cued):
        return first.end()
    return first.end() if sure and not apart and first[0][0].isalpha() else 0


def _host_end(low: str, start: int, *, strict: bool) -> int:
    """Where the host name that begins there ends, its dots written in any way; 0 when it ends like none."""
    end = best = 0
    label = _LABEL.match(low, start)
    labels = 0
    while label is not None and labels < 8:
        labels, end = labels + 1, label.end()
        if labels > 1 and (label[0] in SPOKEN or (not strict and label[0] in SURE | WORDLIKE)):
            best = end
        dot = _DOT.match(low, end)
        label = _LABEL.match(low, dot.end()) if dot else None
    return best
