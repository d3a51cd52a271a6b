"""People in a hurry, on the move, or interrupted."""

from __future__ import annotations

from tests.reading.trouble.answers import Typed, made_answer, made_answers
from tests.reading.trouble.kinds.lists import place, topped
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Block, Wanted, bare, inline, listed


@kind(6)
def stopped_in_the_middle_of_a_word(rng, form):
    """Sent too early: the last answer breaks off, the rest is empty."""
    typed = made_answers(rng, form, empty=0.05, simple=True)
    last = rng.randint(1, len(form.questions))
    typed = {n: t if n <= last else Typed() for n, t in typed.items()}
    if form.questions[last - 1].kind.value in ("text", "goal"):
        typed[last] = Typed(rng.choice(("I wanted to s", "the aud", "My supervisor an", "and then")))
    return inline(form, typed)


@kind(6)
def two_reply_styles(rng, form):
    """Begun in a list above, then continued below the questions: nothing twice."""
    reply = inline(form, made_answers(rng, form, empty=0.1, simple=True))
    half = rng.randint(1, len(form.questions))
    above = [n for n in reply.answered if n <= half]
    for number in above:
        reply.blocks.remove(reply.answer(number))
    reply.top = listed(reply, ". ", "\n", above)
    if len(above) < 3:
        reply.ask(*reply.numbers)
    return reply


@kind(6)
def apology_as_first_answer(rng, form):
    """Below the first question an apology above the answer."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    if reply.answer(1):
        sorry = rng.choice(
            ("Sorry for being late!", "Hi, here we go:", "Dear mentor,", "(typing on the train, forgive the mistakes)")
        )
        both = f"{sorry}\n{reply.typed[1].text}"
        reply.answer(1).text = both
        reply.wanted[1] = Wanted((both, reply.typed[1].text), may_ask=True, value=reply.typed[1].value)
        reply.ask(*(n for n in (2,) if n in reply.typed))
    return reply


@kind(6)
def answers_swapped_and_corrected(rng, form):
    """Two neighbouring answers, with "oops, these two the other way round" above."""
    reply = inline(form, made_answers(rng, form, empty=0, simple=True))
    if len(form.questions) > 2:
        n = rng.choice(reply.numbers[:-1])
        reply.top = f"Oops, I mixed up {n} and {n + 1}, please swap them."
        for one in (n, n + 1):
            reply.wanted[one] = Wanted(tuple(reply.typed[m].text for m in (n, n + 1)), may_ask=True)
    return reply


@kind(6)
def pasted_from_notes(rng, form):
    """Answers prepared in a notes program, with its bullets and its heading, pasted below the marks."""
    reply = inline(form, made_answers(rng, form, empty=0.1, simple=True))
    sign = rng.choice(("◦ ", "▪ ", "‣ ", "☞ ", "- [ ] ", "- [x] ", "\t• "))
    for n in reply.answered:
        said = reply.typed[n]
        reply.answer(n).text = sign + said.text
        reply.wanted[n] = Wanted(
            () if said.doubtful else (said.text, sign + said.text),
            may_ask=said.doubtful or sign.endswith("] "),
            value=said.value,
        )
    return reply


@kind(6)
def list_typed_after_the_signature(rng, form):
    """The automatic signature stands first, the numbered list below it."""
    reply = topped(rng, form, empty=0.1)
    reply.top = f"Zoë Müller\nCore trainee, Northern Hospital\n\n{listed(reply)}"
    return reply


@kind(6)
def list_with_the_scale_words(rng, form):
    """A numbered list with all of the scale's words left in: "2. very poor / poor / *good*"."""
    reply = topped(rng, form, empty=0.1)
    rows = []
    for n in reply.answered:
        q, said = form.questions[n - 1], reply.typed[n]
        if q.kind.value == "scale":
            chosen = rng.randint(1, len(q.labels))
            text = " / ".join(f"*{label}*" if at == chosen else label for at, label in enumerate(q.labels, 1))
            reply.wanted[n] = Wanted((text, text.replace("*", "")), may_ask=True, value=chosen)
            rows.append(f"{n}. {text}")
        else:
            rows.append(f"{n}. {said.text}")
    return place(rng, reply, "\n".join(rows))


