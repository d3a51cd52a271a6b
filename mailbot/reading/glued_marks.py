"""What Delete and Backspace leave in an answer: the quote mark of the line behind, the rest of its own answer mark."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.reading.anchors import Anchor
from mailbot.reading.folding import squared
from mailbot.reading.leftovers import Typed
from mailbot.reading.stream import Stream

_TYPED_SO = re.compile(r"<[^<>\s]{1,300}>$|[-=]>$")  # a link in brackets, an arrow
_LEFT_OF_MARK = 5  # letters of "Answer" that Backspace leaves at the least


def without_glued_mark(stream: Stream, anchor: Anchor, rows: list[Typed]) -> list[Typed]:
    """The rows without the ">" at their end that was an empty quoted line's: Delete joined that line to the answer."""
    if not rows or not rows[-1].text.endswith(">") or _TYPED_SO.search(rows[-1].text):
        return rows
    behind = rows[-1].line + 1
    quoted = stream.lines[stream.line_of[anchor.start]].depth > 0
    if not quoted or behind >= len(stream.lines) or stream.lines[behind].depth == 0:
        return rows
    return [*rows[:-1], replace(rows[-1], text=rows[-1].text.rstrip("> "))]


def starts_with_mark(rows: list[Typed], marker: str) -> bool:
    """Whether the first row begins with what Backspace left of the answer mark, and the answer stands against it."""
    return bool(rows) and squared(rows[0].text).startswith(squared(marker)[:_LEFT_OF_MARK])
