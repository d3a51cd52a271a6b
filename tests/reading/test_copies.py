"""The form twice in a reply: the answered copy is read, older mail is set aside, two answered ones are asked about."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading import forms, shapes
from tests.reading.replies import read, silently_wrong, unclear

SHEET = forms.surgery_sheet()
TYPED = {1: "A course", 2: "4", 3: "One poster", 5: "Pass", 6: "Research", 7: "Consultant"}
OLD = {1: "A book", 2: "2", 4: "3", 8: "good"}


def copy(answers, mark="> "):
    return shapes.quoted_text(SHEET.questions, answers, mark=mark)


def judged(*copies):
    reading = read(SHEET, shapes.message("\n\n".join(copies)))
    assert silently_wrong(SHEET, reading, TYPED) == []
    assert reading.unplaced == ""
    return reading


@pytest.mark.parametrize("mark", ["> ", ""])
def test_the_copy_that_was_answered_is_read(mark):
    assert unclear(judged(copy(TYPED, mark), copy({}, mark))) == {}
    assert unclear(judged(copy({}, mark), copy(TYPED, mark))) == {}


def test_an_older_reply_quoted_below_is_set_aside():
    old = copy(OLD, mark=">> ").split("\n")
    older = "\n".join(row if row.startswith(">") else f"> {row}" for row in old)
    assert unclear(judged(copy(TYPED), older)) == {}


def test_two_copies_answered_alike_deep_are_asked_about():
    reading = read(SHEET, shapes.message(f"{copy(TYPED)}\n\n{copy(OLD)}"))
    assert silently_wrong(SHEET, reading, TYPED) == []
    assert {1, 2, 4, 8} <= set(unclear(reading))
    assert reading.answers[4].state is AnswerState.ANSWERED
    assert "A book" in reading.unplaced


def test_three_copies_are_told_apart():
    assert unclear(judged(copy({}), copy(TYPED), copy({}))) == {}


def test_a_copy_without_its_closing_lines_ends_with_its_last_question():
    reading = read(SHEET, shapes.message(copy({}, mark=">> ").split(">> Only you")[0] + "\n" + copy(TYPED)))
    assert silently_wrong(SHEET, reading, TYPED) == []


def test_a_question_typed_again_within_an_answer_begins_no_copy():
    typed = {**TYPED, 3: f"You ask: {SHEET.questions[4].ask} I cannot say."}
    reading = read(SHEET, shapes.message(copy(typed)))
    assert silently_wrong(SHEET, reading, typed) == []
    assert set(unclear(reading)) <= {3, 4, 5}
