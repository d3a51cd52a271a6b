"""Answers that look like something else: a list of their own, the next number, the question's words, the footer's."""

from __future__ import annotations

import pytest

from mailbot.model.answer import AnswerState
from tests.reading.modes import gmail, outlook, text_clients
from tests.reading.modes.answers import answers
from tests.reading.modes.check import exact_or_asked, recovered
from tests.reading.modes.mails import mail, text_form
from tests.reading.modes.questionnaires import FORMS, asked

CLIENTS = {
    "gmail": gmail.split,
    "word": outlook.coloured,
    "text": outlook.text_mail,
    "flowed": text_clients.thunderbird,
}
LISTS = (
    "1. a talk\n2. an audit",
    "1) first list\n2) second list\n3) third list",
    "1. I led the round\n2. My trainer stayed\n3. The exam\n4. The poster",
    "(1) one (2) two (3) three",
    "4. of these: 1. and 2.",
)


def of_words(one):
    """Every question that takes words."""
    return [q.number for q in one.questions if q.kind.value in ("text", "goal", "list")]


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_40_a_list_inside_an_answer(form, client):
    one = asked(form)
    for shift in range(2):
        typed = answers(one, "plain")
        for at, number in enumerate(of_words(one)[shift::2]):
            typed[number] = LISTS[at % len(LISTS)]
        recovered(one, CLIENTS[client](one, typed), typed)


@pytest.mark.parametrize(
    "words", ["{} - slower than hoped", "{}) is what I want", "{} of them", "{}", "{}. year exams"]
)
@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_41_an_answer_that_begins_with_the_next_number(form, client, words):
    one = asked(form)
    typed = answers(one, "plain")
    for number in of_words(one):
        typed[number] = words.format(number + 1)
    recovered(one, CLIENTS[client](one, typed), typed)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_41_a_rating_that_is_the_next_number(form, client):
    one = asked(form)
    typed = answers(one, "plain")
    for question in one.questions:
        if question.labels and question.number + 1 <= 5:
            typed[question.number] = f"{question.number + 1} - slower than hoped"
    recovered(one, CLIENTS[client](one, typed), typed)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_42_the_words_of_the_own_question(form, client):
    one = asked(form)
    typed = answers(one, "plain")
    for number in of_words(one):
        first = one.questions[number - 1].ask.split()[:6]
        typed[number] = f"{' '.join(first)}: a course, and {first[-1]} again"
    recovered(one, CLIENTS[client](one, typed), typed)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_42_the_words_of_another_question(form, client):
    one = asked(form)
    typed = answers(one, "plain")
    numbers = of_words(one)
    for number, other in zip(numbers, numbers[1:] + numbers[:1], strict=True):
        last = one.questions[other - 1].ask.split()[-5:]
        typed[number] = f"as I say {' '.join(last)} it depends"
    recovered(one, CLIENTS[client](one, typed), typed)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_42_a_whole_question_typed_again_is_exact_or_asked(form, client):
    one = asked(form)
    typed = answers(one, "plain")
    number = of_words(one)[1]
    typed[number] = f"You ask: {one.questions[of_words(one)[2] - 1].ask} I cannot say."
    exact_or_asked(one, CLIENTS[client](one, typed), typed, most=4)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_43_the_words_of_the_closing_lines(form, client):
    one = asked(form)
    closing = [p.text for p in one.paragraphs if p.kind == "closing"]
    short = (
        "No, thank you",
        "Thank you for asking",
        "No",
        "Hello",
        "to have a break",
        "nobody else",
        " ".join(closing[0].split()[:3]).rstrip(","),
        " ".join(closing[2].split()[:5]),
    )
    for shift in range(0, len(short), 3):
        typed = answers(one, "plain")
        for at, number in enumerate(of_words(one)):
            typed[number] = short[(at + shift) % len(short)]
        reading = recovered(one, CLIENTS[client](one, typed), typed)
        assert AnswerState.BLANK not in {answer.state for answer in reading.answers}


@pytest.mark.parametrize("form", FORMS)
def test_mode_43_no_thank_you_as_the_last_answer(form):
    one = asked(form)
    for text in ("No, thank you", "No thanks", "None, thank you.", "Nothing"):
        typed = {**answers(one, "plain"), len(one.questions): text}
        recovered(one, mail(one, text_form(one, typed)), typed)
        recovered(one, gmail.above(one, "\n\n".join(f"{n}. {t}" for n, t in typed.items())), typed)


@pytest.mark.parametrize("form", FORMS)
def test_mode_43_thank_you_alone_in_the_last_place_may_be_a_farewell_and_is_asked_about(form):
    one = asked(form)
    typed = {**answers(one, "plain"), len(one.questions): "Thank you"}
    reading = exact_or_asked(one, mail(one, text_form(one, typed)), typed, most=1)
    assert reading.answers[-1].text == "Thank you"
