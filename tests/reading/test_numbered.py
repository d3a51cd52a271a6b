"""Answers by number, in every notation that people and programs have: read, or asked about, and never shifted."""

from __future__ import annotations

import textwrap

import pytest

from mailbot.model.answer import AnswerState
from mailbot.model.form import QuestionKind
from mailbot.reading.numerals import head_of
from tests.reading import forms, shapes
from tests.reading.replies import read, silently_wrong, unclear

SHEET = forms.surgery_sheet()
TYPED = {
    1: "A course in suturing",
    2: "4",
    3: "One poster",
    4: "2",
    5: "Pass the exam",
    6: "Research",
    7: "Consultant",
    8: "Good team\nKind trainer",
    9: "Long hours\nNo leave",
}
ON_ONE_LINE = {number: text.replace("\n", ", ") for number, text in TYPED.items()}
_NOTATIONS = (
    "1. ~1.~1) ~1)~(1) ~[1] ~1- ~1-~1 - ~1 – ~1: ~1:~1 : ~1 ~1\t~1 = ~1=~1.- ~1.) ~1 ) ~1... ~1… ~1/ ~1> ~1; ~1, ~"
    "1 -> ~1 → ~01. ~- 1. ~*1.* ~**1.** ~*1* ~#1 ~#1: ~No. 1: ~Nr. 1: ~N°1 : ~№1 ~1º ~1ª: ~Q1 ~Q1. ~Q1: ~Q.1 ~Q 1 - ~"
    "q1) ~(Q1) ~[Q1] ~A1: ~A1. ~Ans 1: ~Question 1: ~Question 1 - ~Question 1 ~Question #1: ~Question No. 1: ~"
    "Question number 1: ~Answer 1: ~Answer to question 1: ~Re 1: ~Frage 1: ~Antwort zu Frage 1: ~Réponse 1 : ~"
    "Pregunta 1: ~Domanda 1: ~Pytanie 1: ~Вопрос 1: ~Thema 1: ~1 | "
)
NOTATIONS = _NOTATIONS.split("~")
SIGNS = {
    "full-width": "１２３４５６７８９",
    "circled": "①②③④⑤⑥⑦⑧⑨",
    "bracketed": "⑴⑵⑶⑷⑸⑹⑺⑻⑼",
    "with a stop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐",
    "black": "❶❷❸❹❺❻❼❽❾",
    "Arabic": "١٢٣٤٥٦٧٨٩",
    "Persian": "۱۲۳۴۵۶۷۸۹",
    "Devanagari": "१२३४५६७८९",
}
ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th")


def readings(text, typed=TYPED, sheet=SHEET):
    reading = read(sheet, shapes.message(text))
    assert silently_wrong(sheet, reading, typed) == []
    return reading


def assert_exact(text, typed=TYPED, sheet=SHEET):
    reading = readings(text, typed, sheet)
    assert unclear(reading) == {}
    assert reading.unplaced == ""


def small(kinds, **more):
    asks = (
        "What did you enjoy most in the last months?",
        "How would you rate the balance of your work?",
        "What would you like to change about it?",
        "How content are you with your supervision?",
        "Where will you be in five years from now?",
        "Have you met your supervisor since then?",
    )
    of = {"t": QuestionKind.TEXT, "s": QuestionKind.SCALE, "y": QuestionKind.YES_NO, "c": QuestionKind.CHOICE}
    return forms.sheet_of(
        [
            forms.question(
                number,
                of[kind],
                asks[number - 1],
                labels=forms.BALANCE if kind == "s" else (),
                options=("Ward", "Theatre") if kind == "c" else (),
            )
            for number, kind in enumerate(kinds, 1)
        ]
    )


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "apart"])
def test_a_list_in_any_notation(notation, gap):
    assert_exact(gap.join(notation.replace("1", str(n)) + text for n, text in TYPED.items()))


@pytest.mark.parametrize("notation", NOTATIONS)
def test_the_answers_to_some_questions_in_any_notation(notation):
    typed = {number: TYPED[number] for number in (2, 5, 7)}
    readings("\n".join(notation.replace("1", str(n)) + text for n, text in typed.items()), typed)


