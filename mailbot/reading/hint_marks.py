"""A point of a scale that was marked in the hint instead of typed: bold, coloured, with an x beside it, or alone left.

One point that differs from all others is the answer, whatever the mark. Two, or all but one, are not told apart by a
person either: then it is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from mailbot.reading.folding import squared
from mailbot.reading.form_pieces import Form
from mailbot.reading.hint_points import HintPoints, Span, places_of
from mailbot.reading.stream import Stream

# Ticks, crosses and arrows as they are squared: ">" is gone from "-->", a variation sign from an emoji.
_TICK = re.compile(r"[\[(]?(?:x{1,3}|[✓✔☑✅☒✗✘❌●◉◄►◀▶⬅➡←→⇐⇒])[\])]?|<{0,3}[-=]{1,5}|<{1,3}|\^{1,3}")
_LONGEST_TICK = 8
_BRACKETS = " \t\n(),"

Look = tuple[object, ...]  # how a character stands out: () where it does not


@dataclass(slots=True, kw_only=True)
class _Marked:
    """The points (from 0) that stand out in one way or another; `doubtful` if one of them does only in part."""

    points: set[int] = field(default_factory=set)
    doubtful: bool = False


def pointed_at(stream: Stream, form: Form, regions: Mapping[int, Span]) -> dict[int, str | None]:
    """For each question, from 0, whose hint is whole: the one point marked in it, "" for none, None for several.

    `regions` is where each hint can stand, below its question. A point is given as it stands. The words of the
    points are marked as the form's, and so are ticks among them: they are nobody's answer.
    """
    found: dict[int, str | None] = {}
    for question, (start, stop) in regions.items():
        points = form.points[question]
        places = places_of(stream, points, start, stop) if points else []
        if points is None or not places:
            continue
        marked = _marked(stream, points, places, start)
        clear = len(marked.points) <= 1 and not marked.doubtful
        point = _as_it_stands(stream, places[min(marked.points)]) if marked.points else ""
        found[question] = point if clear else None
    return found


def only_point_left(text: str, points: HintPoints | None) -> str:
    """The point that the text is, without the hint's brackets and commas: all others were deleted. "" for others."""
    whole = " ".join(text.split())
    bare = whole.strip(_BRACKETS)
    return bare if points is not None and bare != whole and squared(bare) in points.words else ""


def _marked(stream: Stream, points: HintPoints, places: list[Span], start: int) -> _Marked:
    marked = _Marked()
    for place in places:
        stream.mark(*place)
    _find_ticks(stream, points, places, start, marked)
    _find_looks(stream, places, marked)
    stars = {number for number, place in enumerate(places) if _has_star(stream, place)}
    if len(stars) < len(places):
        marked.points |= stars
    return marked


def _find_ticks(stream: Stream, points: HintPoints, places: list[Span], start: int, marked: _Marked) -> None:
    """What was typed between the points: a tick before a point or behind it belongs to it, the comma parts them."""
    for number, ((_, low), (high, _)) in enumerate(pairwise(places)):
        link = points.between[number]
        at = stream.chars.find(link, low, high)
        if at >= 0:
            stream.mark(at, at + len(link))
            _note_tick(stream, number, (low, at), marked)
            _note_tick(stream, number + 1, (at + len(link), high), marked)
    first, last = places[0][0], places[-1][1]
    at = first - len(points.head)
    if not stream.chars.startswith(points.head, at):
        at = stream.chars.find(points.head, max(start, at - _LONGEST_TICK), first)
    if at >= 0:
        stream.mark(at, at + len(points.head))
        _note_tick(stream, 0, (at + len(points.head), first), marked)
    at = stream.chars.find(points.tail, last, last + len(points.tail) + _LONGEST_TICK)
    if at >= 0:
        stream.mark(at, at + len(points.tail))
        _note_tick(stream, len(places) - 1, (last, at), marked)


def _note_tick(stream: Stream, point: int, place: Span, marked: _Marked) -> None:
    start, end = place
    if start < end <= start + _LONGEST_TICK and _TICK.fullmatch(stream.chars, start, end):
        marked.points.add(point)
        stream.mark(start, end)


def _find_looks(stream: Stream, places: list[Span], marked: _Marked) -> None:
    """The points that do not look as the others do: a client may colour the whole quote, a person marks one point."""
    looks = [[_look(stream, at) for at in range(*place) if stream.chars[at].isalnum()] for place in places]
    votes = Counter(Counter(row).most_common(1)[0][0] for row in looks)
    votes.update(_look(stream, left[1]) for left, _ in pairwise(places))
    usual = () if any(set(row) == {()} for row in looks) else votes.most_common(1)[0][0]
    for number, row in enumerate(looks):
        odd = sum(look != usual for look in row)
        if not odd:
            continue
        marked.points.add(number)
        marked.doubtful = marked.doubtful or not (2 * odd >= len(row) or row[0] != usual)


def _look(stream: Stream, at: int) -> Look:
    column = stream.column(at)
    spans = stream.lines[stream.line_of[at]].emphasis
    return next((("set off", *span[2:]) for span in spans if span[0] <= column < span[1]), ())


def _has_star(stream: Stream, place: Span) -> bool:
    """Whether an asterisk touches the point, what clients make of bold in a text part, or "==>" points at it."""
    start, end = place
    before = stream.before(start).rstrip()
    line = stream.lines[stream.line_of[end - 1]].text
    return before.endswith(("*", "=>")) or line[stream.column(end - 1) + 1 :].lstrip().startswith("*")


def _as_it_stands(stream: Stream, place: Span) -> str:
    start, end = place
    first, last = stream.line_of[start], stream.line_of[end - 1]
    rows = [stream.lines[number].text for number in range(first, last + 1)]
    rows[-1] = rows[-1][: stream.column(end - 1) + 1]
    rows[0] = rows[0][stream.column(start) :]
    return " ".join(" ".join(rows).split())
