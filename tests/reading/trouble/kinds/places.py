"""The form is whole, but answers stand in other places than below their answer mark."""

from __future__ import annotations

from tests.reading.trouble.answers import Typed, line, made_answer, made_answers
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Block, Wanted, bare, inline


@kind(1)
def behind_the_mark(rng, form):
    """On the line of the answer mark, as on a paper form."""
    reply = bare(form, made_answers(rng, form))
    for number in reply.answered:
        reply.block("marker", number).behind = reply.typed[number].text
    return reply


@kind(1)
def behind_the_question(rng, form):
    """On the question's own line."""
    reply = bare(form, made_answers(rng, form, simple=True))
    for number in reply.answered:
        reply.block("question", number).behind = reply.typed[number].text
    return reply


@kind(1)
def below_the_question(rng, form):
    """Between the question and its hint or answer mark."""
    reply = bare(form, made_answers(rng, form))
    for number in reply.answered:
        reply.insert(reply.index("question", number) + 1, reply.typed[number].text, number)
    return reply


@kind(1)
def above_the_mark(rng, form):
    """Just above the answer mark, below the hint."""
    reply = bare(form, made_answers(rng, form))
    for number in reply.answered:
        reply.insert(reply.index("marker", number), reply.typed[number].text, number)
    return reply


@kind(1)
def one_above_its_question(rng, form):
    """One answer slipped above its own question."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    number = rng.choice(reply.answered or [1])
    if reply.answer(number):
        reply.blocks.remove(reply.answer(number))
        reply.insert(reply.index("question", number), reply.typed[number].text, number, low=True)
        reply.ask(number)
        if number > 1:
            reply.ask(number - 1)
    return reply


@kind(1)
def all_above_their_questions(rng, form):
    """Every answer stands above its own question, all through the form."""
    reply = bare(form, made_answers(rng, form, empty=0.1))
    for number in reply.answered:
        reply.insert(reply.index("question", number), reply.typed[number].text, number, low=True)
    reply.ask(*reply.numbers)
    return reply


@kind(1, fewest=3)
def two_in_one_place(rng, form):
    """Two neighbouring answers are typed below the first question, and the second is left empty."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    number = rng.choice(reply.numbers[:-1])
    for one in (number, number + 1):
        if not reply.typed[one].text:
            return reply
    both = rng.choice(("\n", "\n\n")).join(reply.typed[n].text for n in (number, number + 1))
    reply.answer(number).text = both
    reply.blocks.remove(reply.answer(number + 1))
    reply.ask(number, number + 1)
    return reply


@kind(1, fewest=3)
def two_in_one_sentence(rng, form):
    """Two neighbouring answers in one line, and nothing below the second: nobody can see that they are two."""
    reply = inline(form, made_answers(rng, form, empty=0.1, simple=True))
    number = rng.choice(reply.numbers[:-1])
    if not reply.typed[number].text or not reply.typed[number + 1].text:
        return reply
    first, second = reply.typed[number].text, reply.typed[number + 1].text
    both = first.rstrip(".") + rng.choice((". ", " / ", ", and ", "; ")) + second
    reply.answer(number).text = both
    reply.blocks.remove(reply.answer(number + 1))
    reply.wanted[number] = Wanted((both,), may_ask=True)
    reply.wanted[number + 1] = Wanted(("",), may_ask=True)
    return reply


@kind(1, fewest=4)
def moved_with_a_note(rng, form):
    """An answer stands below another question with a note to which one it belongs."""
    reply = inline(form, made_answers(rng, form, empty=0.1, simple=True))
    here, there = rng.sample(reply.numbers, 2)
    if not reply.typed[there].text or reply.typed[here].text:
        return reply
    reply.blocks.remove(reply.answer(there))
    note = rng.choice(("This belongs to question {}: ", "(Sorry, meant for {}) ", "for Q{}: ", "Answer to no. {}: "))
    reply.insert(reply.index("marker", here) + 1, note.format(there) + reply.typed[there].text, here)
    reply.ask(there, here)
    return reply


@kind(1)
def within_the_hint(rng, form):
    """Typed into the hint, before its closing bracket."""
    reply = bare(form, made_answers(rng, form, simple=True))
    for number in reply.answered:
        hint = reply.block("hint", number)
        if hint is None:
            reply.insert(reply.index("marker", number) + 1, reply.typed[number].text, number)
            continue
        hint.text = hint.text[:-1] + rng.choice((": ", " - ", " ")) + reply.typed[number].text + ")"
        hint.markup = ""
        said = reply.typed[number]
        reply.wanted[number] = Wanted(
            (said.text, said.text + ")") if not said.doubtful else (), may_ask=True, value=said.value
        )
    return reply


