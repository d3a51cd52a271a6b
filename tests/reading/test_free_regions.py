"""Replies without numbers, and corrections of one answer: read where nothing else can be meant, else asked about."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from mailbot.model.form import QuestionKind
from mailbot.reading.corrections import correction_in
from tests.reading import forms, shapes
from tests.reading.replies import read, silently_wrong, unclear

SHEET = forms.surgery_sheet()
ASKS = (
    "What did you enjoy most in the last months?",
    "How would you rate the balance of your work?",
    "What would you like to change about your job?",
    "How content are you with your supervision?",
    "Where will you be in five years from now on?",
    "Have you met your supervisor since last time?",
    "Where would you like to work in the autumn?",
    "Is there anything else that you want to tell?",
)
KINDS = {
    "t": QuestionKind.TEXT,
    "s": QuestionKind.SCALE,
    "y": QuestionKind.YES_NO,
    "c": QuestionKind.CHOICE,
    "l": QuestionKind.LIST,
}


def small(kinds):
    return forms.sheet_of(
        [
            forms.question(
                number,
                KINDS[kind],
                ASKS[number - 1],
                labels=forms.BALANCE if kind == "s" else (),
                options=("Theatre", "Ward") if kind == "c" else (),
            )
            for number, kind in enumerate(kinds, 1)
        ]
    )


def typed_in_order(*texts):
    return dict(enumerate(texts, 1))


def judged(sheet, text, typed):
    reading = read(sheet, shapes.message(text))
    assert silently_wrong(sheet, reading, typed) == []
    return reading


IN_ORDER = ("The team", "4", "More leave", "3", "Leeds", "yes", "Ward", "No")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(IN_ORDER),
        "\n\n".join(IN_ORDER),
        "\n".join(f"- {answer}" for answer in IN_ORDER),
        "\n".join(f"• {answer}" for answer in IN_ORDER),
        "Hi Maria,\n\n" + "\n".join(IN_ORDER) + "\n\nThanks\nZoë",
    ],
)
def test_one_answer_a_line_where_every_value_fits(text):
    reading = judged(small("tststyct"), text, typed_in_order(*IN_ORDER))
    assert unclear(reading) == {}


def test_a_mark_that_one_line_bears_was_typed():
    lines = ("b) as last year", "4", "- pay")
    reading = judged(small("tst"), "\n".join(lines), typed_in_order(*lines))
    assert unclear(reading) == {}


@pytest.mark.parametrize(
    ("kinds", "lines", "asked"),
    [
        ("ttt", ("a", "b", "c"), {1, 2, 3}),  # nothing tells whether one is left out and another on two lines
        ("sttl", ("4", "a", "b", "c"), {2, 3, 4}),
        ("stl", ("4", "a", "b"), {2, 3}),
        ("lst", ("a", "4", "b"), set()),
        ("tstty", ("nice", "team", "4", "leave", "yes"), {1, 2, 3, 4, 5}),  # shifted by one
        ("sss", ("4", "3", "5"), set()),
        ("yy", ("yes", "no"), set()),
    ],
)
def test_one_answer_a_line_where_it_is_not_sure(kinds, lines, asked):
    reading = read(small(kinds), shapes.message("\n".join(lines)))
    assert set(unclear(reading)) == asked
    assert [answer.text for answer in reading.answers] == list(lines)


@pytest.mark.parametrize("lines", [IN_ORDER[:-1], (*IN_ORDER, "more"), IN_ORDER[:1]])
def test_another_number_of_lines_than_questions_is_never_shifted(lines):
    reading = read(small("tststyct"), shapes.message("\n".join(lines)))
    assert all(answer.text == "" for answer in reading.answers)
    assert reading.unplaced == "\n".join(lines)
    assert set(unclear(reading)) == set(range(1, 9))


@pytest.mark.parametrize("text", ["4,3", "4 3", "4, 3", "4; 3", "4\n3", "Hi\n\n4 3.\n\nBest wishes\nZoë"])
def test_nothing_but_as_many_ratings_as_scales(text):
    reading = judged(small("tsts"), text, {2: "4", 4: "3"})
    assert [a.value for a in reading.answers] == [None, 4, None, 3]
    assert unclear(reading) == {}


@pytest.mark.parametrize(
    ("kinds", "text", "asked"),
    [
        ("ssss", "4 3 5", {1, 2, 3, 4}),
        ("tsts", "4 9", {1, 2, 3, 4}),
        ("tsts", "4/5", {2, 4}),  # four of five, or four and five
        ("tst", "4", {2}),
        ("tstt", "9", {1, 2, 3, 4}),
        ("sc", "4 2", {1, 2}),  # the options have numbers too
        ("tss", "4 " * 150, {1, 2, 3}),
    ],
)
def test_ratings_that_do_not_fit_are_asked_about(kinds, text, asked):
    assert set(unclear(read(small(kinds), shapes.message(text)))) == asked


@pytest.mark.parametrize("marks", ["i. ii. iii. iv.", "a) b) c) d)", "I) II) III) IV)", "(A) (B) (C) (D)"])
def test_letters_and_roman_numbers_are_asked_about_without_their_marks(marks):
    texts = ("The team", "4\nmostly", "More leave", "3")
    rows = (f"{mark} {text}" for mark, text in zip(marks.split(), texts, strict=True))
    reading = read(small("tsts"), shapes.message("\n".join(rows)))
    assert [answer.text for answer in reading.answers] == list(texts)
    assert set(unclear(reading)) == {1, 2, 3, 4}


@pytest.mark.parametrize("text", ["a) one\nb) two", "b) one\nc) two\nd) three", "a) 1\nb) 2\nc) 3\nd) 4\ne) 5"])
def test_letters_that_number_something_else(text):
    reading = read(small("tsts"), shapes.message(text))
    assert [answer.text for answer in reading.answers] == [""] * 4


CORRECTED = (
    "Q2 should be 4",
    "Question 2: I meant 4",
    "question 2 is now 4.",
    "Question 2 is 4",
    "no 2 -> 4",
    "No. 2 → 4",
    "#2 should be 4",
    "Answer 2 should be 4 please",
    "My answer to question 2 should be 4",
    "please change my answer to question 2 to 4",
    "Could you please change the answer to Q2 to 4?",
    "Please change question 2 from 2 to 4.",
    "For question 2, please use 4",
    "Q2 should have been 4 instead of 3",
    "2 should have been 4, not 3",
    "Q2: 4 not 3",
    "2 = 4",
    "Frage 2 sollte 4 sein",
    "Bitte ändern Sie Antwort 2 auf 4",
    "la réponse 2 devrait être 4",
    "Sorry, I made a mistake. Q2 should be 4. Thank you!",
    "Hello,\n\nI had not read it well.\n\nQ2 should be 4.\n\nKind regards,\nZoë",
)


@pytest.mark.parametrize("text", CORRECTED)
def test_one_answer_is_corrected(text):
    reading = read(SHEET, shapes.message(text))
    assert (reading.answers[1].state, reading.answers[1].text) == (AnswerState.ANSWERED, "4")
    assert all(not answer.text for answer in reading.answers if answer.question != "satisfaction")


@pytest.mark.parametrize(
    "text",
    [
        "2 should have been 4",
        "Q2 should be 9",
        "Q2 should be 3 or 4",
        "Please change 2 to: 55",
        "Sorry, 2. is four",
        "2 should have been 4 not 2",
        "2 -> 4",
        "Please set 2 to 4",
        "change 2 to 4",
    ],
)
def test_a_correction_in_which_the_first_number_may_be_the_old_answer_is_asked_about(text):
    assert 2 in unclear(read(SHEET, shapes.message(text)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Question 2 has 4 parts",
        "In question 2 I put 4",
        "Question 5: I should be promoted",
        "Q12 should be 4",
        "I have 2 children and 4 cats",
        "5 should be Pass",
        "word " * 80 + "Q2 should be 4",
        "no number",
    ],
)
def test_what_is_no_correction(sentence):
    assert correction_in(sentence, SHEET.questions) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Question 5: I meant a fellowship", "a fellowship"),
        ("Q5 should be Pass the exam", "Pass the exam"),
        ("Please change Q5 to Pass the exam", "Pass the exam"),
        ("Q5 = Pass the exam", "Pass the exam"),
    ],
)
def test_words_are_corrected(text, answer):
    reading = read(SHEET, shapes.message(text))
    assert (reading.answers[4].state, reading.answers[4].text) == (AnswerState.ANSWERED, answer)


@pytest.mark.parametrize(
    "text",
    [
        "Q5 should be Pass not Fail",
        "Q5 should be Pass the exam\nand then the next one",
        "Q2 should be 4\nQ2 should be 5",
    ],
)
def test_a_correction_that_goes_on_or_contradicts_itself_is_asked_about(text):
    assert unclear(read(SHEET, shapes.message(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Correction: question 5 should be Leeds",
        "Sorry, 5. is Leeds",
        "Please change 5 to: Leeds",
        "Oops, 2. is 5",
        "d. 4 = fair",
    ],
)
def test_a_correction_below_a_form_that_was_answered_is_asked_about(text):
    answers = {2: "4", 5: "York"}
    reading = read(SHEET, shapes.message(f"{shapes.quoted_text(SHEET.questions, answers)}\n\n{text}"))
    assert unclear(reading)


LISTED = {1: "A course", 2: "4", 3: "One poster", 4: "2"}
LIST = "\n".join(f"{number}. {text}" for number, text in LISTED.items())


@pytest.mark.parametrize("where", [1, 5])
def test_a_list_of_all_answers_in_one_place(where):
    reading = judged(SHEET, shapes.quoted_text(SHEET.questions, {where: LIST}), LISTED)
    assert unclear(reading) == {}


@pytest.mark.parametrize(
    ("kinds", "where", "text", "asked"),
    [
        ("ttt", 3, "1. staffing", {1, 3}),
        ("ttt", 1, "1. moved\n2. team\n3. both", set()),
        ("tsl", 3, "1. long hours\n2. no leave", {1, 2, 3}),
        ("tll", 3, "1. a\n2. b\n3. c", {1, 2, 3}),
        ("tltt", 2, "1. a\n2. b", set()),
        ("ttt", 2, "2. team", set()),
    ],
)
def test_a_list_in_one_place_that_may_be_its_answer(kinds, where, text, asked):
    sheet = small(kinds)
    assert set(unclear(read(sheet, shapes.message(shapes.quoted_text(sheet.questions, {where: text}))))) == asked


def test_several_corrections_and_a_correction_among_numbers():
    assert judged(SHEET, "Q2 should be 4\nQ4 should be 2", {2: "4", 4: "2"}).answers[3].value == 2
    assert judged(SHEET, "Q2 should be 4\nQ5: Pass the exam", {2: "4", 5: "Pass the exam"}).answers[1].value == 4
    assert judged(SHEET, "Q4 -> 2\nQ5 -> Pass\nand on", {4: "2", 5: "Pass\nand on"}).answers[3].value == 2


def test_words_above_a_list_that_begins_with_the_first_question_reach_the_mentor():
    reading = read(SHEET, shapes.message("Sorry for the delay, it was a long month!\n\n1. A course\n2. 4\n3. Nothing"))
    assert reading.answers[0].text == "A course"
    assert reading.unplaced == "Sorry for the delay, it was a long month!"


def test_questions_that_stand_in_the_place_of_answers_are_asked_about():
    reading = read(SHEET, shapes.message("1. Was hast du gelernt?\n2. Wie zufrieden bist du?\n3. Was ist neu?\n4. 2"))
    assert {1, 2, 3} <= set(unclear(reading))
