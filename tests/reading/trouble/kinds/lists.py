"""Answers in a list of one's own, above the form, below it, or without it."""

from __future__ import annotations

from tests.reading.trouble.answers import Typed, made_answers
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Wanted, bare, inline, listed

SPOKEN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "twenty-one",
    "twenty-two",
    "twenty-three",
    "twenty-four",
    "twenty-five",
]
NUMBERINGS = (". ", ") ", ": ", " - ", ".) ")


def topped(rng, form, **more):
    return bare(form, made_answers(rng, form, **{"simple": True, "empty": 0.15, **more}))


def place(rng, reply, text):
    """Above the form, or below it, or in a mail without the form."""
    match rng.randrange(4):
        case 0:
            reply.bottom = text
        case 1:
            reply.top, reply.blocks = text, []
        case _:
            reply.top = text
    return reply


@kind(1)
def numbered_list(rng, form):
    """The answers in a numbered list."""
    reply = topped(rng, form)
    return place(rng, reply, listed(reply, rng.choice(NUMBERINGS), rng.choice(("\n", "\n\n"))))


@kind(1)
def numbered_with_q(rng, form):
    """Q1, Question 1, Answer 1, A1 before each answer."""
    reply = topped(rng, form)
    name = rng.choice(
        ("Q{}: ", "Question {}: ", "Answer {}: ", "A{}. ", "#{} ", "Q{}) ", "Q{} - ", "Frage {}: ", "No. {}: ")
    )
    text = rng.choice(("\n", "\n\n")).join(name.format(n) + reply.typed[n].text for n in reply.answered)
    return place(rng, reply, text)


@kind(1, fewest=4)
def list_out_of_order(rng, form):
    """A numbered list in another order."""
    reply = topped(rng, form)
    numbers = reply.answered
    rng.shuffle(numbers)
    reply.ask(*reply.answered)
    return place(rng, reply, listed(reply, ". ", "\n", numbers))


@kind(1)
def list_without_numbers(rng, form):
    """One answer a line, no numbers, every question answered."""
    reply = topped(rng, form, empty=0)
    reply.ask(*reply.numbers)
    return place(rng, reply, rng.choice(("\n", "\n\n")).join(t.text for t in reply.typed.values()))


@kind(1, fewest=4)
def short_list_without_numbers(rng, form):
    """One answer a line, no numbers, and fewer answers than questions."""
    reply = topped(rng, form, empty=0.3)
    rest = [n for n in reply.numbers if n not in reply.answered]
    if not rest:
        reply.typed[reply.numbers[-1]] = Typed()
    text = "\n".join(t.text for t in reply.typed.values() if t.text)
    for number in reply.numbers:
        reply.wanted[number] = Wanted((reply.typed[number].text,) if reply.typed[number].text else (), may_ask=True)
        if not reply.typed[number].text:
            reply.wanted[number] = Wanted(("",), may_ask=True)
    return place(rng, reply, text)


@kind(1, most=20)
def list_with_letters(rng, form):
    """a), b), c) for 1, 2, 3."""
    reply = topped(rng, form)
    reply.ask(*reply.numbers)
    form_of = rng.choice(("{}) ", "({}) ", "{}. "))
    return place(rng, reply, "\n".join(form_of.format(chr(96 + n)) + reply.typed[n].text for n in reply.answered))


@kind(1)
def table_by_hand(rng, form):
    """A little table: number, bar or tab, answer."""
    reply = topped(rng, form)
    bar = rng.choice((" | ", "\t", "   ", " |", " : "))
    head = rng.choice(("", f"No.{bar}Answer\n", f"Question{bar}Answer\n"))
    return place(rng, reply, head + "\n".join(f"{n}{bar}{reply.typed[n].text}" for n in reply.answered))


@kind(1)
def several_on_a_line(rng, form):
    """ "Q2: as discussed; Q5 4": several answers on one line, each with its question's number."""
    reply = topped(rng, form, empty=0.6)
    name = rng.choice(("Q{}: ", "Q{} ", "question {}: ", "{}: "))
    text = "; ".join(name.format(n) + reply.typed[n].text.rstrip(".") for n in reply.answered)
    for number in reply.answered:
        reply.wanted[number] = Wanted((reply.typed[number].text.rstrip("."), reply.typed[number].text), may_ask=True)
    reply.ask(*reply.numbers)
    return place(rng, reply, text)


@kind(1)
def dictated(rng, form):
    """Spoken into a telephone: no punctuation, "question one ... question two ..."."""
    reply = topped(rng, form, empty=0.3)
    parts = [
        f"{rng.choice(('question', 'number', 'answer'))} {SPOKEN[n]} {reply.typed[n].text.lower()}"
        for n in reply.answered
    ]
    reply.ask(*reply.numbers)
    for number in reply.answered:
        reply.wanted[number] = Wanted((reply.typed[number].text.lower(),), may_ask=True)
    return place(rng, reply, " ".join(parts))


@kind(1)
def three_words_on_top(rng, form):
    """A few words above the untouched form that answer nothing."""
    reply = bare(form, {q.number: Typed() for q in form.questions})
    reply.top = rng.choice(
        ("All good thanks", "Will do tonight", "ok", "No change since June", "I have no time this month, sorry")
    )
    reply.loose = (reply.top,)
    reply.ask(*reply.numbers)
    return reply


@kind(1, fewest=4)
def some_below_some_on_top(rng, form):
    """Some answers below their questions, the others in a numbered list above."""
    reply = inline(form, made_answers(rng, form, simple=True, empty=0.1))
    above = [n for n in reply.answered if rng.random() < 0.4]
    for number in above:
        reply.blocks.remove(reply.answer(number))
    reply.top = listed(reply, ". ", "\n", above) if above else ""
    if len(above) < 3:
        reply.ask(*above)
        reply.ask(*(n for n in reply.numbers if n not in reply.answered))
    return reply


@kind(1, fewest=4)
def draft_left_below(rng, form):
    """A numbered list above; an earlier draft with other answers was left below the questions."""
    reply = topped(rng, form, empty=0)
    draft = made_answers(rng, form, simple=True, empty=0.5)
    for number, said in draft.items():
        if said.text:
            reply.insert(reply.index("marker", number) + 1, said.text, number)
            same = said.text.casefold().rstrip(".!") == reply.typed[number].text.casefold().rstrip(".!")
            texts = (reply.typed[number].text, said.text) if same else (reply.typed[number].text,)
            reply.wanted[number] = Wanted(texts, may_ask=True)
    reply.top = listed(reply)
    return reply
