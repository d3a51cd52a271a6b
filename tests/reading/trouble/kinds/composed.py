"""Several things at once: a way to answer, and up to four changes of the form's own words, in any order."""

from __future__ import annotations

import re

from tests.reading.trouble.answers import made_answers
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import bare, inline


def behind(form, typed):
    reply = bare(form, typed)
    for number in reply.answered:
        reply.block("marker", number).behind = typed[number].text
    return reply


def above_marks(form, typed):
    reply = bare(form, typed)
    for number in reply.answered:
        reply.insert(reply.index("marker", number), typed[number].text, number)
    return reply


def questions(reply):
    return [b for b in reply.blocks if b.depth == 1 and b.role == "question"]


def hints_gone(reply, _rng):
    reply.drop("hint")


def intro_gone(reply, _rng):
    reply.drop("intro")


def some_closing_gone(reply, rng):
    reply.blocks = [b for b in reply.blocks if b.role != "closing" or rng.random() < 0.5]


def capitals(reply, _rng):
    for block in questions(reply):
        block.text, block.markup = block.text.upper(), ""


def numbers_gone(reply, _rng):
    for block in questions(reply):
        block.text, block.markup = re.sub(r"^\d+\. ", "", block.text), ""


def bullets(reply, rng):
    sign = rng.choice(("• ", "- ", "* "))
    for block in questions(reply):
        block.text, block.markup = sign + block.text, ""


def ends_cut(reply, rng):
    for block in questions(reply):
        if rng.random() < 0.4:
            block.text, block.markup = block.text[: -rng.randint(1, 6)], ""


def a_letter_wrong(reply, rng):
    for block in questions(reply):
        at = rng.randrange(4, len(block.text)) if len(block.text) > 5 else 0
        if at and rng.random() < 0.5:
            block.text, block.markup = block.text[:at] + rng.choice("aeinst") + block.text[at + 1 :], ""


def unanswered_gone(reply, rng):
    gone = {n for n in reply.numbers if n not in reply.answered and rng.random() < 0.5}
    reply.blocks = [b for b in reply.blocks if b.number not in gone]


def closer(reply, _rng):
    for block in reply.blocks:
        block.gap = min(block.gap, 1)


BASES = (inline, behind, above_marks)
CHANGES = (
    hints_gone,
    intro_gone,
    some_closing_gone,
    capitals,
    numbers_gone,
    bullets,
    ends_cut,
    a_letter_wrong,
    unanswered_gone,
    closer,
)


def changed(rng, form, base, changes):
    """That way to answer with those changes made one after the other."""
    reply = base(form, made_answers(rng, form))
    for change in changes:
        change(reply, rng)
    last = reply.numbers[-1]
    if some_closing_gone in changes and reply.typed[last].paragraphs > 1:
        reply.ask(last)
    return reply


@kind(3)
def several_changes_at_once(rng, form):
    """Two to four changes of the form's words, with any way to answer."""
    return changed(rng, form, rng.choice(BASES), rng.sample(CHANGES, rng.randint(2, 4)))
