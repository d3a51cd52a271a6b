"""Our own addresses, domains and words taken out of a text before it is searched: they are in every message."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]")


def blanked(low: str, own: tuple[str, ...]) -> str:
    """The text with each of these strings made spaces where it stands as a whole; positions stay as they were.

    "example.org" is not taken out of "notexample.org", nor out of "example.org.uk".
    """
    for text in own:
        at = low.find(text)
        while at >= 0:
            end = at + len(text)
            if _stands_alone(low, at, end):
                low = low[:at] + " " * len(text) + low[end:]
            at = low.find(text, end)
    return low


def _stands_alone(low: str, start: int, end: int) -> bool:
    before, after = low[start - 1 : start], low[end : end + 2]
    if before and (_WORD.match(before) or before == "-"):
        return False
    return not (after and (_WORD.match(after) or (after[0] in ".-" and _WORD.match(after[1:]))))
