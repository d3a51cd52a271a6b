"""Questionnaires made up from a seed, printed by the real templates: what a person would find in the mailbox."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from mailbot.gateways.template_files import template_sources
from mailbot.model.form import FormSheet, Question, QuestionKind, Wording
from mailbot.model.ids import QuestionId
from mailbot.wording.forms import form_questions, form_sheet
from mailbot.wording.letters import About
from mailbot.wording.letters import Form as FormLetter
from mailbot.wording.render import Wording as Printer
from tests.reading.trouble import vocabulary as words

SENDER_ADDRESS = "mentoring+f-k5tq2v7mhx3cw4rn2jza@example.org"
RECIPIENT = "Zoë Müller"
PROGRAMMES = ("Northern surgical e-mentoring", "Lakeside nursing mentors", "Heads of unit, third year")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the form as sent: what it is, its question's number (0: none), its words and inner HTML."""

    role: str  # "intro", "question", "hint", "marker", "closing"
    number: int
    text: str
    markup: str
    gap: int  # empty lines behind it in the text part


@dataclass(frozen=True, slots=True)
class Form:
    """One form as it was sent: the sheet it is read against, its paragraphs and both of its parts."""

    sheet: FormSheet
    paragraphs: tuple[Paragraph, ...]
    text: str
    page: str

    @property
    def questions(self):
        return self.sheet.questions


@lru_cache(maxsize=1)
def _printer():
    return Printer(template_sources(None))


def about(rng):
    return About(
        programme=rng.choice(PROGRAMMES),
        controller="Northern Deanery",
        coordinator="coordinator@example.org",
        contacts=(),
    )


def made_form(rng, fewest=2, most=25):
    """A form of some questions; most have six to twelve, as real ones do."""
    count = rng.choice((rng.randint(fewest, most), rng.randint(6, 12), rng.randint(6, 12)))
    count = max(fewest, min(count, most))
    questions = form_questions(tuple(made_questions(rng, count)), "en")
    number = rng.randint(1, 9)
    letter = FormLetter(about=about(rng), round_number=number, questions=questions, reference=reference(rng))
    printed = _printer().words(letter, "en")
    sheet = form_sheet(
        letter, printed, sender_name=letter.about.programme, sender_address=SENDER_ADDRESS, recipient_name=RECIPIENT
    )
    return Form(sheet, tuple(paragraphs(sheet, printed)), printed.text, printed.html)


def reference(rng):
    return "-".join("".join(rng.choices("ABCDEFGHJKLMNPQRSTUVWXYZ234567", k=4)) for _ in range(4))


def made_questions(rng, count):
    language = rng.choice(("en", "en", "en", "de", "fr", "es", "he"))
    asks = []
    while len(asks) < count:
        begin, about_what, end = words.QUESTIONS[language if len(asks) < 7 else "en"]
        free = [topic for topic in about_what if not any(topic in ask for ask in asks)]
        if not free:
            language = "en"
            continue
        ask = f"{rng.choice(begin)} {rng.choice(free)}{rng.choice(end)}"
        if len(ask) >= 20:
            asks.append(ask)
    return [made_question(rng, number, ask) for number, ask in enumerate(asks, 1)]


def made_question(rng, number, ask):
    kinds = [QuestionKind.TEXT] * 4 + [QuestionKind.SCALE] * 3 + [QuestionKind.LIST, QuestionKind.GOAL]
    kind = rng.choice([*kinds, QuestionKind.CHOICE, QuestionKind.YES_NO])
    two = kind is QuestionKind.LIST and rng.random() < 0.6
    return Question(
        id=QuestionId(f"q{number}"),
        kind=kind,
        words={
            "": Wording(
                ask=f"{ask} Please give at least two points." if two else ask,
                help=rng.choice(words.HINTS) if rng.random() < 0.5 else "",
                labels=rng.choice(words.SCALES) if kind is QuestionKind.SCALE else (),
                options=rng.choice(words.OPTIONS) if kind is QuestionKind.CHOICE else (),
            )
        },
        at_least=2 if two else 0,
    )


def paragraphs(sheet, printed):
    """The text part's paragraphs with the HTML part's markup of each: both say the same words in the same order."""
    known = {f"{q.number}. {q.ask}": ("question", q.number) for q in sheet.questions}
    known |= {q.marker: ("marker", q.number) for q in sheet.questions}
    markups = [row for row in re.findall(r"<p[^>]*>(.*?)</p>", printed.html, re.DOTALL) if row != "<br>"]
    rows = re.findall(r"(\S[^\n]*(?:\n[^\n]+)*)(\n*)", printed.text)
    number, closing = 0, False
    for (row, gap), markup in zip(rows, markups, strict=True):
        text = " ".join(row.split("\n"))
        assert " ".join(text.split()) == " ".join(unescape(re.sub(r"<[^>]*>", "", markup)).split())
        role, number = known.get(text, ("closing" if closing else "hint" if number else "intro", number))
        closing = closing or (role == "marker" and number == len(sheet.questions))
        yield Paragraph(role, number if role not in ("intro", "closing") else 0, text, markup, max(0, len(gap) - 1))
