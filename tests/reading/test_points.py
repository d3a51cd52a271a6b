"""The points of a list answer."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from mailbot.model.form import QuestionKind
from mailbot.reading.points import has_more_below_list, is_one_list, points_of
from tests.reading import forms, shapes
from tests.reading.replies import read


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("one\ntwo", ("one", "two")),
        ("- one\n- two", ("one", "two")),
        ("* one\n  and more\n* two", ("one and more", "two")),
        ("• one\n•two", ("one", "two")),
        ("+ one\n– two", ("one", "two")),
        ("1. one\n2) two\n(3) three", ("one", "two", "three")),
        ("a) one\nb) two", ("one", "two")),
        ("o one\no two", ("one", "two")),
        ("These:\n- one\n- two", ("These:", "one", "two")),
        ("one thing; another thing", ("one thing", "another thing")),
        ("I led the round. My trainer liked it.", ("I led the round.", "My trainer liked it.")),
        ("only one", ("only one",)),
        ("first\n\nsecond", ("first", "second")),
        ("-one\n-two", ("one", "two")),
        ("-one", ("-one",)),
        ("-5 hours\n-3 lists", ("-5 hours", "-3 lists")),
        ("·         one\n·         two", ("one", "two")),
        ("→ one\n→ two", ("one", "two")),
        ("▪ one\n▪ two", ("one", "two")),
        ("i) one\nii) two", ("one", "two")),
        ("a. one\nb. two", ("one", "two")),
        ("#1 one\n#2 two", ("one", "two")),
        ("✅ one\n✅ two", ("one", "two")),
        ("✔️ one\n✔️ two", ("one", "two")),
        ("😀\n😀", ("😀", "😀")),
        ("e.g. this", ("e.g. this",)),
        ("", ()),
    ],
)
def test_the_points(text, points):
    assert points_of(text) == points


def test_fewer_points_than_asked_for_are_said():
    sheet = forms.sheet_of(
        [
            forms.question(1, QuestionKind.LIST, "Which good things happened? Give two.", at_least=2),
            forms.surgery_questions()[1],
        ]
    )
    reading = read(sheet, shapes.message("1. One thing only\n2. 4"))
    assert reading.answers[0].evidence == ("fewer points than asked for",)
    assert reading.answers[0].state is AnswerState.ANSWERED


def test_points_on_wrapped_lines_are_not_joined():
    points = (
        "The whole team was very kind to me in the first and second week.",
        "The consultant let me do a complete operation from skin to skin.",
    )
    sheet = forms.surgery_sheet()
    text = shapes.quoted_text(sheet.questions, {8: "\n".join(points)})
    assert read(sheet, shapes.message(text)).answers[7].items == points


def test_an_answer_wrapped_by_the_client_is_joined():
    typed = "I would have liked to attend the course on laparoscopic surgery because the unit\nneeds it."
    sheet = forms.surgery_sheet()
    reading = read(sheet, shapes.message(shapes.quoted_text(sheet.questions, {3: typed})))
    assert reading.answers[2].text == typed.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("- one\n\n- two", True),
        ("1. one\n2. two", True),
        ("(a) one\n(b) two", True),
        ("o one\no two", True),
        ("11. one\n12. two", False),
        ("- one\ntwo", False),
        ("- one", False),
        ("one\ntwo", False),
    ],
)
def test_whether_lines_are_one_list(text, one):
    assert is_one_list(text.split("\n")) is one


def test_one_list_is_not_two_answers_though_the_next_place_is_empty():
    sheet = forms.surgery_sheet()
    for typed in ("- a poster\n\n- a paper", "1. a poster\n2. a paper"):
        reading = read(
            sheet, shapes.message(shapes.quoted_text(sheet.questions, {2: "4", 3: typed, 5: "Pass the exam"}))
        )
        assert [answer.state for answer in reading.answers[2:4]] == [AnswerState.ANSWERED, AnswerState.BLANK]


def test_a_line_below_a_list_may_be_the_next_answer():
    assert has_more_below_list(["- one", "- two", "", "three"])
    assert not has_more_below_list(["one", "- two", "- three"])
    sheet = forms.surgery_sheet()
    typed = "- a poster\n- a paper\nfair, I think"
    reading = read(sheet, shapes.message(shapes.quoted_text(sheet.questions, {3: typed})))
    assert [answer.state for answer in reading.answers[2:4]] == [AnswerState.UNCLEAR] * 2
