"""The lines of one region that belongs to no question: a list of answers, corrections, answers in order, or prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mailbot.model.form import VALUED, FormQuestion, QuestionKind
from mailbot.reading import evidence as signals
from mailbot.reading.corrections import Correction, correction_in, sentences
from mailbot.reading.evidence import Evidence
from mailbot.reading.folding import squared
from mailbot.reading.form_pieces import Form
from mailbot.reading.leftovers import Typed, has_words, paragraphs, trimmed
from mailbot.reading.numbered import Numbered, numbered_answers
from mailbot.reading.phrases import is_footer, is_greeting, is_link, is_rule
from mailbot.reading.points import without_bullet
from mailbot.reading.tails import is_tail_line, without_own_card, without_tail, without_tail_within
from mailbot.reading.unnumbered import in_order

_SHORT_LAST = 40  # characters of a last paragraph that may be a closing word
_WENT_WRONG = frozenset({signals.OUT_OF_ORDER, signals.NUMBER_TWICE, signals.TWO_LISTS, signals.INNER_LIST})
_TALK = 3  # lines above a list that are no answers to what it leaves out
_WRAPPED = 50  # characters of a line behind which the next one may only go on
_SHORTEST_LOOSE = 3  # characters left over that are asked about wherever they stand


@dataclass(slots=True, kw_only=True)
class FreeRegions:
    """Answers by question (from 0) that were given as lists, and the rest."""

    answers: dict[int, list[Typed]] = field(default_factory=dict)
    loose: list[Typed] = field(default_factory=list)
    beside: list[Typed] = field(default_factory=list)  # words that fit nowhere, and are nobody's answer: for the mentor
    aside: list[Typed] = field(default_factory=list)


def read_list(rows: list[Typed], form: Form, own: frozenset[str], evidence: Evidence, free: FreeRegions) -> None:
    """Reads the region's lines into `free`, with the signals that they give."""
    rows, card = without_own_card(trimmed(rows), own)
    free.aside += card
    if not has_words(rows):
        return
    tail = without_tail(rows, own, first=0)
    corrected = _corrections(tail.kept, form.questions)
    if any(row.worded for row in corrected):
        _correct(tail.kept, corrected, form, own, evidence, free)
        _put_tail(tail.cut, tail.doubts, free)
        return
    listed = numbered_answers(rows, len(form.questions), evidence, form.questions)
    if listed.answers:
        _take(listed, rows, form, own, evidence, free)
    elif corrected and not any(_is_company(row, form.questions, own) for row in tail.kept):
        _correct(tail.kept, corrected, form, own, evidence, free)
        _put_tail(tail.cut, tail.doubts, free)
    else:
        _read_prose(rows, form, own, evidence, free)


def _is_company(row: Typed, questions: Sequence[FormQuestion], own: frozenset[str]) -> bool:
    """Whether the line is no correction: among other lines "2 = satisfied" is one more answer in order."""
    return not is_understood(row.text, own) and correction_in(row.text, questions) is None and bool(row.text)


def _put_tail(cut: list[Typed], doubts: tuple[str, ...], free: FreeRegions) -> None:
    (free.loose if doubts else free.aside).extend(cut)


def _corrections(rows: Sequence[Typed], questions: Sequence[FormQuestion]) -> list[Correction]:
    """Every sentence that corrects an answer; none at all where other sentences hold numbers too."""
    found: list[Correction] = []
    for row in rows:
        if not row.text or is_greeting(row.text):
            continue
        for sentence in sentences(row):
            correction = correction_in(sentence, questions)
            if correction is not None:
                found.append(correction)
            elif any(map(str.isnumeric, sentence)):
                return []
    return found


def _correct(
    rows: Sequence[Typed],
    found: list[Correction],
    form: Form,
    own: frozenset[str],
    evidence: Evidence,
    free: FreeRegions,
) -> None:
    company = False
    for row in rows:
        for sentence in sentences(row):
            correction = correction_in(sentence, form.questions)
            if correction is None:
                typed = Typed(line=row.line, text=sentence, shared=True)
                understood = not sentence or is_understood(sentence, own)
                company = company or not understood
                (free.aside if understood else free.beside).append(typed)
                continue
            if correction.question in free.answers:
                evidence.note(correction.question, signals.TWICE)
            if not correction.sure:
                evidence.note(correction.question, signals.TWO_READINGS)
            free.answers[correction.question] = [Typed(line=row.line, text=correction.text, shared=True)]
    worded = {row.question for row in found if form.questions[row.question].kind not in VALUED}
    if company:  # perhaps the new answer goes on in the words beside it
        evidence.note_all(worded, signals.TWO_READINGS)


def _take(
    listed: Numbered, rows: list[Typed], form: Form, own: frozenset[str], evidence: Evidence, free: FreeRegions
) -> None:
    texts = {row.line: row.text for row in rows}
    last = max(listed.answers, key=lambda question: (listed.answers[question][0].line, question))
    for question, lines in listed.answers.items():
        if question == last:
            others = [rows for number, rows in listed.answers.items() if number != last]
            single = bool(others) and all(len(paragraphs(rows)) < 2 for rows in others)  # noqa: PLR2004
            kept = _end_of_list(question, lines, own, evidence, free, single=single)
        else:
            tail = without_tail_within(trimmed(lines), own)
            kept = tail.kept
            evidence.note_all((question for _ in tail.doubts), signals.TAIL_IN_DOUBT)
            free.aside += tail.cut
        kept = _corrected(question, kept, texts, form)
        if question in free.answers:
            evidence.note(question, signals.TWICE)
        free.answers[question] = kept
    asking = [question for question, lines in listed.answers.items() if _asks(lines)]
    if 2 * len(asking) >= len(listed.answers):  # in a translated form, the numbers are those of the questions
        evidence.note_all(asking, signals.LOOKS_LIKE_QUESTION)
    _doubt_empty(listed, len(form.questions), evidence)
    for question in listed.answers:
        _doubt_next(question, free.answers[question], listed, form, evidence)
    above = [row for row in listed.above if row.text and not is_greeting(row.text)]
    talk = min(listed.answers) == 0 and len(above) <= _TALK and not any(map(_is_point, above))
    for row in listed.above:
        understood = is_understood(row.text, own)
        (free.aside if understood else free.beside if talk else free.loose).append(row)


