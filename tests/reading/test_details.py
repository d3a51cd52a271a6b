"""The finer rules of the reader, each by the smallest reply that needs it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailbot.model.answer import AnswerState
from mailbot.model.form import QuestionKind
from mailbot.model.inbound import Bodies, BodyLine
from mailbot.reading import evidence as signals
from mailbot.reading.alignment import aligned
from mailbot.reading.answers import read_reply
from mailbot.reading.folding import squared
from mailbot.reading.form_pieces import PieceKind, form_of
from mailbot.reading.stream import Stream
from mailbot.reading.writer import signatures_of
from tests.reading import forms, shapes
from tests.reading.replies import read, unclear

SURGERY = forms.surgery_sheet()
Q2 = "> 2. How satisfied are you with your surgical training at present?"


def quoted(answers, questions=SURGERY.questions, **more):
    return shapes.quoted_text(questions, answers, **more)


def answers_of(text, sheet=SURGERY):
    return {answer.question: answer for answer in read(sheet, shapes.message(text)).answers}


def evidence_of(text, sheet=SURGERY):
    return {a.question: set(a.evidence) for a in read(sheet, shapes.message(text)).answers if a.evidence}


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Ａ １", "a1"),
        ("naïve – “so” …", 'naive-"so"...'),
        ("e\u0301 ﬁ ß", "efiss"),
        ("> *bold* _x_ |\u200b\u00ad\u202e", "boldx"),
    ],
)
def test_what_clients_change_is_folded_away(text, same):
    assert squared(text) == same


def test_every_form_of_a_name_can_be_a_signature():
    assert {"zoë müller", "zoë", "müller", "zm", "z m", "zoë m"} == signatures_of(("Zoë Müller", " "))


def test_a_form_is_known_piece_by_piece():
    kinds = [piece.kind for piece in form_of(SURGERY).pieces]
    assert kinds[:5] == [PieceKind.INTRO, PieceKind.INTRO, PieceKind.QUESTION, PieceKind.HINT, PieceKind.MARKER]
    assert kinds[-4:] == [PieceKind.CLOSING] * 4


def test_a_title_on_the_line_of_a_question_is_a_piece():
    sheet = replace(SURGERY, lines=tuple(row.replace("2. How", "Training 2. How") for row in SURGERY.lines))
    assert any(piece.words.startswith("training") for piece in form_of(sheet).pieces)


def test_a_sheet_without_lines_still_finds_its_questions():
    sheet = replace(SURGERY, lines=())
    assert answers_of(quoted({2: "4"}), sheet)["satisfaction"].value == 4


def test_a_short_question_counts_only_at_the_start_of_its_line():
    questions = (
        forms.question(1, QuestionKind.TEXT, "Goals?"),
        forms.question(2, QuestionKind.TEXT, "What else would you like to say?"),
    )
    sheet = forms.sheet_of(questions)
    found = answers_of(quoted({1: "My goals? None", 2: "Nothing"}, questions), sheet)
    assert [found["q1"].text, found["q2"].text] == ["My goals? None", "Nothing"]
    changed = quoted({1: "None"}, questions).replace("1. Goals?", "1. Goal?")
    assert answers_of(changed, sheet)["q1"].state in (AnswerState.UNCLEAR, AnswerState.ANSWERED)


def test_a_line_that_only_resembles_a_question_is_not_it():
    other = "> 2. How pleased would you be with your surgical training at night?"
    assert all(
        row.piece.question != 1 or row.piece.kind is not PieceKind.QUESTION
        for row in found_in(quoted({}).replace(Q2, other))
    )


def found_in(text):
    lines = [BodyLine(text=row.lstrip("> ")) for row in text.split("\n")]
    return aligned(Stream(lines), form_of(SURGERY))


def test_a_changed_question_with_words_behind_it_is_doubted():
    text = quoted({}).replace(
        Q2, "> 2. How satisfied are you with your surgery trainings at present? It is really quite good"
    )
    assert signals.EDGE_IN_LINE in evidence_of(text)["satisfaction"]


def test_struck_words_in_the_text_part_are_doubted():
    bodies = Bodies(plain=(BodyLine(text="2. 4 5"),), struck=("5", " "))
    answer = read_reply(SURGERY, bodies).answers[1]
    assert answer.state is AnswerState.UNCLEAR
    assert signals.STRUCK in answer.evidence


def test_a_deleted_question_does_not_spoil_the_one_before():
    rows = quoted({4: "2", 5: "Pass", 7: "Consultant"}).split("\n")
    text = "\n".join(row for row in rows if not row.startswith(("> 6.", "> years?", "> Answer 6")))
    found = answers_of(text)
    assert (found["goal_short"].state, found["goal_medium"].state) == (AnswerState.ANSWERED, AnswerState.MISSING)


def test_a_short_line_of_the_form_is_believed_only_alone_beside_a_longer_one():
    sheet = forms.sheet_of(SURGERY.questions, closing=(*forms.CLOSING, "Thank you,"))
    text = quoted({9: "a\nThank you, all"}).replace("> Reference", "> Thank you,\n>\n> Reference")
    found = read(sheet, shapes.message(text))
    assert found.answers[8].text == "a\nThank you, all"
    assert found.unplaced == ""


def test_a_short_line_behind_the_last_long_one_belongs_to_the_form():
    lines = (*SURGERY.lines, "", "Thank you,")
    text = f"{quoted({2: '4'})}\n>\n> Thank you,\n"
    found = read(replace(SURGERY, lines=lines), shapes.message(text))
    assert (found.answers[1].value, found.unplaced) == (4, "")


def test_the_greeting_of_the_form_inside_a_typed_line_is_typed():
    text = f"Tell Zoë: Dear Zoë, hello\n\n{quoted({2: '4'})}"
    assert read(SURGERY, shapes.message(text)).unplaced == "Tell Zoë: Dear Zoë, hello"


def test_likeness_is_not_looked_for_in_a_very_long_answer():
    text = quoted({8: "word " * 2000}).replace("(One on each line, for example", "(One in each line for")
    text = text.replace("> Answer 8:\n", "")
    assert unclear(read(SURGERY, shapes.message(text)))[8]


def test_a_hint_that_came_back_changed_on_the_line_of_an_answer_is_doubted():
    text = quoted({}).replace("> (1 = very poor, 2 = poor,", "> good, I think (1 = very por, 2 = poor,")
    assert signals.HINT_MARKED in evidence_of(text)["balance"]


def test_a_question_quoted_inside_a_sentence_below_is_no_second_copy():
    text = f"{quoted({2: '4'})}\n\nyou ask: How satisfied are you with your surgical training at present?"
    assert "you ask" in read(SURGERY, shapes.message(text)).unplaced


def test_a_form_that_lost_all_its_numbers_is_read_by_its_words():
    text = quoted({2: "4", 5: "Pass"})
    for question in SURGERY.questions:
        text = text.replace(f"> {question.number}. ", "> ")
    found = answers_of(text)
    assert (found["satisfaction"].value, found["goal_short"].text) == (4, "Pass")


def test_the_mark_of_a_bold_question_on_the_line_of_an_answer_is_dropped():
    text = (
        quoted({1: ""})
        .replace("> Answer 1:\n>\n>\n> 2. How", "> Answer 1: a course *2. How")
        .replace("present?", "present?*")
    )
    assert answers_of(text)["skills"].text == "a course"


def test_a_list_inside_an_answer_stays_in_it():
    found = answers_of("1. 1. a course\n2. a book\n\n3. one poster\n\n4. 2")
    assert found["skills"].text == "1. a course\n2. a book"
    assert found["satisfaction"].state is AnswerState.UNCLEAR  # "2. a book" could have been meant for it


@pytest.mark.parametrize(
    ("text", "question", "signal"),
    [
        ("1. 1. a\n5. b\n2. 4\n3. one poster\n4. 2", "skills", signals.INNER_LIST),
        ("1. a\n2. 4\n3. b\n2. 5\n4. 2", "satisfaction", signals.OUT_OF_ORDER),
        ("1. a\n2. 4\n2. 5", "satisfaction", signals.NUMBER_TWICE),
        ("2. 4\n1. a\n3. b\n4. 3\n5. c", "goal_short", None),
    ],
)
def test_numbers_that_do_not_fit_are_doubted(text, question, signal):
    found = evidence_of(text).get(question, set())
    assert signal in found if signal else found == set()


def test_two_lists_without_gaps_are_one_list_with_another_inside():
    found = answers_of("1. a\n1) b\n2. 4\n2) c\n3. d")
    assert found["skills"].text == "a\n1) b"


def test_a_lost_question_left_in_an_answer_is_doubted():
    text = quoted({1: "a course\n> How satisfied are you with"}).replace(Q2 + "\n", "").replace("> Answer 2:\n", "")
    assert signals.FORM_TEXT_LEFT in evidence_of(text)["skills"]


def test_words_of_the_form_that_are_found_nowhere_else_are_doubted():
    text = quoted({7: "It takes about ten minutes, and you may leave"})
    assert signals.FORM_TEXT_LEFT in evidence_of(text[text.index("> 1.") :])["goal_long"]


def test_words_of_the_form_found_elsewhere_too_may_be_an_answer():
    text = quoted({7: "Questions about the programme: Maria Lopez, coordinator,"})
    assert answers_of(text)["goal_long"].text == "Questions about the programme: Maria Lopez, coordinator,"


def test_a_hint_typed_again_is_doubted():
    text = quoted({4: "(1 = very poor, 2 = poor, 3 = fair, 4 = fine, 5 = very good)"})
    assert signals.FORM_TEXT_LEFT in evidence_of(text)["balance"]


def test_a_part_that_lost_the_form_does_not_speak_against_the_other():
    page = shapes.pages(
        SURGERY.questions, {2: "4", 3: "A poster"}, lambda inner: f"<p>{inner}</p>", lambda t: f"<div>{t}</div>"
    )
    found = read(SURGERY, shapes.message("2. 4\n", page))
    assert [a.state for a in found.answers[1:3]] == [AnswerState.ANSWERED] * 2


def test_words_in_brackets_that_are_no_name_stay():
    assert answers_of(quoted({5: "[sic] exam", 6: "[open", 7: "[Zoë] Consultant"}))["goal_short"].text == "[sic] exam"


def test_dashes_at_the_very_end_are_an_empty_signature():
    assert answers_of("1. a course\n\n2. 4\n\n--")["satisfaction"].state is AnswerState.ANSWERED


def test_what_the_other_part_doubts_by_itself_does_not_count_against_this_one():
    page = shapes.pages(
        SURGERY.questions, {2: "4", 3: "A poster"}, lambda inner: f"<p>{inner}</p>", lambda t: f"<div>{t}</div>"
    )
    text = quoted({2: "4", 3: "A poster"}).replace("> Answer 3:", "and more\n> Answer 3:")
    assert {n: a.state for n, a in enumerate(read(SURGERY, shapes.message(text, page)).answers, 1)}[
        3
    ] is AnswerState.ANSWERED


def test_a_text_of_more_letters_than_are_kept_is_squared_all_the_same():
    every = "".join(map(chr, range(0x4E00, 0x4E00 + 5000)))
    assert squared(every + " É* " + every) == every + "e" + every


@pytest.mark.parametrize("tag", ["[Zoë Müller] ", "[Müller, Zoë] ", "[ZM]", "[zm3 (Trust)] "])
def test_the_tag_that_marks_each_comment_is_no_word_of_the_answer(tag):
    typed = {1: "A course", 3: "One poster", 5: "Pass", 7: "Consultant\nor teacher"}
    found = answers_of(quoted({n: f"{tag}{text}" for n, text in typed.items()}))
    assert [found[q.id].text for q in SURGERY.questions if q.number in typed] == list(typed.values())


def test_brackets_before_two_answers_are_words():
    found = answers_of(quoted({1: "[sic] a course", 3: "[sic] one poster"}))
    assert (found["skills"].text, found["cv"].text) == ("[sic] a course", "[sic] one poster")


@pytest.mark.parametrize("answer", ["4", "4.", "yes 4"])
def test_an_answer_on_the_line_of_the_next_number_keeps_its_own(answer):
    text = quoted({2: "x"}).replace("x\n>\n>\n> 3.", f"{answer} 3.")
    assert answers_of(text)["satisfaction"].text == answer


def test_an_answer_stuck_to_the_next_number_does_not_vanish():
    text = quoted({2: "x"}).replace("x\n>\n>\n> 3.", "43.")
    assert answers_of(text)["satisfaction"].state is AnswerState.UNCLEAR


@pytest.mark.parametrize("rest", ["=", "=20"])
def test_soft_breaks_left_in_by_a_gateway_are_no_words(rest):
    rows = quoted({2: "4", 3: "One poster"}, width=60).split("\n")
    found = read(SURGERY, shapes.message("\n".join(row + rest if len(row) > 45 else row for row in rows)))
    assert unclear(found) == {}
    assert [a.text for a in found.answers[1:3]] == ["4", "One poster"]
    assert {e for a in found.answers for e in a.evidence} == set()


@pytest.mark.parametrize("kept", [(1,), (6,), (1, 6), (2, 4), (3, 5, 9)])
def test_questions_cut_away_on_purpose_are_missing(kept):
    typed = {number: "4" if number in (2, 4) else f"Word {number}" for number in kept}
    rows = []
    for question in SURGERY.questions:
        if question.number in kept:
            rows += [f"> {question.number}. {question.ask}", f"> {question.marker}", typed[question.number]]
    found = read(SURGERY, shapes.message("\n".join(rows)))
    assert unclear(found) == {}
    assert {n: a.text for n, a in enumerate(found.answers, 1) if a.text} == typed


def test_lines_of_more_characters_than_are_read_are_cut_and_asked_about():
    bodies = Bodies(plain=(BodyLine(text="2. 4"), BodyLine(text="a" * 310_000)))
    assert {answer.state for answer in read_reply(SURGERY, bodies).answers} == {AnswerState.UNCLEAR}
