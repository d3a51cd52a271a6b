"""Odd and deep quote marks, answers that carry them too, questions broken by the transport."""

from __future__ import annotations

import quopri

import pytest

from tests.reading.modes.answers import SETS, answers
from tests.reading.modes.check import exact_or_asked, recovered
from tests.reading.modes.mails import mail, text_form
from tests.reading.modes.questionnaires import FORMS, asked

EVERY = [(form, style) for form in FORMS for style in SETS]
MARKS = (
    ">> ",
    "> > ",
    ">|",
    "|",
    "| ",
    ":",
    ": ",
    "% ",
    "# ",
    "] ",
    "} ",
    "Name> ",
    "NQ> ",
    ">",
    ">>>",
    "    ",
    "\t",
    "|> ",
    " > ",
)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_14_any_mark(form, mark):
    one = asked(form)
    typed = answers(one, "prose")
    recovered(one, mail(one, text_form(one, typed, mark=mark)), typed)


@pytest.mark.parametrize("mark", [">> ", "| ", "Name> ", ">"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_14_any_mark_with_awkward_answers(form, mark):
    one = asked(form)
    typed = answers(one, "awkward")
    recovered(one, mail(one, text_form(one, typed, mark=mark)), typed)


@pytest.mark.parametrize("mark", ["> ", ">", "| ", ">> "])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_15_answers_behind_the_mark_too(form, style, mark):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, mail(one, text_form(one, typed, mark=mark, typed_mark=mark)), typed)


@pytest.mark.parametrize("column", [40, 76, 200, 998, 1024])
@pytest.mark.parametrize("joined", ["\n", "\n ", "\n> "])
@pytest.mark.parametrize("form", FORMS)
def test_mode_16_broken_anywhere(form, column, joined):
    one = asked(form)
    typed = answers(one, "plain")
    width = 80 if column < 90 else 3000
    rows = [joined.join(_pieces(row, column)) for row in _as_long_lines(one, typed, width)]
    recovered(one, mail(one, "\n".join(rows), cte="base64"), typed)


def _as_long_lines(one, typed, width):
    """Every paragraph of the form on one line, so that columns far out are reached."""
    return text_form(one, typed, width=width).split("\n")


def _pieces(row, column):
    return [row[at : at + column] for at in range(0, len(row), column)] or [row]


@pytest.mark.parametrize("form", FORMS)
def test_mode_16_a_mark_inside_a_line(form):
    one = asked(form)
    typed = answers(one, "plain")
    rows = text_form(one, typed).split("\n")
    for question in one.questions:
        middle = question.ask.split()[3]
        rows = [row.replace(f" {middle} ", f" > {middle} ") if row[:2] == "> " else row for row in rows]
    recovered(one, mail(one, "\n".join(rows)), typed)


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_17_a_soft_break_left_in_the_question(form, style):
    one = asked(form)
    typed = answers(one, style)
    out = []
    for row in text_form(one, typed).split("\n"):
        own = row.startswith("> ") and not any(row[2:] in text.split("\n") for text in typed.values())
        out += [row[:50] + "=", "> " + row[50:]] if own and len(row) > 55 else [row]
    recovered(one, mail(one, "\n".join(out)), typed)


@pytest.mark.parametrize("form", FORMS)
def test_mode_17_encoded_signs_left_in_the_form(form):
    one = asked(form)
    typed = answers(one, "plain")
    rows = text_form(one, typed).split("\n")
    rows = [quopri.encodestring(row.encode()).decode() if row.startswith("> (") else row for row in rows]
    exact_or_asked(one, mail(one, "\n".join(rows)), typed, most=len(typed))
