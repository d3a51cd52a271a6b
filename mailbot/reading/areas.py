"""The area of each question: what was typed between its words and the next question, or the form's end."""

from __future__ import annotations

from dataclasses import dataclass, field

from mailbot.model.form import VALUED
from mailbot.reading import evidence as signals
from mailbot.reading.anchors import Anchor
from mailbot.reading.bold_marks import without_bold_everywhere, without_bold_marks
from mailbot.reading.distances import distances_of, near_next
from mailbot.reading.evidence import Evidence
from mailbot.reading.form_pieces import Form
from mailbot.reading.glued_marks import starts_with_mark, without_glued_mark
from mailbot.reading.layout import Layout
from mailbot.reading.leftovers import Typed, has_words, leftovers, paragraphs, trimmed
from mailbot.reading.name_tags import without_name_tags
from mailbot.reading.numbered import numbered_answers
from mailbot.reading.phrases import is_footer, is_greeting
from mailbot.reading.stream import Stream
from mailbot.reading.tails import without_tail

_NOBODYS = ("=",)  # alone on a line: a sign of a hint that was wrapped


@dataclass(slots=True, kw_only=True)
class Areas:
    """Typed lines by question (from 0); `open_end` is a list under the last question that answers all of them."""

    lines: dict[int, list[Typed]] = field(default_factory=dict)
    open_end: list[Typed] = field(default_factory=list)
    loose: list[Typed] = field(default_factory=list)
    aside: list[Typed] = field(default_factory=list)


def inline_areas(stream: Stream, form: Form, layout: Layout, own: frozenset[str], evidence: Evidence) -> Areas:
    """What was typed below each question, with the signals that its place gives."""
    areas = Areas()
    for position, anchor in enumerate(layout.anchors):
        stop = layout.stop(position, len(stream))
        rows = leftovers(stream, anchor.end, max(stop, anchor.end))
        rows = trimmed([Typed(line=row.line, text="") if row.text in _NOBODYS else row for row in rows])
        areas.lines[anchor.question] = rows
        _note_marker(stream, anchor, rows, stop, evidence)
    without_name_tags(areas.lines, own)
    for anchor in layout.anchors:
        areas.lines[anchor.question] = without_bold_marks(stream, anchor, areas.lines[anchor.question])
    without_bold_everywhere(stream, layout.anchors, areas.lines)
    for anchor in layout.anchors:
        areas.lines[anchor.question] = without_glued_mark(stream, anchor, areas.lines[anchor.question])
        if anchor.mark_at < 0 and starts_with_mark(
            areas.lines[anchor.question], form.questions[anchor.question].marker
        ):
            evidence.note(anchor.question, signals.FORM_TEXT_LEFT)
    if layout.anchors:
        _end_last(form, layout, areas, own, evidence)
        _note_distances(stream, form, layout, areas, own, evidence)
    return areas


def _note_marker(stream: Stream, anchor: Anchor, rows: list[Typed], stop: int, evidence: Evidence) -> None:
    if anchor.mark_at < 0 or anchor.by_marker:
        return
    line = stream.line_of[anchor.mark_at]
    in_front = range(stream.at_line(line), anchor.mark_at)
    before = has_words([row for row in rows if row.line < line]) or not all(stream.known[at] for at in in_front)
    after = has_words([row for row in rows if row.line >= line])
    if before and after:
        evidence.note(anchor.question, signals.BOTH_SIDES)
    marker = stream.chars[anchor.mark_at : anchor.mark_end]
    if any(stream.starts_line(at) for at in stream.occurrences(marker, anchor.mark_end, stop)):
        evidence.note(anchor.question, signals.MARKER_TWICE)


def _end_last(form: Form, layout: Layout, areas: Areas, own: frozenset[str], evidence: Evidence) -> None:
    """Takes the signature from the last answer, and the list of all answers if it stands there."""
    last = layout.anchors[-1].question
    rows = areas.lines[last]
    if _is_list_of_all(form, areas, last, evidence, open_end=layout.end < 0):
        areas.open_end, areas.lines[last] = rows, []
        return
    tail = without_tail(rows, own)
    areas.lines[last] = tail.kept
    for doubt in tail.doubts:
        evidence.note(last, doubt)
    (areas.loose if tail.doubts else areas.aside).extend(tail.cut)
    if layout.end < 0:
        evidence.note(last, signals.END_NOT_SEEN)
        runs = paragraphs(tail.kept)
        if len(runs) > 1:
            evidence.note(last, signals.OPEN_END)
        elif any(is_footer(row.text) for row in tail.kept):
            evidence.note(last, signals.TAIL_IN_DOUBT)


def _is_list_of_all(form: Form, areas: Areas, last: int, evidence: Evidence, *, open_end: bool) -> bool:
    """Whether the last area holds a numbered list of all answers, the closing lines being gone.

    Before the closing lines the same list may be the last answer itself: then it is doubted if nothing else was typed.
    """
    listed = numbered_answers(areas.lines[last], len(form.questions), Evidence())
    if len(listed.answers) < 2:  # noqa: PLR2004 - one number is no list
        return False
    alone = not any(has_words(rows) for question, rows in areas.lines.items() if question != last)
    if open_end and alone and all(is_greeting(row.text) for row in listed.above if row.text):
        return True
    if open_end or alone:
        empty = {question for question in listed.answers if not has_words(areas.lines.get(question, []))}
        evidence.note_all({*empty, last}, signals.HOLDS_NEXT)
    return False


def _note_distances(
    stream: Stream, form: Form, layout: Layout, areas: Areas, own: frozenset[str], evidence: Evidence
) -> None:
    """What stands nearer to the next question than to its own was meant for the next in 99 of 100 cases."""
    distances = {a.question: distances_of(stream, areas.lines[a.question]) for a in layout.anchors}
    usual = {
        up for question, (up, _) in distances.items() if up >= 0 and signals.NEXT_NOT_SEEN not in evidence.of(question)
    }
    gapless = all(line.text.strip() for line in stream.lines[:-1])
    for question in near_next(stream, layout, areas.lines, distances, own):
        evidence.note_all((question, question + 1), signals.NEAR_NEXT)
    for position, anchor in enumerate(layout.anchors):
        up, _ = distances[anchor.question]
        rows = areas.lines[anchor.question]
        if signals.NEXT_NOT_SEEN in evidence.of(anchor.question) and has_words(rows):
            last = position + 1 == len(layout.anchors)
            stop = len(form.questions) if last else layout.anchors[position + 1].question
            missing = range(anchor.question + 1, stop)
            short = form.questions[anchor.question].kind in VALUED
            lines = sum(1 for row in rows if row.text)
            listed = numbered_answers(rows, len(form.questions), Evidence()).answers
            several = len(paragraphs(rows)) > 1 or (lines > 1 and (short or gapless))
            # One paragraph close below its mark is that question's, whatever else was cut from the form.
            far = up not in usual if usual else up > 1 or anchor.mark_at < 0
            if several or far or set(listed) & set(missing):
                evidence.note_all((anchor.question, *missing), signals.HOLDS_NEXT)
