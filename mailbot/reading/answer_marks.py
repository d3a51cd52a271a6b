"""Answer marks that came back in other words: translated, renumbered, without their number, typed anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailbot.reading.anchors import Anchor
from mailbot.reading.folding import squared, visible
from mailbot.reading.form_pieces import Form
from mailbot.reading.stream import Stream

_MARK = re.compile(
    r"[\s*_]{0,6}([^\W\d_]{1,20})\s?(?:n[or]\.?\s?)?(\d{1,2})?(?:\s?(:)|\s?([.=–—-])(?=\s|$)|(?=\s|$))[*_]{0,2}",
    re.IGNORECASE,
)
_LONGEST = 80  # characters of a line's beginning that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A line that may be the mark of the anchor at `position`: its word, its number or 0, where it stands."""

    position: int
    word: str
    number: int
    signed: bool  # a colon or a dash stands behind it
    start: int
    end: int


def with_changed_marks(stream: Stream, form: Form, anchors: Sequence[Anchor], stop: int) -> tuple[Anchor, ...]:
    """The anchors, those without a mark with the line below that stands for it, which is marked as the form's.

    The form's own word stands for it with any number and with none; another word does with the question's number, if
    it stands below at least half of the questions, and two: "Réponse 3:".
    """
    found = list(anchors)
    seen = [row for position in range(len(anchors)) for row in _lines_like_marks(stream, found, position, stop)]
    unmarked = sum(anchor.mark_at < 0 for anchor in anchors)
    words = Counter(word for word, _ in {(row.word, row.position) for row in seen})
    for row in seen:
        anchor = found[row.position]
        question = form.questions[anchor.question]
        own = row.word == re.sub(r"\W|\d", "", squared(question.marker))
        usual = row.signed and row.number == question.number and words[row.word] >= max(2, unmarked / 2)
        if anchor.mark_at < 0 and (usual or (own and (row.signed or row.number))):
            stream.mark(row.start, row.end)
            found[row.position] = replace(anchor, mark_at=row.start, mark_end=row.end)
    return tuple(found)


def _lines_like_marks(stream: Stream, anchors: Sequence[Anchor], position: int, stop: int) -> list[_Seen]:
    anchor = anchors[position]
    if anchor.mark_at >= 0:
        return []
    end = anchors[position + 1].start if position + 1 < len(anchors) else stop
    rows: list[_Seen] = []
    number = stream.line_of[anchor.end - 1] + 1
    while number < len(stream.lines) and stream.at_line(number) < end:
        start = stream.at_line(number)
        row = _MARK.match(visible(stream.lines[number].text[:_LONGEST]))
        if row and not stream.holds_known(start, stream.at_line(number + 1)):
            word, digits, colon, dash = row.groups()
            rows.append(
                _Seen(
                    position=position,
                    word=squared(word),
                    number=int(digits or 0),
                    signed=bool(colon or dash),
                    start=start,
                    end=start + len(squared(row[0])),
                )
            )
        number += 1
    return rows
