"""One alternative of a reply, read against the form: what was typed for each question, and what fits nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mailbot.model.form import VALUED, QuestionKind
from mailbot.model.inbound import BodyLine
from mailbot.reading import evidence as signals
from mailbot.reading.answer_text import answer_text, typing_of
from mailbot.reading.areas import Areas, inline_areas
from mailbot.reading.evidence import Evidence
from mailbot.reading.folding import squared
from mailbot.reading.form_pieces import Form
from mailbot.reading.free_lists import FreeRegions
from mailbot.reading.free_regions import read_free_regions
from mailbot.reading.hint_marks import only_point_left
from mailbot.reading.layout import Layout, laid_out
from mailbot.reading.leftovers import Typed
from mailbot.reading.points import has_more_below_list, is_one_list, without_bullet
from mailbot.reading.ratings import value_of
from mailbot.reading.residue import holds_form_text
from mailbot.reading.rewritten_links import mark_rewritten
from mailbot.reading.stream import Stream
from mailbot.reading.stretches import MarkedReply

_LED = re.compile(r"\A[:=–—-]\s{1,3}(?=\S)")


@dataclass(slots=True, kw_only=True)
class PartReading:
    """What one alternative says; questions count from 0."""

    kind: str  # "plain" or "html"
    evidence: Evidence
    texts: dict[int, str] = field(default_factory=dict)
    seen: frozenset[int] = frozenset()  # the questions whose words are there
    pointed: set[int] = field(
        default_factory=set
    )  # answered by a mark in the hint, which only one alternative may show
    loose: list[str] = field(default_factory=list)  # words that fit nowhere
    beside: list[str] = field(default_factory=list)  # words beside a list of answers, which are nobody's answer
    marked: MarkedReply

    @property
    def says_something(self) -> bool:
        """False for an untouched copy of the form: a stale text part, which must not count."""
        return bool(self.texts) or bool(self.loose) or bool(self.beside)


def read_part(lines: Sequence[BodyLine], kind: str, form: Form, own: frozenset[str]) -> PartReading:
    """The reading of one alternative. Linear in its length but for likeness, which is looked for in a bounded part."""
    stream = Stream(lines)
    evidence = Evidence()
    layout = laid_out(stream, form, evidence)
    mark_rewritten(stream, form, layout)
    areas = inline_areas(stream, form, layout, own, evidence)
    free = read_free_regions(stream, form, layout, areas, own, evidence)
    everything = [line for rows in (*areas.lines.values(), *free.answers.values()) for line in rows]
    typing = typing_of(stream, everything, quoted=_quoted_depth(stream, layout), wraps=kind == "plain")
    part = _part_of(kind, stream, layout, areas, free, evidence)
    for question, asked in enumerate(form.questions):
        points = asked.kind is QuestionKind.LIST
        below = areas.lines.get(question, [])
        inline = answer_text(stream, below, typing, points=points)
        if below and below[0].shared and asked.kind in VALUED:  # "(... 5 = very good: 4)"
            inline = _LED.sub("", inline, count=1)
        listed = answer_text(stream, free.answers.get(question, []), typing, points=points)
        if inline and listed and squared(inline) != squared(listed):
            evidence.note(question, signals.TWICE)
        text = inline or listed
        left = only_point_left(text, form.points[question]) if text and question not in layout.pointed else ""
        if left:
            part.pointed.add(question)
        elif text and holds_form_text(text, form, stream, layout, question):
            evidence.note(question, signals.FORM_TEXT_LEFT)
        if text:
            part.texts[question] = left or text
    _take_points(form, layout.pointed, part)
    _note_neighbours(form, areas, part)
    _note_bullets_below(form, free.answers, part)
    return part


def _part_of(
    kind: str, stream: Stream, layout: Layout, areas: Areas, free: FreeRegions, evidence: Evidence
) -> PartReading:
    """The alternative with everything but its answers."""
    beside = set(free.beside)
    loose = [row for row in (*areas.loose, *free.loose) if row not in beside]
    rows = (*areas.lines.items(), *free.answers.items())
    answers = tuple((question, row) for question, lines in rows for row in lines if row.text)
    return PartReading(
        kind=kind,
        evidence=evidence,
        seen=frozenset(a.question for a in layout.anchors),
        loose=[line.text for line in loose if squared(line.text)],
        beside=[line.text for line in free.beside if squared(line.text)],
        marked=MarkedReply(stream=stream, layout=layout, answers=answers, loose=(*loose, *free.beside)),
    )


def _take_points(form: Form, pointed: dict[int, str | None], part: PartReading) -> None:
    """Marks in the hints answer what nothing was typed for; what was typed must not say another value."""
    for question, point in pointed.items():
        asked, typed = form.questions[question], part.texts.get(question)
        if typed:
            if point and value_of(typed, asked) not in (None, value_of(point, asked)):
                part.evidence.note(question, signals.TWICE)
        elif point is None:
            part.evidence.note(question, signals.HINT_MARKED)
        elif point:
            part.texts[question] = point
            part.pointed.add(question)


def _quoted_depth(stream: Stream, layout: Layout) -> int:
    """The depth at which this client quotes the form: that of most questions."""
    depths = Counter(stream.lines[stream.line_of[anchor.start]].depth for anchor in layout.anchors)
    return depths.most_common(1)[0][0] if depths else 0


def _note_neighbours(form: Form, areas: Areas, part: PartReading) -> None:
    """Two answers typed in one place cannot be told from one: ask when the next place is empty."""
    for question, rows in areas.lines.items():
        following = question + 1
        if following not in areas.lines or part.texts.get(following) or question not in part.texts:
            continue
        short = form.questions[question].kind in VALUED and question not in part.pointed
        kinds = {form.questions[question].kind, form.questions[following].kind}
        lines = part.texts[question].split("\n")
        if is_one_list(lines):
            continue
        next_value = len(lines) > 1 and value_of(lines[-1], form.questions[following]) is not None
        valued = form.questions[following].kind in VALUED and next_value
        goals = len(lines) > 1 and kinds == {QuestionKind.GOAL}
        if (
            _paragraph_count(rows) > 1
            or valued
            or goals
            or has_more_below_list(lines)
            or (short and sum(1 for row in rows if row.text) > 1)
        ):
            part.evidence.note_all((question, following), signals.HOLDS_NEXT)


def _note_bullets_below(form: Form, listed: Mapping[int, list[Typed]], part: PartReading) -> None:
    """Doubts the last numbered answer with bullets below it: an editor made bullets of the numbers that came after."""
    last = max(listed, default=len(form.questions))
    rows = [row for row in part.texts.get(last, "").split("\n") if row.strip()]
    bulleted = len(rows) > 1 and all(row != without_bullet(row) for row in rows[1:])
    if bulleted and rows[0] == without_bullet(rows[0]):
        empty = [place for place in range(last + 1, len(form.questions)) if place not in part.texts]
        part.evidence.note_all((last, *empty) if empty else (), signals.HOLDS_NEXT)


def _paragraph_count(rows: list[Typed]) -> int:
    return sum(1 for before, row in zip([None, *rows], rows, strict=False) if row.text and not (before and before.text))
