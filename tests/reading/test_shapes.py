"""Replies as the mail programs shape them that only their own makers can run."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading import forms, shapes
from tests.reading.replies import marked, read, silently_wrong, unclear, words

ANSWERS = {
    1: "First assistant at six hernia repairs.\n\nI also learned how to place a chest drain in an emergency, "
    "which took me several attempts and the patience of two consultants.",
    2: "4 - good on the whole",
    3: "- poster at a regional meeting\n- audit of wound infections",
    4: "2",
    5: "Pass the membership exam",
    6: "",
    7: "Consultant in general surgery, > 3 years from now",
    8: "I led the ward round\nMy trainer gave me feedback",
    9: "Our list was cancelled thrice\nNo study leave",
}


@pytest.mark.parametrize("shape", [*shapes.INLINE, *shapes.LISTED], ids=lambda shape: shape.__name__)
def test_every_answer_is_read_as_typed(shape):
    sheet = forms.surgery_sheet()
    reading = read(sheet, shape(sheet.questions, ANSWERS))
    assert silently_wrong(sheet, reading, ANSWERS) == []
    assert unclear(reading) == {}
    assert reading.unplaced == ""
    assert [words(answer.text) for answer in reading.answers] == [words(text) for text in ANSWERS.values()]
    assert (reading.answers[1].value, reading.answers[3].value) == (4, 2)
    assert reading.answers[7].items == ("I led the ward round", "My trainer gave me feedback")


@pytest.mark.parametrize("shape", [*shapes.INLINE, *shapes.LISTED], ids=lambda shape: shape.__name__)
def test_a_form_without_any_answer_has_none(shape):
    sheet = forms.surgery_sheet()
    reading = read(sheet, shape(sheet.questions, {}))
    assert not reading.has_answers
    assert reading.unplaced == ""


def test_html_is_believed_when_the_text_part_was_left_behind():
    sheet = forms.surgery_sheet()
    assert read(sheet, shapes.stale_text(sheet.questions, ANSWERS)).part == "html"


def test_numbers_without_a_mark_leave_the_sign_that_an_answer_begins_with():
    sheet = forms.surgery_sheet()
    reading = read(sheet, shapes.iphone_top(sheet.questions, ANSWERS))
    assert silently_wrong(sheet, reading, ANSWERS) == []
    assert unclear(reading) == {}


def test_an_answer_that_only_one_part_has_is_asked_about():
    sheet = forms.surgery_sheet()
    page = shapes.pages(
        sheet.questions,
        {1: "A course", 3: "A poster"},
        lambda inner: f"<p>{inner}</p>",
        lambda text: f"<div>{text}</div>",
    )
    raw = shapes.message(shapes.quoted_text(sheet.questions, {1: "A course", 3: "A talk"}), page)
    reading = read(sheet, raw)
    assert reading.answers[0].state is AnswerState.ANSWERED
    assert reading.answers[2].state is AnswerState.UNCLEAR


def test_two_copies_of_the_form_are_read_once():
    sheet = forms.surgery_sheet()
    first = shapes.quoted_text(sheet.questions, {1: "A course", 2: "4"})
    second = shapes.quoted_text(sheet.questions, {}, mark="> > ")
    reading = read(sheet, shapes.message(f"{first}\n>\n{second}"))
    assert [answer.text for answer in reading.answers[:3]] == ["A course", "4", ""]
    assert unclear(reading) == {}


def test_the_signature_below_the_quote_is_no_answer():
    sheet = forms.surgery_sheet()
    body = shapes.quoted_text(sheet.questions, {1: "A course"})
    raw = shapes.message(f"{body}\n\nBest regards,\nZoë Müller\n")
    reading = read(sheet, raw)
    assert unclear(reading) == {}
    assert [s.text for s in marked(sheet, raw) if s.taken_for == "signature"] == ["Best regards,\nZoë Müller"]
