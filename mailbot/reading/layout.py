"""Where the form begins and ends in a reply and where each question stands; every other line of it marked as known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mailbot.reading import evidence as signals
from mailbot.reading.alignment import Found, aligned
from mailbot.reading.anchors import Anchor
from mailbot.reading.answer_marks import with_changed_marks
from mailbot.reading.copies import chosen_copy
from mailbot.reading.evidence import Evidence
from mailbot.reading.folding import squared
from mailbot.reading.form_pieces import Form, PieceKind
from mailbot.reading.hint_marks import pointed_at
from mailbot.reading.known_text import mark_copies, mark_found, mark_missing
from mailbot.reading.stream import Stream

_NUMBERS_USUAL = 0.3  # of the questions seen; below that, the client dropped the numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The form's place: [first, end) holds intro and questions, [end, after) the closing lines; -1 if not there."""

    anchors: tuple[Anchor, ...]
    first: int
    end: int
    after: int
    has_intro: bool
    pointed: dict[int, str | None] = field(default_factory=dict)  # points marked in the hints, as pointed_at gives them

    def stop(self, position: int, length: int) -> int:
        """Where the area of the anchor at that position ends."""
        if position + 1 < len(self.anchors):
            return self.anchors[position + 1].start
        return self.end if self.end >= 0 else length


def laid_out(stream: Stream, form: Form, evidence: Evidence) -> Layout:
    """The layout of the reply; marks every word of the form in the stream and notes what came back changed."""
    copy = chosen_copy(stream, form)
    found = aligned(stream, form, copy.start, copy.stop)
    bare = False
    if not any(f.piece.kind is PieceKind.QUESTION for f in found) and not _are_numbered(stream, form, found):
        bare = _are_the_forms(stream, form, found)
        if not bare:  # "Answer 3: ..." typed above nothing is numbering, not the form.
            found = [f for f in found if f.piece.kind is not PieceKind.MARKER]
    mark_found(stream, found)
    _mark_title(stream, form, found)
    anchors = _anchors(stream, form, found, Evidence() if bare else evidence)
    _note_changes(stream, form, anchors, found, evidence)
    closing = next((f.start for f in found if f.piece.kind is PieceKind.CLOSING), len(stream))
    anchors = with_changed_marks(stream, form, anchors, closing)
    pointed = pointed_at(stream, form, _hint_regions(anchors, closing))
    mark_missing(stream, form, found, evidence, whole=pointed.keys())
    layout = replace(_edges(stream, found, anchors), pointed=pointed)
    mark_copies(stream, form, layout.first, layout.after if layout.after >= 0 else len(stream))
    for start, end in copy.older:
        stream.mark(start, end)
    evidence.note_all(copy.rivals, signals.TWICE)
    return layout


def _mark_title(stream: Stream, form: Form, found: Sequence[Found]) -> None:
    """Marks the subject at the start of a line in front of the form: Thunderbird quotes the title of the HTML so."""
    title = squared(form.sheet.subject)
    for at in stream.occurrences(title, 0, min((row.start for row in found), default=0)):
        if stream.starts_line(at):
            stream.mark(at, at + len(title))


def _hint_regions(anchors: Sequence[Anchor], closing: int) -> dict[int, tuple[int, int]]:
    starts = {a.question: a.start if a.by_marker else a.end for a in anchors}
    stops = [*(a.start for a in anchors[1:]), closing][: len(anchors)]
    return {
        a.question: (starts[a.question], a.mark_at if a.mark_at >= starts[a.question] else stop)
        for a, stop in zip(anchors, stops, strict=True)
    }


def _edges(stream: Stream, found: Sequence[Found], anchors: tuple[Anchor, ...]) -> Layout:
    closing = [f for f in found if f.piece.kind is PieceKind.CLOSING]
    intro = [f for f in found if f.piece.kind is PieceKind.INTRO]
    last = max((max(a.end, a.mark_end) for a in anchors), default=0)
    end = _reach_back(stream, closing[0].start, last) if closing else -1
    starts = [*(f.start for f in found), *(a.start for a in anchors)]
    return Layout(
        anchors=anchors,
        first=_reach_back(stream, min(starts), 0) if starts else len(stream),
        end=end,
        after=_reach_on(stream, closing[-1].end) if closing else -1,
        has_intro=bool(intro),
    )


def _reach_back(stream: Stream, at: int, low: int) -> int:
    """Over known characters in front, as far as `low`: short lines stand beside longer ones."""
    while at > low and stream.known[at - 1]:
        at -= 1
    return at


def _reach_on(stream: Stream, at: int) -> int:
    while at < len(stream) and stream.known[at]:
        at += 1
    return at


