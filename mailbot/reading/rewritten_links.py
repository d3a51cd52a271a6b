"""Links of the form that a gateway made into others: Safe Links, URL Defense and their like put their own in front."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from mailbot.model.form import FormSheet
from mailbot.reading.folding import squared
from mailbot.reading.form_pieces import Form
from mailbot.reading.layout import Layout
from mailbot.reading.stream import Stream

_LINK = re.compile(r"https?://[^\s<>\"]{1,2000}")
_TRAILING = ".,;:!?)]'"
_END = re.compile(r"[\s<>\"]")
_SCHEME = "http"


def mark_rewritten(stream: Stream, form: Form, layout: Layout) -> None:
    """Marks the hints that came back with other links, each only between its question and its answer mark."""
    links = links_of(form.sheet)
    if not links:
        return
    for anchor in layout.anchors:
        hint = squared(form.questions[anchor.question].hint)
        span = with_other_links(stream, hint, links, anchor.end, anchor.mark_at)
        if span and hint not in stream.chars[anchor.end : anchor.mark_at]:
            stream.mark(*span)


def links_of(sheet: FormSheet) -> tuple[str, ...]:
    """The links that stand in the form, squared, longest first."""
    rows = (*sheet.lines, *(question.hint for question in sheet.questions))
    found = {squared(link.rstrip(_TRAILING)) for row in rows for link in _LINK.findall(row)}
    return tuple(sorted(found, key=len, reverse=True))


def with_other_links(stream: Stream, words: str, links: Sequence[str], low: int, high: int) -> tuple[int, int] | None:
    """Where the words stand in [low, high) with other links in the place of theirs; None without links or a place."""
    parts = re.split("|".join(map(re.escape, links)), words) if links else [words]
    if len(parts) == 1 or not any(parts):  # of a link alone nobody knows whose it is
        return None
    for start in stream.occurrences(parts[0] or _SCHEME, low, high):
        at = start + len(parts[0])
        for part in parts[1:]:
            at = _after(stream, part, at) if at >= 0 else at
        fresh = stream.starts_line(start) or bool(stream.known[start - 1])
        if fresh and 0 <= at <= high:
            return start, at
    return None


def _after(stream: Stream, part: str, at: int) -> int:
    """The place behind the link at `at` and the words that follow it, -1 if other things stand there."""
    if not stream.chars.startswith(_SCHEME, at):
        return -1
    line, column = stream.line_of[at], stream.column(at)
    end = _END.search(stream.lines[line].text, column)
    stop = stream.at_line(line) + bisect_left(stream.columns(line), end.start()) if end else stream.at_line(line + 1)
    for back in range(4):  # the bracket or full stop that follows stands right behind the link
        if part[:back] == stream.chars[stop - back : stop] and stream.chars.startswith(part, stop - back):
            return stop - back + len(part)
    return -1
