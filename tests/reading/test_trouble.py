"""What people do to a form before they send it back: exact or asked back, kind by kind."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading import forms, shapes
from tests.reading.replies import read, silently_wrong, unclear

TYPED = {1: "A course in suturing", 2: "4", 3: "One poster", 4: "2", 5: "Pass the exam", 6: "Research", 7: "Consultant"}
EVERYTHING = set(range(1, 10))


def quoted(answers=TYPED, **more):
    return shapes.quoted_text(forms.surgery_questions(), answers, **more)


def judged(text, typed=TYPED, names=("Zoë Müller",)):
    sheet = forms.surgery_sheet()
    reading = read(sheet, shapes.message(text), names)
    assert silently_wrong(sheet, reading, typed) == []
    return reading


def without(text, *starts):
    """The text without the lines that begin so behind their quote mark."""
    return "\n".join(row for row in text.split("\n") if not row.lstrip("> ").startswith(starts))


Q2 = "> 2. How satisfied are you with your surgical training at present?"
HINT4 = "> (1 = very poor, 2 = poor, 3 = fair, 4 = good, 5 = very good)"

BELIEVED = {
    "markers deleted": without(quoted(), "Answer"),
    "hints deleted": without(quoted(), "(", "very satisfied", "laparoscopic"),
    "intro deleted": quoted()[quoted().index("> 1.") :],
    "a typing mistake put right in the question": quoted().replace("surgical training", "surgical trainings"),
    "a question cut in two by a stray sign": quoted().replace("surgical training at", "surgical=20training at"),
    "the number in a list of the client's own": quoted().replace("> 2. How", "> 1. How"),
    "the number on a line of its own": quoted().replace("> 2. How", "> 2.\n> How"),
    "two lines of the closing gone": without(quoted(), "To stop", "reply with PAUSE"),
    "one closing paragraph cut short": without(quoted(), "is shown it"),
    "the first closing line changed a little": quoted().replace("what you write", "what yo write"),
    "a closing line changed a little": quoted().replace("Questions about the", "Question on the"),
    "a link written out": quoted().replace(
        "> coordinator@example.org,", "> coordinator@example.org<mailto:coordinator@example.org>,"
    ),
    "a hint changed a little": quoted().replace("3 = fair", "3 = far"),
    "an answer typed into the hint": quoted({**TYPED, 4: ""}).replace(
        HINT4, HINT4.replace("3 = fair,", "3 = fair,\n2\n>")
    ),
    "a banner above": f"[EXTERNAL EMAIL] This came from outside your organisation\n\n{quoted()}",
    "greeting above": f"Hi Maria, please see my answers below.\n\n{quoted()}",
    "name tags": quoted().replace("\nPass the exam", "\n[Zoë Müller] Pass the exam"),
    "typed above the next question, which has its own answer": quoted({**TYPED, 5: ""}).replace(
        "> Answer 5:\n>\n>\n> 6.", "> Answer 5:\n>\n>\nPass the exam\n> 6."
    ),
    "an answer in front of the next number": quoted().replace("One poster\n>\n>\n> 4. How", "One poster 4. How"),
    "answer mark reflowed into the hint": quoted({**TYPED, 4: ""}).replace(
        f"{HINT4}\n>\n> Answer 4:", f"{HINT4} Answer 4: 2"
    ),
    "bold questions with an answer behind": quoted({**TYPED, 2: ""}).replace(Q2, f"> *{Q2[2:]}* 4"),
    "the mark in bold": quoted({**TYPED, 2: ""}).replace("> Answer 2:", "> *Answer 2:* 4"),
}


@pytest.mark.parametrize("kind", BELIEVED)
def test_trouble_that_does_no_harm(kind):
    assert unclear(judged(BELIEVED[kind])) == {}


ASKED = {
    "typed above the next question": (
        quoted({**TYPED, 5: "", 6: ""}).replace("> Answer 5:\n>\n>\n> 6.", "> Answer 5:\n>\n>\nPass the exam\n> 6."),
        {5, 6},
    ),
    "typed above the first question": (quoted().replace("> 1. Which", "All is well here\n> 1. Which"), EVERYTHING),
    "words before and behind the mark": (
        quoted().replace("> Answer 5:", "maybe an exam\n> Answer 5:"),
        {5},
    ),
    "words in front of the mark on its line": (quoted().replace("> Answer 5:", "> Yes: Answer 5:"), {5}),
    "the mark copied": (quoted().replace("\nPass the exam", "\nAnswer 5:\nPass the exam"), {5}),
    "a value below words and the scale after it empty": (quoted({**TYPED, 3: "One poster\n2", 4: ""}), {3, 4}),
    "two goals in one place": (quoted({**TYPED, 5: "Pass the exam\nResearch", 6: ""}), {5, 6}),
    "the last question deleted with its marks": (
        without(quoted({**TYPED, 8: "good\n\nbad"}), "9. Which", "Answer 9", "(One on each line", "Please give"),
        {8, 9},
    ),
    "no empty lines at all and a question deleted": (
        "\n".join(
            row
            for row in without(quoted({**TYPED, 5: "Pass\nResearch"}), "6. What", "years?", "Answer 6").split("\n")
            if row.strip("> ")
        ),
        {5, 6},
    ),
    "words right above the first question, the intro gone": (
        f"A course in suturing\n{quoted()[quoted().index('> 1. Which') :]}",
        EVERYTHING,
    ),
    "a line of the hint left in the answer": (
        quoted()
        .replace("> (For example: first assistant at six hernia repairs; a course in\n", "")
        .replace("> laparoscopic", "> a course in laparoscopic"),
        {1},
    ),
    "two paragraphs and the next one empty": (quoted({**TYPED, 5: "Pass the exam\n\nResearch", 6: ""}), {5, 6}),
    "two lines under a scale and the next one empty": (quoted({**TYPED, 2: "4\nOne poster", 3: ""}), {2, 3}),
    "a question deleted and two paragraphs": (
        without(quoted({**TYPED, 5: "Pass the exam\n\nResearch", 6: ""}), "6. What", "years?", "Answer 6"),
        {5, 6},
    ),
    "a question that lost its number": (quoted().replace("> 5. What", "> What"), {4, 5}),
    "a changed question with an answer on its line": (
        quoted({**TYPED, 2: ""}).replace(Q2, "> 2. How satisfied are you with your surgery training at present? 4"),
        {2},
    ),
    "a changed question in the middle of a line": (
        quoted().replace(Q2, "> Well 2. How satisfied were you with your surgical training at present?"),
        {1, 2},
    ),
    "a changed question with nothing below": (
        quoted({**TYPED, 2: ""}).replace("surgical training at", "surgical trainings at"),
        {2},
    ),
    "numbers left, questions gone": (
        f"{quoted()[: quoted().index('> 1. Which')]}> 1. A course\n> 2. 4\n{quoted()[quoted().index('> Only') :]}",
        {1, 2},
    ),
    "a list of all answers below the last question": (quoted({9: "1. A course in suturing\n2. 4"}), {1, 2, 9}),
    "struck from the next number": (quoted({**TYPED, 3: "One poster 4. and more", 4: ""}), set()),
    "a sign-off as the last answer": (quoted({**TYPED, 9: "Thanks"}), {9}),
    "dashes, then no name": ("1. A course in suturing\n\n2. 4\n\n--\nperhaps more", None),
    "words behind the sign-off": (
        "1. A course in suturing\n\n2. 4\n\nThanks,\nZoë\n\nPS: and I would like to talk about my rota next week",
        None,
    ),
    "a footer in the last paragraph": ("1. A course in suturing\n\n2. 4\n\nThis email is confidential.", {2}),
    "a short last paragraph": ("1. A course in suturing\n\n2. 4\n\nsee you soon", {2}),
    "a postscript": (
        "1. A course in suturing\n\n2. 4\n\nps I will send the rest next week, if that is all right.",
        {2},
    ),
    "numbers twice": ("1. A course in suturing\n\n2. 4\n\n2. 5\n\n3. One poster", {2}),
    "numbers out of order": ("1. A course in suturing\n\n3. One poster\n\n2. Often\n\n4. 2", None),
    "a number before the list begins": ("5. Pass the exam\n\n1. A course of knots\n\n2. Good\n\n3. One poster", None),
    "the next number inside an answer": ("1. A course in suturing 2. Mostly\n\n3. One poster", {1, 2}),
    "an item closer than the others": ("1. A course in suturing\n\n2. 4\n3. One poster\n\n4. 2", {2, 3}),
    "it looks like a question": ("1. A course in suturing\n2. Which one?", None),
    "inline and list differ": (f"5. Fail the exam\n\n{quoted()}", {5}),
    "two lists": (f"5. Pass the exam\n\n{quoted({})}\n\n5. Fail the exam", None),
    "one number in prose": ("This is what I want to say\n\n5. Pass the exam\n\nand so on", EVERYTHING),
    "more numbers than anybody types": ("\n".join(f"{n % 9 + 1}. x{n}" for n in range(400)), EVERYTHING),
}


@pytest.mark.parametrize("kind", ASKED)
def test_trouble_that_must_be_asked_about(kind):
    text, expected = ASKED[kind]
    sheet = forms.surgery_sheet()
    reading = read(sheet, shapes.message(text))
    asked = unclear(reading)
    if expected is None:
        assert asked
    else:
        assert expected <= set(asked)


LOW = {1: "A course", 2: "4", 3: "", 4: "2", 5: "Pass the exam", 6: "", 7: "Consultant", 8: "good", 9: "bad"}


def low(answers):
    """Each answer below the two empty lines, just above the next question."""
    text = quoted(answers)
    for number, typed in answers.items():
        text = text.replace(f"> Answer {number}:\n{typed}\n>\n>\n", f"> Answer {number}:\n>\n>\n{typed}\n")
    return text


@pytest.mark.parametrize(
    "text", [low(LOW), low({**LOW, 9: ""}) + "\n\nbad\n\nZoë", low({**LOW, 9: ""}) + "\n\nZoë"], ids=range(3)
)
def test_answers_that_all_stand_low_are_believed_if_something_stands_below_the_last(text):
    asked = unclear(judged(text, LOW))
    assert {n for n, why in asked.items() if "nearer to the next question" in why} == (
        set() if "bad" in text else {1, 2, 3, 4, 5, 6, 7, 8, 9}
    )


def test_questions_kept_by_their_first_lines_only_are_read():
    typed = {**TYPED, 8: "good\nkind", 9: "bad\nrota"}
    text = without(quoted(typed), "two months, and", "courses, audits", "outside it?", "Please give")
    assert unclear(judged(text, typed)) == {}


def test_a_changed_question_ends_where_an_answer_of_another_depth_begins():
    text = without(quoted(), "Answer 5").replace("> 5. What is your career", "> 5. What is you carer")
    text = text.replace("months?\n>\nPass", "months?\nPass")
    assert unclear(judged(text)) == {}


def test_the_end_of_the_form_deleted_still_ends_the_last_answer():
    text = quoted({**TYPED, 8: "a\nb", 9: "c\nd"}).split("> Only you")[0]
    reading = judged(text + "Best regards\nZoë", {**TYPED, 8: "a\nb", 9: "c\nd"})
    assert reading.answers[8].state is AnswerState.UNCLEAR or reading.answers[8].text == "c\nd"


def test_no_end_and_several_paragraphs_is_asked_about():
    text = quoted({**TYPED, 9: "c\nd\n\nand by the way"}).split("> Only you")[0]
    assert 9 in unclear(read(forms.surgery_sheet(), shapes.message(text)))


def test_no_end_and_a_footer_is_asked_about():
    text = quoted({**TYPED, 9: "c\nd\nThis email is confidential."}).split("> Only you")[0]
    assert 9 in unclear(read(forms.surgery_sheet(), shapes.message(text)))


def test_a_list_of_all_answers_below_a_form_without_its_end():
    text = quoted({}).split("> Only you")[0] + "\nMy answers:\n\n1. A course in suturing\n2. 4\n3. One poster\n"
    reading = judged(text, {1: "A course in suturing", 2: "4", 3: "One poster"})
    assert reading.answers[1].value == 4


def test_a_list_below_a_form_without_its_end_that_was_answered_too_is_asked_about():
    text = quoted({1: "A course"}).split("> Only you")[0] + "\n2. 4\n3. One poster\n"
    assert {2, 3, 9} <= set(unclear(read(forms.surgery_sheet(), shapes.message(text))))


def test_a_translated_form_is_read_by_its_answer_marks():
    text = quoted().replace("2. How satisfied are you with your surgical training at present?", "2. Wie zufrieden?")
    reading = judged(text)
    assert reading.answers[1].value == 4
    assert reading.answers[1].state is AnswerState.ANSWERED


def test_a_form_of_which_only_numbers_and_marks_are_known_is_read_by_them():
    typed = {1: "1. A course\n2. A book", 2: "4", 3: "x"}
    rows = [f"> {n}. Frage\n>\n> Answer {n}:\n{text}\n>" for n, text in typed.items()]
    assert unclear(judged("\n".join(rows), typed)) == {}


def test_a_translated_question_that_cannot_be_located_is_asked_about():
    text = quoted().replace("2. How satisfied are you with your surgical training at present?", "Wie zufrieden?")
    assert {1, 2} <= set(unclear(read(forms.surgery_sheet(), shapes.message(text))))


def test_a_device_line_below_the_last_question_is_nobodys_answer():
    text = quoted({}).replace("> Answer 9:\n", "> Answer 9:\nSent from my iPhone\n")
    reading = judged(text, {})
    assert not reading.has_answers


def test_words_between_the_closing_lines_reach_the_mentor():
    text = quoted().replace("> To stop these", "I will call you next week\n> To stop these")
    assert "I will call you next week" in judged(text).unplaced


def test_a_reply_that_is_too_long_is_cut_and_asked_about():
    reading = read(forms.surgery_sheet(), shapes.message("1. yes\n" + "\n" * 25_000 + "2. no"))
    assert set(unclear(reading)) == EVERYTHING


def test_a_very_long_line_is_cut_and_asked_about():
    text = "1. yes\n" + "a" * 310_000
    assert set(unclear(read(forms.surgery_sheet(), shapes.message(text)))) == EVERYTHING
