"""Answer marks that came back in other words: translated, renumbered, without their number, typed anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailbot.model.form import FormQuestion
from mailbot.reading.anchors import Anchor
from mailbot.reading.folding import squared, visible
from mailbot.reading.form_pieces import Form
from mailbot.reading.stream import Stream

_MARK = re.compile(
    r"[\s*_]{0,6}([^\W\d_]{1,20})\s?(?:n[or]\.?\s?)?(\d{1,2})?(?:\s?(:)|\s?([.=–—-])(?=\s|$)|(?=\s|$))[*_]{0,2}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(\D{0,24}?)(\d{1,2})((?:\s?[)\]:.=–—-]){0,2})(?=\s|$|[*_])[*_]{0,2}")
_LONGEST = 80  # characters of a line's beginning that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A line that may be the mark of the anchor at `position`: what stands round its number, where it stands."""

    position: int
    way: str  # "" for the form's own word
    start: int
    end: int


def with_changed_marks(stream: Stream, form: Form, anchors: Sequence[Anchor], stop: int) -> tuple[Anchor, ...]:
    """The anchors, those without a mark with the line below that stands for it, which is marked as the form's.

    The form's own word with a colon stands for it with any number and with none; other words and signs do round the
    question's number, if they stand so below at least half of the questions, and two: "Réponse 3:", "→ 3)".
    """
    found = list(anchors)
    seen = [row for position in range(len(anchors)) for row in _lines_like_marks(stream, form, found, position, stop)]
    unmarked = sum(anchor.mark_at < 0 for anchor in anchors)
    ways = Counter(way for way, _ in {(row.way, row.position) for row in seen})
    for row in seen:
        anchor = found[row.position]
        if anchor.mark_at < 0 and (not row.way or ways[row.way] >= max(2, unmarked / 2)):
            stream.mark(row.start, row.end)
            found[row.position] = replace(anchor, mark_at=row.start, mark_end=row.end)
    return tuple(found)


def _lines_like_marks(stream: Stream, form: Form, anchors: Sequence[Anchor], position: int, stop: int) -> list[_Seen]:
    anchor = anchors[position]
    if anchor.mark_at >= 0:
        return []
    question = form.questions[anchor.question]
    end = anchors[position + 1].start if position + 1 < len(anchors) else stop
    rows: list[_Seen] = []
    number = stream.line_of[anchor.end - 1] + 1
    while number < len(stream.lines) and stream.at_line(number) < end:
        start = stream.at_line(number)
        text = visible(stream.lines[number].text[:_LONGEST])
        found = None if stream.holds_known(start, stream.at_line(number + 1)) else _like_mark(text, question)
        if found:
            way, mark = found
            rows.append(_Seen(position=position, way=way, start=start, end=start + len(squared(mark))))
        number += 1
    return rows


def _like_mark(text: str, question: FormQuestion) -> tuple[str, str] | None:
    """How the number is dressed, "" for the form's own word, and the mark itself; None for other lines."""
    own = _MARK.match(text)
    if own and squared(own[1]) == re.sub(r"\W|\d", "", squared(question.marker)):
        if own[3]:
            return "", own[0]
        if own[2] and int(own[2]) == question.number:  # one alone may be "Answer", its number eaten, and a value typed
            return f"{squared(own[1])}#{own[4] or ''}", own[0]
    row = _NUMBERED.match(text)
    if row and int(row[2]) == question.number and squared(row[1] + row[3]):
        return f"{squared(row[1])}#{squared(row[3])}", row[0]
    return None
