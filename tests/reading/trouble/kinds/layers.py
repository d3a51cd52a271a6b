"""More than one copy of the form, or older mail, in one reply."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.trouble.answers import made_answers
from tests.reading.trouble.questionnaires import made_form
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Block, Wanted, bare, inline, listed, untouched

WROTE = "On Tue, 1 Sep 2026 at 08:00, {} <mentoring+f-abcdefghijklmnop@example.org> wrote:"


def deeper(blocks):
    return [replace(b, depth=b.depth + 1, gap=b.gap or 1) for b in blocks]


@kind(1)
def form_twice(rng, form):
    """The form stands in the mail twice; one copy is answered."""
    reply = inline(form, made_answers(rng, form))
    copy = untouched(form)
    reply.blocks = [*reply.blocks, *copy] if rng.random() < 0.5 else [*copy, *reply.blocks]
    return reply


@kind(1)
def last_months_form_below(rng, form):
    """Below this form's answers stands the answered form of an earlier round, quoted once more."""
    reply = inline(form, made_answers(rng, form))
    old = made_form(rng)
    answered = inline(old, made_answers(rng, old))
    line = Block("older", WROTE.format(form.sheet.sender_name), depth=2)
    reply.blocks += [line, *deeper(answered.blocks)]
    return reply


@kind(1)
def same_questions_last_month(rng, form):
    """Below this form's answers stand the same questions with the answers of the last round, quoted once more."""
    reply = inline(form, made_answers(rng, form))
    answered = inline(form, made_answers(rng, form))
    reply.blocks += [Block("older", WROTE.format(form.sheet.sender_name), depth=2), *deeper(answered.blocks)]
    return reply


@kind(1, fewest=3)
def reply_to_own_reply(rng, form):
    """A correction on top of one's own earlier reply, which is quoted with its answers."""
    first = made_answers(rng, form, simple=True, empty=0.2)
    reply = inline(form, first)
    second = made_answers(rng, form, simple=True, empty=0)
    chosen = rng.sample(list(first), 1)
    reply.blocks = [
        Block("older", "On Mon, 2 Nov 2026 at 19:12, Zoë Müller <zoe@corp.test> wrote:"),
        *deeper(reply.blocks),
    ]
    for block in reply.blocks:
        block.depth = max(block.depth, 1)
    reply.typed = first
    for number in first:
        texts = tuple({first[number].text, ""})
        reply.wanted[number] = Wanted(texts, may_ask=True)
    for number in chosen:
        reply.wanted[number] = Wanted((second[number].text,), may_ask=True)
        said = rng.choice(("{}. {}", "Correction to {}: {}", "Q{}: {}", "Sorry, {} should be: {}"))
        reply.top = said.format(number, second[number].text)
    return reply


@kind(1)
def forwarded_with_answers(rng, form):
    """The person pressed Forward instead of Reply and answered below the questions."""
    reply = inline(form, made_answers(rng, form))
    reply.forwarded = True
    return reply


@kind(1)
def pasted_into_a_new_mail(rng, form):
    """The form was copied into a new mail."""
    reply = inline(form, made_answers(rng, form))
    reply.fresh = True
    return reply


@kind(1, fewest=3)
def list_then_only_changed(rng, form):
    """Only some numbers on top, with the words that they are all that changed; the whole quote is below."""
    reply = bare(form, made_answers(rng, form, simple=True, empty=0.6))
    reply.top = "Only these have changed:\n\n" + listed(reply)
    reply.ask(*reply.numbers)
    return reply
