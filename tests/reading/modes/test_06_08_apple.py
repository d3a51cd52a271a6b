"""Apple Mail: an attribution inside the quote, links without marks, words beside the question."""

from __future__ import annotations

import pytest

from tests.reading.modes import apple
from tests.reading.modes.answers import SETS, answers
from tests.reading.modes.check import recovered
from tests.reading.modes.mails import mail, text_form, who
from tests.reading.modes.questionnaires import FORMS, LINK, asked

EVERY = [(form, style) for form in FORMS for style in SETS]
SENTENCES = (
    apple.ON_MAC,
    "On Jan 5, 2027, at 8:00\u202fAM, {} wrote:",
    "Am 05.01.2027 um 08:00 schrieb {}:",
    "Le 5 janv. 2027 à 08:00, {} a écrit :",
    "Il giorno 5 gen 2027, alle ore 08:00, {} ha scritto:",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("form", FORMS)
def test_mode_06_the_attribution_in_the_quote_is_not_answer_one(form, sentence):
    one = asked(form)
    typed = {**answers(one, "plain"), 1: ""}
    recovered(one, apple.mac(one, typed, at=sentence), typed)
    recovered(one, apple.mac_text(one, typed, at=sentence), typed)


@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_06_answers_between_split_quotes(form, style):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, apple.mac(one, typed), typed)


@pytest.mark.parametrize("form", ["german-link", "greek-link", "made-up-1-link", "made-up-3-link"])
@pytest.mark.parametrize("column", [60, 74, 78, 90])
def test_mode_07_a_long_link_that_lost_its_mark_is_no_answer(form, column):
    one = asked(form)
    for style in SETS:
        typed = answers(one, style)
        rows = []
        for row in text_form(one, typed).split("\n"):
            cut = column if LINK[:20] in row or LINK[-20:] in row else len(row) + 1
            rows += [row[at : at + cut] for at in range(0, len(row), cut)] or [row]
        assert sum(row[:1] != ">" and row in f"{LINK})" and len(row) > 20 for row in rows) > 2
        recovered(one, mail(one, "\n".join([f"> {apple.ON_MAC.format(who(one))}", ">", *rows])), typed)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("style", ["prose", "plain"])
def test_mode_08_an_answer_on_the_line_of_the_question(form, style):
    one = asked(form)
    typed = {n: text if "\n" not in text else text.split("\n")[0] for n, text in answers(one, style).items()}
    recovered(one, apple.phone(one, typed, beside=True), typed)


@pytest.mark.parametrize("form", FORMS)
def test_mode_08_awkward_answers_on_the_line_of_the_question(form):
    one = asked(form)
    typed = {n: text.split("\n")[0] for n, text in answers(one, "awkward").items()}
    recovered(one, apple.phone(one, typed, beside=True), typed)
