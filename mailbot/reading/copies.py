"""Which copy of the form was answered, where a reply holds it twice: an answered one, the less quoted, the upper one.

What stands in the other copies is older mail or says nothing: their words are known, and so is what was typed there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.reading.form_pieces import Form, PieceKind
from mailbot.reading.stream import Stream

_SHORTEST = 16  # squared characters of a question by which a copy is known
_MOST = 40  # copies that are told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy: the places of its questions, how deep it is quoted, which of them (from 0) have words below them."""

    places: tuple[tuple[int, int], ...]  # (where, question), in order
    depth: int
    answered: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The stretch of the reply that holds the copy to be read, and the questions answered in another as good a one."""

    start: int
    stop: int
    rivals: frozenset[int] = frozenset()
    older: tuple[tuple[int, int], ...] = ()  # copies that are quoted deeper, with whatever was typed; untouched ones


def chosen_copy(stream: Stream, form: Form) -> Chosen:
    """The copy that was answered; the whole reply where there is one copy only."""
    copies = _copies(stream, form)
    if len(copies) < 2:  # noqa: PLR2004 - one is no choice
        return Chosen(start=0, stop=len(stream))
    best = min(range(len(copies)), key=lambda at: (not copies[at].answered, copies[at].depth, at))
    start = _end_of(stream, form, copies[best - 1], copies[best].places[0][0]) if best else 0
    stop = copies[best + 1].places[0][0] if best + 1 < len(copies) else len(stream)
    rivals = [copy for at, copy in enumerate(copies) if at != best and copy.depth == copies[best].depth]
    stops = [*(copy.places[0][0] for copy in copies[1:]), len(stream)]
    older = [
        (copy.places[0][0], _end_of(stream, form, copy, end))
        for copy, end in zip(copies, stops, strict=True)
        if copy is not copies[best] and (copy.depth > copies[best].depth or not copy.answered)
    ]
    answered = frozenset[int]().union(*(copy.answered for copy in rivals))
    return Chosen(start=start, stop=stop, rivals=answered, older=tuple(older))


def _copies(stream: Stream, form: Form) -> list[Copy]:
    """Every run of questions in the form's order that holds half of them, and most of what another one holds.

    One question typed again within an answer begins no copy: what follows goes on where the form was left.
    """
    pieces = [p for p in form.pieces if p.kind is PieceKind.QUESTION and len(p.words) >= _SHORTEST]
    found = [(at, piece) for piece in pieces for at in stream.occurrences(piece.words, most=_MOST)]
    if len(found) < 2 * max(1, len(pieces) // 2):
        return []
    found.sort(key=lambda row: row[0])
    runs: list[list[tuple[int, int]]] = []
    last = len(form.pieces)
    for at, piece in found:
        if piece.order <= last:
            runs.append([])
        runs[-1].append((at, piece.question))
        last = piece.order
    runs = [run for run in runs if len(run) >= max(2, len(pieces) / 2)]
    runs = [run for run in runs if any(_repeats(run, other) for other in runs if other is not run)]
    return [_copy(stream, form, run) for run in runs]


def _repeats(run: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
    shared = {question for _, question in run} & {question for _, question in other}
    return len(shared) >= max(2, min(len(run), len(other)) / 2)


def _copy(stream: Stream, form: Form, places: Sequence[tuple[int, int]]) -> Copy:
    depths = Counter(stream.lines[stream.line_of[at]].depth for at, _ in places)
    known = [[p.words for p in form.pieces if p.question == number] for number in range(len(form.questions))]
    answered = set()
    for position, (at, question) in enumerate(places):
        stop = places[position + 1][0] if position + 1 < len(places) else _end_of_last(stream, form, at)
        words = stream.chars[at:stop]
        for piece in known[question]:
            words = words.replace(piece, "", 1)
        if any(char.isalpha() for char in words) or sum(map(str.isdigit, words)) > len(str(question + 2)):
            answered.add(question)
    return Copy(places=tuple(places), depth=depths.most_common(1)[0][0], answered=frozenset(answered))


def _end_of_last(stream: Stream, form: Form, at: int) -> int:
    """Where the answer to a copy's last question ends at the latest: at the first closing line behind it."""
    ends = [stream.chars.find(p.words, at) for p in form.pieces if p.kind is PieceKind.CLOSING]
    return min((end for end in ends if end >= 0), default=at)


def _end_of(stream: Stream, form: Form, copy: Copy, stop: int) -> int:
    """The end of a copy's closing lines, which lie in front of `stop`."""
    at = copy.places[-1][0]
    ends = [
        found + len(p.words)
        for p in form.pieces
        if p.kind is PieceKind.CLOSING
        for found in stream.occurrences(p.words, at, stop, most=1)
    ]
    return max(ends, default=at)
