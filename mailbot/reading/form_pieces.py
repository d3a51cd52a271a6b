"""A form as the list of its pieces in order: what a reply is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import compress
from operator import not_

from mailbot.model.form import FormQuestion, FormSheet
from mailbot.model.inbound import BodyLine
from mailbot.reading.folding import squared
from mailbot.reading.hint_points import HintPoints, hint_points
from mailbot.reading.stream import Stream

SHORT = 12  # squared characters; a shorter piece could be an answer, and is believed only beside a longer one


class PieceKind(StrEnum):
    """What a piece of the form is."""

    INTRO = "intro"
    QUESTION = "question"
    HINT = "hint"
    MARKER = "marker"
    BETWEEN = "between"  # a section's title
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece, squared; `question` counts from 0 and is -1 where the piece belongs to none."""

    order: int
    kind: PieceKind
    question: int
    words: str
    fragments: tuple[str, ...] = ()  # its lines, for a piece that came back cut short
    points: bool = False  # the part of a hint that lists the points of a scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The sheet and its pieces."""

    sheet: FormSheet
    pieces: tuple[Piece, ...]
    words: str  # the whole form, squared
    points: tuple[HintPoints | None, ...] = ()  # of each question, what its hint offers to choose from

    @property
    def questions(self) -> tuple[FormQuestion, ...]:
        """The questions in the order printed."""
        return self.sheet.questions


def form_of(sheet: FormSheet) -> Form:
    """The pieces of the sheet: its questions, hints and markers, and every other paragraph by where it stands."""
    stream = Stream([BodyLine(text=line) for line in sheet.lines])
    points = tuple(hint_points(question) for question in sheet.questions)
    placed = _question_pieces(stream, sheet, points)
    starts = [at for at, kind, *_ in placed if kind is PieceKind.QUESTION and at >= 0]
    first, last = (min(starts), max(starts)) if starts else (len(stream), len(stream))
    for at, words, fragments in _paragraphs(stream):
        kind = PieceKind.INTRO if at < first else PieceKind.CLOSING if at > last else PieceKind.BETWEEN
        placed.append((at, kind, -1, words, fragments))
    placed.sort(key=lambda row: row[0])
    pieces = tuple(
        Piece(
            order=order,
            kind=kind,
            question=question,
            words=words,
            fragments=fragments,
            points=kind is PieceKind.HINT and (row := points[question]) is not None and words == row.printed,
        )
        for order, (_, kind, question, words, fragments) in enumerate(placed)
    )
    return Form(sheet=sheet, pieces=pieces, words=stream.chars, points=points)


_Placed = tuple[int, PieceKind, int, str, tuple[str, ...]]


def _question_pieces(stream: Stream, sheet: FormSheet, points: Sequence[HintPoints | None]) -> list[_Placed]:
    placed: list[_Placed] = []
    at = 0
    for index, question in enumerate(sheet.questions):
        hint = squared(question.hint)
        listed = points[index]
        size = len(listed.printed) if listed else len(hint)
        for kind, words in (
            (PieceKind.QUESTION, squared(question.ask)),
            (PieceKind.HINT, hint[:size]),
            (PieceKind.HINT, hint[size:]),
            (PieceKind.MARKER, squared(question.marker)),
        ):
            if not words:
                continue
            start = stream.chars.find(words, at)
            if start >= 0:
                stream.mark(start, start + len(words))
                at = start + len(words)
            # A sheet that lacks the words keeps their order all the same.
            placed.append((start if start >= 0 else at, kind, index, words, ()))
    return placed


def _paragraphs(stream: Stream) -> list[tuple[int, str, tuple[str, ...]]]:
    """What is left of the form between empty lines: (place, squared words, squared lines)."""
    found: list[tuple[int, str, tuple[str, ...]]] = []
    start, at = -1, 0
    rows: list[str] = []
    for number in range(len(stream.lines) + 1):
        begin, end = stream.at_line(number), stream.at_line(number + 1)
        marked = stream.holds_known(begin, end)
        row = stream.chars[begin:end]
        if marked:
            row = "".join(compress(row, map(not_, stream.known[begin:end])))
        whole = row and not marked
        if rows and not whole:
            found.append((start, "".join(rows), tuple(rows)))
            rows = []
        if whole:
            start = at if rows else begin
            at = start
            rows.append(row)
        elif sum(map(str.isalpha, row)) > 1:  # a title on the line of a question
            found.append((begin, row, ()))
    return found
