"""Links: with a scheme, beginning with www, bare ("trust.nhs.uk/rota"), and spelled out ("linkedin dot com")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import behind
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain
from mailbot.anonymity.unknown.spelled import sentence_free
from mailbot.anonymity.unknown.suffixes import SHORT, SURE, WORDLIKE

_AFTER_SCHEME = re.compile(r":[/\\]{1,2}[ \t]?[^\s<>\"]+")
_SCHEME_BEFORE = re.compile(r"[a-z][a-z0-9+.\-\[\]]{1,20}$")
_SHARE_TOO = re.compile(r"//[a-z0-9][\w.-]{1,60}/[^\s<>\"]+")
_SHARE = re.compile(r"\\\\[a-z0-9][\w.-]{1,60}\\[^\s<>\"]+")
_SCHEMES = ("skype:", "callto:", "sip:", "sips:", "msteams:", "xmpp:", "facetime:")
_SCHEME = re.compile(r"[a-z]{3,8}:[^\s<>\"]{3,}")
_DOT = re.compile(r"\.[a-z]")
_LABELS = re.compile(r"[a-z0-9_-]{1,253}(?:\.[a-z0-9_-]{1,253}){1,127}")
_IN_HOST = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-_")
_REST = re.compile(r"(?::\d{2,5})?(?: ?/[^\s<>\"]*|[?#][^\s<>\"]+)?")
_ABBREVIATION = 4  # letters: "e.g", "ie.eg"
_EVERYDAY = frozenset({"com", "org", "net", "uk"})
_AFTER_HOST = ("/", "?")
_ENDS = re.compile(r"[ \t]*(?:\n|$)|[,;)>!?\"']|\.(?:\s|$)")
_NAME_LENGTH = 6
_LONGEST = 253  # characters of a host name, RFC 1035
_CUE = re.compile(r"(?:website|web|site|page|blog|link|url|visit|profile|portfolio)\W{0,3}(?:is|at|on)?\W{0,3}$")


def with_scheme(plain: Plain) -> Iterator[Seen]:
    """Every link that says what it is: https://..., skype:..., the share of a server."""
    low = plain.low
    for match in behind(_SCHEME, low, *_SCHEMES):
        yield Seen(kind="link", start=match.start(), end=sentence_free(low, match.start(), match.end()))
    if "\\\\" in low:
        for match in _SHARE.finditer(low):
            yield Seen(kind="link", start=match.start(), end=sentence_free(low, match.start(), match.end()))
    for match in behind(_SHARE_TOO, low, "//"):
        yield Seen(kind="link", start=match.start(), end=sentence_free(low, match.start(), match.end()))
    if ":/" not in low and ":\\" not in low:
        return
    for match in _AFTER_SCHEME.finditer(low):
        before = low[max(0, match.start() - 21) : match.start()]
        scheme = _SCHEME_BEFORE.search(before)
        if scheme and (match[0][2:3] in "/\\" or scheme[0].endswith(("http", "https", "hxxp", "hxxps", "ftp"))):
            start = match.start() - len(before) + scheme.start()
            yield Seen(kind="link", start=start, end=sentence_free(low, start, match.end()))


def bare(plain: Plain) -> Iterator[Seen]:
    """Every host name that stands without a scheme, with what follows it."""
    low, done = plain.low, 0
    for dot in _DOT.finditer(low):
        if dot.start() < done:
            continue
        start = dot.start()
        first = max(done, start - _LONGEST)
        while start > first and low[start - 1] in _IN_HOST:
            start -= 1
        host = _LABELS.match(low, start, start + 2 * _LONGEST)
        if host is None or host.end() <= dot.start():
            continue
        done = host.end()
        if end := _host_end(plain, start, host.end()):
            end = sentence_free(low, start, _rest(low, end))
            done = max(done, end)
            yield Seen(kind="link", start=start, end=end)


def _rest(low: str, end: int) -> int:
    rest = _REST.match(low, end)
    return rest.end() if rest else end


def _host_end(plain: Plain, start: int, end: int) -> int:
    """Where the host name that begins there ends; 0 when it is none."""
    low = plain.low[start:end]
    labels = low.split(".")
    written = plain.text[start:end].split(".")
    if labels[0] == "www":
        return end
    host_end = end
    for count in range(len(labels), 1, -1):  # "linkedin.com.She": a full stop without its space
        with_path = plain.low[host_end : host_end + 1] in _AFTER_HOST
        if _is_host(labels[count - 2 : count], written[0], written[count - 1], with_path=with_path):
            return host_end
        meant = with_path or _stands_alone(plain.low, labels[count - 2], start, host_end)
        if labels[count - 1] in WORDLIKE and written[count - 1].islower() and meant:
            return host_end
        host_end -= len(labels[count - 1]) + 1
    return 0


def _stands_alone(low: str, label: str, start: int, end: int) -> bool:
    """Whether "janesmith.me" is meant as a link: no sentence goes on after it, or a word says that it is one."""
    if _CUE.search(low, max(0, start - 24), start):
        return True
    return (
        len(label) >= _NAME_LENGTH
        and low[start - 1 : start] in ("", " ", "\n", "(", "<")
        and bool(_ENDS.match(low, end))
    )


def _is_host(labels: list[str], first: str, last: str, *, with_path: bool) -> bool:
    """Whether it ends like a host name, and is neither an abbreviation nor two sentences without a space between."""
    if ".".join(labels) in SHORT:
        return True
    if (
        labels[1] not in SURE
        or labels[0].isdigit()
        or (last.istitle() and (labels[1] not in _EVERYDAY or first.islower()))
    ):
        return False
    return with_path or len(labels[0]) + len(labels[1]) > _ABBREVIATION
