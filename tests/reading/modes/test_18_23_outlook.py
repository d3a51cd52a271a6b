"""Outlook on a computer: no quote marks anywhere, colour as the only cue, its own ways with text."""

from __future__ import annotations

import pytest

from tests.reading.modes import outlook
from tests.reading.modes.answers import SETS, answers
from tests.reading.modes.check import recovered
from tests.reading.modes.mails import WRITER
from tests.reading.modes.questionnaires import FORMS, asked

EVERY = [(form, style) for form in FORMS for style in SETS]


@pytest.mark.parametrize("border", outlook.BORDERS, ids=["2010", "2013", "bare"])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_18_html_alone_without_a_quote(form, style, border):
    one = asked(form)
    typed = answers(one, style)
    raw = outlook.coloured(one, typed, border=border)
    recovered(one, raw, typed)
    recovered(one, raw.replace(b"color:#1F497D", b"font-size:11pt").replace(b"color:#1=\r\nF497D", b""), typed)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", outlook.LABELS)
def test_mode_18_under_the_header_lines_of_any_language(form, language):
    one = asked(form)
    typed = {**answers(one, "plain"), 1: ""}
    recovered(one, outlook.coloured(one, typed, language=language), typed)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("style", SETS)
def test_mode_19_an_answer_in_the_paragraph_of_the_question(form, style):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, outlook.appended(one, typed), typed)


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_20_original_message_without_marks(form, style):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, outlook.text_mail(one, typed), typed)


@pytest.mark.parametrize("rule", ["-----Ursprüngliche Nachricht-----", "________________________________", "-" * 10])
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_20_under_any_rule(form, language, rule):
    one = asked(form)
    typed = answers(one, "plain")
    recovered(one, outlook.text_mail(one, typed, language=language, rule=rule), typed)


@pytest.mark.parametrize("tag", [f"[{WRITER}] ", "[Noor] ", "[Quillon, Noor] ", "[NQ] ", f"[{WRITER}]"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("style", ["prose", "plain"])
def test_mode_21_the_tag_of_a_marked_comment_goes(form, style, tag):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, outlook.text_mail(one, typed, tag=tag), typed)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("style", SETS)
def test_mode_22_a_question_joined_to_the_answer_before(form, style):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, outlook.joined_text(one, typed), typed)


@pytest.mark.parametrize("width", [60, 76])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_23_wrapped_answers_are_whole(form, style, width):
    one = asked(form)
    typed = answers(one, style)
    reading = recovered(one, outlook.wrapped_text(one, typed, width), typed)
    if width == 76:  # as Outlook wraps
        assert all("\n" not in a.text for n, a in enumerate(reading.answers, 1) if "\n" not in typed[n])
