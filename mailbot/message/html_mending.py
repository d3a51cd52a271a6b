"""Pages made to hold the HTML parser up, without what holds it up; not a word of them is lost.

Two things cost it the square of their number: the attributes of one tag, and `<b>` or `<font>` left open when their
block ends, which HTML opens again in every block that follows (HTML 13.2.4.3): 2,000 of each took minutes.
"""

from __future__ import annotations

import re
from collections import Counter

_MANY_TAGS = 1_000  # a page with fewer cannot cost much
_LONG_PAGE = 20_000  # characters; nor one with fewer
_LONG_TAG = re.compile(r"(<[a-zA-Z][a-zA-Z0-9:-]{0,30})[^<>]{2000,}")
_SEPARATOR = re.compile(r"[\s/]{1,99}")
_MOST_ATTRIBUTES = 300
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_FORMATTING = frozenset({"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
_NEVER_OPEN = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905 - a list
_MOST_LEFT_OPEN = 6  # people's mail has two or three, from cutting and pasting


def mended(page: str) -> str:
    """The page itself, nearly always."""
    if len(page) >= _LONG_PAGE:
        page = _LONG_TAG.sub(_short, page)
    return _closed(page) if page.count("<") >= _MANY_TAGS else page


def _short(tag: re.Match[str]) -> str:
    """The bare tag in place of one with hundreds of attributes."""
    return tag[0] if len(_SEPARATOR.findall(tag[0])) <= _MOST_ATTRIBUTES else tag[1]


def _closed(page: str) -> str:
    """With formatting closed before the end of its block, from the seventh on that is left open there."""
    pieces: list[str] = []
    still_open: list[str] = []
    count: Counter[str] = Counter()
    at = left_open = 0
    for tag in _TAG.finditer(page):
        name = tag[2].lower()
        if name in _NEVER_OPEN or (tag[1] and not count[name]):
            continue
        if not tag[1]:
            still_open.append(name)
            count[name] += 1
            continue
        loose = _popped(still_open, count, name)
        if name in _FORMATTING:
            continue
        left_open += len(loose)
        if loose and left_open > _MOST_LEFT_OPEN:
            pieces += [page[at : tag.start()], *(f"</{other}>" for other in loose)]
            at = tag.start()
    return "".join([*pieces, page[at:]]) if pieces else page


def _popped(still_open: list[str], count: Counter[str], name: str) -> list[str]:
    """Takes the innermost element of that name off, with all in it; gives the formatting among these."""
    loose: list[str] = []
    while True:
        last = still_open.pop()
        count[last] -= 1
        if last == name:
            return loose
        if last in _FORMATTING:
            loose.append(last)
