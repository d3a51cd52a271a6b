"""The value that an answer states, and when none is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.model.form import QuestionKind
from mailbot.reading.ratings import value_of
from tests.reading import forms

SCALE = forms.question(1, QuestionKind.SCALE, "How satisfied are you with it all?", labels=forms.SATISFACTION)
BARE = forms.question(1, QuestionKind.SCALE, "How satisfied are you with it all?", "(1 is low, 7 is high)")
OPEN = forms.question(1, QuestionKind.SCALE, "How satisfied are you with it all?")
CHOICE = forms.question(1, QuestionKind.CHOICE, "Where would you like to work?", options=("Theatre", "Ward", "On call"))
YES_NO = forms.question(1, QuestionKind.YES_NO, "Have you met your supervisor?")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4", 4),
        ("4!", 4),
        ("4.", 4),
        ("*4*", 4),
        ("(4)", 4),
        ("4/5", 4),
        ("4 out of 5", 4),
        ("four", 4),
        ("Vier, wie immer", 4),
        ("4 - good", 4),
        ("3 - it depends on the month", 3),
        ("2 (too many meetings)", 2),
        ("④", 4),
        ("4\ufe0f\u20e3", 4),
        ("٤", 4),
        ("satisfied", 4),
        ("Very satisfied.", 5),
        ("4 = satisfied", 4),
        ("4 satisfied", 4),
        ("4\nbecause of the rota", 4),
        ("I would say 4", 4),
        ("probably a 3", 3),
        ("a solid 4", 4),
        ("4 stars", 4),
        ("satisfied, on the whole", 4),
        ("2. 4", None),
        ("1. 4", 4),
        ("1. satisfied", 4),
        ("4 - good, 4 last month too", 4),
        ("5/7", None),
        ("6/5", None),
        ("3-4", None),
        ("3 - 4", None),
        ("3 or 4", None),
        ("3, 4", None),
        ("45", None),
        ("4.5", None),
        ("4,5", None),
        ("0", None),
        ("6", None),
        ("40%", None),
        ("4%", None),
        ("-", None),
        ("n/a", None),
        ("one of my colleagues said so", None),
        ("three or 4", None),
        ("4 - very unsatisfied", None),
        ("4 - neither, really", None),
        ("satisfied, no: very satisfied", None),
        ("satisfied (2)", None),
        ("satisfied (4)", 4),
        ("4 -> 3", None),
        ("3~4", None),
        ("2 4", None),
        ("4 (was 3)", None),
        ("4, or three", None),
        ("4 rather three", None),
        ("3, or rather 2", None),
        ("3 - no, sorry, 2", None),
        ("1 ... make that 3", None),
        ("not 4, more like 2", None),
        ("from 2 to 4", None),
        ("1\n2\n3", None),
        ("4+", None),
        ("4-2", None),
        ("1 = very unsatisfied, 4 = satisfied", None),
        ("", None),
    ],
)
def test_a_point_of_a_scale(text, value):
    assert value_of(text, SCALE) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 2 3 [4] 5", 4),
        ("1 - 2 - 3 - (4) - 5", 4),
        ("5 4 *3* 2 1", 3),
        ("1 2 3 4 5", None),
        ("1 2 (3) (4) 5", None),
        ("1 or 2 or 3 or (4) or 5", None),
        ("1 [ ] 2 [ ] 3 [ ] 4 [x] 5 [ ]", 4),
        ("[ ] 1\n[ ] 2\n[✓] 3\n[ ] 4\n[ ] 5", 3),
        ("☐ 1, ☑ 2, ☐ 3, ☐ 4, ☐ 5", 2),
        ("[ ] very unsatisfied\n[ ] neither\n[X] satisfied", 4),
        ("[ ][ ][x][ ][ ]", 3),
        ("[x] 4", 4),
        ("[x] 4 [x] 5", None),
        ("[ ] 4 [ ] 5", None),
        ("4 [ ]", 4),
    ],
)
def test_one_point_of_a_scale_that_was_typed_out(text, value):
    assert value_of(text, SCALE) == value


def test_a_scale_without_names_goes_as_far_as_its_hint_says():
    assert [value_of(text, BARE) for text in ("7", "8", "6/7")] == [7, None, 6]
    assert [value_of(text, OPEN) for text in ("10", "11")] == [10, None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ward", 2),
        ("2", 2),
        ("2. Ward", 2),
        ("On call!", 3),
        ("4", None),
        ("ward or theatre", None),
        ("2 - Theatre", None),
        ("ward, nearly always", 2),
        ("ward, theatre", None),
        ("[ ] Theatre [x] Ward [ ] On call", 2),
    ],
)
def test_an_option(text, value):
    assert value_of(text, CHOICE) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", 1),
        ("Yes, twice", 1),
        ("Ja.", 1),
        ("y", 1),
        ("no", 0),
        ("No - not yet", 0),
        ("no idea", None),
        ("yes and no", None),
        ("[x] yes\n[ ] no", 1),
        ("[ ] yes [x] no", 0),
        ("Tak.", 1),
        ("да", 1),
        ("yes, but no", None),
        ("not yet", None),
        ("perhaps", None),
        ("1", None),
        ("", None),
    ],
)
def test_yes_or_no(text, value):
    assert value_of(text, YES_NO) == value


@given(st.text(max_size=80), st.sampled_from((SCALE, BARE, OPEN, CHOICE, YES_NO)))
def test_any_text_gives_a_value_of_the_question_or_none(text, question):
    value = value_of(text, question)
    assert value is None or 0 <= value <= 10
