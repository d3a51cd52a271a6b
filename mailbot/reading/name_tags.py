"""Outlook's "mark my comments": each run that was typed begins with "[Name]"."""

from __future__ import annotations

import re
from collections import Counter

from mailbot.reading.folding import collapsed
from mailbot.reading.leftovers import Typed

_TAG = re.compile(r"\[([^\[\]]{1,60})\]\s{0,4}")
_OFTEN = 3  # answers that begin alike; fewer could be words of the writer's own


def without_name_tags(lines: dict[int, list[Typed]], own: frozenset[str]) -> None:
    """Takes the tags off the typed lines of all questions: a name of the writer's, or what most answers begin with."""
    first = Counter(_tag(rows[0].text) for rows in lines.values() if rows)
    names = {frozenset(name.split()) for name in own}
    answered = sum(first.values())
    tags = {tag for tag, count in first.items() if tag and count >= max(_OFTEN, answered // 2 + 1)}
    for rows in lines.values():
        for at, row in enumerate(rows):
            tag = _tag(row.text)
            if tag and (tag in tags or frozenset(tag.split()) in names):
                rows[at] = Typed(line=row.line, text=_TAG.sub("", row.text, count=1), shared=row.shared)


def _tag(text: str) -> str:
    found = _TAG.match(text)
    return collapsed(found[1]) if found else ""
