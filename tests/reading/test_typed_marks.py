"""A quote mark that an answer begins with was typed where the form bears none."""

from __future__ import annotations

import pytest

from tests.reading import forms, shapes
from tests.reading.replies import read

SHEET = forms.surgery_sheet()


def joined(mark, typed):
    """The form with that quote mark; the answer to question 5 stands in front of question 6 on its line."""
    text = shapes.quoted_text(SHEET.questions, {1: "A course", 3: "A poster"}, mark=mark)
    question = f"{mark}6. {SHEET.questions[5].ask.split()[0]}"
    assert question in text
    return text.replace(question, f"{typed} {question.removeprefix(mark)}")


@pytest.mark.parametrize(
    ("mark", "typed", "text"),
    [
        ("", "> 3 years", "> 3 years"),
        ("", "more than 3 years", "more than 3 years"),
        ("> ", "> 3 years", "3 years"),  # the mark of the line
        ("> ", "> > 3 years", "> 3 years"),
    ],
)
def test_a_mark_in_front_of_an_answer_that_leads_to_the_next_question(mark, typed, text):
    assert read(SHEET, shapes.message(joined(mark, typed))).answers[4].text == text
