"""Yahoo, Samsung, Lotus Notes, a copied form, a flattened table, a translated form."""

from __future__ import annotations

import email

import pytest

from mailbot.message.body_text import read_bodies
from mailbot.reading.references import spare_reference
from tests.reading.modes import elsewhere
from tests.reading.modes.answers import SETS, answers
from tests.reading.modes.check import exact_or_asked, recovered
from tests.reading.modes.mails import broken, esc, mail
from tests.reading.modes.questionnaires import FORMS, asked

EVERY = [(form, style) for form in FORMS for style in SETS]
DEVICES = (
    "Sent from my Galaxy",
    "Sent from my Samsung Galaxy smartphone.",
    "Sent from Samsung Mobile on O2",
    "Von meinem Samsung Galaxy Smartphone gesendet.",
    "Inviato dal mio Galaxy",
    "Verzonden vanaf mijn Galaxy",
    "Von meinem Galaxy gesendet",
    "Envoyé depuis mon appareil Galaxy",
    "Envoyé depuis mon smartphone Samsung Galaxy.",
    "Enviado desde mi Galaxy",
)


@pytest.mark.parametrize("client", [elsewhere.yahoo, elsewhere.yahoo_phone])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_29_answers_inside_the_quoted_element(form, style, client):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, client(one, typed), typed)


@pytest.mark.parametrize("page", [True, False])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_30_an_unquoted_original(form, style, page):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, elsewhere.samsung(one, typed, page=page), typed)


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("form", FORMS)
def test_mode_30_the_line_of_the_device_goes(form, device):
    one = asked(form)
    typed = {**answers(one, "plain"), 1: ""}
    recovered(one, elsewhere.samsung(one, typed, device=device), typed)


@pytest.mark.parametrize("client", [elsewhere.lotus, elsewhere.lotus_web])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_31_name_and_time_are_no_answer(form, style, client):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, client(one, typed), typed)
    recovered(one, client(one, {**typed, 1: ""}), {**typed, 1: ""})


@pytest.mark.parametrize("client", [elsewhere.proton, elsewhere.gmx])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_31_other_makers_lines_above_the_form_are_no_answer(form, style, client):
    one = asked(form)
    typed = answers(one, style)
    recovered(one, client(one, typed), typed)


@pytest.mark.parametrize("page", [True, False])
@pytest.mark.parametrize(("form", "style"), EVERY)
def test_mode_32_the_form_in_a_new_message(form, style, page):
    one = asked(form)
    typed = answers(one, style)
    raw = elsewhere.new_message(one, typed, page=page)
    recovered(one, raw, typed)
    assert spare_reference(read_bodies(email.message_from_bytes(raw)), "my answers") == one.sheet.reference


def flattened(one, typed, cell):
    """The form as a table of two columns, question and answer, flattened."""
    rows = []
    for question in one.questions:
        answer = typed[question.number].replace("\n", " ")
        rows.append(cell(f"{question.number}. {question.ask}", answer))
    return "\n".join(rows)


CELLS = {
    "tabs": lambda ask, answer: f"{ask}\t{answer}",
    "one a line": lambda ask, answer: f"{ask}\n{answer}",
    "spread": lambda ask, answer: f"{ask}\n\n{answer}\n\n\n",
}


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("form", FORMS)
def test_mode_33_a_table_flattened_to_text(form, cell):
    one = asked(form)
    typed = {n: text.replace("\n", " ") for n, text in answers(one, "plain").items()}
    recovered(one, mail(one, flattened(one, typed, CELLS[cell])), typed)


@pytest.mark.parametrize("number_cell", [True, False])
@pytest.mark.parametrize("form", FORMS)
def test_mode_33_a_table_of_cells(form, number_cell):
    one = asked(form)
    typed = answers(one, "prose")
    rows = []
    for question in one.questions:
        first = f"<td>{question.number}.</td><td>" if number_cell else f"<td>{question.number}. "
        answer = f"<td>{broken(typed[question.number])}</td>"
        rows.append(f"<tr>{first}{esc(question.ask)}</td>{answer}</tr>")
    recovered(one, mail(one, None, f"<table border=1><tbody>{''.join(rows)}</tbody></table>"), typed)


TRANSLATED = "Hier steht eine Frage in einer anderen Sprache, die niemand verschickt hat, Nummer"


@pytest.mark.parametrize("what", ["questions", "all but the marks", "everything"])
@pytest.mark.parametrize("style", SETS)
@pytest.mark.parametrize("form", ["northern-surgery", "nursing", "managers", "made-up-1", "greek"])
def test_mode_34_a_translated_form_by_its_numbers_or_asked(form, style, what):
    one = asked(form)
    typed = answers(one, style)
    rows = []
    for paragraph in one.paragraphs:
        if paragraph.kind == "question":
            rows += [f"> {paragraph.number}. {TRANSLATED} {'abcdefghijklmnop'[paragraph.number]}?", ">"]
        elif paragraph.kind == "marker":
            rows.append(f"> {paragraph.text}" if what != "everything" else f"> Antwort {paragraph.number}:")
            rows += ["", typed[paragraph.number], ""] if typed[paragraph.number] else [">", ">"]
        elif what == "questions":
            rows += [*(f"> {row}" for row in paragraph.rows), ">"]
        else:
            rows += ["> Auch dieser Absatz wurde von einem Programm in eine andere Sprache übersetzt.", ">"]
    raw = mail(one, "\n".join(rows))
    if what == "questions":
        recovered(one, raw, typed)
    else:
        exact_or_asked(one, raw, typed, most=len(typed))