def _doubt_empty(listed: Numbered, count: int, evidence: Evidence) -> None:
    """Conservation: where the numbers went wrong, the words of a question that has none may stand in another's."""
    doubted = [question for question in listed.answers if evidence.of(question) & _WENT_WRONG]
    if doubted:
        empty = (question for question in range(min(doubted), count) if question not in listed.answers)
        evidence.note_all(empty, signals.HOLDS_NEXT)


def _doubt_next(question: int, lines: list[Typed], listed: Numbered, form: Form, evidence: Evidence) -> None:
    """A number that was forgotten: "1. x" / "y" / "3. z". Each line over may be the answer to one that is left out."""
    over = 0
    written = [row for row in lines if row.text]
    # Editors make bullets of the rest of a numbered list: a bullet below an answer that leads to none may be the next.
    goes_on = form.questions[question].kind is QuestionKind.LIST  # its points, one on each line
    strange = len(written) > 1 and not _is_point(written[0]) and not written[0].text.endswith(":")
    for before, row in pairwise(written):
        over += strange if _is_point(row) else (not goes_on and len(before.text) < _WRAPPED)
    left_out: list[int] = []
    while len(left_out) < over and question + 1 < len(form.questions) and question + 1 not in listed.answers:
        question += 1
        left_out.append(question)
    if left_out:
        evidence.note_all((left_out[0] - 1, *left_out), signals.HOLDS_NEXT)


def _asks(lines: list[Typed]) -> bool:
    return has_words(lines) and paragraphs(lines)[0][-1].text.rstrip().endswith("?") and len(squared(lines[0].text)) > 1


def _corrected(question: int, lines: list[Typed], texts: dict[int, str], form: Form) -> list[Typed]:
    """The new answer of "Q3 is now 4" among other numbers, else the lines as they are."""
    rows = [row for row in lines if row.text]
    found = correction_in(texts[rows[0].line], form.questions) if len(rows) == 1 else None
    if found is None or found.question != question or not (found.sure and found.worded):
        return lines
    return [Typed(line=rows[0].line, text=found.text, shared=True)]


def _end_of_list(
    question: int, lines: list[Typed], own: frozenset[str], evidence: Evidence, free: FreeRegions, *, single: bool
) -> list[Typed]:
    tail = without_tail(trimmed(lines), own)
    for doubt in tail.doubts:
        evidence.note(question, doubt)
    _put_tail(tail.cut, tail.doubts, free)
    runs = paragraphs(tail.kept)
    if len(runs) > 1 and not _is_one_list(runs):
        if single:
            evidence.note(question, signals.ONLY_LAST)
        text = " ".join(row.text for row in runs[-1]).strip()
        if len(text) < _SHORT_LAST and not text.endswith((".", "!", "?", "…")):
            evidence.note(question, signals.SHORT_LAST)
        if text[:4].casefold().startswith(("ps", "p.s", "p. s", "nb", "n.b")):
            evidence.note(question, signals.AFTER_SIGN_OFF)
    return tail.kept


def _is_one_list(runs: list[list[Typed]]) -> bool:
    """Whether every paragraph begins with the same bullet, as lists do in editors that make each line a paragraph."""
    marks = {"1" if run[0].text[:1].isdigit() else run[0].text[:1] for run in runs}
    return len(marks) == 1 and all(_is_point(run[0]) for run in runs)


def _is_point(row: Typed) -> bool:
    return without_bullet(row.text) != row.text


def _read_prose(rows: list[Typed], form: Form, own: frozenset[str], evidence: Evidence, free: FreeRegions) -> None:
    """No numbers: what can be counted off against the questions; the rest is loose."""
    tail = without_tail(rows, own, first=0)
    words = [row for row in tail.kept if row.text and not is_greeting(row.text)]
    counted = in_order(words, form.questions) if not free.answers else None
    if counted is not None:
        free.answers.update(counted.answers)
        evidence.note_all(counted.doubted, signals.UNNUMBERED)
        free.aside += tail.cut
        return
    set_aside(tail.kept, own, free)
    _put_tail(tail.cut, tail.doubts, free)
    letters = squared("".join(row.text for row in words))
    if any(map(str.isnumeric, letters)) and len(letters) < _SHORTEST_LOOSE:  # "4": to which question?
        evidence.note_all(range(len(form.questions)), signals.LEFT_OVER)


def set_aside(rows: list[Typed], own: frozenset[str], free: FreeRegions) -> None:
    """Greetings, sign-offs, rules and servers' footers are understood; every other word is loose.

    Links and addresses in the paragraph of a footer are part of it: those of a list, of a virus scanner's maker.
    """
    for run in paragraphs(rows):
        served = any(is_footer(row.text) for row in run)
        for row in run:
            understood = is_understood(row.text, own) or (served and is_link(row.text))
            (free.aside if understood else free.loose).append(row)


def is_understood(text: str, own: frozenset[str]) -> bool:
    """Whether the line is courtesy, a signature, or what a server adds: nobody's answer, and nothing for anybody."""
    return is_greeting(text) or is_tail_line(text, own) or is_rule(text) or is_footer(text)
