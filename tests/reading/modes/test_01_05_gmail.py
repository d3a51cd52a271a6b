"""Gmail: where its attribution and its quote are, and where people type in them."""

from __future__ import annotations

import pytest

from tests.reading.modes import gmail
from tests.reading.modes.answers import SETS, answers
from tests.reading.modes.check import recovered
from tests.reading.modes.mails import broken, divs, html_form, mail, text_form
from tests.reading.modes.questionnaires import EVERY_FORM, FORMS, asked

EVERY = [(form, style) for form in EVERY_FORM for style in SETS]
ATTRIBUTIONS = (
    gmail.PRESENT,
    "On Tue, Jan 5, 2027, 08:00 {} <{}> wrote:",
    "Am Di., 5. Jan. 2027 um 08:00 Uhr schrieb {} <{}>:",
    "Le mar. 5 janv. 2027 à 08:00, {} <{}> a écrit :",
    "El mar, 5 ene 2027 a las 8:00, {} (<{}>) escribió:",
    "вт, 5 янв. 2027 г. в 08:00, {} <{}>:",
)


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_01_a_wrapped_attribution_is_no_answer(form, attribution):
    one = asked(form)
    head = gmail.text_head(one, attribution)
    assert attribution != gmail.PRESENT or head.endswith("\nwrote:\n\n")
    typed = answers(one, "plain")
    recovered(one, mail(one, head + text_form(one, typed)), typed)
    recovered(one, mail(one, f"{head}{text_form(one, {})}"), {})
    recovered(one, gmail.above(one, "", attribution=attribution), {})


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_02_answers_between_split_quotes(form, style):
    one = asked(form)
    typed = answers(one, style)
    reading = recovered(one, gmail.split(one, typed), typed)
    assert [answer.text for answer in reading.answers] == [typed[q.number] for q in one.questions]


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_03_answers_inside_the_one_quote(form, style):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, gmail.inside(one, typed), typed)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("with_text", [True, False])
def test_mode_04_a_list_typed_in_the_container_above_the_quote(form, with_text):
    one = asked(form)
    typed = answers(one, "plain")
    rows = "\n\n".join(f"{number}. {text}" for number, text in typed.items())
    page = gmail.quoted(one, html_form(one, {}, str), inside=divs(rows))
    plain = f"{gmail.text_head(one)}{rows}\n\n{text_form(one, {}, bold='*')}"
    recovered(one, mail(one, plain if with_text else None, page), typed)


@pytest.mark.parametrize("form", FORMS)
def test_mode_04_one_answer_typed_in_the_container_above_the_quote(form):
    one = asked(form)
    page = gmail.quoted(one, html_form(one, {}, str), inside=f"<div>{broken('2. 4')}</div>")
    scale = next(q.number for q in one.questions if q.labels)
    page = page.replace("2. 4", f"{scale}. 4", 1)
    recovered(one, mail(one, f"{gmail.text_head(one)}{scale}. 4\n\n{text_form(one, {})}", page), {scale: "4"})


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_05_the_attribution_deleted(form, style):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, gmail.phone(one, typed), typed)
