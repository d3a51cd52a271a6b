"""A link of the form comes back as another one where a gateway looks at links before people do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mailbot.model.answer import AnswerState
from mailbot.model.form import QuestionKind
from mailbot.model.inbound import BodyLine
from mailbot.reading.rewritten_links import links_of, with_other_links
from mailbot.reading.stream import Stream
from tests.reading import forms, shapes
from tests.reading.replies import read, unclear

LINK = "https://mentoring.test/help?language=en"
NEW = "https://gateway.test/?url=https%3A%2F%2Fmentoring.test%2Fhelp&data=05"
ASKS = ("What did you enjoy most in the last months?", "What would you like to change about your job?")
HINTS = (f"(for example a course; see {LINK})", f"({LINK})")
SHEET = forms.sheet_of(
    [
        replace(forms.question(number, QuestionKind.TEXT, ask), hint=hint)
        for number, (ask, hint) in enumerate(zip(ASKS, HINTS, strict=True), 1)
    ]
)


def place(text, words, links=("https://a.test/b",)):
    return with_other_links(Stream([BodyLine(text=row) for row in text.split("\n")]), words, links, 0, 999)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("(seehttps://new.test/x)", "(seehttps://a.test/b)", True),
        ("see https://new.test/x. Bye", "seehttps://a.test/b.bye", True),
        ("see https://new.test/x for it", "seehttps://a.test/bforit", True),
        ("https://new.test/x", "https://a.test/b", False),  # perhaps an answer
        ("https://new.test/x or http://new.test/y", "https://a.test/borhttps://a.test/b", True),
        ("I see https://new.test/x", "seehttps://a.test/b", False),  # behind a person's own words
        ("see mine: x", "seehttps://a.test/b", False),
        ("see https://new.test/x at once", "seehttps://a.test/bforit", False),
        ("see https://new.test/x", "seethere", False),
    ],
)
def test_the_words_are_found_round_another_link(text, words, found):
    assert (place(text, words) is not None) == found


def test_a_form_without_links_has_no_other_links():
    assert links_of(forms.surgery_sheet()) == ()
    assert place("see https://new.test/x", "see", links=()) is None


@pytest.mark.parametrize("new", [NEW, f"{LINK}<{NEW}>", f"{NEW}&x=1"])
def test_a_hint_with_another_link_is_the_forms(new):
    answers = {1: "A course", 2: "https://my.page.test/talk"}
    typed = shapes.quoted_text(SHEET.questions, {1: "A course", 2: "PLACE"}, width=200)
    reading = read(SHEET, shapes.message(typed.replace(LINK, new).replace("PLACE", answers[2])))
    assert not unclear(reading)
    assert not reading.unplaced
    assert [a.text for a in reading.answers if a.state is AnswerState.ANSWERED] == list(answers.values())
