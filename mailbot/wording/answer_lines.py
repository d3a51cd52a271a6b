"""Questions and answers put side by side for receipts and packets: what was meant, what changed, what comes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mailbot.model.answer import Answer, AnswerState
from mailbot.model.form import VALUED, FormQuestion, QuestionKind
from mailbot.model.ids import QuestionId
from mailbot.wording.letters_forms import Packet, PacketUpdate
from mailbot.wording.parts import About, AnswerLine, Change

# Question ids that begin so hold the good points; a packet opens with them whatever the form's order is.
POSITIVE_IDS = ("positive", "good_points", "went_well")


def answer_lines(
    questions: tuple[FormQuestion, ...], answers: tuple[Answer, ...], *, asked_more: frozenset[QuestionId] = frozenset()
) -> tuple[AnswerLine, ...]:
    """Every question with its answer, in the form's order; one without an answer is missing.

    The questions in `asked_more` are not asked for more points: that is done once.
    """
    by_question = {answer.question: answer for answer in answers}
    lines = (
        _line(question, by_question.get(question.id) or Answer(question=question.id, state=AnswerState.MISSING))
        for question in questions
    )
    return tuple(replace(line, short_of=0) if line.question in asked_more else line for line in lines)


def packet(
    about: About,
    word: str,
    round_number: int,
    questions: tuple[FormQuestion, ...],
    answers: tuple[Answer, ...],
    *,
    previous: tuple[Answer, ...] = (),
    unplaced: str = "",
) -> Packet:
    """The mentor's page for one round: positives first, then the rest, what changed, the goals that stand."""
    lines = answer_lines(questions, answers)
    before = answer_lines(questions, previous)
    answered = _in_state(lines, AnswerState.ANSWERED)
    goals = _goals(lines, before)
    of_goals = {line.question for line in goals}
    rest = tuple(line for line in answered if line.question not in of_goals)
    return Packet(
        about=about,
        word=word,
        round_number=round_number,
        positives=tuple(line for line in rest if line.question.startswith(POSITIVE_IDS)),
        answers=tuple(line for line in rest if not line.question.startswith(POSITIVE_IDS)),
        goals=goals,
        changes=_changes_of_value(before, lines),
        unclear=_in_state(lines, AnswerState.UNCLEAR),
        open=tuple(
            line for line in _in_state(lines, AnswerState.BLANK, AnswerState.MISSING) if line.question not in of_goals
        ),
        unplaced=unplaced,
    )


def packet_update(
    about: About,
    word: str,
    round_number: int,
    *,
    questions: tuple[FormQuestion, ...],
    before: tuple[Answer, ...],
    now: tuple[Answer, ...],
    unplaced: str = "",
) -> PacketUpdate:
    """What a correction changed since the packet of the same round."""
    return PacketUpdate(
        about=about,
        word=word,
        round_number=round_number,
        changes=_changes_of_words(answer_lines(questions, before), answer_lines(questions, now)),
        unplaced=unplaced,
    )


def _line(question: FormQuestion, answer: Answer) -> AnswerLine:
    is_short_list = question.kind is QuestionKind.LIST and answer.state is AnswerState.ANSWERED
    return AnswerLine(
        question=question.id,
        number=question.number,
        kind=question.kind,
        ask=question.ask,
        state=answer.state,
        text=answer.text,
        meaning=_meaning(question, answer),
        items=answer.items,
        short_of=max(0, question.at_least - max(len(answer.items), 1)) if is_short_list else 0,
        expected=_expected(question),
    )


def _meaning(question: FormQuestion, answer: Answer) -> str:
    """What a value stands for: "4 = satisfied", an option's words, "yes"."""
    if answer.value is None:
        return ""
    if question.kind is QuestionKind.YES_NO:
        return "yes" if answer.value else "no"
    names = question.labels if question.kind is QuestionKind.SCALE else question.options
    if 1 <= answer.value <= len(names):
        return f"{answer.value} = {names[answer.value - 1]}"
    return str(answer.value)


def _expected(question: FormQuestion) -> str:
    """What an unclear answer is asked for again."""
    match question.kind:
        case QuestionKind.SCALE:
            return f"one number from 1 to {len(question.labels)}"
        case QuestionKind.CHOICE:
            return f"one number from 1 to {len(question.options)}"
        case QuestionKind.YES_NO:
            return "yes or no"
        case _:
            return "your answer to this question only"


def _in_state(lines: Iterable[AnswerLine], *states: AnswerState) -> tuple[AnswerLine, ...]:
    return tuple(line for line in lines if line.state in states)


def _goals(lines: tuple[AnswerLine, ...], before: tuple[AnswerLine, ...]) -> tuple[AnswerLine, ...]:
    """This round's goals; where one was left out, the one of the round before still stands."""
    earlier = {line.question: line for line in _in_state(before, AnswerState.ANSWERED)}
    goals = []
    for line in lines:
        if line.kind is not QuestionKind.GOAL:
            continue
        if line.state is AnswerState.ANSWERED:
            goals.append(line)
        elif line.state is not AnswerState.UNCLEAR and line.question in earlier:
            goals.append(replace(earlier[line.question], earlier=True))
    return tuple(goals)


def _changes_of_value(before: tuple[AnswerLine, ...], now: tuple[AnswerLine, ...]) -> tuple[Change, ...]:
    """Where a scale, a choice or a yes became another one since the last round."""
    return tuple(
        Change(number=new.number, ask=new.ask, before=old.meaning, now=new.meaning)
        for old, new in zip(before, now, strict=True)
        if new.kind in VALUED and old.meaning and new.meaning and old.meaning != new.meaning
    )


def _changes_of_words(before: tuple[AnswerLine, ...], now: tuple[AnswerLine, ...]) -> tuple[Change, ...]:
    """Where an answer is new, or was corrected."""
    return tuple(
        Change(number=new.number, ask=new.ask, before=old.shown, now=new.shown)
        for old, new in zip(before, now, strict=True)
        if new.state is AnswerState.ANSWERED and old.shown != new.shown
    )
