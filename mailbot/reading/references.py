"""The spare key at the foot of a form, for replies that lost both the plus address and our Message-ID."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.model.inbound import Bodies, BodyLine
from mailbot.reading.stream import Stream

_KEY = re.compile(r"(?<![0-9a-z-])[0-9a-z]{4}(?:-[0-9a-z]{4}){3}(?![0-9a-z-])")
_AFTER_LABEL = re.compile(r"[:：]([0-9a-z]{4}(?:-[0-9a-z]{4}){3})")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("\u00ad\u200b\u200c\u2060\ufeff"))
_LINES = 20_000


def spare_reference(bodies: Bodies, subject: str = "") -> str:
    """The key in upper case, "7F3A-K2QM-9XDB-LR4T"; "" if there is none.

    The least quoted one wins: deeper quotes are of older forms. A key without any digit counts only behind a colon,
    because four short words with hyphens look the same.
    """
    for lines in (bodies.plain, bodies.html):
        key = _on_a_line(lines[:_LINES]) or _broken(lines[:_LINES])
        if key:
            return key
    return next(_keys(subject[:2000]), "")


def _keys(text: str) -> Iterator[str]:
    for found in _KEY.finditer(text.translate(_DASHES).lower()):
        labelled = text[: found.start()].rstrip("*_ \t\u00a0").endswith((":", "："))
        if labelled or any(map(str.isdigit, found[0])):
            yield found[0].upper()


def _on_a_line(lines: tuple[BodyLine, ...]) -> str:
    best, depth = "", -1
    for line in lines:
        if best and line.depth >= depth:
            continue
        for key in _keys(line.text[:4000]):
            best, depth = key, line.depth
            break
    return best


def _broken(lines: tuple[BodyLine, ...]) -> str:
    """A key that the client wrapped: looked for without line ends, and only behind a colon."""
    found = _AFTER_LABEL.search(Stream(lines).chars)
    return found[1].upper() if found else ""
