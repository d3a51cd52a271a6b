"""What receipts and packets say about an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailbot.model.answer import Answer, AnswerState
from mailbot.model.form import QuestionKind
from mailbot.wording.answer_lines import answer_lines, packet, packet_update
from tests.wording.cases import ABOUT, BEFORE, NOW, QUESTIONS, answered


def line_for(answer):
    return next(line for line in answer_lines(QUESTIONS, (answer,)) if line.question == answer.question)


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (answered("skills", "one\ntwo"), "one\ntwo"),
        (answered("satisfaction", " 4 ", 4), "4 = satisfied"),
        (answered("satisfaction", "4 = Satisfied", 4), "4 = Satisfied"),
        (answered("satisfaction", "4 - good", 4), "4 - good\n(4 = satisfied)"),
        (answered("satisfaction", "9", 9), "9"),
        (answered("leave", "Yes", 1), "Yes"),
        (answered("leave", "nope", 0), "nope\n(no)"),
        (answered("topic", "career", 2), "career\n(2 = career)"),
        (answered("positives", "a; b", items=("a", "b")), "- a\n- b"),
    ],
)
def test_an_answer_is_shown_as_typed_with_what_was_understood(answer, shown):
    assert line_for(answer).shown == shown


def test_a_question_without_an_answer_is_missing():
    assert {line.state for line in answer_lines(QUESTIONS, ())} == {AnswerState.MISSING}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("satisfaction", "one number from 1 to 5"),
        ("topic", "one number from 1 to 2"),
        ("leave", "yes or no"),
        ("skills", "your answer to this question only"),
    ],
)
def test_an_unclear_answer_is_asked_for_in_plain_words(question, expected):
    assert line_for(Answer(question=question, state=AnswerState.UNCLEAR)).expected == expected


@pytest.mark.parametrize(
    ("answer", "short_of"),
    [
        (answered("positives", "one"), 2),
        (answered("positives", "x", items=("one", "two")), 1),
        (answered("positives", "x", items=("one", "two", "three", "four")), 0),
        (Answer(question="positives", state=AnswerState.UNCLEAR, text="x"), 0),
        (answered("skills", "x"), 0),
    ],
)
def test_a_short_list_counts_what_would_be_welcome(answer, short_of):
    assert line_for(answer).short_of == short_of


def test_a_packet_opens_with_the_positives_and_shows_every_answer_once():
    page = packet(ABOUT, "Heron", 2, QUESTIONS, NOW, previous=BEFORE)
    assert [line.question for line in page.positives] == ["positives"]
    assert [line.question for line in page.answers] == ["skills", "satisfaction", "leave", "topic"]
    assert [line.question for line in page.unclear] == ["negatives"]
    assert page.open == ()


def test_a_goal_stands_until_it_is_answered_anew():
    page = packet(ABOUT, "Heron", 2, QUESTIONS, NOW, previous=BEFORE)
    assert [(line.question, line.text, line.earlier) for line in page.goals] == [
        ("goal_short", "The audit, by June.", False),
        ("goal_long", "A fellowship.", True),
    ]
    unclear = Answer(question="goal_long", state=AnswerState.UNCLEAR, text="?")
    page = packet(ABOUT, "Heron", 2, QUESTIONS, (*NOW, unclear), previous=BEFORE)
    assert [line.question for line in page.goals] == ["goal_short"]
    assert packet(ABOUT, "Heron", 1, QUESTIONS, ()).goals == ()


def test_a_packet_says_what_changed_since_the_round_before_and_nothing_in_the_first():
    page = packet(ABOUT, "Heron", 2, QUESTIONS, NOW, previous=BEFORE)
    assert [(change.number, change.before, change.now) for change in page.changes] == [
        (2, "2 = unsatisfied", "4 = satisfied"),
        (3, "no", "yes"),
    ]
    assert packet(ABOUT, "Heron", 1, QUESTIONS, NOW).changes == ()


def test_an_update_holds_only_what_is_new_or_corrected():
    corrected = tuple(replace(a, text="3", value=3) if a.question == "satisfaction" else a for a in NOW)
    more = answered("goal_long", "A fellowship.")
    update = packet_update(ABOUT, "Heron", 2, questions=QUESTIONS, before=NOW, now=(*corrected, more))
    assert [(change.number, change.before, change.now) for change in update.changes] == [
        (2, "4 - good on the whole\n(4 = satisfied)", "3 = neither"),
        (6, "", "A fellowship."),
    ]
    assert packet_update(ABOUT, "Heron", 2, questions=QUESTIONS, before=NOW, now=NOW).changes == ()


def test_every_kind_of_question_can_be_shown():
    assert {line.kind for line in answer_lines(QUESTIONS, NOW)} == set(QuestionKind)
