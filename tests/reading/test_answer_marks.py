"""The lines "Answer 3:" in other words: translated, renumbered, typed anew, without a number."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading import forms, shapes
from tests.reading.replies import read, silently_wrong, unclear

SHEET = forms.surgery_sheet()
TYPED = {1: "A course", 2: "4", 3: "One poster", 5: "Pass\n\nthen rest", 6: "Research", 7: "Consultant"}


def with_marks(change, typed=TYPED):
    rows = shapes.quoted_text(SHEET.questions, typed).split("\n")
    marks = {f"> {q.marker}": q.number for q in SHEET.questions}
    return "\n".join(f"> {change(marks[row])}" if row in marks else row for row in rows)


WAYS = "Réponse {}:|Odpo\u00adwiedź {} :|A{}:|Ans {}:|ANSWER {}:|Answer {}|Answer {} =|Answer:|*Antwort {}:*"


@pytest.mark.parametrize("way", [*WAYS.split("|"), "Answer no. {}:"])
def test_a_mark_in_other_words_is_no_word_of_the_answer(way):
    reading = read(SHEET, shapes.message(with_marks(way.format)))
    assert silently_wrong(SHEET, reading, TYPED) == []
    assert unclear(reading) == {}


def test_marks_that_were_numbered_afresh_belong_to_the_question_above():
    text = with_marks(lambda number: f"Answer {number + 3}:")
    assert silently_wrong(SHEET, read(SHEET, shapes.message(text)), TYPED) == []


def test_a_word_with_the_number_below_one_question_only_is_typed():
    typed = {**TYPED, 3: "Poster 3: wound infections"}
    reading = read(SHEET, shapes.message(with_marks(lambda _: "", typed)))
    assert reading.answers[2].text == "Poster 3: wound infections"


def test_the_first_of_two_such_lines_is_the_mark():
    typed = {**TYPED, 3: "Answer: a poster"}
    reading = read(SHEET, shapes.message(with_marks(lambda _: "Answer:", typed)))
    assert reading.answers[2].state is AnswerState.UNCLEAR or reading.answers[2].text == "Answer: a poster"


@pytest.mark.parametrize("way", ["→ {}:", "Me ({}):", "{}:", "My answer to {}:"])
def test_a_mark_of_ones_own_is_known_by_its_number_below_most_questions(way):
    reading = read(SHEET, shapes.message(with_marks(way.format)))
    assert silently_wrong(SHEET, reading, TYPED) == []


def test_a_bare_number_is_a_value_and_no_mark():
    typed = {2: "2", 4: "4", 5: "5"}
    reading = read(SHEET, shapes.message(with_marks(lambda _: "", typed)))
    assert silently_wrong(SHEET, reading, typed) == []
    assert (reading.answers[1].value, reading.answers[3].value) == (2, 4)


def test_marks_that_were_kept_alone_are_read_as_the_form():
    rows = [f"Answer {number}:\n\n{TYPED.get(number, '')}\n\n" for number in range(1, 10)]
    head = "\n".join(f"{name}: {value}" for name, value in shapes.HEADER_LINES)
    reading = read(SHEET, shapes.message(f"\n{'_' * 32}\n{head}\n\n" + "\n".join(rows)))
    asked = set(unclear(reading))
    assert silently_wrong(SHEET, reading, TYPED) == []
    assert asked <= {5, 6}  # two paragraphs, and the next has its own
