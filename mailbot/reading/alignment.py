"""Where each piece of the form stands in a reply: exact, else alike, and then the heaviest increasing chain."""

from __future__ import annotations

import heapq
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from mailbot.reading.folding import squared, visible
from mailbot.reading.form_pieces import SHORT, Form, Piece, PieceKind
from mailbot.reading.stream import Stream

_SEARCHED = 60_000  # squared characters looked through for a question that changed
_NUMBERED_ALIKE = 80.0  # per cent, for a line that begins with the question's number
_PARTLY_ALIKE = 84.0  # for one that does not
_CUT = 20  # squared characters of a question's beginning that stand for all of it
_WEIGHTS = {
    PieceKind.INTRO: 1.0,
    PieceKind.QUESTION: 3.0,
    PieceKind.HINT: 1.0,
    PieceKind.MARKER: 0.8,
    PieceKind.BETWEEN: 0.6,
    PieceKind.CLOSING: 1.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A piece in the reply: [start, end) with its number, `words_at` without; exact, or how much alike."""

    piece: Piece
    start: int
    words_at: int
    end: int
    alike: float = 100.0
    weight: float = 1.0

    @property
    def exact(self) -> bool:
        """Whether the words are the form's own."""
        return self.alike >= 100.0  # noqa: PLR2004 - per cent


def aligned(stream: Stream, form: Form, start: int = 0, stop: int | None = None) -> list[Found]:
    """The pieces that [start, stop) of the reply holds, in order: the heaviest chain that keeps the form's order."""
    candidates: list[Found] = []
    place = (start, len(stream) if stop is None else stop)
    for piece in form.pieces:
        if piece.kind is PieceKind.QUESTION:
            number = form.questions[piece.question].number
            candidates += _exact_questions(stream, piece, number, place) or _changed_questions(
                stream, piece, number, place
            )
        elif len(piece.words) >= SHORT or piece.kind is PieceKind.MARKER:
            candidates += _exact_pieces(stream, piece, place)
    return heaviest_chain(candidates)


_Place = tuple[int, int]


def _exact_questions(stream: Stream, piece: Piece, number: int, place: _Place) -> list[Found]:
    starts = stream.occurrences(piece.words, *place)
    if len(piece.words) < SHORT:
        starts = [at for at in starts if stream.starts_line(number_start(stream, at, number))]
    return [_question(stream, piece, number, at, at + len(piece.words)) for at in starts]


def _question(stream: Stream, piece: Piece, number: int, at: int, end: int, alike: float = 100.0) -> Found:
    start = number_start(stream, at, number)
    weight = _WEIGHTS[PieceKind.QUESTION] + (start < at) + stream.starts_line(start) + (alike >= 100.0)  # noqa: PLR2004
    weight -= 0.01 * stream.lines[stream.line_of[at]].depth  # of two copies, the less quoted one was answered
    return Found(piece=piece, start=start, words_at=at, end=end, alike=alike, weight=weight)


_AROUND = " \t\u00a0\u200b\ufeff*_"
_LED_BY = "(?:question|q|#|\\()?"
_ANY_NUMBER = re.compile(r"(?:question|q|#|\()?\s?(\d{1,2})\s?[.):=-]{1,2}", re.IGNORECASE)


def number_start(stream: Stream, at: int, number: int) -> int:
    """Where the question's own number in front of `at` begins, `at` itself if there is none.

    "3 - slower" just above "3. What" stays an answer: only a number with its delimiter, right before, is taken.
    """
    before = visible(stream.before(at))[-40:]
    row = squared(before)
    if not row and at and stream.starts_line(at):  # <li> or a table put the number on a line of its own
        row = squared(stream.lines[stream.line_of[at - 1]].text[-40:])
        return at - len(row) if re.fullmatch(rf"{_LED_BY}{number}[.):]", row) else at
    alone = _ANY_NUMBER.fullmatch(before.strip(_AROUND))
    # Outlook's own lists begin at 1 again and again: any number will do here, but "43." may be a 4 in front of "3.".
    if alone and stream.starts_line(at - len(row)) and (int(alone[1]) == number or not alone[1].endswith(str(number))):
        return at - len(row)
    joined = re.search(rf"(?:^|\s)[*_]?({_LED_BY}{number}[.):])[*_]?\s?$", before, re.IGNORECASE)
    joined = joined or re.search(
        rf"(?<=[^\d\s*_])({number}[.)])\s?$", before
    )  # "yes5. What": Delete took the line's end
    return at - len(squared(joined[1])) if joined else at


def _exact_pieces(stream: Stream, piece: Piece, place: _Place) -> list[Found]:
    found = []
    for at in stream.occurrences(piece.words, *place, most=6):
        end = at + len(piece.words)
        weight = _WEIGHTS[piece.kind] + 0.2 * stream.starts_line(at) + 0.1 * stream.ends_line(end)
        if piece.kind is PieceKind.MARKER and not stream.starts_line(at):
            weight = 0.3  # reflowed into the line above, or words of an answer
        found.append(Found(piece=piece, start=at, words_at=at, end=end, weight=weight))
    return found


def _changed_questions(stream: Stream, piece: Piece, number: int, place: _Place) -> list[Found]:
    """A question whose words came back changed: corrected, cut, half translated, broken by a stray "="."""
    if len(piece.words) < SHORT:
        return []
    best: Found | None = None
    low, high = place
    haystack = stream.chars[low : min(high, low + _SEARCHED)]
    for hit in re.finditer(rf"{_LED_BY}{number}[.):]", haystack):
        if not stream.starts_line(low + hit.start()):
            continue
        found = _best_end(stream, piece, low + hit.start(), low + hit.end())
        if found and (best is None or found.alike > best.alike):
            best = found
    if best:
        return [best]
    span = fuzz.partial_ratio_alignment(piece.words, haystack, score_cutoff=_PARTLY_ALIKE)
    if span is None or span.dest_end - span.dest_start < 0.75 * len(piece.words):
        return []
    return [_question(stream, piece, number, low + span.dest_start, low + span.dest_end, min(99.0, span.score))]


def _best_end(stream: Stream, piece: Piece, start: int, at: int) -> Found | None:
    """Of all ends of words near the expected one, the one that makes the stretch most alike."""
    size = len(piece.words)
    cut = _cut_short(stream, piece, at)
    weight = _WEIGHTS[PieceKind.QUESTION] + 2
    if cut:
        return Found(piece=piece, start=start, words_at=at, end=cut, alike=99.0, weight=weight)
    depth = stream.lines[stream.line_of[at]].depth if at < len(stream) else 0
    if fuzz.ratio(piece.words, stream.chars[at : at + size]) < _NUMBERED_ALIKE - 10:
        return None
    best, best_end = 0.0, at
    for end in range(at + int(0.7 * size), min(len(stream), at + int(1.3 * size)) + 1):
        if stream.lines[stream.line_of[end - 1]].depth != depth:
            break  # an answer typed below a question that came back cut
        if stream.ends_line(end) or stream.column(end) > stream.column(end - 1) + 1:
            alike = fuzz.ratio(piece.words, stream.chars[at:end]) + stream.ends_line(end)
            if alike > best:
                best, best_end = alike, end
    if best < _NUMBERED_ALIKE:
        return None
    return Found(piece=piece, start=start, words_at=at, end=best_end, alike=min(99.0, best), weight=weight)


def _cut_short(stream: Stream, piece: Piece, at: int) -> int:
    """The end of a question of which only the first lines were kept, 0 if it is none."""
    size = 0
    while size < len(piece.words) and stream.chars.startswith(piece.words[size], at + size):
        size += 1
    return at + size if size >= _CUT and stream.ends_line(at + size) else 0


def heaviest_chain(candidates: Sequence[Found]) -> list[Found]:
    """The chain of greatest weight whose pieces and places both increase without overlap; n log n."""
    rows = sorted(candidates, key=lambda c: (c.start, c.end))
    size = max((c.piece.order for c in rows), default=0) + 2
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)  # Fenwick: best (weight, row) for pieces up to an order
    before = [-1] * len(rows)
    total = [0.0] * len(rows)
    waiting: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        while waiting and waiting[0][0] <= row.start:
            _, ready = heapq.heappop(waiting)
            _put(tree, rows[ready].piece.order + 1, (total[ready], ready))
        weight, before[number] = _best(tree, row.piece.order)
        total[number] = weight + row.weight
        heapq.heappush(waiting, (row.end, number))
    at = max(range(len(rows)), key=total.__getitem__, default=-1)
    chain = []
    while at >= 0:
        chain.append(rows[at])
        at = before[at]
    return chain[::-1]


def _put(tree: list[tuple[float, int]], at: int, entry: tuple[float, int]) -> None:
    while at < len(tree):
        if entry[0] > tree[at][0]:
            tree[at] = entry
        at += at & -at


def _best(tree: list[tuple[float, int]], at: int) -> tuple[float, int]:
    best = (0.0, -1)
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at -= at & -at
    return best
