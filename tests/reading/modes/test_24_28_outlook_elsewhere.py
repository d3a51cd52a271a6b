"""Outlook on the web, on phones and on the Mac."""

from __future__ import annotations

import pytest

from tests.reading.modes import outlook
from tests.reading.modes.answers import SETS, answers
from tests.reading.modes.check import recovered
from tests.reading.modes.mails import html_form, mail, numbered
from tests.reading.modes.questionnaires import FORMS, asked

EVERY = [(form, style) for form in FORMS for style in SETS]


@pytest.mark.parametrize("text", [True, False])
@pytest.mark.parametrize("prefix", ["", "x_"])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_24_answers_in_the_siblings(form, style, prefix, text):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, outlook.web(one, typed, prefix=prefix, text=text), typed)


@pytest.mark.parametrize("text", [True, False])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_25_numbers_are_not_required(form, style, text):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, outlook.web(one, typed, ordered=True, text=text), typed)


@pytest.mark.parametrize("number", ["1", "restart", "one later"])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_26_order_and_words_beat_the_number(form, style, number):
    one = asked(form)
    typed = answers(one, style)
    body = outlook.word_form(one, typed)
    for question in one.questions:
        n = question.number
        shown = {"1": 1, "restart": (n - 1) % 3 + 1, "one later": n + 1}[number]
        body = body.replace(f"<b>{n}. {question.ask[:9]}", f"<b>@{shown}. {question.ask[:9]}")
    assert body.count("<b>@") == len(one.questions)
    recovered(one, mail(one, None, outlook.word(one, body.replace("<b>@", "<b>"))), typed)


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("form", FORMS)
def test_mode_27_a_reply_typed_into_the_signature(form, inside):
    one = asked(form)
    typed = {n: text.replace("\n", ", ") for n, text in answers(one, "plain").items()}
    recovered(one, outlook.phone(one, numbered(typed), inside=inside), typed)


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_27_answers_typed_into_the_form_behind_the_signature(form, style):
    one = asked(form)
    typed = answers(one, style)
    sign = '<div id="ms-outlook-mobile-signature" dir="ltr">{}Get <a href="https://aka.ms/x">Outlook for iOS</a></div>'
    body = html_form(one, typed, lambda text: f"<div>{text.replace(chr(10), '<br>').replace('&', '&amp;')}</div>")
    recovered(one, mail(one, None, sign.format(body)), typed)


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_28_everything_inside_the_body_section(form, style):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, outlook.mac(one, typed), typed)
