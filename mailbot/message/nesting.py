"""HTML opened deeper than anybody writes, cut before it is parsed: lexbor's time grows with the square of the depth.

400 kB of `<ol><li>` took it 15 seconds.
"""

from __future__ import annotations

import re
from collections import Counter

MAX_DEPTH = 5_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_NEVER_OPEN = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905 - a list


def within_depth(source: str) -> str:
    """The page up to the tag that would be one too deep; all of it for nearly every page.

    Tags are counted by name, and one that is left open counts as open to the end, as the parser mostly has it.
    """
    if source.count("<") <= MAX_DEPTH:
        return source
    still_open: Counter[str] = Counter()
    depth = 0
    for tag in _TAG.finditer(source):
        name = tag[2].lower()
        if name in _NEVER_OPEN:
            continue
        if not tag[1]:
            depth += 1
            still_open[name] += 1
        elif still_open[name]:
            depth -= 1
            still_open[name] -= 1
        if depth > MAX_DEPTH:
            return source[: tag.start()]
    return source
