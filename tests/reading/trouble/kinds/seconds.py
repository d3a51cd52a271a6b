"""Second thoughts: corrections, additions and rewritings in the same mail."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.trouble.answers import Typed, made_answer, made_answers
from tests.reading.trouble.kinds.lists import place, topped
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Block, Wanted, bare, inline, listed


@kind(3)
def correction_below_the_form(rng, form):
    """All is answered below the questions; at the end "Correction: question 3 should be ..."."""
    reply = inline(form, made_answers(rng, form, simple=True, empty=0.1))
    number = rng.choice(reply.answered or [1])
    new = made_answer(rng, form.questions[number - 1], simple=True)
    way = rng.choice(
        (
            "Correction: question {} should be {}",
            "Sorry, {}. is {}",
            "Q{}: {} (not what I wrote above)",
            "Please change {} to: {}",
        )
    )
    reply.bottom = way.format(number, new.text)
    reply.wanted[number] = Wanted((new.text,), may_ask=True)
    reply.ask(*(n for n in reply.numbers if not reply.typed[n].text))
    return reply


@kind(3)
def more_about_one_above(rng, form):
    """Above the answered form: "About question 3: more next week"."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    number = rng.choice(reply.answered or [1])
    reply.top = rng.choice(
        ("About question {}: I will send more next week.", "I was not sure about {}, see below.", "Q{} is hard!")
    ).format(number)
    reply.ask(number, *(n for n in reply.numbers if not reply.typed[n].text))
    return reply


@kind(3)
def rewritten_on_top(rng, form):
    """The questions are copied above the untouched form and answered there, without hints and marks."""
    reply = bare(form, made_answers(rng, form, simple=True, empty=0.1))
    rows = [f"{q.number}. {q.ask}\n{reply.typed[q.number].text}".rstrip("\n") for q in form.questions]
    reply.top = rng.choice(("\n", "\n\n")).join(rows)
    return reply


@kind(3)
def own_earlier_list_below(rng, form):
    """A new numbered list, and below it one's own earlier mail with another list."""
    reply = topped(rng, form, empty=0.1)
    old = made_answers(rng, form, simple=True, empty=0.1)
    rows = "\n".join(f"{n}. {t.text}" for n, t in old.items() if t.text)
    reply.top = listed(reply)
    earlier = [Block("older", "On Mon, 2 Nov 2026 at 19:12, Zoë Müller <zoe@corp.test> wrote:"), Block("older", rows)]
    reply.blocks = [*earlier, *(replace(b, depth=2) for b in reply.blocks)]
    for n, said in old.items():
        new = reply.typed[n].text
        reply.wanted[n] = Wanted((new,) if new else ("", said.text), may_ask=True)
    return reply


@kind(3, fewest=4)
def one_number_typed_twice(rng, form):
    """A slip in a numbered list: one number stands twice and the next is left out."""
    reply = topped(rng, form, empty=0)
    slip = rng.choice(reply.numbers[1:])
    rows = [f"{slip - 1 if n == slip else n}. {reply.typed[n].text}" for n in reply.numbers]
    reply.ask(slip - 1, slip)
    return place(rng, reply, "\n".join(rows))


@kind(3, fewest=4)
def some_items_without_number(rng, form):
    """A numbered list in which some numbers were forgotten."""
    reply = topped(rng, form, empty=0)
    forgotten = {n for n in reply.numbers if rng.random() < 0.2}
    rows = [reply.typed[n].text if n in forgotten else f"{n}. {reply.typed[n].text}" for n in reply.numbers]
    reply.ask(*(m for n in forgotten for m in (n, n - 1) if m in reply.typed))
    reply.ask(*(reply.numbers if 1 in forgotten or len(forgotten) * 2 > len(rows) else ()))
    return place(rng, reply, "\n".join(rows))


@kind(3)
def empty_items_in_a_list(rng, form):
    """A numbered list with every number, nothing behind some."""
    reply = topped(rng, form, empty=0.35)
    nothing = rng.choice(("", "", "-", "n/a", "/"))
    rows = [f"{n}. {reply.typed[n].text or nothing}".rstrip() for n in reply.numbers]
    for n in reply.numbers:
        if not reply.typed[n].text:
            reply.wanted[n] = Wanted(("", nothing), may_ask=bool(nothing))
    return place(rng, reply, rng.choice(("\n", "\n\n")).join(rows))


@kind(3, fewest=3)
def list_below_the_last_question(rng, form):
    """A numbered list of all answers typed below the last question, or the first."""
    reply = topped(rng, form, empty=0.1)
    at = rng.choice((1, len(form.questions)))
    reply.insert(reply.index("marker", at) + 1, listed(reply), at)
    reply.ask(*reply.numbers)
    return reply


@kind(3)
def one_paragraph_of_numbers(rng, form):
    """ "(1) yes (2) no (3) the audit" in one paragraph."""
    reply = topped(rng, form)
    way = rng.choice(("({}) ", "{}) ", "{}. ", "#{} "))
    reply.ask(*reply.numbers)
    return place(rng, reply, " ".join(way.format(n) + reply.typed[n].text for n in reply.answered))


@kind(3)
def bare_values_in_a_row(rng, form):
    """Only the values of the scales, with commas or blanks between them."""
    reply = bare(form, {q.number: Typed() for q in form.questions})
    valued = [q for q in form.questions if q.kind.value == "scale"]
    said = {q.number: rng.randint(1, len(q.labels)) for q in valued}
    for n, value in said.items():
        reply.wanted[n] = Wanted((str(value),), may_ask=True, value=value)
    reply.ask(*reply.numbers)
    return place(
        rng, reply, rng.choice((", ", " ", "-", ",", "\n", "; ")).join(map(str, said.values())) or "nothing to rate"
    )


@kind(3)
def numbers_in_words_on_top(rng, form):
    """ "One: ... Two: ..." above the form."""
    reply = topped(rng, form)
    names = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
    rows = []
    for n in reply.answered:
        said = reply.typed[n]
        rows.append(f"{names[n - 1] if n <= len(names) else n}: {said.text}")
        reply.wanted[n] = Wanted(() if said.doubtful else (said.text, rows[-1]), may_ask=True, value=said.value)
    reply.ask(*reply.numbers)
    return place(rng, reply, "\n".join(rows))


@kind(3, fewest=3)
def answer_to_the_next_one_too(rng, form):
    """Below one question: "(this also answers 5)"."""
    reply = inline(form, made_answers(rng, form, simple=True, empty=0.1))
    number = rng.choice(reply.numbers[:-1])
    if reply.answer(number):
        note = rng.choice((" (this also answers {})", " - same for {}", " [{} too]")).format(number + 1)
        both = reply.typed[number].text + note
        reply.answer(number).text = both
        reply.wanted[number] = Wanted((both, reply.typed[number].text), may_ask=True)
        if reply.answer(number + 1):
            reply.blocks.remove(reply.answer(number + 1))
        reply.wanted[number + 1] = Wanted(("", reply.typed[number].text), may_ask=True)
    return reply
