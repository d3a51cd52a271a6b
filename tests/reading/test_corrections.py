"""Replies without a word of the form: a list typed into a new mail, a correction of one answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailbot.model.answer import AnswerState
from tests.reading import forms, shapes
from tests.reading.replies import read, unclear

RECEIPT = (
    "Thank you. This is what we understood:",
    "",
    "1. Which new surgical skills have you learned or practised in the past two months, and how did you learn them?",
    "",
    "A course in laparoscopic suturing",
    "",
    "2. How satisfied are you with your surgical training at present?",
    "",
    "4",
    "",
    "If anything is wrong, reply with the number and the right answer.",
    "",
    "Reference: 7F3A-K2QM-9XDB-LR4T (please leave this line in your reply)",
)
ATTRIBUTION = f"On Mon, 2 Nov 2026 at 09:00, {forms.SENDER_NAME} <{forms.SENDER_ADDRESS}> wrote:"


@pytest.mark.parametrize(
    "text",
    [
        "2. 4",
        "2) 4",
        "2: 4",
        "(2) 4",
        "#2 4",
        "Q2: 4",
        "Question 2: 4",
        "Answer 2: 4",
        "q2 should be 4",
        "Hello,\n\n2. 4\n\nThanks,\nZoë",
        "２． 4",
    ],
)
def test_one_answer_is_corrected_and_nothing_else(text):
    reading = read(forms.surgery_sheet(), shapes.message(text))
    assert (reading.answers[1].state, reading.answers[1].value) == (AnswerState.ANSWERED, 4)
    assert {a.state for n, a in enumerate(reading.answers) if n != 1} == {AnswerState.MISSING}
    assert reading.unplaced == ""


def test_a_correction_above_a_quoted_receipt():
    quote = "\n".join(f"> {line}" for line in RECEIPT)
    sheet = replace(forms.surgery_sheet(), lines=RECEIPT)
    reading = read(sheet, shapes.message(f"2. 5\n\n{ATTRIBUTION}\n{quote}\n"))
    assert (reading.answers[1].state, reading.answers[1].value) == (AnswerState.ANSWERED, 5)
    assert reading.answers[0].state is AnswerState.BLANK
    assert reading.unplaced == ""


def test_a_correction_typed_into_a_quoted_receipt():
    rows = [f"> {line}" for line in RECEIPT]
    rows.insert(9, "No, 5 please")
    rows[8] = "> 4"
    sheet = replace(forms.surgery_sheet(), lines=RECEIPT)
    reading = read(sheet, shapes.message("\n".join([ATTRIBUTION, *rows])))
    assert reading.answers[1].text == "No, 5 please"
    assert reading.answers[1].state is AnswerState.UNCLEAR  # it is not clear that 5 is the value


def test_a_correction_above_a_quote_that_is_not_known():
    raw = shapes.message(f"2. 5\n\n{ATTRIBUTION}\n> We understood this:\n>\n> 3. Nothing at all\n")
    reading = read(forms.surgery_sheet(), raw)
    assert reading.answers[1].value == 5
    assert reading.answers[2].state is AnswerState.MISSING


def test_a_correction_below_a_quote_that_is_not_known():
    raw = shapes.message(f"{ATTRIBUTION}\n> We understood this:\n>\n> 3. Nothing at all\n\n2. 5\n")
    assert read(forms.surgery_sheet(), raw).answers[1].value == 5


def test_an_unmarked_quote_that_is_not_known_is_no_list():
    head = "\n".join(f"{name}: {value}" for name, value in shapes.HEADER_LINES)
    raw = shapes.message(f"2. 5\n\n{'_' * 32}\n{head}\n\nWe understood this:\n\n3. Nothing at all\n4. 2\n")
    reading = read(forms.surgery_sheet(), raw)
    assert reading.answers[1].value == 5
    assert reading.answers[2].state is AnswerState.MISSING


def test_prose_without_numbers_goes_to_the_mentor_and_is_asked_about():
    reading = read(forms.surgery_sheet(), shapes.message("I am on leave until May and will answer then."))
    assert reading.unplaced == "I am on leave until May and will answer then."
    assert set(unclear(reading)) == set(range(1, 10))


def test_thanks_alone_is_not_an_answer():
    reading = read(forms.surgery_sheet(), shapes.message("Hello,\n\nThank you very much\nZoë\n"))
    assert not reading.has_answers
    assert reading.unplaced == ""


def test_as_many_lines_as_questions_are_asked_about():
    lines = "\n".join(
        f"remark {word}" for word in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    )
    reading = read(forms.surgery_sheet(), shapes.message(lines))
    assert {answer.state for answer in reading.answers} == {AnswerState.UNCLEAR}
    assert reading.answers[2].text == "remark three"


def test_an_empty_reply_answers_nothing():
    reading = read(forms.surgery_sheet(), shapes.message(""))
    assert {answer.state for answer in reading.answers} == {AnswerState.MISSING}
