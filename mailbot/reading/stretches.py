"""The reply as it came, each stretch of it with what it was taken for: what `mailbot explain` shows.

"Why did it not see my answer?" is a question about places, so nothing is left out here but empty lines at the edges.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mailbot.model.answer import Stretch
from mailbot.model.ids import QuestionId
from mailbot.reading.layout import Layout
from mailbot.reading.leftovers import Typed
from mailbot.reading.phrases import (
    ends_attribution,
    is_device_line,
    is_footer,
    is_greeting,
    is_header,
    is_rule,
    is_sign_off,
)
from mailbot.reading.stream import Stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one piece of a line was taken for; the question counts from 0, None where it is about none."""

    as_what: str  # "question", "form", "answer", "quote", "greeting", "signature" or "unplaced"
    question: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReply:
    """One alternative with every word of the form marked in the stream, and the typed rows by what became of them."""

    stream: Stream
    layout: Layout
    answers: tuple[tuple[int, Typed], ...]  # by question, from 0
    loose: tuple[Typed, ...]  # what is in neither was understood and set aside


def stretches_of(reply: MarkedReply, questions: Sequence[QuestionId]) -> tuple[Stretch, ...]:
    """The whole reply in its own order, neighbouring lines that were taken for the same in one stretch."""
    found = []
    for taken, run in groupby(_taken(reply), key=lambda piece: piece[0]):
        question = None if taken.question is None else questions[taken.question]
        found.append(Stretch(taken_for=taken.as_what, question=question, text="\n".join(text for _, text in run)))
    return tuple(found)


def _taken(reply: MarkedReply) -> Iterator[tuple[Taken, str]]:
    """Every line or part of a line; empty ones belong to the stretch that goes on behind them, or to none."""
    rows = _rows_by_line(reply)
    last = Taken(as_what="quote")
    waiting: list[str] = []
    for number, line in enumerate(reply.stream.lines):
        if not line.text.strip():
            waiting.append(line.prefix)
            continue
        for known_at, text in _pieces(reply.stream, number):
            if known_at is not None:
                taken = _of_the_form(reply, known_at)
            else:
                taken = _typed(text, rows.get(number, [])) or _set_aside(reply, number, text, last)
            if taken == last:
                yield from ((taken, empty) for empty in waiting)
            waiting = []
            last = taken
            yield taken, text


def _rows_by_line(reply: MarkedReply) -> dict[int, list[tuple[Typed, Taken]]]:
    rows: dict[int, list[tuple[Typed, Taken]]] = {}
    for question, row in reply.answers:
        rows.setdefault(row.line, []).append((row, Taken(as_what="answer", question=question)))
    for row in reply.loose:
        rows.setdefault(row.line, []).append((row, Taken(as_what="unplaced")))
    return rows


def _pieces(stream: Stream, number: int) -> Iterator[tuple[int | None, str]]:
    """What form and person each have of one line: (place in the stream, text) of the form's, (None, text) of theirs."""
    line = stream.lines[number]
    begin, end = stream.at_line(number), stream.at_line(number + 1)
    if begin == end:
        yield None, line.prefix + line.text.strip()
    for known, run in groupby(range(begin, end), key=lambda at: stream.known[at]):
        places = list(run)
        left = stream.column(places[0]) if places[0] > begin else 0
        right = stream.column(places[-1] + 1) if places[-1] + 1 < end else len(line.text)
        text = line.text[left:right].strip()
        yield (places[0] if known else None), line.prefix + text if places[0] == begin else text


def _of_the_form(reply: MarkedReply, at: int) -> Taken:
    for anchor in reply.layout.anchors:
        if anchor.start <= at < anchor.end or anchor.mark_at <= at < anchor.mark_end:
            return Taken(as_what="question", question=anchor.question)
    return Taken(as_what="form")


def _typed(text: str, here: list[tuple[Typed, Taken]]) -> Taken | None:
    for row, taken in here:
        if row.text in text or text in row.text:
            return taken
    return here[0][1] if here else None


def _set_aside(reply: MarkedReply, number: int, text: str, last: Taken) -> Taken:
    """What was understood as nobody's answer: it leads to a quote, or it ends what was typed."""
    line = reply.stream.lines[number]
    if is_greeting(line.text):
        return Taken(as_what="greeting")
    if is_device_line(text) or is_sign_off(text) or is_footer(text):
        return Taken(as_what="signature")
    if line.depth or is_header(text) or is_rule(text) or ends_attribution(text):
        return Taken(as_what="quote")
    below = reply.stream.at_line(number) >= reply.layout.first
    return Taken(as_what="signature") if below or last.as_what == "signature" else Taken(as_what="quote")
