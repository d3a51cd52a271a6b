"""Numbered answers above the form, in every notation; several on one line."""

from __future__ import annotations

import pytest

from tests.reading.modes import apple, gmail, outlook
from tests.reading.modes.answers import answers
from tests.reading.modes.check import exact_or_asked, read, recovered
from tests.reading.modes.mails import mail, numbered, text_form
from tests.reading.modes.questionnaires import FORMS, asked

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
NOTATIONS = ("{}. {}", "{}) {}", "{}- {}", "{} - {}", "{}: {}", "Q{} {}", "Q{}: {}", "#{} {}", "({}) {}", "{} {}",
             "{}.{}", "Answer {}: {}", "A{}. {}", "{}] {}", "[{}] {}", "**{}.** {}", "Question {}: {}", "No. {}: {}",
             "{}.- {}", "{}.) {}", "Q.{} {}", "{}\t{}", "{}/ {}", "{} = {}", "{} – {}", "q{}) {}")  # fmt: skip
TOPS = {
    "gmail": gmail.above,
    "outlook": lambda one, typed: mail(one, f"{typed}\n\n{outlook.text_head(one)}\n\n{text_form(one, {}, mark='')}"),
    "phone": lambda one, typed: mail(one, f"{typed}\n\n{apple.DEVICE}\n\n> {apple.ON_MAC}\n{text_form(one, {})}"),
    "nothing quoted": mail,
}


def one_line_each(one, style="plain"):
    return {n: text.replace("\n", "; ") for n, text in answers(one, style).items()}


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_35_any_notation(form, notation):
    one = asked(form)
    typed = one_line_each(one)
    top = list(TOPS)[(FORMS.index(form) + NOTATIONS.index(notation)) % len(TOPS)]
    recovered(one, TOPS[top](one, numbered(typed, notation)), typed)


@pytest.mark.parametrize("top", TOPS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_35_above_any_quote(form, top):
    one = asked(form)
    typed = one_line_each(one)
    for notation in NOTATIONS[:4]:
        recovered(one, TOPS[top](one, numbered(typed, notation)), typed)


@pytest.mark.parametrize("join", ["\n", "\n\n"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_35_full_width_numbers(form, join):
    one = asked(form)
    typed = one_line_each(one)
    rows = join.join(f"{str(n).translate(FULL_WIDTH)}．{text}" for n, text in typed.items())
    for top in TOPS.values():
        recovered(one, top(one, rows), typed)


@pytest.mark.parametrize("notation", ["{}. {}", "{}) {}", "Q{}: {}", "Answer {}: {}"])
@pytest.mark.parametrize("form", FORMS)
def test_mode_35_answers_of_several_lines(form, notation):
    one = asked(form)
    typed = answers(one, "prose")
    for top in TOPS.values():
        recovered(one, top(one, numbered(typed, notation, join="\n\n")), typed)


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_35_awkward_answers_are_exact_or_asked(form, notation):
    one = asked(form)
    typed = answers(one, "awkward")
    exact_or_asked(one, gmail.above(one, numbered(typed, notation, join="\n\n")), typed, most=len(typed))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("notation", ["{}. {}", "{}) {}", "Q{}: {}", "({}) {}", "{}: {}", "#{} {}"])
def test_mode_36_several_on_one_line(form, notation):
    one = asked(form)
    typed = {n: text.replace(";", " and") for n, text in one_line_each(one).items()}
    for join, top in zip((" ", "  ", ", ", "; "), TOPS.values(), strict=True):
        recovered(one, top(one, numbered(typed, notation, join=join)), typed)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", ["we did 3. a course of 2. lessons", "in 2. gear and 1. gear", "1. class, twice"])
def test_mode_36_numbers_that_do_not_increase_split_nothing(form, text):
    one = asked(form)
    typed = {**one_line_each(one), 4: text}
    if one.questions[3].labels:
        typed = {**one_line_each(one), 5: text}
    raw = gmail.above(one, numbered(typed, "{}. {}"))
    reading = exact_or_asked(one, raw, typed, most=2)
    assert [a.text for a in read(one, raw).answers[:2]] == [a.text for a in reading.answers[:2]]
