"""The text and the HTML of one reply: what is a difference to ask about, and what the client only lost."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading import forms, shapes
from tests.reading.replies import read, unclear

SHEET = forms.surgery_sheet()
LAST = "<p>Zoë</p>"


def answers(plain, page):
    reading = read(SHEET, shapes.message(plain, page))
    return reading, {number: answer.text for number, answer in enumerate(reading.answers, 1) if answer.text}


def inline(typed, page_answer):
    """The form with one answer, in the text as `typed`, in the HTML as the markup given."""
    page = forms.form_html(SHEET.questions).replace("<p>Answer 8:</p>", f"<p>Answer 8:</p>{page_answer}")
    return shapes.quoted_text(SHEET.questions, {8: typed}), page


@pytest.mark.parametrize(
    ("typed", "page_answer", "text"),
    [
        ("Fail the exam Pass the exam", "<p><s>Fail the exam</s> Pass the exam</p>", "Pass the exam"),
        ("Pass the exam Fail the exam", "<p>Pass the exam <del>Fail the exam</del></p>", "Pass the exam"),
        ("one\ntwo", "<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ("one\ntwo", "<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
        ("* one\n* two", "<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ("5 EUR a day", "<p>5 € a day</p>", "5 € a day"),
    ],
)
def test_what_only_the_html_shows_is_no_difference(typed, page_answer, text):
    reading, found = answers(*inline(typed, page_answer))
    assert (found, unclear(reading)) == ({8: text}, {})


@pytest.mark.parametrize(
    ("typed", "page_answer"),
    [
        ("Pass the exam", "<p>Fail the exam</p>"),
        ("Pass the exam and more", "<p><s>Fail the exam</s> Pass the exam</p>"),
        ("Pass the exam", "<p><s>Pass the exam</s> twice</p>"),
    ],
)
def test_other_words_are_asked_about(typed, page_answer):
    reading, _ = answers(*inline(typed, page_answer))
    assert reading.answers[7].state is AnswerState.UNCLEAR


def test_numbers_that_only_the_html_list_draws():
    rows = ("A course in suturing", "4", "One poster", "2")
    page = f"<ol>{''.join(f'<li>{row}</li>' for row in rows)}</ol>{forms.form_html(SHEET.questions)}"
    plain = "\n".join(rows) + "\n\n" + shapes.quoted_text(SHEET.questions, {})
    reading, found = answers(plain, page)
    assert (found, unclear(reading)) == (dict(enumerate(rows, 1)), {})


def test_a_point_marked_in_the_html_counts_where_the_text_part_says_more_elsewhere():
    page = forms.form_html(SHEET.questions).replace("4 = satisfied", "<b>4 = satisfied</b>")
    plain = shapes.quoted_text(SHEET.questions, {1: "A course", 3: "One poster", 7: "Consultant"})
    answer = read(SHEET, shapes.message(plain, page)).answers[1]
    assert (answer.state, answer.value) == (AnswerState.ANSWERED, 4)


def test_a_point_marked_in_the_html_stands_where_the_parts_differ_elsewhere():
    typed = {1: "A course", 3: "One poster", 7: "Consultant"}
    page = shapes.pages(SHEET.questions, typed, lambda inner: f"<p>{inner}</p>", lambda text: f"<div>{text}</div>")
    page = page.replace("4 = satisfied", "<b>4 = satisfied</b>")
    plain = shapes.quoted_text(SHEET.questions, {**typed, 7: "Surgeon"})
    reading = read(SHEET, shapes.message(plain, page))
    assert (reading.answers[1].state, reading.answers[1].value) == (AnswerState.ANSWERED, 4)
    assert reading.answers[6].state is AnswerState.UNCLEAR
