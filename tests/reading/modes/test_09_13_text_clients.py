"""Flowed text, stuffing, quotes cut down to some questions, narrow marks."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading.modes import text_clients as clients
from tests.reading.modes.answers import SETS, answers
from tests.reading.modes.check import recovered
from tests.reading.modes.questionnaires import FORMS, asked

EVERY = [(form, style) for form in FORMS for style in SETS]
EMPTY = (AnswerState.MISSING, AnswerState.BLANK)


@pytest.mark.parametrize("width", [40, 66, 72])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_09_flowed_text_reflowed(form, style, width):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, clients.thunderbird(one, typed, width=width), typed)


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_09_delsp_joins_words_that_were_cut(form, style):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, clients.delsp(one, typed), typed)


@pytest.mark.parametrize("start", ["> 3 years", "From here on it gets better", " two spaces in", ">5", "From: us"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_10_one_space_of_stuffing_goes_once(form, start):
    one = asked(form)
    typed = {n: start if q.kind.value in ("text", "goal") else "" for n, q in enumerate(one.questions, 1)}
    reading = recovered(one, clients.thunderbird(one, typed), typed)
    assert {answer.text for answer in reading.answers if answer.text} == {start.strip()}


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_11_a_quote_of_the_questions_alone(form, style):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, clients.mutt(one, typed), typed)


@pytest.mark.parametrize("numbers", [(3, 5, 6), (1,), (2, 4), (6,), (1, 6), (2, 3)])
@pytest.mark.parametrize("style", ["prose", "plain"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_12_only_some_questions_quoted(form, style, numbers):
    one = asked(form)
    typed = {n: text for n, text in answers(one, style).items() if n in numbers}
    reading = recovered(one, clients.only(one, typed), typed)
    assert all(a.state in EMPTY for n, a in enumerate(reading.answers, 1) if n not in typed)


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_13_marks_without_a_space_at_66_columns(form, style):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, clients.k9(one, typed), typed)