@kind(6)
def copied_with_the_numbers_of_pages(rng, form):
    """Answers below the questions, some with a reference number, a date or an amount on a line of its own."""
    reply = inline(form, made_answers(rng, form, empty=0.1, simple=True))
    for q in form.questions:
        if q.kind.value == "text" and reply.answer(q.number) and rng.random() < 0.5:
            both = f"{reply.typed[q.number].text}\n{rng.choice(('4711', '12.', '3)', '24/11', '£250', 'no. 7'))}"
            reply.answer(q.number).text = both
            reply.wanted[q.number] = Wanted((both,), may_ask=True)
            reply.ask(*(n for n in (q.number + 1,) if n in reply.typed))
    return reply


@kind(6)
def whole_form_indented(rng, form):
    """The quote lost its marks and is indented instead; answers are not."""
    reply = inline(form, made_answers(rng, form))
    for block in reply.blocks:
        if block.depth == 1:
            block.extra = rng.choice(("    ", "    ", "\t"))
    reply.plain_only, reply.style = True, "outlook"
    return reply


@kind(6)
def closing_lines_between(rng, form):
    """The form's closing lines were dragged up between two questions."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    closing = [b for b in reply.blocks if b.role == "closing"]
    reply.blocks = [b for b in reply.blocks if b.role != "closing"]
    n = rng.choice(reply.numbers)
    at = reply.index("question", n)
    reply.blocks[at:at] = closing
    last = reply.numbers[-1]
    reply.ask(last, *(m for m in (n - 1,) if m in reply.typed))
    return reply


@kind(6)
def reminder_and_form(rng, form):
    """A line of one's own about the reminder, and the answers to two questions only."""
    typed = {q.number: Typed() for q in form.questions}
    for q in rng.sample(form.questions, min(2, len(form.questions))):
        typed[q.number] = made_answer(rng, q, simple=True)
    reply = inline(form, typed)
    reply.top = rng.choice(("Thanks for the reminder! The rest will follow.", "I only have time for these two today."))
    reply.ask(*(n for n in reply.numbers if n not in reply.answered))
    return reply


@kind(6)
def question_kept_as_heading_of_a_list(rng, form):
    """A new mail: each question shortened to a heading, answers as bullets below."""
    reply = bare(form, made_answers(rng, form, empty=0.2, simple=True))
    rows = []
    for n in reply.answered:
        words = form.questions[n - 1].ask.rstrip("?").split(" ")
        rows.append(f"{n}. {' '.join(words[:5])}:\n- {reply.typed[n].text}")
        said, head = reply.typed[n], " ".join(words[:5]) + ":"
        texts = (said.text, f"- {said.text}", f"{head}\n- {said.text}", f"{head}\n{said.text}")
        reply.wanted[n] = Wanted(() if said.doubtful else texts, may_ask=True, value=said.value)
    reply.ask(*reply.numbers)
    reply.top, reply.blocks = "\n\n".join(rows), []
    return reply


@kind(6)
def link_instead_of_an_answer(rng, form):
    """Clients turn an address into an address with its link behind it, in form and answers."""
    typed = made_answers(rng, form)
    for q in form.questions:
        if q.kind.value == "text" and rng.random() < 0.4:
            typed[q.number] = Typed(
                rng.choice(("www.example.net<http://www.example.net>", "tutor@example.net <mailto:tutor@example.net>"))
            )
    reply = inline(form, typed)
    reply.blocks.append(Block("older", "https://eur01.safelinks.example/?url=https%3A%2F%2Fexample.org", 0, 1))
    reply.ask(reply.numbers[-1])
    return reply
