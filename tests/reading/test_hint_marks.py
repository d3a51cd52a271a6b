"""A scale, a choice or yes-or-no answered in its hint: one point bold or coloured, ticked, or alone left."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from mailbot.model.form import QuestionKind
from mailbot.model.inbound import Bodies, BodyLine
from mailbot.reading import evidence as signals
from mailbot.reading.answers import read_reply
from mailbot.reading.hint_points import hint_points
from tests.reading import forms, shapes
from tests.reading.replies import read

WARDS = ("a ward", "a clinic", "somewhere else")
QUESTIONS = (
    forms.question(1, QuestionKind.TEXT, "Which skills have you learned in the past two months?"),
    forms.question(2, QuestionKind.SCALE, "How satisfied are you with your training?", labels=forms.SATISFACTION),
    forms.question(3, QuestionKind.CHOICE, "Where have you mostly worked?", forms.scale_hint(WARDS), options=WARDS),
    forms.question(4, QuestionKind.YES_NO, "Did you have a talk with your supervisor?", "(yes or no)"),
    forms.question(5, QuestionKind.TEXT, "What else would you like to tell your mentor?"),
)
SHEET = forms.sheet_of(QUESTIONS)
TYPED = {1: "Knots", 5: "Nothing"}


def page(*changes, answers=TYPED):
    text = shapes.pages(QUESTIONS, answers, lambda inner: f"<p>{inner}</p>", lambda t: f"<div>{t}</div>")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def answer(raw, number):
    reading = read(SHEET, raw)
    assert [a.text for a in reading.answers if a.question in ("q1", "q5")] == ["Knots", "Nothing"]
    return reading.answers[number - 1]


def stated(found):
    return found.state, found.text, found.value


BOLD = [
    (2, "4 = satisfied", "<b>4 = satisfied</b>", "4 = satisfied", 4),
    (2, "4 = satisfied", "<u>4</u> = satisfied", "4 = satisfied", 4),
    (2, "4 = satisfied", "4 = <mark>satisfied</mark>", "4 = satisfied", 4),
    (2, "4 = satisfied", '<span style="color:red">4 = satisfied</span>', "4 = satisfied", 4),
    (2, ", 4 = satisfied,", '<span style="background:yellow">, 4 = satisfied,</span>', "4 = satisfied", 4),
    (2, "5 = very satisfied)", "<b>5 = very<br>satisfied)</b>", "5 = very satisfied", 5),
    (3, "2 = a clinic", "<b>2 = a clinic</b>", "2 = a clinic", 2),
    (4, "(yes or no)", "(<b>yes</b> or no)", "yes", 1),
    (4, "(yes or no)", "(yes or <b>no</b>)", "no", 0),
    (2, "4 = satisfied", "[x] 4 = satisfied", "4 = satisfied", 4),
    (2, "4 = satisfied", "4 = satisfied &lt;--", "4 = satisfied", 4),
    (2, "4 = satisfied", "→ 4 = satisfied", "4 = satisfied", 4),
    (2, "4 = satisfied", "4 = satisfied ✔️", "4 = satisfied", 4),
    (2, "(1 = very unsatisfied", "(X 1 = very unsatisfied", "1 = very unsatisfied", 1),
    (2, "5 = very satisfied", "5 = very satisfied [x]", "5 = very satisfied", 5),
    (4, "(yes or no)", "(yes x or no)", "yes", 1),
    (2, "4 = satisfied", "*4 = satisfied", "4 = satisfied", 4),
    (2, forms.scale_hint(forms.SATISFACTION), "(4 = satisfied)", "4 = satisfied", 4),
    (2, forms.scale_hint(forms.SATISFACTION), "4 = satisfied", "4 = satisfied", 4),
    (2, forms.scale_hint(forms.SATISFACTION), "<s>(1 = very unsatisfied,</s> 2 = unsatisfied", "2 = unsatisfied", 2),
    (2, forms.scale_hint(forms.SATISFACTION), "(5 = very<br>satisfied)", "5 = very satisfied", 5),
    (3, forms.scale_hint(WARDS), "(, 2 = a clinic, )", "2 = a clinic", 2),
    (4, "(yes or no)", "(yes)", "yes", 1),
]


@pytest.mark.parametrize(("number", "old", "new", "text", "value"), BOLD)
def test_the_one_point_that_stands_out_is_the_answer(number, old, new, text, value):
    found = answer(shapes.message(page=page((old, new))), number)
    assert stated(found) == (AnswerState.ANSWERED, text, value)


@pytest.mark.parametrize("answers", [{}, TYPED])
def test_a_text_part_that_cannot_show_the_mark_does_not_speak_against_it(answers):
    raw = shapes.message(shapes.quoted_text(QUESTIONS, answers), page(("4 = satisfied", "<b>4 = satisfied</b>")))
    assert stated(answer(raw, 2)) == (AnswerState.ANSWERED, "4 = satisfied", 4)


def test_the_marks_of_the_poorer_part_are_seen_too():
    raw = shapes.message(
        shapes.quoted_text(QUESTIONS, {**TYPED, 3: "2", 4: "no"}), page(("4 = satisfied", "<b>4 = satisfied</b>"))
    )
    assert stated(read(SHEET, raw).answers[1]) == (AnswerState.ANSWERED, "4 = satisfied", 4)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("4 = satisfied", "*4 = satisfied*"),
        ("4 = satisfied", "[x] 4 = satisfied"),
        ("4 = satisfied", "4 = satisfied <=="),
    ],
)
def test_a_mark_in_plain_text_is_seen(old, new):
    text = shapes.quoted_text(QUESTIONS, TYPED, width=200).replace(old, new, 1)
    assert stated(answer(shapes.message(text), 2)) == (AnswerState.ANSWERED, "4 = satisfied", 4)


ASKED = [
    (2, ("3 = neither", "<b>3 = neither</b>"), ("4 = satisfied", "<b>4 = satisfied</b>")),
    (2, ("3 = neither", "3 = <b>neither"), ("4 = satisfied", "4</b> = satisfied")),
    (2, ("4 = satisfied", "4 = sa<b>t</b>isfied")),
    (2, ("3 = neither", "x 3 = neither"), ("4 = satisfied", "4 = satisfied x")),
    (2, ("(1 = very unsatisfied, 2 = unsatisfied, 3 = neither, 4 = satisfied", "(3 = neither, 4 = satisfied")),
    (2, ("(1 = very unsatisfied,", "<font color=gray>(1 = very unsatisfied,"), ("5 = very", "</font>5 = very")),
]


@pytest.mark.parametrize(("number", "changes"), [(row[0], row[1:]) for row in ASKED])
def test_more_than_one_point_or_less_than_a_point_is_asked_about(number, changes):
    assert answer(shapes.message(page=page(*changes)), number).state is AnswerState.UNCLEAR


EMPTY = [
    ("the whole hint", "(1 = very", "<b>(1 = very", "5 = very satisfied)", "5 = very satisfied)</b>"),
    ("the words round it", "Only you and", "<b>Only you and", "your mentor", "your mentor</b>"),
    ("brackets only", "(1 = very", "<b>(</b>1 = very", "5 = very satisfied)", "5 = very satisfied<b>)</b>"),
]


@pytest.mark.parametrize("case", EMPTY, ids=lambda case: case[0])
def test_what_says_nothing_about_one_point_is_no_answer(case):
    _, *pairs = case
    found = answer(shapes.message(page=page(tuple(pairs[:2]), tuple(pairs[2:]))), 2)
    assert stated(found) == (AnswerState.BLANK, "", None)


def test_stars_round_every_point_say_nothing():
    text = shapes.quoted_text(QUESTIONS, TYPED, width=200)
    for number, label in enumerate(forms.SATISFACTION, 1):
        text = text.replace(f"{number} = {label}", f"*{number} = {label}*")
    assert answer(shapes.message(text), 2).state is AnswerState.BLANK


def test_a_mark_and_a_typed_answer_that_agree_are_one_answer():
    raw = shapes.message(page=page(("4 = satisfied", "<b>4 = satisfied</b>"), answers={**TYPED, 2: "4, mostly"}))
    assert stated(answer(raw, 2)) == (AnswerState.ANSWERED, "4, mostly", 4)


def test_a_mark_and_a_typed_answer_that_differ_are_asked_about():
    raw = shapes.message(page=page(("4 = satisfied", "<b>4 = satisfied</b>"), answers={**TYPED, 2: "2"}))
    assert signals.TWICE in answer(raw, 2).evidence


def test_a_typed_answer_is_not_doubted_for_colours_in_the_hint():
    changes = (("3 = neither", "<b>3 = neither</b>"), ("4 = satisfied", "<b>4 = satisfied</b>"))
    raw = shapes.message(page=page(*changes, answers={**TYPED, 2: "4"}))
    assert stated(answer(raw, 2)) == (AnswerState.ANSWERED, "4", 4)


def test_brackets_that_were_typed_stay():
    assert answer(shapes.message(page=page(answers={**TYPED, 2: "(4 = satisfied)"})), 2).text == "(4 = satisfied)"


def test_one_look_among_others_is_seen_when_the_client_colours_everything():
    rows = shapes.quoted_text(QUESTIONS, TYPED, mark="", width=300).split("\n")
    lines = []
    for row in rows:
        spans = ((0, len(row), "blue"),)
        if "4 = satisfied" in row:
            at = row.index("4 = satisfied")
            spans = ((0, at, "blue"), (at, at + 13, "blue bold"), (at + 13, len(row), "blue"))
        if "(yes or no)" in row:
            spans = ((0, 8, "blue"), (8, 10, "blue bold"), (10, 11, "blue"))
        lines.append(BodyLine(text=row, emphasis=spans))
    found = read_reply(SHEET, Bodies(html=tuple(lines))).answers
    assert stated(found[1]) == (AnswerState.ANSWERED, "4 = satisfied", 4)
    assert stated(found[3]) == (AnswerState.ANSWERED, "no", 0)


def test_a_hint_without_points_has_none():
    plain = forms.question(1, QuestionKind.CHOICE, "Where?", "(a ward or a clinic)", options=("a ward", "a clinic"))
    assert hint_points(plain) is None
    assert hint_points(QUESTIONS[0]) is None
    found = hint_points(QUESTIONS[3])
    assert (found.head, found.between, found.tail) == ("(", ("or",), ")")


def test_two_points_in_the_poorer_part_are_asked_about_too():
    changes = (("3 = neither", "<b>3 = neither</b>"), ("4 = satisfied", "<b>4 = satisfied</b>"))
    raw = shapes.message(shapes.quoted_text(QUESTIONS, TYPED), page(*changes))
    assert answer(raw, 2).state is AnswerState.UNCLEAR


def test_a_hint_that_lost_its_signs_still_shows_the_point():
    hint = forms.scale_hint(forms.SATISFACTION)
    new = hint.strip("()").replace(",", "<br>").replace("4 = satisfied", "<b>4 = satisfied</b>")
    assert stated(answer(shapes.message(page=page((hint, new))), 2)) == (AnswerState.ANSWERED, "4 = satisfied", 4)


def test_yes_or_no_in_a_sentence_is_no_hint():
    text = shapes.quoted_text(QUESTIONS, TYPED).replace("> (yes or no)\n", "yes or no, hard to say\n")
    found = answer(shapes.message(text), 4)
    assert (found.state, found.text) == (AnswerState.UNCLEAR, "yes or no, hard to say")


def test_an_answer_typed_into_a_hint_without_points_is_read():
    hint = "(For example a course, a procedure or a clinic of your own.)"
    questions = (forms.question(1, QuestionKind.TEXT, QUESTIONS[0].ask, hint), *QUESTIONS[1:])
    text = shapes.quoted_text(questions, {5: "Nothing"}).replace("a procedure", "Knots\n> a procedure")
    assert read(forms.sheet_of(questions), shapes.message(text)).answers[0].text == "Knots"


@pytest.mark.parametrize("led", [": 4", "- 4", "= 4"])
def test_a_value_typed_behind_the_hint_is_read_without_what_leads_to_it(led):
    hint = forms.scale_hint(forms.SATISFACTION)
    text = shapes.quoted_text(QUESTIONS, {}, width=200).replace(f"> {hint}", f"> {hint} {led}")
    answer = read(forms.sheet_of(QUESTIONS), shapes.message(text)).answers[1]
    assert (answer.state, answer.text, answer.value) == (AnswerState.ANSWERED, "4", 4)
