"""Whether a piece of the form is left in what was taken for an answer."""

from __future__ import annotations

from rapidfuzz import fuzz

from mailbot.model.form import VALUED
from mailbot.reading.folding import squared
from mailbot.reading.form_pieces import Form, PieceKind
from mailbot.reading.layout import Layout
from mailbot.reading.ratings import value_of
from mailbot.reading.stream import Stream

_ALIKE = 82.0
_LINES = 60  # of an answer that are looked at
_SHORTEST_LINE = 12
_QUESTION = 16
_WHOLE = 25  # squared characters of the form that nobody types by accident


def holds_form_text(text: str, form: Form, stream: Stream, layout: Layout, question: int) -> bool:
    """True if a line is like a question that was not found, or is words of the form that were found nowhere."""
    exact = {anchor.question for anchor in layout.anchors if anchor.exact}
    lost = [
        piece.words
        for piece in form.pieces
        if piece.kind is PieceKind.QUESTION and piece.question not in exact and len(piece.words) >= _QUESTION
    ]
    rows = [squared(row) for row in text.split("\n")[:_LINES]]
    like = fuzz.partial_ratio if layout.anchors else fuzz.ratio  # without the form nobody leaves a part of a question
    for row in rows:
        if len(row) >= _SHORTEST_LINE and any(like(words, row) >= _ALIKE for words in lost):
            return True
        if len(row) >= _WHOLE and row in form.words and not _is_known(row, stream):
            return True
    asked = form.questions[question]
    if asked.kind in VALUED and value_of(text, asked) is not None:
        return False  # the name of a point is an answer, wherever else it stands
    return _holds_hint(rows, form, stream, question)


def _is_known(words: str, stream: Stream) -> bool:
    return any(stream.known[at] for at in stream.occurrences(words))


def _holds_hint(rows: list[str], form: Form, stream: Stream, question: int) -> bool:
    """A hint that came back changed beyond likeness still shares long lines with the form's.

    One that stands complete in its own place left nothing behind: who writes its example down has answered.
    """
    hints = [p.words for p in form.pieces if p.kind is PieceKind.HINT and p.question == question]
    alike = any(len(row) >= _WHOLE and fuzz.ratio(row, hint) >= _ALIKE for row in rows for hint in hints)
    lost = [words for words in hints if not _is_known(words, stream)]
    return alike or any(len(row) >= _QUESTION and row in hint for row in rows for hint in lost)
