"""Scales, options and ticks, in the ways in which people give them."""

from __future__ import annotations

from tests.reading.trouble.answers import Typed, made_answers
from tests.reading.trouble.page import esc
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Wanted, inline


def scales(form):
    return [q for q in form.questions if q.kind.value == "scale"]


@kind(1)
def boxes_ticked(rng, form):
    """Brackets for every point, one of them ticked."""
    typed = made_answers(rng, form)
    for q in scales(form):
        n = rng.randint(1, len(q.labels))
        tick = rng.choice(("x", "X", "✓", "*"))
        rows = [f"[{tick if point == n else ' '}] {point}" for point in range(1, len(q.labels) + 1)]
        typed[q.number] = Typed(rng.choice((" ", "\n", "  ")).join(rows), value=n)
    reply = inline(form, typed)
    reply.ask(*(q.number for q in scales(form)))
    return reply


@kind(1)
def stars_and_faces(rng, form):
    """Ratings in emoji."""
    typed = made_answers(rng, form)
    for q in scales(form):
        n = rng.randint(1, len(q.labels))
        stars = rng.random() < 0.5
        typed[q.number] = Typed(
            "⭐" * n if stars else rng.choice("👍👎🙂😐😡🔥"), value=n if stars else None, doubtful=not stars
        )
    reply = inline(form, typed)
    reply.ask(*(q.number for q in scales(form)))
    return reply


@kind(1)
def two_people_rate(rng, form):
    """Two people answer on one form: no single value is right."""
    typed = made_answers(rng, form)
    for q in scales(form):
        a, b = rng.sample(range(1, len(q.labels) + 1), 2)
        typed[q.number] = Typed(
            rng.choice((f"Anna {a}, Ben {b}", f"Ben {b}, me {a}", f"Anna: {a}\nBen: {b}", f"{a} and {b}")),
            doubtful=True,
        )
    return inline(form, typed)


@kind(1)
def old_answer_struck_out(rng, form):
    """A first answer is struck out in the HTML and the new one stands beside it."""
    reply = inline(form, made_answers(rng, form, simple=True))
    reply.page_only = True
    for number in reply.answered:
        if rng.random() < 0.4:
            block, new = reply.answer(number), reply.typed[number].text
            old = rng.choice(("the audit that never came", "no idea", "my old plan of last spring"))
            block.text, block.markup = f"{old} {new}", f"<s>{esc(old)}</s> {esc(new)}"
            reply.ask(number)
    return reply


@kind(1)
def scale_line_all_but_one_deleted(rng, form):
    """Of the scale's hint only the chosen point is left, and nothing is typed below."""
    reply = inline(form, made_answers(rng, form))
    for q in scales(form):
        n = rng.randint(1, len(q.labels))
        hint = reply.block("hint", q.number)
        hint.text, hint.markup = f"({n} = {q.labels[n - 1]})", ""
        if reply.answer(q.number):
            reply.blocks.remove(reply.answer(q.number))
        kept = (f"{n} = {q.labels[n - 1]}", f"({n} = {q.labels[n - 1]})")
        reply.wanted[q.number] = Wanted(kept, may_ask=True, value=n)
    return reply


@kind(1)
def scale_point_in_bold(rng, form):
    """The chosen point of the hint was made bold."""
    reply = inline(form, made_answers(rng, form))
    reply.page_only = True
    for q in scales(form):
        n = rng.randint(1, len(q.labels))
        hint = reply.block("hint", q.number)
        point = f"{n} = {q.labels[n - 1]}"
        hint.markup = esc(hint.text).replace(point, f"<b>{point}</b>", 1)
        if reply.answer(q.number):
            reply.blocks.remove(reply.answer(q.number))
        reply.wanted[q.number] = Wanted((point, str(n), q.labels[n - 1]), may_ask=True, value=n)
    return reply
