"""Answers above the form without a number in their text: lines, lists of the program's own, bare ratings."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading.modes import gmail, outlook
from tests.reading.modes.answers import answers
from tests.reading.modes.check import ASKED, differences, exact_or_asked, read, recovered
from tests.reading.modes.mails import esc, html_form, mail, text_form
from tests.reading.modes.questionnaires import FORMS, asked


def bare(one, style="plain"):
    return {n: text.replace("\n", "; ") for n, text in answers(one, style).items()}


def tops(one, rows):
    """The rows above a quoted form, above an unquoted one, and alone."""
    text = "\n".join(rows)
    yield gmail.above(one, text)
    yield mail(one, f"{text}\n\n{outlook.text_head(one)}\n\n{text_form(one, {}, mark='')}")
    yield mail(one, text)


@pytest.mark.parametrize("form", FORMS)
def test_mode_37_as_many_lines_as_questions_in_order_or_asked(form):
    one = asked(form)
    typed = bare(one)
    for raw in tops(one, typed.values()):
        reading = read(one, raw)
        for answer, text in zip(reading.answers, typed.values(), strict=True):
            assert answer.state in (AnswerState.ANSWERED, ASKED)
            assert answer.text in (text, "")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("missing", [1, 3, 5])
def test_mode_37_one_line_too_few_is_never_shifted(form, missing):
    one = asked(form)
    typed = bare(one)
    rows = [text for n, text in typed.items() if n != missing]
    for raw in tops(one, rows):
        reading = read(one, raw)
        assert {answer.state for answer in reading.answers} == {ASKED}
        held = [reading.unplaced, *(answer.text for answer in reading.answers)]
        assert all(any(row in text for text in held) for row in rows)


@pytest.mark.parametrize("form", FORMS)
def test_mode_37_one_line_too_many_is_never_shifted(form):
    one = asked(form)
    rows = ["Hello from the ward, it was busy", *bare(one).values()]
    for raw in tops(one, rows):
        assert {answer.state for answer in read(one, raw).answers} == {ASKED}


def items(texts):
    return "".join(f"<li>{esc(text).replace(chr(10), '<br>')}</li>" for text in texts)


@pytest.mark.parametrize("style", ["plain", "prose", "awkward"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_38_a_list_whose_numbers_are_in_no_text(form, style):
    one = asked(form)
    typed = answers(one, style)
    page = gmail.quoted(one, html_form(one, {}, str), above=f"<ol>{items(typed.values())}</ol>")
    if style == "awkward":  # "3) is the option" as item 2 of a list may be what stands in the lists of others
        exact_or_asked(one, mail(one, None, page), typed, most=2)
    else:
        recovered(one, mail(one, None, page), typed)


@pytest.mark.parametrize("start", [2, 4])
@pytest.mark.parametrize("form", FORMS)
def test_mode_38_a_list_that_starts_later(form, start):
    one = asked(form)
    typed = {n: text for n, text in bare(one).items() if n >= start}
    page = gmail.quoted(one, html_form(one, {}, str), above=f'<ol start="{start}">{items(typed.values())}</ol>')
    recovered(one, mail(one, None, page), typed)


@pytest.mark.parametrize("form", FORMS)
def test_mode_38_a_list_in_pieces_and_its_numbers_in_the_text_part(form):
    one = asked(form)
    typed = bare(one)
    pieces = "".join(f'<ol start="{n}"><li>{esc(text)}</li></ol><p>&nbsp;</p>' for n, text in typed.items())
    page = gmail.quoted(one, html_form(one, {}, str), above=pieces)
    plain = "\n\n".join(f"   {n}. {text}" for n, text in typed.items())
    raw = mail(one, f"{plain}\n\n{gmail.text_head(one)}{text_form(one, {})}", page)
    recovered(one, raw, typed)


@pytest.mark.parametrize("value", range(1, 4))
@pytest.mark.parametrize("form", FORMS)
def test_mode_38_an_item_with_a_value_of_its_own(form, value):
    one = asked(form)
    typed = {n: bare(one)[n] for n in (value, value + 2)}
    page = "<ol>" + "".join(f'<li value="{n}">{esc(text)}</li>' for n, text in typed.items()) + "</ol>"
    recovered(one, mail(one, None, gmail.quoted(one, html_form(one, {}, str), above=page)), typed)


@pytest.mark.parametrize("ratings", ["4,3,5,2", "4 3 5 2", "4/3/5/2", "4, 3", "4 2", "4,2", "4\n2", "5"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_39_bare_ratings_are_given_to_the_scales_or_asked(form, ratings):
    one = asked(form)
    scales = [q.number for q in one.questions if q.labels]
    digits = [char for char in ratings if char.isdigit()]
    for raw in tops(one, [ratings]):
        reading = read(one, raw)
        believed = {n: a.text for n, a in enumerate(reading.answers, 1) if a.state is AnswerState.ANSWERED}
        assert believed in ({}, dict(zip(scales, digits, strict=False)) if len(digits) == len(scales) else {})
        if not believed:
            assert all(reading.answers[n - 1].state is ASKED for n in scales)
        assert not any(a.state is AnswerState.BLANK and n in scales for n, a in enumerate(reading.answers, 1))


def test_mode_39_a_reading_is_compared_with_everything_typed():
    one = asked("german")
    assert differences(one, read(one, mail(one, text_form(one, {2: "4"}))), {2: "3"})[2][:2] == ("3", "4")
