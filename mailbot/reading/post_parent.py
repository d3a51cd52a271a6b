"""Marks what we sent in a reply to it: the parent's own words, and what a client made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from mailbot.reading.folding import squared
from mailbot.reading.form_pieces import SHORT
from mailbot.reading.stream import Stream

_MATCHED = 0.5  # of the parent's characters, to say that it is what is quoted
_ALIKE = 85.0  # per cent, for a line that a client changed: a link rewritten, a letter lost
_LONG = 24  # squared characters of a line that is looked for by likeness
_REWRITTEN = 60  # characters that a changed line may have more of at either end
_GAP = 6_000  # squared characters between two known lines, beyond which no likeness is looked for
_MOST = 200  # lines looked for by likeness


def mark_parent(stream: Stream, parent: str, start: int) -> bool:
    """Marks the parent's words from `start` on; whether enough of them are there for it to be what is quoted."""
    rows = [squared(row) for row in parent.split("\n")]
    wanted = sum(map(len, rows))
    runs: list[list[str]] = [[]]
    for row in rows:
        runs[-1].append(row) if row else runs.append([])
    for words in dict.fromkeys(words for run in runs for words in ("".join(run), *run) if len(words) >= SHORT):
        for at in stream.occurrences(words, start):
            stream.mark(at, at + len(words))
    if wanted and stream.known.find(1) >= 0:
        _mark_changed(stream, rows, start)
    _mark_short(stream, rows, start)
    _mark_next(stream, rows, start)
    return wanted > 0 and stream.known.count(1) >= _MATCHED * wanted


def _mark_changed(stream: Stream, rows: Sequence[str], start: int) -> None:
    """Lines of the parent that came back changed, each looked for between its neighbours that did not."""
    low = start
    missing: list[str] = []
    for row in [*rows, ""]:
        at = stream.chars.find(row, low) if len(row) >= SHORT else -1
        if row and (at < 0 or not stream.known[at]):
            missing += [row] * (len(row) >= _LONG)
            continue
        high = at if row else len(stream)
        for words in missing[:_MOST] if high - low <= _GAP else ():
            span = fuzz.partial_ratio_alignment(words, stream.chars[low:high], score_cutoff=_ALIKE)
            if span and span.dest_end - span.dest_start > 0.75 * len(words):
                _mark_line(stream, low + span.dest_start, low + span.dest_end)
        if row:
            missing = []
            low = at + len(row)


def _mark_line(stream: Stream, start: int, end: int) -> None:
    """Marks [start, end) to the ends of its lines, if little is left of them: a rewritten link is longer than ours."""
    for _ in range(_REWRITTEN):
        start -= start > 0 and not stream.starts_line(start)
        end += end < len(stream) and not stream.ends_line(end)
    stream.mark(start, end)


def _mark_short(stream: Stream, rows: Sequence[str], start: int) -> None:
    for words in rows:
        for at in stream.occurrences(words, start) if 0 < len(words) < SHORT else ():
            end = at + len(words)
            beside = (at > 0 and stream.known[at - 1]) + (end < len(stream) and stream.known[end])
            # Between two known stretches, or a line of its own beside one.
            if beside > 1 or (beside and stream.starts_line(at) and stream.ends_line(end)):
                stream.mark(at, end)


def _mark_next(stream: Stream, rows: Sequence[str], start: int) -> None:
    """Short lines that stand alone where the parent has them: after its last longer line, before its next one."""
    low = -1
    waiting: list[str] = []
    for row in [*rows, ""]:
        at = stream.chars.find(row, max(low, start)) if len(row) >= SHORT else -1
        if row and at < 0:
            waiting += [row] * (len(row) < SHORT)
            continue
        high = at if row else len(stream)
        for words in waiting if low >= 0 else ():
            for place in stream.occurrences(words, low, high):
                if stream.starts_line(place) and stream.ends_line(place + len(words)):
                    stream.mark(place, place + len(words))
                    break
        if row:
            waiting, low = [], at + len(row)


def usual_depth(stream: Stream) -> int:
    """How deep most of the known words are quoted: words typed among them are that deep, too."""
    known: Counter[int] = Counter()
    for number, line in enumerate(stream.lines):
        if count := stream.known.count(1, stream.at_line(number), stream.at_line(number + 1)):
            known[line.depth] += count
    return known.most_common(1)[0][0] if known else 0
