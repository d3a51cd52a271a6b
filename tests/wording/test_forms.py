"""The form's layout is a protocol with the reader of replies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.model.form import Question, QuestionKind
from mailbot.model.form import Wording as Asked
from mailbot.wording.forms import form_questions, form_sheet, packet_thread_subject, sheet_of_receipt
from mailbot.wording.letters import Form, Packet, Post
from tests.wording.cases import ABOUT, CASES, QUESTIONS, REFERENCE, WORDING
from tests.wording.seen import seen_blocks, squeezed

WORD = st.text(st.sampled_from("abcdefgh äß\u05d0\u65e5123.,?()<&'\"{}%-"), min_size=1, max_size=90)
ASKED = st.builds(
    Asked,
    ask=WORD,
    help=st.one_of(st.just(""), WORD),
    labels=st.lists(WORD, min_size=2, max_size=7).map(tuple),
    options=st.lists(WORD, min_size=2, max_size=4).map(tuple),
)
KINDS = st.sampled_from(QuestionKind)


@st.composite
def questionnaires(draw):
    count = draw(st.integers(1, 14))
    return tuple(
        Question(id=f"q{n}", kind=draw(KINDS), words={"": draw(ASKED)}, at_least=draw(st.integers(0, 3)))
        for n in range(count)
    )


def form_of(questions):
    return Form(about=ABOUT, round_number=2, questions=questions, reference=REFERENCE, reply_by_on=date(2027, 2, 2))


def sheet_of(letter, words):
    return form_sheet(letter, words, sender_name="Your mentor", sender_address="mentoring+f-x@example.org")


def test_question_hint_and_answer_place_stand_apart_exactly_so():
    words = WORDING.words(form_of(QUESTIONS), "en")
    assert (
        "\n\n2. How satisfied are you with your training?\n"
        "\n"
        "(1 = very unsatisfied, 2 = unsatisfied, 3 = neither, 4 = satisfied, 5 =\nvery satisfied)\n"
        "\n"
        "Answer 2:\n"
        "\n"
        "\n"
        "3. Have you been able to take your study leave?\n"
        "\n"
        "(yes or no)\n"
        "\n"
        "Answer 3:\n"
        "\n"
        "\n"
        "4. What shall we talk about next?\n" in words.text
    )


def test_without_a_hint_the_answer_place_follows_the_question():
    words = WORDING.words(form_of(QUESTIONS), "en")
    assert "1. Which skills have you gained in the past two months?\n\nAnswer 1:\n\n\n2. " in words.text


def test_the_last_line_is_the_reference():
    words = WORDING.words(form_of(QUESTIONS), "en")
    assert words.text.endswith(f"\n\nReference: {REFERENCE} (please leave this line in your reply)\n")


def test_bold_ends_with_the_question():
    html = WORDING.words(form_of(QUESTIONS), "en").html
    assert (
        '<b>1. Which skills have you gained in the past two months?</b></p>\n<p style="margin:0 0 6px">Answer 1:</p>'
        in html
    )
    assert "bold" not in html


def test_hints_say_what_may_be_answered():
    hints = {question.id: question.hint for question in QUESTIONS}
    assert hints["topic"] == "(1 = work, 2 = career)"
    assert hints["leave"] == "(yes or no)"
    assert hints["positives"] == "(for example: first solo appendicectomy)"
    assert hints["skills"] == ""
    both = Question(id="x", kind=QuestionKind.YES_NO, words={"": Asked(ask="Well?", help="one word")})
    assert form_questions((both,), "en")[0].hint == "(yes or no) (one word)"


def test_questions_are_numbered_and_marked_in_order():
    assert [question.number for question in QUESTIONS] == list(range(1, 9))
    assert QUESTIONS[2].marker == "Answer 3:"
    assert QUESTIONS[6].at_least == 3
    assert QUESTIONS[1].labels[4] == "very satisfied"


def test_a_translation_is_used_where_there_is_one():
    asked = Question(
        id="x", kind=QuestionKind.TEXT, words={"": Asked(ask="What went well?"), "de": Asked(ask="Was ist gelungen?")}
    )
    assert form_questions((asked,), "de")[0].ask == "Was ist gelungen?"
    assert form_questions((asked,), "fr")[0].ask == "What went well?"


@given(questions=questionnaires())
def test_every_line_of_any_form_is_on_its_sheet_and_both_parts_say_the_same(questions):
    letter = form_of(form_questions(questions, "en"))
    words = WORDING.words(letter, "en")
    sheet = sheet_of(letter, words)
    assert "\n".join(sheet.lines) + "\n" == words.text
    assert max(len(line) for line in sheet.lines) <= max(72, *(len(word) for word in words.text.split()))
    blocks = seen_blocks(words.html)
    assert squeezed(" ".join(blocks)) == squeezed(words.text)
    for question in letter.questions:
        assert squeezed(f"{question.number}. {question.ask}") in blocks
        assert question.marker in sheet.lines
        assert question.marker in blocks


def test_forms_of_one_round_differ_in_the_reference_alone():
    other = "AAAA-BBBB-CCCC-DDDD"
    first = WORDING.words(form_of(QUESTIONS), "en")
    second = WORDING.words(replace(form_of(QUESTIONS), reference=other), "en")
    assert second.text == first.text.replace(REFERENCE, other)
    assert second.html == first.html.replace(REFERENCE, other)
    assert (REFERENCE in first.text, other in first.text, "\ue000" in first.text) == (True, False, False)


def test_a_reference_of_any_other_shape_is_printed_too():
    words = WORDING.words(replace(form_of(QUESTIONS), reference="a <b> & c"), "en")
    assert "Reference: a <b> & c (please" in words.text
    assert "Reference: a &lt;b&gt; &amp; c (please" in words.html


def test_a_sheet_knows_where_its_form_came_from():
    letter = form_of(QUESTIONS)
    sheet = form_sheet(
        letter,
        WORDING.words(letter, "en"),
        sender_name="Your mentor",
        sender_address="mentoring+f-x@example.org",
        recipient_name="Zoë",
        language="de",
    )
    assert (sheet.sender_name, sheet.sender_address) == ("Your mentor", "mentoring+f-x@example.org")
    assert (sheet.recipient_name, sheet.language, sheet.reference) == ("Zoë", "de", REFERENCE)
    assert sheet.subject == "Your form 2: please reply by 2 February"
    assert sheet.questions == QUESTIONS


def test_a_reply_to_a_receipt_is_read_against_the_receipt():
    letter = form_of(QUESTIONS)
    sheet = sheet_of(letter, WORDING.words(letter, "en"))
    receipt = WORDING.words(CASES["receipt"], "en")
    read_against = sheet_of_receipt(sheet, tuple(receipt.text.splitlines()))
    assert "\n".join(read_against.lines) + "\n" == receipt.text
    assert [question.ask for question in read_against.questions] == [question.ask for question in sheet.questions]
    assert {question.marker + question.hint for question in read_against.questions} == {""}


@pytest.mark.parametrize(
    ("subject", "seen"),
    [
        ("Your mentee Heron: Answers to form 2", "Your mentor: Answers to form 2"),
        ("Your mentor: Exam: when", "Your mentor: Exam: when"),
        ("Exam", "Your mentor: Exam"),
        ("", "Your mentor has written to you"),
        ("Your mentor: ", "Your mentor has written to you"),
    ],
)
def test_each_side_reads_its_own_partner_in_front_of_the_subject(subject, seen):
    post = Post(about=ABOUT, reader="mentee", partner="Your mentor", text="x", subject=subject)
    assert WORDING.words(post, "en").subject == seen


def test_a_packets_thread_has_one_subject_on_the_mentors_side():
    packet = CASES["packet"]
    assert isinstance(packet, Packet)
    post = Post(
        about=ABOUT,
        reader="mentor",
        partner="Your mentee Heron",
        text="x",
        subject=packet_thread_subject(packet.round_number),
    )
    assert WORDING.words(packet, "en").subject == WORDING.words(post, "en").subject
