"""A point of a scale that was marked in the hint instead of typed: bold, underlined or coloured."""

from __future__ import annotations

from mailbot.model.form import QuestionKind
from mailbot.reading import evidence as signals
from mailbot.reading.evidence import Evidence
from mailbot.reading.form_pieces import Form
from mailbot.reading.layout import Layout
from mailbot.reading.stream import Stream

_POINTED_AT = (QuestionKind.SCALE, QuestionKind.CHOICE, QuestionKind.YES_NO)


def note_marked_hints(stream: Stream, form: Form, layout: Layout, answered: set[int], evidence: Evidence) -> None:
    """Doubts an empty rating whose hint stands out in part: the person may have pointed at a value."""
    for position, anchor in enumerate(layout.anchors):
        if anchor.question in answered or form.questions[anchor.question].kind not in _POINTED_AT:
            continue
        stop = anchor.mark_at if anchor.mark_at >= anchor.end else layout.stop(position, len(stream))
        set_off = [_stands_out(stream, at) for at in range(anchor.end, stop) if stream.known[at]]
        if any(set_off) and not all(set_off):
            evidence.note(anchor.question, signals.HINT_MARKED)


def _stands_out(stream: Stream, at: int) -> bool:
    emphasis = stream.lines[stream.line_of[at]].emphasis
    return bool(emphasis) and any(start <= stream.column(at) < end for start, end in emphasis)
