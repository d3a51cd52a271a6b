"""A reply to a form -> an answer for each question: exact, or unclear and asked back. Never a guess.

The words of the form that was sent are found first, numbers second, the habits of mail programs last. Order of the
steps: form_pieces, stream, alignment, layout, areas, free_regions, part (one alternative), parts (both), here.
"""

from __future__ import annotations

from mailbot.model.answer import Answer, AnswerState, Reading, Stretch
from mailbot.model.form import VALUED, FormQuestion, FormSheet, QuestionKind
from mailbot.model.inbound import Bodies, BodyLine
from mailbot.reading import evidence as signals
from mailbot.reading.folding import squared
from mailbot.reading.form_pieces import form_of
from mailbot.reading.part import PartReading, read_part
from mailbot.reading.parts import believed
from mailbot.reading.points import points_of
from mailbot.reading.ratings import value_of
from mailbot.reading.stretches import stretches_of
from mailbot.reading.writer import signatures_of

MOST_CHARACTERS = 300_000  # of one alternative; what is behind is not read, and then nothing empty is believed
MOST_LINES = 20_000


def read_reply(sheet: FormSheet, bodies: Bodies, *, writer_names: tuple[str, ...] = ()) -> Reading:
    """Every question of the sheet with its answer, and in `unplaced` every typed word that belongs to none.

    `sheet.lines` are the lines of the very message that was replied to: give the lines of a receipt to read a reply
    to a receipt. `writer_names` are names that may be signed with. Never raises.
    """
    part, cut = _best_part(sheet, bodies, writer_names)
    if part is None:
        answers = tuple(Answer(question=q.id, state=AnswerState.MISSING) for q in sheet.questions)
        return Reading(answers=answers, sheet=sheet, writer_names=writer_names)
    if cut:
        part.evidence.note_all(range(len(sheet.questions)), signals.CUT)
    _note_leftovers(part, sheet)
    _note_struck(part, bodies.struck)
    return Reading(
        answers=tuple(_answer(part, index, question) for index, question in enumerate(sheet.questions)),
        unplaced="\n".join((*part.beside, *part.loose)),
        part=part.kind,
        sheet=sheet,
        writer_names=writer_names,
    )


def marked_reply(sheet: FormSheet, bodies: Bodies, *, writer_names: tuple[str, ...] = ()) -> tuple[Stretch, ...]:
    """The alternative that is believed, each stretch of it with what it was taken for; empty if there is none."""
    part, _ = _best_part(sheet, bodies, writer_names)
    return stretches_of(part.marked, [question.id for question in sheet.questions]) if part else ()


def _best_part(sheet: FormSheet, bodies: Bodies, writer_names: tuple[str, ...]) -> tuple[PartReading | None, bool]:
    """The alternative to believe, and whether a part was too long to be read to its end."""
    form = form_of(sheet)
    own = signatures_of((*writer_names, sheet.recipient_name))
    readings: list[PartReading] = []
    cut = "body_cut" in bodies.defects
    for kind, lines in (("html", bodies.html), ("plain", bodies.plain)):
        kept = _within_limits(lines)
        cut = cut or len(kept) < len(lines)
        if any(line.text.strip() for line in kept):
            readings.append(read_part(kept, kind, form, own))
    return believed(readings, len(sheet.questions), bodies.struck), cut


def _within_limits(lines: tuple[BodyLine, ...]) -> tuple[BodyLine, ...]:
    room = MOST_CHARACTERS
    for number, line in enumerate(lines[:MOST_LINES]):
        room -= len(line.text)
        if room < 0:
            return lines[:number]
    return lines[:MOST_LINES]


def _note_leftovers(part: PartReading, sheet: FormSheet) -> None:
    """Conservation: words that are nowhere may be the answer to whatever is empty."""
    if not any(any(map(str.isalnum, text)) for text in part.loose):
        return
    part.evidence.note_all((n for n in range(len(sheet.questions)) if n not in part.texts), signals.LEFT_OVER)


def _note_struck(part: PartReading, struck: tuple[str, ...]) -> None:
    """Struck words are gone from the HTML but not from the text part: doubt the answers that could hold them."""
    gone = [words for words in map(squared, struck) if words]
    for question, text in part.texts.items():
        if part.kind == "plain" and any(words in squared(text) for words in gone):
            part.evidence.note(question, signals.STRUCK)


def _answer(part: PartReading, index: int, question: FormQuestion) -> Answer:
    text = part.texts.get(index, "")
    value: int | None = None
    items: tuple[str, ...] = ()
    if text and question.kind in VALUED:
        value = value_of(text, question)
        if value is None:
            part.evidence.note(
                index, signals.NOT_ON_SCALE if question.kind is QuestionKind.SCALE else signals.NOT_AN_OPTION
            )
    elif text and question.kind is QuestionKind.LIST:
        items = points_of(text)
        if len(items) < question.at_least:
            part.evidence.note(index, signals.NOT_ENOUGH)
    elif not text and signals.CHANGED_QUESTION in part.evidence.of(index):
        part.evidence.note(index, signals.CHANGED_NO_ANSWER)
    state = AnswerState.ANSWERED if text else AnswerState.BLANK if index in part.seen else AnswerState.MISSING
    if part.evidence.hard(index):
        state = AnswerState.UNCLEAR
    return Answer(
        question=question.id,
        state=state,
        text=text,
        value=value,
        items=items,
        evidence=tuple(sorted(part.evidence.of(index))),
    )