def _anchors(stream: Stream, form: Form, found: Sequence[Found], evidence: Evidence) -> tuple[Anchor, ...]:
    marks = {f.piece.question: f for f in found if f.piece.kind is PieceKind.MARKER}
    seen = {f.piece.question: f for f in found if f.piece.kind is PieceKind.QUESTION}
    anchors: list[Anchor] = []
    for question in range(len(form.questions)):
        mark = marks.get(question)
        if question in seen:
            row = seen[question]
            anchor = Anchor(question=question, start=row.start, end=row.end, exact=row.exact)
            if mark:
                anchor = replace(anchor, mark_at=mark.start, mark_end=mark.end)
            anchors.append(anchor)
        elif mark and stream.starts_line(mark.start):
            anchors.append(_located(stream, form, mark, anchors[-1] if anchors else None, evidence))
    return tuple(anchors)


def _located(stream: Stream, form: Form, mark: Found, before: Anchor | None, evidence: Evidence) -> Anchor:
    """A question found by its mark alone: the line above that begins with its number starts the changed question."""
    question = mark.piece.question
    evidence.note(question, signals.CHANGED_QUESTION)
    low = max(before.end, before.mark_end) if before else 0
    hits = _number_lines(stream, form.questions[question].number, low, mark.start)
    start = hits[-1] if hits else mark.start
    lists = question > 0 and _number_lines(stream, 1, low, mark.start)
    if not hits or lists:
        evidence.note_all((question - 1, question), signals.NOT_LOCATED)
    stream.mark(start, mark.start)
    return Anchor(
        question=question,
        start=start,
        end=mark.end,
        exact=False,
        by_marker=True,
        mark_at=mark.start,
        mark_end=mark.end,
    )


def _number_lines(stream: Stream, number: int, low: int, mark_at: int) -> list[int]:
    """The lines in [low, mark_at) that begin with the number, quoted as deep as the mark."""
    depth = stream.lines[stream.line_of[mark_at]].depth
    places = [m.start() + low for m in re.finditer(rf"{number}[.):]", stream.chars[low:mark_at])]
    return [at for at in places if stream.starts_line(at) and stream.lines[stream.line_of[at]].depth == depth]


def _are_numbered(stream: Stream, form: Form, found: Sequence[Found]) -> bool:
    """Whether above each answer mark stands a line with its number: a form whose questions were translated."""
    marks = [f for f in found if f.piece.kind is PieceKind.MARKER and stream.starts_line(f.start)]
    lows = [0, *(mark.end for mark in marks)]
    return len(marks) > 1 and all(
        _number_lines(stream, form.questions[mark.piece.question].number, low, mark.start)
        for low, mark in zip(lows, marks, strict=False)
    )


def _are_the_forms(stream: Stream, form: Form, found: Sequence[Found]) -> bool:
    """Whether the marks of the form were kept and all else deleted: most are there, and alone on their lines."""
    marks = [f for f in found if f.piece.kind is PieceKind.MARKER and stream.starts_line(f.start)]
    alone = sum(stream.ends_line(mark.end) for mark in marks)
    return len(marks) > 1 and 2 * len(marks) >= len(form.questions) and 2 * alone >= len(marks)


def _note_changes(
    stream: Stream, form: Form, anchors: Sequence[Anchor], found: Sequence[Found], evidence: Evidence
) -> None:
    questions = [f for f in found if f.piece.kind is PieceKind.QUESTION]
    numbered = [f for f in questions if f.start < f.words_at]
    if len(numbered) >= _NUMBERS_USUAL * len(questions):
        for row in questions:
            if row.start == row.words_at:
                evidence.note_all((row.piece.question - 1, row.piece.question), signals.NUMBER_GONE)
    for row in questions:
        if not row.exact:
            _note_edges(stream, row, evidence)
    for left, right in pairwise(anchors):
        if right.question > left.question + 1:
            evidence.note(left.question, signals.NEXT_NOT_SEEN)
    if anchors and anchors[-1].question + 1 < len(form.questions):
        evidence.note(anchors[-1].question, signals.NEXT_NOT_SEEN)


def _note_edges(stream: Stream, row: Found, evidence: Evidence) -> None:
    """An edge of a likeness inside a line may have cut an answer: measured, the one sign that counts."""
    question = row.piece.question
    evidence.note(question, signals.CHANGED_QUESTION)
    if not stream.starts_line(row.start):
        evidence.note_all((question - 1, question), signals.EDGE_IN_LINE)
    end = row.end
    while end < len(stream) and not stream.ends_line(end):
        end += 1
    rest = stream.chars[row.end : end]
    if len(rest) > 3 or any(map(str.isalnum, rest)):  # noqa: PLR2004 - a mark or two that the change left
        evidence.note(question, signals.EDGE_IN_LINE)
    else:
        stream.mark(row.end, end)