@pytest.mark.parametrize(
    "notation", ["1.", "1)", "1:", "1 -", "1 =", "(1)", "#1", "Q1", "Q1:", "Question 1", "Answer 1:"]
)
@pytest.mark.parametrize("below", ["\n", "\n\n"], ids=["close", "apart"])
def test_a_number_on_a_line_of_its_own(notation, below):
    assert_exact("\n\n".join(notation.replace("1", str(n)) + below + text for n, text in TYPED.items()))


def test_bare_numbers_on_lines_of_their_own():
    assert_exact("\n".join(f"{n}\n{text}" for n, text in TYPED.items()))
    doubled = readings("\n".join(f"{n}\n{text}" for n, text in {**TYPED, 2: "2"}.items()), {**TYPED, 2: "2"})
    assert 2 in unclear(doubled)


@pytest.mark.parametrize("signs", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("mark", [". ", "．", "、", ") ", " "])
def test_numbers_in_other_signs(signs, mark):
    assert_exact("\n".join(signs[n - 1] + mark + text for n, text in TYPED.items()))


def test_keycaps_and_ordinals():
    assert_exact("\n".join(f"\u200e{n}\u200f.\u00a0{text}" for n, text in TYPED.items()))
    assert_exact("\n".join(f"{n}\ufe0f\u20e3 {text}" for n, text in TYPED.items()))
    for form in ("{}: ", "{} question: ", "{} question - ", "{} - "):
        assert_exact("\n".join(form.format(ORDINALS[n - 1]) + text for n, text in TYPED.items()))


@pytest.mark.parametrize(
    "text",
    [
        "a 3 is fair", "3rd year of training", "2nd of May", "In 3 weeks", "2024 was good", "10% of it", "2x a week",
        "I would say 4", "(3 of them", "[Zoë] 3", "0. nothing", "100. more", "4!", "word", "", "?1. x", "1st word",
    ],
)  # fmt: skip
def test_what_is_no_number_of_a_question(text):
    assert head_of(text) is None


ONE_LINE = {
    "points": ("{}. ", " "),
    "two blanks": ("{}. ", "  "),
    "brackets": ("{}) ", " "),
    "both brackets": ("({}) ", " "),
    "commas": ("{}) ", ", "),
    "semicolons": ("{}: ", "; "),
    "bars": ("{}. ", " | "),
    "letters": ("Q{}: ", " "),
    "letters alone": ("Q{} ", ", "),
    "words": ("Question {}: ", " "),
    "signs": ("#{} ", " "),
}


@pytest.mark.parametrize("style", ONE_LINE)
def test_a_whole_list_on_one_line(style):
    mark, between = ONE_LINE[style]
    text = between.join(mark.format(number) + text for number, text in ON_ONE_LINE.items())
    assert_exact(text, ON_ONE_LINE)
    assert_exact("\n".join(textwrap.wrap(text, 60)), ON_ONE_LINE)


@pytest.mark.parametrize(
    ("kinds", "text", "typed"),
    [
        ("yyy", "1. yes 2. no 3. no", {1: "yes", 2: "no", 3: "no"}),
        ("yyy", "1. yes, 2. no and 3. no", {1: "yes", 2: "no", 3: "no"}),
        ("ttt", "1. yes 2. no 3. perhaps", {1: "yes", 2: "no", 3: "perhaps"}),
        ("yyy", "1. yes 2. no", {1: "yes", 2: "no"}),
        ("tsty", "1. yes 2. 4\n3. well 4. no", {1: "yes", 2: "4", 3: "well", 4: "no"}),
        ("tst", "1. yes\nand more 2. 4\n3. well", {1: "yes\nand more", 2: "4", 3: "well"}),
        ("ttt", "1. I read chapter 2. It was good\n2. no\n3. x", {1: "I read chapter 2. It was good", 2: "no", 3: "x"}),
    ],
)
def test_numbers_inside_a_line(kinds, text, typed):
    assert_exact(text, typed, small(kinds))


@pytest.mark.parametrize(
    ("kinds", "text", "asked"),
    [
        ("ttt", "1. I read chapter 2. It was good\n3. x", {1, 2}),
        ("tt", "1. I read chapter 2. It was good", {1, 2}),
        ("tst", "1. I read chapter 2. It was good\n3. x", {1, 2}),
        ("ttt", "1. see 3. or 2. of the book", {1, 2}),
    ],
)
def test_a_number_inside_a_line_that_may_be_of_something_else(kinds, text, asked):
    assert set(unclear(read(small(kinds), shapes.message(text)))) >= asked


def test_a_number_that_stands_twice_inside_a_line_splits_nothing():
    reading = read(small("ttt"), shapes.message("1. chapters 2. and 2. again\n3. x"))
    assert reading.answers[0].text == "chapters 2. and 2. again"


MIXED = {
    "every style": ("1. A\n2) 4\n3: B\n4 - 2\n5. C", {1: "A", 2: "4", 3: "B", 4: "2", 5: "C"}),
    "two in turn": ("1. A\n2) 4\n3. B\n4) 2\n5. C", {1: "A", 2: "4", 3: "B", 4: "2", 5: "C"}),
    "a letter for the first": ("Q1. A\n2. 4\n3. B\n4. 2", {1: "A", 2: "4", 3: "B", 4: "2"}),
    "a bracket for the last": ("1. A\n2. 4\n3. B\n4) 2", {1: "A", 2: "4", 3: "B", 4: "2"}),
    "a stop forgotten": ("1. A\n2 4\n3. B\n4. 2", {1: "A", 2: "4", 3: "B", 4: "2"}),
    "a comma instead": ("1. A\n2, 4\n3. B\n4. 2", {1: "A", 2: "4", 3: "B", 4: "2"}),
    "a list in the other style inside": ("1. In:\n1) a\n2) b\n2. 4\n3. B", {1: "In:\n1) a\n2) b", 2: "4", 3: "B"}),
    "and the next one left out": ("1. In:\n1) a\n2) b\n3. B\n4. 2", {1: "In:\n1) a\n2) b", 3: "B", 4: "2"}),
    "no blank behind the stop": ("1.A\n2.4\n3.B\n4.2", {1: "A", 2: "4", 3: "B", 4: "2"}),
    "a list of letters inside": ("1. a) x\nb) y\n2. 4\n3. B", {1: "a) x\nb) y", 2: "4", 3: "B"}),
    "lists inside": ("7. x\n8. 1. a\n2. b\n9. 1. c\n2. d", {7: "x", 8: "1. a\n2. b", 9: "1. c\n2. d"}),
    "lists below": ("7. x\n8.\n1) a\n2) b\n9.\n1) c\n2) d", {7: "x", 8: "1) a\n2) b", 9: "1) c\n2) d"}),
    "lists below, apart": ("7. x\n\n8.\n1. a\n2. b\n\n9.\n1. c\n2. d", {7: "x", 8: "1. a\n2. b", 9: "1. c\n2. d"}),
    "a number in bold, and a bold answer": ("**1.** A\n**2.** *4*\n**3.** B", {1: "A", 2: "*4*", 3: "B"}),
    "dates and times": (
        "1. 12. March was my day; 9:30 to 11:45.\n2. 4\n3. 2.30 pm",
        {1: "12. March was my day; 9:30 to 11:45.", 2: "4", 3: "2.30 pm"},
    ),
    "an answer in one sign": ("3. ?\n5. -\n6. .\n7. n/a", {3: "?", 5: "-", 6: ".", 7: "n/a"}),
    "a question asked back": ("2. 4\n3. Which papers count?\n5. C", {2: "4", 3: "Which papers count?", 5: "C"}),
    "an empty place": ("1. A\n2.\n3. B\n4. 2", {1: "A", 3: "B", 4: "2"}),
    "an introduction of one's own": ("Hi,\n\n1. A\n2. 4\n3. B", {1: "A", 2: "4", 3: "B"}),
    "any order": ("1. A\n\n3. B\n\n2. 4\n\n4. 2", {1: "A", 3: "B", 2: "4", 4: "2"}),
    "backwards": ("7. x\n5. y\n3. z\n1. w", {7: "x", 5: "y", 3: "z", 1: "w"}),
    "the first one last": ("2. 4\n3. B\n4. 2\n1. A", {2: "4", 3: "B", 4: "2", 1: "A"}),
    "half the list with dashes": ("2 - 4\n5 - Pass\n7 - Consultant", {2: "4", 5: "Pass", 7: "Consultant"}),
}


@pytest.mark.parametrize("kind", MIXED)
def test_lists_as_people_write_them(kind):
    assert_exact(*MIXED[kind])


DOUBTED = {
    "a decimal in its place": ("1. The trust has\n2.4 million patients\n3. One poster", None),
    "parts of a question": ("1a) foo\n1b) bar\n2) 4\n3) x", {1: "foo bar", 2: "4", 3: "x"}),
    "numbers with points": ("1. foo\n2. 4\n8.1 good\n8.2 kind\n9.1 bad", {1: "foo", 2: "4"}),
    "counts": ("3 posters\n4 talks\n5 courses", {}),
    "values said twice": ("2 - poor\n4 - good", {}),
    "weeks": ("Week 1: good\nWeek 2: bad\nWeek 3: fine", {}),
    "no as an answer": ("No 1 will read this", {}),
    "two texts out of order": ("7. x\n5. y", {}),
    "one point, perhaps of a list inside": ("3. x\n1. y\n5. z", {5: "z"}),
    "a list below the wrong number": ("3. things:\n1. y\n2. z\n4. 2", None),
    "an answer that is a number": ("1.\nMy confidence\nthe audit", {}),
    "another style in the wrong place": ("1. A\n5) C\n3) B\n4. 2", None),
    "a count in the place of a number": ("1. A\n2 courses\n3. B\n4. 2", None),
    "items that stand closer": ("1. A\n\n2) 4\n\n4) x\n3) 2\n\n5. C", None),
}


@pytest.mark.parametrize("kind", DOUBTED)
def test_lists_that_may_be_something_else(kind):
    text, typed = DOUBTED[kind]
    reading = read(SHEET, shapes.message(text))
    assert unclear(reading)
    if typed is not None:
        assert [
            a.text for a in reading.answers if a.state is AnswerState.ANSWERED and a.text not in typed.values()
        ] == []


@pytest.mark.parametrize(
    ("kinds", "text"), [("ttt", "1 poster\n2 talks\n3 courses"), ("ttt", "Week 1: a\nWeek 2: b\nWeek 3: c")]
)
def test_counts_that_happen_to_be_as_many_as_questions_are_asked_about(kinds, text):
    assert set(unclear(read(small(kinds), shapes.message(text)))) == {1, 2, 3}


def test_bare_numbers_are_believed_where_a_scale_has_its_value():
    assert_exact("1 poster\n2 4\n3 courses", {1: "poster", 2: "4", 3: "courses"}, small("tst"))


def test_a_list_of_a_page():
    page = (
        "<ol><li>A course</li><li><p>4</p></li><li>One poster</li></ol><ol start=5><li>Pass</li><li>Research</li></ol>"
    )
    reading = read(SHEET, shapes.message(None, page))
    typed = {1: "A course", 2: "4", 3: "One poster", 5: "Pass", 6: "Research"}
    assert silently_wrong(SHEET, reading, typed) == []
    assert unclear(reading) == {}


@pytest.mark.parametrize("typed", [{2: "4"}, {}])
def test_what_a_client_quotes_above_the_form_is_no_list(typed):
    text = shapes.quoted_text(SHEET.questions, typed)
    reading = read(SHEET, shapes.message(f"> [1:text/plain Hide]\n> 2. text/html Show (5kB)\n>\n{text}"))
    assert silently_wrong(SHEET, reading, typed) == []
    assert "text/html" in reading.unplaced
    assert set(unclear(reading)) in (set(), set(range(1, 10)))


def test_a_list_below_one_question_in_the_middle_is_its_answer():
    sheet = forms.surgery_sheet()
    typed = "1. a course\n3. a poster"
    found = read(sheet, shapes.message(shapes.quoted_text(sheet.questions, {5: typed})))
    assert [answer.text for answer in found.answers if answer.text] == [typed]


def test_bullets_below_a_numbered_answer_may_be_the_next_answers():
    typed = "1. A course\n2. 4\n3. One poster\n- 2\n- Pass the exam\n- Research"
    asked = unclear(read(forms.surgery_sheet(), shapes.message(typed)))
    assert {3, 4} <= set(asked)
    several = unclear(read(forms.surgery_sheet(), shapes.message("1. A course\n2. 4\n3. two:\n- a\n- b\n4. 2")))
    assert several == {}
