"""Marks every line of the form in a reply: one that is missed is a wrong answer in every reply."""

from __future__ import annotations

from collections.abc import Container, Sequence

from rapidfuzz import fuzz

from mailbot.reading import evidence as signals
from mailbot.reading.alignment import Found, number_start
from mailbot.reading.evidence import Evidence
from mailbot.reading.form_pieces import SHORT, Form, Piece, PieceKind
from mailbot.reading.stream import Stream

_ALIKE = 85.0
_GAP = 6_000  # squared characters between two pieces, beyond which no likeness is looked for
_COPY = 16  # squared characters of a question that is taken for a second copy
_COPIES = 3


def mark_found(stream: Stream, found: Sequence[Found]) -> None:
    """Marks the pieces of the chain."""
    for row in found:
        stream.mark(row.start, row.end)


def mark_missing(
    stream: Stream, form: Form, found: Sequence[Found], evidence: Evidence, *, whole: Container[int] = ()
) -> None:
    """Looks again for the pieces that are not in the chain, each only between its neighbours.

    `whole` are the questions whose hints have all their points, which are marked already.
    """
    placed = {row.piece.order: row for row in found}
    stops = _next_starts(form, placed, len(stream))
    low = 0
    in_closing = False
    for piece in form.pieces:
        if piece.order in placed:
            low = max(low, placed[piece.order].end)
            in_closing = piece.kind is PieceKind.CLOSING
            continue
        high = stops[piece.order]
        if piece.kind in (PieceKind.QUESTION, PieceKind.MARKER) or low >= high or not placed:
            continue
        if len(piece.words) < SHORT:
            _mark_short(stream, piece.words, low, high, may_follow=in_closing or piece.kind is not PieceKind.CLOSING)
        elif piece.kind is PieceKind.HINT and piece.points and piece.question in whole:
            continue
        elif piece.kind is PieceKind.HINT:
            _mark_hint(stream, piece, low, high, evidence)
        else:
            _mark_changed(stream, piece, low, high)


def _next_starts(form: Form, placed: dict[int, Found], length: int) -> dict[int, int]:
    stops: dict[int, int] = {}
    stop = length
    for piece in reversed(form.pieces):
        stops[piece.order] = stop
        if piece.order in placed:
            stop = placed[piece.order].start
    return stops


def _mark_short(stream: Stream, words: str, low: int, high: int, *, may_follow: bool) -> None:
    """A short line counts only when it stands alone, right beside longer known words: people type it too.

    "Thank you," right behind the last answer mark is an answer, right behind a closing line it is the form's.
    """
    for at in stream.occurrences(words, low, high):
        end = at + len(words)
        fresh = stream.starts_line(at) or stream.known[at - 1]
        if not (fresh and stream.ends_line(end)):
            continue
        follows = may_follow and at > 0 and bool(stream.known[at - 1])
        leads = end < len(stream) and bool(stream.known[end])
        if follows or leads:
            stream.mark(at, end)
            return


def _mark_changed(stream: Stream, piece: Piece, low: int, high: int) -> None:
    """What is much like the whole of it; else its lines one by one, for a paragraph that was cut."""
    if _mark_alike(stream, piece.words, low, high):
        return
    for fragment in piece.fragments:
        if len(fragment) >= SHORT:
            _mark_alike(stream, fragment, low, high)
        else:
            _mark_short(stream, fragment, low, high, may_follow=False)


def _mark_alike(stream: Stream, words: str, low: int, high: int) -> bool:
    for start in stream.occurrences(words, low, high, most=1):
        stream.mark(start, start + len(words))
        return True
    span = _alike(stream, words, low, high)
    if span is None:
        return False
    start, end = span
    most = len(words) // 4  # of a line's rest that a small change accounts for
    for _ in range(most):
        start -= start > low and not stream.starts_line(start)
        end += end < high and not stream.ends_line(end)
    stream.mark(start, end)
    return True


def _alike(stream: Stream, words: str, low: int, high: int) -> tuple[int, int] | None:
    """The stretch in [low, high) that is much like the words; None where the gap is too wide to look."""
    if high - low > _GAP:
        return None
    span = fuzz.partial_ratio_alignment(words, stream.chars[low:high], score_cutoff=_ALIKE)
    if span is None or span.dest_end - span.dest_start <= 0.75 * len(words):
        return None
    return low + span.dest_start, low + span.dest_end


def _mark_hint(stream: Stream, piece: Piece, low: int, high: int, evidence: Evidence) -> None:
    """A hint that an answer was typed into, or that came back changed."""
    begin = piece.words[:8]
    if stream.chars.startswith(begin, low):
        size = len(begin)
        while size < len(piece.words) and low + size < high and stream.chars[low + size] == piece.words[size]:
            size += 1
        rest = piece.words[size:]
        at = stream.chars.find(rest, low + size, high)
        if len(rest) >= 4 and at >= 0:  # noqa: PLR2004 - fewer could stand anywhere
            stream.mark(low, low + size)
            stream.mark(at, at + len(rest))
            return
    span = _alike(stream, piece.words, low, high)
    if span:
        start, end = span
        stream.mark(start, end)
        if not (stream.starts_line(start) and stream.ends_line(end)):
            evidence.note(piece.question, signals.HINT_MARKED)


def mark_copies(stream: Stream, form: Form, first: int, after: int) -> None:
    """Marks further copies of the form outside [first, after): a reply to a reply quotes it twice."""
    copies = []
    for piece in form.pieces:
        if piece.kind is PieceKind.QUESTION and len(piece.words) >= _COPY:
            for at in _outside(stream, piece.words, first, after):
                start = number_start(stream, at, form.questions[piece.question].number)
                if stream.starts_line(start):
                    copies.append((start, at + len(piece.words)))
    if len(copies) < min(_COPIES, len(form.questions)):
        return
    for start, end in copies:
        stream.mark(start, end)
    for piece in form.pieces:
        for at in _outside(stream, piece.words, first, after) if len(piece.words) >= 6 else ():  # noqa: PLR2004
            if stream.starts_line(at) and piece.kind is not PieceKind.QUESTION:
                stream.mark(at, at + len(piece.words))


def _outside(stream: Stream, words: str, first: int, after: int) -> list[int]:
    return stream.occurrences(words, 0, first) + stream.occurrences(words, after)
