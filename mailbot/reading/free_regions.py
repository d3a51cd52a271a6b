"""What stands above the form, below it and around its edges: lists of answers, courtesy, words that fit nowhere."""

from __future__ import annotations

from mailbot.reading import evidence as signals
from mailbot.reading.areas import Areas
from mailbot.reading.attribution import KnownSender, attribution
from mailbot.reading.evidence import Evidence
from mailbot.reading.form_pieces import Form
from mailbot.reading.free_lists import FreeRegions, is_understood, read_list, set_aside
from mailbot.reading.layout import Layout
from mailbot.reading.leftovers import Typed, has_words, leftovers, trimmed
from mailbot.reading.list_below import list_of_all
from mailbot.reading.phrases import is_greeting
from mailbot.reading.stream import Stream
from mailbot.reading.tails import without_tail_within


def read_free_regions(
    stream: Stream, form: Form, layout: Layout, areas: Areas, own: frozenset[str], evidence: Evidence
) -> FreeRegions:
    """Reads every region that belongs to no question."""
    free = FreeRegions()
    _sign_answers_off(layout, areas, own, evidence, free)
    top = leftovers(stream, 0, layout.first)
    cut = attribution([row.text for row in top], KnownSender.of(form.sheet))
    between: list[Typed] = []
    if cut:
        free.aside += top[cut[0] : cut[1]]
        top, between = top[: cut[0]], top[cut[1] :]
        if not layout.anchors and layout.first >= len(stream):
            between = _beside_quote(stream, between, free)
    bottom = leftovers(stream, layout.after, len(stream)) if layout.after >= 0 else []
    bottom = _without_older(stream, form, bottom, free)
    if layout.anchors and not layout.has_intro and _touches(stream, layout.first, between or top):
        evidence.note_all(range(len(form.questions)), signals.ABOVE_FIRST)
    top = _without_quoted(stream, layout, areas, top, own, free)
    for rows in (top, between, bottom, areas.open_end, list_of_all(areas.lines, form.questions, evidence)):
        read_list(rows, form, own, evidence, free)
    _read_gaps(stream, form, layout, own, evidence, free)
    return free


def _sign_answers_off(layout: Layout, areas: Areas, own: frozenset[str], evidence: Evidence, free: FreeRegions) -> None:
    """Takes a name or a device's line off every answer but the last, whose tail is cut already."""
    for anchor in layout.anchors[:-1]:
        tail = without_tail_within(areas.lines.get(anchor.question, []), own)
        areas.lines[anchor.question] = tail.kept
        free.aside += tail.cut
        evidence.note_all((anchor.question for _ in tail.doubts), signals.TAIL_IN_DOUBT)


def _touches(stream: Stream, first: int, rows: list[Typed]) -> bool:
    """Whether typed words stand right above the first question: perhaps every answer stands above its own."""
    return has_words(rows) and not is_greeting(rows[-1].text) and rows[-1].line + 1 >= stream.line_of[first]


def _without_older(stream: Stream, form: Form, rows: list[Typed], free: FreeRegions) -> list[Typed]:
    """The lines below the form without the attribution of an older message, and what is quoted below that."""
    cut = attribution([row.text for row in rows], KnownSender.of(form.sheet))
    if not cut:
        return rows
    below = rows[cut[1] :]
    free.aside += [*rows[cut[0] : cut[1]], *(row for row in below if stream.lines[row.line].depth)]
    return trimmed([*rows[: cut[0]], *(row for row in below if not stream.lines[row.line].depth)])


def _without_quoted(
    stream: Stream, layout: Layout, areas: Areas, rows: list[Typed], own: frozenset[str], free: FreeRegions
) -> list[Typed]:
    """The lines above the form that do not bear its quote mark, if typed lines do not: the others came with the quote.

    Emacs quotes its own buttons: "> [2:text/html Show Save:noname (5kB)]", and gateways put their notices there.
    """
    if not layout.anchors:
        return rows
    quoted = stream.lines[stream.line_of[layout.anchors[0].start]].depth
    outside = [row for row in rows if stream.lines[row.line].depth < quoted or not row.text]
    typed = [*rows, *(row for lines in areas.lines.values() for row in lines)]
    mark = stream.lines[stream.line_of[layout.anchors[0].start]].prefix.strip()[:1]
    other_marks = any(stream.lines[row.line].prefix.strip()[:1] not in ("", mark) for row in rows)  # "| 1 | yes |"
    if other_marks or not any(row.text and stream.lines[row.line].depth < quoted for row in typed):
        return rows
    for row in rows:
        if row.text and stream.lines[row.line].depth >= quoted:
            (free.aside if is_understood(row.text, own) else free.beside).append(row)
    return trimmed(outside)


def _beside_quote(stream: Stream, rows: list[Typed], free: FreeRegions) -> list[Typed]:
    """What was typed below the attribution of a message that is not the form: where quote marks are, the rest."""
    if any(stream.lines[row.line].depth for row in rows if row.text):
        free.aside += [row for row in rows if stream.lines[row.line].depth]
        return trimmed([row for row in rows if not stream.lines[row.line].depth])
    free.aside += rows
    return []


def _read_gaps(
    stream: Stream, form: Form, layout: Layout, own: frozenset[str], evidence: Evidence, free: FreeRegions
) -> None:
    """Words between the form's own lines that are in no question's area."""
    questions = range(len(form.questions))
    if layout.end >= 0:
        set_aside(leftovers(stream, layout.end, layout.after), own, free)
    if layout.anchors:
        middle = leftovers(stream, layout.first, layout.anchors[0].start)
        if any(row.text and not is_greeting(row.text) for row in middle):
            evidence.note_all(questions, signals.ABOVE_FIRST)
        set_aside(middle, own, free)
    elif layout.first < len(stream):
        gone = leftovers(stream, layout.first, layout.end if layout.end >= 0 else len(stream))
        before = set(free.answers)
        read_list(gone, form, own, evidence, free)
        evidence.note_all(set(free.answers) - before, signals.FORM_GONE)
