"""What stands above the form, below it and around its edges: lists of answers, courtesy, words that fit nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from mailbot.reading import evidence as signals
from mailbot.reading.areas import Areas
from mailbot.reading.attribution import KnownSender, attribution
from mailbot.reading.evidence import Evidence
from mailbot.reading.form_pieces import Form
from mailbot.reading.layout import Layout
from mailbot.reading.leftovers import Typed, has_words, leftovers, paragraphs, trimmed
from mailbot.reading.numbered import numbered_answers
from mailbot.reading.phrases import is_footer, is_greeting, is_rule
from mailbot.reading.stream import Stream
from mailbot.reading.tails import is_tail_line, without_tail

_SHORT_LAST = 40  # characters of a last paragraph that may be a closing word


@dataclass(slots=True, kw_only=True)
class FreeRegions:
    """Answers by question (from 0) that were given as lists, and the rest."""

    answers: dict[int, list[Typed]] = field(default_factory=dict)
    loose: list[Typed] = field(default_factory=list)
    aside: list[Typed] = field(default_factory=list)


def read_free_regions(
    stream: Stream, form: Form, layout: Layout, areas: Areas, own: frozenset[str], evidence: Evidence
) -> FreeRegions:
    """Reads every region that belongs to no question."""
    free = FreeRegions()
    top = leftovers(stream, 0, layout.first)
    cut = attribution([row.text for row in top], KnownSender.of(form.sheet))
    between: list[Typed] = []
    if cut:
        free.aside += top[cut[0] : cut[1]]
        top, between = top[: cut[0]], top[cut[1] :]
        if not layout.anchors and layout.first >= len(stream):
            between = _beside_quote(stream, between, free)
    bottom = leftovers(stream, layout.after, len(stream)) if layout.after >= 0 else []
    if layout.anchors and not layout.has_intro and _touches(stream, layout.first, between or top):
        evidence.note_all(range(len(form.questions)), signals.ABOVE_FIRST)
    for rows in (top, between, bottom, areas.open_end):
        _read_list(rows, form, own, evidence, free)
    _read_gaps(stream, form, layout, own, evidence, free)
    return free


def _touches(stream: Stream, first: int, rows: list[Typed]) -> bool:
    """Whether typed words stand right above the first question: perhaps every answer stands above its own."""
    return has_words(rows) and not is_greeting(rows[-1].text) and rows[-1].line + 1 >= stream.line_of[first]


def _beside_quote(stream: Stream, rows: list[Typed], free: FreeRegions) -> list[Typed]:
    """What was typed below the attribution of a message that is not the form: where quote marks are, the rest."""
    if any(stream.lines[row.line].depth for row in rows if row.text):
        free.aside += [row for row in rows if stream.lines[row.line].depth]
        return trimmed([row for row in rows if not stream.lines[row.line].depth])
    free.aside += rows
    return []


def _read_list(rows: list[Typed], form: Form, own: frozenset[str], evidence: Evidence, free: FreeRegions) -> None:
    rows = trimmed(rows)
    if not has_words(rows):
        return
    listed = numbered_answers(rows, len(form.questions), evidence)
    if not listed.answers:
        _read_prose(rows, form, own, evidence, free)
        return
    last = max(listed.answers, key=lambda question: listed.answers[question][0].line)
    for question, lines in listed.answers.items():
        kept = _end_of_list(question, lines, own, evidence, free) if question == last else lines
        if question in free.answers:
            evidence.note(question, signals.TWICE)
        free.answers[question] = kept
        if has_words(kept) and paragraphs(kept)[0][-1].text.rstrip().endswith("?"):
            evidence.note(question, signals.LOOKS_LIKE_QUESTION)
    _set_aside(listed.above, own, free)


def _end_of_list(
    question: int, lines: list[Typed], own: frozenset[str], evidence: Evidence, free: FreeRegions
) -> list[Typed]:
    tail = without_tail(trimmed(lines), own)
    for doubt in tail.doubts:
        evidence.note(question, doubt)
    (free.loose if tail.doubts else free.aside).extend(tail.cut)
    runs = paragraphs(tail.kept)
    if len(runs) > 1:
        text = " ".join(row.text for row in runs[-1]).strip()
        if len(text) < _SHORT_LAST and not text.endswith((".", "!", "?", "…")):
            evidence.note(question, signals.SHORT_LAST)
        if text[:4].casefold().startswith(("ps", "p.s", "p. s", "nb", "n.b")):
            evidence.note(question, signals.AFTER_SIGN_OFF)
    return tail.kept


def _read_prose(rows: list[Typed], form: Form, own: frozenset[str], evidence: Evidence, free: FreeRegions) -> None:
    """No numbers: as many lines as questions may be the answers in order, and are asked about; the rest is loose."""
    tail = without_tail(rows, own, first=0)
    words = [row for row in tail.kept if row.text and not is_greeting(row.text)]
    if len(words) == len(form.questions) > 1 and not free.answers:
        for question, row in enumerate(words):
            free.answers[question] = [row]
            evidence.note(question, signals.UNNUMBERED)
        free.aside += tail.cut
        return
    _set_aside(tail.kept, own, free)
    (free.loose if tail.doubts else free.aside).extend(tail.cut)


def _set_aside(rows: list[Typed], own: frozenset[str], free: FreeRegions) -> None:
    """Greetings, sign-offs, rules and servers' footers are understood; every other word is loose."""
    for row in rows:
        understood = is_greeting(row.text) or is_tail_line(row.text, own) or is_rule(row.text) or is_footer(row.text)
        (free.aside if understood else free.loose).append(row)


def _read_gaps(
    stream: Stream, form: Form, layout: Layout, own: frozenset[str], evidence: Evidence, free: FreeRegions
) -> None:
    """Words between the form's own lines that are in no question's area."""
    questions = range(len(form.questions))
    if layout.end >= 0:
        _set_aside(leftovers(stream, layout.end, layout.after), own, free)
    if layout.anchors:
        middle = leftovers(stream, layout.first, layout.anchors[0].start)
        if any(row.text and not is_greeting(row.text) for row in middle):
            evidence.note_all(questions, signals.ABOVE_FIRST)
        _set_aside(middle, own, free)
    elif layout.first < len(stream):
        gone = leftovers(stream, layout.first, layout.end if layout.end >= 0 else len(stream))
        before = set(free.answers)
        _read_list(gone, form, own, evidence, free)
        evidence.note_all(set(free.answers) - before, signals.FORM_GONE)
