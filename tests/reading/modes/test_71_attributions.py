"""The line above a quote in many languages: cut, whether the parent is known or not."""

from __future__ import annotations

import pytest

from tests.reading.modes.conversations import ADDRESS, PARENTS, SAID, quoted, said, said_in_html
from tests.reading.modes.mails import broken, esc

MENTOR = "Your mentor"
LINES = {
    "english": "On Mon, 2 Nov 2026 at 10:11, {} <{}> wrote:",
    "english, american": "On Mon, Nov 2, 2026 at 10:11\u202fAM {} <{}> wrote:",
    "english, Apple": "On 2 Nov 2026, at 10:11, {} <{}> wrote:",
    "french": "Le lun. 2 nov. 2026 à 10:11, {} <{}> a écrit :",
    "spanish": "El lun, 2 nov 2026 a las 10:11, {} (<{}>) escribió:",
    "italian": "Il giorno lun 2 nov 2026 alle ore 10:11 {} <{}> ha scritto:",
    "portuguese": "Em seg., 2 de nov. de 2026 às 10:11, {} <{}> escreveu:",
    "finnish": "ma 2. marrask. 2026 klo 10.11 {} ({}) kirjoitti:",
}


@pytest.mark.parametrize("parent", PARENTS)
@pytest.mark.parametrize("language", LINES)
def test_mode_71_cut_above_the_known_parent(language, parent):
    line, before = LINES[language].format(MENTOR, ADDRESS), PARENTS[parent]
    for words in SAID:
        assert said(f"{words}\n\n{line}\n{quoted(before)}", before) == words
    wrapped = line.replace(" <", "\n<", 1)
    assert said(f"Fine.\n\n{wrapped}\n\n{quoted(before)}", before) == "Fine."
    assert said(f"{line}\n{quoted(before)}\n\nFine.", before) == "Fine."
    assert said(f"Fine.\n\n{line}\n\n{before}", before) == "Fine."


@pytest.mark.parametrize("language", LINES)
def test_mode_71_cut_above_a_quote_of_unknown_words(language):
    line = LINES[language].format(MENTOR, ADDRESS)
    for words in SAID:
        assert said(f"{words}\n\n{line}\n> whatever stood\n> there before") == words
        page = f"<div>{broken(words)}</div><br><div>{esc(line)}</div><blockquote>whatever stood there</blockquote>"
        assert said_in_html(page) == words


HEADS = {
    "english": ("From", "Sent", "To", "Subject"),
    "german": ("Von", "Gesendet", "An", "Betreff"),
    "french": ("De", "Envoyé", "À", "Objet"),
    "spanish": ("De", "Enviado", "Para", "Asunto"),
    "italian": ("Da", "Inviato", "A", "Oggetto"),
    "dutch": ("Van", "Verzonden", "Aan", "Onderwerp"),
    "swedish": ("Från", "Skickat", "Till", "Ämne"),
}


@pytest.mark.parametrize("parent", PARENTS)
@pytest.mark.parametrize("language", HEADS)
def test_mode_71_cut_above_header_lines(language, parent):
    values = (f"{MENTOR} <{ADDRESS}>", "02 November 2026 10:11", "Noor Quillon", "Re: the rota")
    block = "\n".join(f"{name}: {value}" for name, value in zip(HEADS[language], values, strict=True))
    before = PARENTS[parent]
    for rule in ("", "_" * 32 + "\n", "-----Original Message-----\n"):
        assert said(f"Fine.\n\nSee you.\n\n{rule}{block}\n\n{before}", before) == "Fine.\n\nSee you."
