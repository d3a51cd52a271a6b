"""Numbered lists with a slip: a number twice, forgotten or followed by a sign; a device's line below; stars around."""

from __future__ import annotations

import pytest

from tests.reading import forms, shapes
from tests.reading.replies import read, silently_wrong, unclear

SHEET = forms.surgery_sheet()


def assert_exact(text, typed):
    reading = read(SHEET, shapes.message(text))
    assert silently_wrong(SHEET, reading, typed) == []
    assert unclear(reading) == {}


SIGNED = {1: "A", 2: "4 - good", 3: "- first\n- praise", 4: "2", 5: "> 3 years", 6: "= as before", 7: "~ 2031"}


@pytest.mark.parametrize("notation", ["Q1 ", "#1 ", "1 ", "Question 1 ", "1. ", "1) ", "1.", "Q1."])
def test_a_sign_that_an_answer_begins_with_stays_in_it(notation):
    assert_exact("\n".join(notation.replace("1", str(n)) + text for n, text in SIGNED.items()), SIGNED)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("1. no leave\n1. none\n3. staffing\n4. 2", {1, 2}),
        ("7. a\n7. b\n9. c", {7, 8}),
        ("1. A course\nA talk\n3. One poster", {1, 2}),
        ("1. A course\n2. 4\n3. One poster\n2", {3, 4}),
        ("1. A course\n2. 4\n5. Pass\n3. One poster\nThen\n7. Go", {3, 4}),
        ("8. Good team\nKind trainer\n9. Long hours\nNo leave", set()),
        ("3. - a talk\n- a course\n5. Pass the exam", set()),
        ("5. Pass the exam\nand then the next", {5, 6}),
        ("8. 1.\n7. x\n6. y\n5. z", set()),
    ],
)
def test_a_number_that_is_twice_or_forgotten_leaves_no_place_believed_empty(text, asked):
    found = set(unclear(read(SHEET, shapes.message(text))))
    assert asked <= found
    assert asked or not found


@pytest.mark.parametrize("typed", ["1. A course 2. 4 3. One poster", "1. A course\n2. 4\n3. One poster"])
def test_a_device_line_below_the_last_item(typed):
    assert_exact(f"{typed}\n\nSent from my iPhone", {1: "A course", 2: "4", 3: "One poster"})


@pytest.mark.parametrize("mark", ["*", "**", "__", "***"])
def test_marks_that_a_client_puts_round_a_question_go_whole(mark):
    text = shapes.quoted_text(SHEET.questions, {}, bold=mark).replace(f"present?{mark}", f"present?{mark} **4**")
    reading = read(SHEET, shapes.message(text))
    assert (reading.answers[1].text, reading.answers[1].value) == ("**4**", 4)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("① - a talk\n② 4\n③ > 3 years", {1: "- a talk", 2: "4", 3: "> 3 years"}),
        ("| 1 | A course |\n| 2 | 4 |\n| 3 | B |", {1: "A course", 2: "4", 3: "B"}),
        ("8. from\n9:30 to 11:45\n\n9. No leave", {8: "from\n9:30 to 11:45", 9: "No leave"}),
        (
            "Answer 1: A\n\nAnswer 2: 4\n\nAnswer 8: 1) cold hands\n\n2) colder feet\n\n3) no gloves\n\nAnswer 9: No",
            {1: "A", 2: "4", 8: "1) cold hands\n\n2) colder feet\n\n3) no gloves", 9: "No"},
        ),
        ("1. A\n\n2. 4\n\n9. 1. slow\n\n2. late", {1: "A", 2: "4", 9: "1. slow\n\n2. late"}),
        ("1º Yes\n2º 4\n3º No.\n4º 2\n5º Leeds", {1: "Yes", 2: "4", 3: "No.", 4: "2", 5: "Leeds"}),
        ("(1) yes (2) 4 (5) Leeds (7) Go", {1: "yes", 2: "4", 5: "Leeds", 7: "Go"}),
        ("Q2 4; Q3 B;\nQ4 2; Q5 Leeds", {2: "4", 3: "B", 4: "2", 5: "Leeds"}),
        ("3. In short:\n- a talk\n- a course\n5. Pass", {3: "In short:\n- a talk\n- a course", 5: "Pass"}),
    ],
)
def test_signs_bars_times_and_lists_that_belong_to_an_answer(text, typed):
    assert_exact(text, typed)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("\n".join(f"{n}. x{n}" for n in range(1, 12)), set(range(1, 10))),  # an editor counted on
        ("3. - a\n4. 2\n5. the lift\n- more leave\n- a talk", {5, 6, 7}),  # and made bullets of the rest
        ("1. A\n2. 4\n3 <- 2\n4 <- 3", {4}),
        ("1) YES 2) 4 5) I learned to say\nno 8) Go", {5, 8}),
    ],
)
def test_a_list_that_an_editor_counted_otherwise_is_asked_about(text, asked):
    assert asked <= set(unclear(read(SHEET, shapes.message(text))))


@pytest.mark.parametrize("above", ["- one\n- two", "One thing\nAnother thing\nA third one\nA fourth"])
def test_lines_above_a_list_that_may_be_answers_leave_nothing_believed_empty(above):
    assert {4, 9} <= set(unclear(read(SHEET, shapes.message(f"{above}\n\n1. A course\n2. 4\n3. Leeds"))))


def test_questions_and_answers_numbered_in_two_ways_are_asked_about():
    text = "1. Frage\n\nReply 1: A course\n\n2. Frage\n\nReply 2: 4\n\n3. Frage\n\nReply 3: x"
    assert {1, 2, 3} <= set(unclear(read(SHEET, shapes.message(text))))


def test_an_answer_in_order_that_looks_like_a_correction_is_none():
    lines = ("Days only", "2 = satisfied", "yes", "very good", "a poster")
    reading = read(SHEET, shapes.message("\n".join(lines)))
    assert set(unclear(reading)) == set(range(1, 10))
    assert reading.answers[1].text == ""
