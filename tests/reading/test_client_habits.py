"""Small things that mail programs do to a quoted form, each by the smallest reply that shows it."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading import forms, shapes
from tests.reading.replies import read, silently_wrong, unclear

SHEET = forms.surgery_sheet()
TYPED = {1: "A course", 2: "4", 3: "One poster", 4: "2", 5: "Pass", 6: "Research", 7: "Consultant"}


def quoted(answers=TYPED, **more):
    return shapes.quoted_text(SHEET.questions, answers, **more)


def judged(text, typed=TYPED):
    reading = read(SHEET, shapes.message(text))
    assert silently_wrong(SHEET, reading, typed) == []
    assert unclear(reading) == {}
    return reading


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u200e"])
def test_an_invisible_sign_beside_the_number_is_no_word(sign):
    text = quoted()
    for number in range(1, 10):
        text = text.replace(f"> {number}. ", f"> {sign}{number}{sign}. {sign}")
    judged(text)


@pytest.mark.parametrize(
    ("behind", "read_as"),
    [
        ("a talk*", "a talk"),
        ("*Very* good, and a talk*", "*Very* good, and a talk"),
        ("one*\n\n*two*\n\n*three*", "one\n\ntwo\n\nthree"),
        ("one*\n\n*two* and\n\n***", "one\n\n*two* and\n\n***"),
        ("a talk", "a talk"),
        ("*a talk*", "*a talk*"),
        ("2 * 3", "2 * 3"),
    ],
)
def test_the_star_that_closes_the_bold_of_a_question_was_not_typed(behind, read_as):
    ask = SHEET.questions[2].ask
    text = quoted({**TYPED, 3: ""}, width=200).replace(f"3. {ask}", f"*3. {ask} {behind}")
    assert read(SHEET, shapes.message(text)).answers[2].text == read_as


def test_a_star_behind_a_question_without_one_before_was_typed():
    ask = SHEET.questions[2].ask
    text = quoted({**TYPED, 3: ""}, width=200).replace(f"3. {ask}", f"3. {ask} a talk*")
    assert read(SHEET, shapes.message(text)).answers[2].text == "a talk*"


def test_the_mark_of_a_line_that_the_client_wrapped_was_not_typed():
    text = quoted({**TYPED, 3: ""}).replace("> Answer 3:", "> Answer 3: One poster, and then\n> another one")
    judged(text, {**TYPED, 3: "One poster, and then\nanother one"})


def test_a_mark_typed_below_a_line_of_the_form_stays():
    text = quoted({**TYPED, 3: ""}).replace("> Answer 3:", "> Answer 3: One poster,\n\n> 3 years ago")
    assert read(SHEET, shapes.message(text)).answers[2].text == "One poster,\n\n> 3 years ago"


PICTURES = ["[cid:image001.png@01DB5F3A.7C2E4B10]", "[image: image.png]", "<image.png>", "[Image]"]


@pytest.mark.parametrize("picture", PICTURES)
def test_what_stands_for_a_picture_is_no_answer(picture):
    reading = judged(quoted({**TYPED, 9: picture, 3: f"One poster\n{picture}"}) + f"\n{picture}\n")
    assert reading.unplaced == ""


def test_the_title_that_a_client_quotes_is_no_word_of_the_reply():
    reading = judged(f"> {forms.SUBJECT}\n>\n{quoted()}")
    assert reading.unplaced == ""


def test_the_title_in_the_middle_of_a_line_is_left_alone():
    assert forms.SUBJECT in read(SHEET, shapes.message(f"About {forms.SUBJECT}\n\n{quoted()}")).unplaced


def test_a_point_typed_above_its_own_hint_is_the_answer():
    text = quoted({**TYPED, 2: ""}).replace("> (1 = very un", "4 = satisfied\n>\n> (1 = very un")
    assert read(SHEET, shapes.message(text)).answers[1].text == "4 = satisfied"


@pytest.mark.parametrize("words", ["5", "ok"])
def test_one_sign_left_over_may_be_an_answer(words):
    reading = read(SHEET, shapes.message(f"{words}\n\n{quoted({})}"))
    assert reading.unplaced == words
    assert {answer.state for answer in reading.answers} == {AnswerState.UNCLEAR}


def test_signs_of_a_wrapped_hint_alone_on_a_line_are_nobodys():
    text = quoted().replace(
        "> (1 = very unsatisfied, 2 = unsatisfied, 3", "> (1\n> =\n> very unsatisfied, 2\n> =\n> unsatisfied, 3"
    )
    judged(text)


def test_the_number_of_a_question_pulled_up_against_an_answer_is_the_forms():
    judged(quoted({**TYPED, 3: "x"}).replace("x\n>\n>\n> 4. How", "One poster4. How"), {**TYPED, 3: "One poster"})


def test_the_title_and_the_greeting_on_one_line_are_known():
    assert judged(quoted().replace("> Dear Zoë,", f"> {forms.SUBJECT} Dear Zoë,")).unplaced == ""


def test_an_arrow_of_equals_signs_points():
    text = quoted({**TYPED, 2: ""}, width=200).replace("4 = satisfied", "==> 4 = satisfied")
    assert read(SHEET, shapes.message(text)).answers[1].value == 4


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("One poster>", "One poster"),
        ("see <www.x.test>", "see <www.x.test>"),
        ("a ->", "a ->"),
        ("a < b, c>", "a < b, c"),
    ],
)
def test_the_mark_of_an_empty_line_that_was_joined_is_no_word(typed, read_as):
    text = quoted({**TYPED, 3: ""}).replace("> Answer 3:\n>", f"> Answer 3: {typed}")
    assert read(SHEET, shapes.message(text)).answers[2].text == read_as


def test_a_mark_at_the_end_of_an_answer_without_a_quote_was_typed():
    text = quoted({**TYPED, 3: "One poster>"}, mark="")
    assert read(SHEET, shapes.message(text)).answers[2].text == "One poster>"


@pytest.mark.parametrize("left", ["Answer 3", "Answer", "Answe"])
def test_what_backspace_left_of_a_mark_is_asked_about(left):
    text = quoted({**TYPED, 3: ""}).replace("> Answer 3:", f"> {left}One poster")
    assert set(unclear(read(SHEET, shapes.message(text)))) == {3}


def test_an_eaten_number_and_a_value_are_no_mark():
    text = quoted({**TYPED, 2: ""}).replace("> Answer 2:", "> Answer 2")
    assert set(unclear(read(SHEET, shapes.message(text)))) == {2}


def test_stars_round_everything_that_was_typed_are_the_clients():
    typed = {1: "A course\nand a book", 2: "4", 3: "*Very* good", 4: "2", 5: "Pass"}
    text = quoted({n: f"*{answer}*\n*" for n, answer in typed.items()}, bold="*", width=200)
    judged(text, typed)


def test_stars_round_some_answers_were_typed():
    typed = {1: "*A course*", 2: "4", 3: "One poster"}
    judged(quoted(typed, bold="*", width=200), typed)
