"""How far an answer stands from its own question and from the next one."""

from __future__ import annotations

from collections.abc import Mapping

from mailbot.reading.layout import Layout
from mailbot.reading.leftovers import Typed, has_words, leftovers
from mailbot.reading.stream import Stream
from mailbot.reading.tails import without_tail


def near_next(
    stream: Stream,
    layout: Layout,
    lines: Mapping[int, list[Typed]],
    distances: Mapping[int, tuple[int, int]],
    own: frozenset[str],
) -> list[int]:
    """The questions whose answers stand nearer to the next question and may be the next one's.

    Where the next question has an answer of its own below it, this one is none: one answer that slipped leaves its own
    place empty. Where all stand so and something stands below the last one too, it is this person's way to leave space:
    whoever answers above the questions leaves the last place empty.
    """
    found: list[int] = []
    behind = _words_behind(stream, layout, own)
    free = not behind  # whether the place behind may be the one that this answer left
    ways: set[bool] = set()
    for position in reversed(range(len(layout.anchors))):
        anchor = layout.anchors[position]
        up, down = distances[anchor.question]
        written = [row for row in lines[anchor.question] if row.text]
        mark_below = bool(written) and anchor.mark_at >= 0 and stream.line_of[anchor.mark_at] > written[-1].line
        last = position + 1 == len(layout.anchors)
        near = up > down >= 0 and not mark_below and not last
        if near and free:
            found.append(anchor.question)
        if written and not last:
            ways.add(near)
        free = not written or (near and free)
    own_way = ways == {True} and (behind or has_words(lines[layout.anchors[-1].question]))
    return [] if own_way else found


def _words_behind(stream: Stream, layout: Layout, own: frozenset[str]) -> bool:
    rows = leftovers(stream, layout.after, len(stream)) if layout.after >= 0 else []
    return has_words(without_tail(rows, own, first=0).kept)


def distances_of(stream: Stream, rows: list[Typed]) -> tuple[int, int]:
    """Empty lines above the first and below the last typed line; 0 on a shared line, -1 if nothing was typed."""
    written = [row for row in rows if row.text]
    if not written:
        return -1, -1
    up = 0 if written[0].shared else _empty_lines(stream, written[0].line, -1)
    return up, _empty_lines(stream, written[-1].line, 1)


def _empty_lines(stream: Stream, line: int, step: int) -> int:
    count = 0
    line += step
    while 0 <= line < len(stream.lines) and not stream.lines[line].text.strip():
        count += 1
        line += step
    return count
