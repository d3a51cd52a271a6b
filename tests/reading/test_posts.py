"""The new words of a post."""

from __future__ import annotations

import pytest

from mailbot.message.html_lines import html_lines
from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies
from mailbot.reading.posts import new_words

ROTA = "How are you getting on with the new rota?"
EXAM = "And what about the exam in March, did you pass?"
PARENT = f"{ROTA}\n\nOK?\n\n{EXAM}\nGo well"
POSTSCRIPT = "PS: could we also talk about my application for the fellowship?"
QUOTE = "\n".join(f"> {line}" for line in PARENT.split("\n"))
WROTE = "On Mon, 2 Nov 2026 at 10:11, Your mentor <mentoring+t-abc@example.org> wrote:"
BLOCK = "From: Your mentor <mentoring+t-abc@example.org>\nSent: 02 November 2026 10:11\nTo: Zoë\nSubject: rota"
OLDER = "From: Zoë <zoe@corp.test>\nSent: 01 November 2026 10:11\nTo: Your mentor\nSubject: rota"
NAMES = ("Zoë Müller",)


def said(text, parent=PARENT):
    return new_words(Bodies(plain=tuple(plain_lines(text))), parent=parent, writer_names=NAMES)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (f"Fine.\n\nSee you\n\n{WROTE}\n{QUOTE}", "Fine.\n\nSee you"),
        (f"{WROTE}\n{QUOTE}\n\nFine.", "Fine."),
        (f"Fine.\n\n{WROTE.replace(' <', chr(10) + '<')}\n\n{QUOTE}", "Fine."),
        (f"{WROTE}\n> {ROTA}\n\nWell.\n\n> {EXAM}\n\nYes.", "Well.\n\nYes."),
        (f"Fine.\n\n________________________________\n{BLOCK}\n\n{PARENT}", "Fine."),
        (f"Fine.\n\n-----Original Message-----\n{BLOCK}\n\n{PARENT}\n\n{OLDER}\n\nold words of mine", "Fine."),
        (f"{BLOCK}\n\n{ROTA}\n\nWell.\n\n{EXAM}\n\nYes.", "Well.\n\nYes."),
        (f"Fine.\n\n{WROTE}\n> {ROTA}\n> typed into it\n> {EXAM}", "Fine.\n\ntyped into it"),
        (f"Fine.\n\nBest regards\nZoë Müller\nCore trainee\n\n{WROTE}\n{QUOTE}", "Fine."),
        (f"Fine.\n\n-- \nZoë\n0191 498 0000\n\n{WROTE}\n{QUOTE}", "Fine."),
        (f"Fine.\n\nThanks\nZoë\n\n{POSTSCRIPT}\n\n{WROTE}\n{QUOTE}", f"Fine.\n\nThanks\n\n{POSTSCRIPT}"),
        (f"Fine.\n\nThis email is confidential.\n\nRegistered charity 1\n\n{WROTE}\n{QUOTE}", "Fine."),
        ("Fine.\n\nSent from my iPhone", "Fine."),
        ("Thanks", "Thanks"),
        ("", ""),
        (QUOTE, ""),
    ],
)  # fmt: skip
def test_only_new_words_are_left(text, new):
    assert said(text) == new


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (f"Fine.\n\n{WROTE}\n> whatever it was", "Fine."),
        (f"Fine.\n\n{WROTE}\n> whatever it was\n\nbelow", "Fine.\n\nbelow"),
        (f"Fine.\n\n{WROTE}\n\nwhatever it was, unmarked", "Fine."),
        (f"Fine.\n\n{BLOCK}\n\nwhatever it was", "Fine."),
        ("On Monday at 10:30 I wrote:\nthe plan is good", "On Monday at 10:30 I wrote:\nthe plan is good"),
        ("Look at this. On 1.2.2026 he wrote:", "Look at this. On 1.2.2026 he wrote:"),
        ("From: my heart, thanks", "From: my heart, thanks"),
        ("On Monday at 10:30 she wrote:\n\n> good", "On Monday at 10:30 she wrote:"),
        ("Am 02.11.2026 um 10:11 schrieb Mentor:\n> gut", ""),
        ("Gut.\n\nMentor schrieb am 02.11.2026 um 10:11:\n> gut", "Gut."),
        ("好。\n\nMentor <m@example.org> 于2026年11月2日 10:11写道：\n> 好", "好。"),
    ],
)
def test_without_the_parent_marks_and_patterns_must_do(text, new):
    assert said(text, parent="") == new


def test_the_html_is_preferred_for_its_unwrapped_lines():
    page = f"<p>One long line.</p><blockquote>{PARENT}</blockquote>"
    bodies = Bodies(plain=tuple(plain_lines("One long\nline.")), html=tuple(html_lines(page)[0]))
    assert new_words(bodies, parent=PARENT) == "One long line."