@kind(1)
def capitals_within_the_question(rng, form):
    """Answers in capitals in the middle of the question's sentence."""
    typed = made_answers(rng, form, simple=True)
    typed = {n: Typed(t.text.upper(), t.value, doubtful=t.doubtful) for n, t in typed.items()}
    reply = bare(form, typed)
    for number in reply.answered:
        question = reply.block("question", number)
        words = question.text.split(" ")
        at = rng.randint(2, len(words) - 1)
        question.text, question.markup = " ".join([*words[:at], reply.typed[number].text, *words[at:]]), ""
        reply.ask(number)
    return reply


@kind(1)
def question_repeated_in_the_answer(rng, form):
    """The person copies the question's words before the answer."""
    reply = inline(form, made_answers(rng, form, simple=True))
    for number in reply.answered:
        if rng.random() < 0.4:
            said, ask = reply.typed[number], form.questions[number - 1].ask
            reply.answer(number).text = f"{ask}\n{said.text}"
            reply.wanted[number] = Wanted((f"{ask}\n{said.text}", said.text), may_ask=True)
    return reply


@kind(1)
def as_above(rng, form):
    """Answers that point at others: they are what was typed."""
    typed = made_answers(rng, form)
    for q in form.questions:
        if rng.random() < 0.4:
            said = rng.choice(
                ("as above", "see 3", "same as last time", '"', "ditto", "see question 2", "s. o.", "idem", '-"-')
            )
            typed[q.number] = Typed(said, doubtful=q.kind.value in ("scale", "choice", "yes_no"))
    return inline(form, typed)


@kind(1)
def question_marks(rng, form):
    """Where somebody does not understand, there is a "?" or "???"."""
    typed = made_answers(rng, form)
    for q in form.questions:
        if rng.random() < 0.3:
            typed[q.number] = Typed(
                rng.choice(("?", "???", "what do you mean?", "??")),
                doubtful=q.kind.value in ("scale", "choice", "yes_no"),
            )
    return inline(form, typed)


@kind(1)
def colleague_comments(rng, form):
    """A colleague put a remark below an answer, with their name before it."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    for number in reply.answered:
        if rng.random() < 0.2:
            remark = rng.choice(("[Anna: I would say more]", "Anna: not true at all", "AB> agreed"))
            typed = reply.answer(number)
            both = f"{typed.text}\n{remark}"
            typed.text = both
            reply.wanted[number] = Wanted((both, reply.typed[number].text), may_ask=True)
            reply.ask(*(n for n in (number + 1,) if n in reply.typed))
    return reply


@kind(1)
def to_be_continued(rng, form):
    """The first half is answered, then "the rest tomorrow"."""
    typed = made_answers(rng, form, empty=0)
    half = len(typed) // 2
    typed = {n: t if n <= half else Typed() for n, t in typed.items()}
    reply = inline(form, typed)
    note = rng.choice(
        ("(continued tomorrow)", "I will do the rest at the weekend.", "To be continued...", "More later, sorry!")
    )
    if half == 0 or rng.random() < 0.5:
        reply.top = note
        reply.ask(*(n for n in reply.numbers if n > half))
        reply.loose = (note,)
        return reply
    at = reply.blocks.index(reply.answer(half)) + 1
    reply.blocks.insert(at, Block("typed", f"\n{note}", half, gap=0, depth=0))
    reply.wanted[half] = Wanted((typed[half].text, f"{typed[half].text}\n{note}"), may_ask=True)
    reply.ask(half + 1)
    return reply


@kind(1)
def signed_in_the_middle(rng, form):
    """Somebody signs below one answer, then goes on."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    number = rng.choice(reply.answered or [1])
    if reply.answer(number):
        sign = rng.choice(("Best wishes\nZoë", "Zoë Müller", "Thanks,\nZoë"))
        typed = reply.answer(number)
        typed.text = f"{typed.text}\n\n{sign}"
        reply.wanted[number] = Wanted((reply.typed[number].text,), may_ask=True, value=reply.typed[number].value)
        if number + 1 in reply.typed:
            reply.ask(number + 1)
    return reply


@kind(1)
def all_in_one_word(rng, form):
    """Very short answers, many of them the same."""
    typed = {q.number: Typed(rng.choice(("good", "ok", "yes", "no", "none", "", "fine"))) for q in form.questions}
    typed |= {q.number: made_answer(rng, q) for q in form.questions if q.kind.value in ("scale", "choice", "yes_no")}
    return inline(form, typed)


@kind(1)
def long_letters(rng, form):
    """Some answers are long letters of several paragraphs."""
    typed = made_answers(rng, form, empty=0)
    for q in form.questions:
        if q.kind.value in ("text", "goal") and rng.random() < 0.5:
            typed[q.number] = Typed(
                "\n\n".join(". ".join(line(rng).rstrip(".") for _ in range(3)) + "." for _ in range(rng.randint(2, 5)))
            )
    return inline(form, typed)
