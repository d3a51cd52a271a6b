"""Everyday ways to answer that no instruction foresees."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.trouble.answers import Typed, made_answers
from tests.reading.trouble.kinds.lists import place, topped
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Wanted, bare, inline, listed


@kind(4)
def number_and_blank(rng, form):
    """ "1 yes", "2 the audit": a number and a blank, as typed on a telephone."""
    reply = topped(rng, form)
    reply.ask(*reply.numbers)
    return place(rng, reply, listed(reply, rng.choice((" ", "  ", ", ")), rng.choice(("\n", "\n\n"))))


@kind(4, fewest=5)
def rest_in_a_list_below(rng, form):
    """The first answers below their questions, then tired of scrolling: the others in a list at the end."""
    reply = inline(form, made_answers(rng, form, simple=True, empty=0.1))
    half = rng.randint(1, len(form.questions) - 2)
    later = [n for n in reply.answered if n > half]
    for number in later:
        reply.blocks.remove(reply.answer(number))
    reply.bottom = rng.choice(("", "The rest:\n\n", "Continued:\n")) + listed(reply, ". ", "\n", later)
    if len(later) < 3:
        reply.ask(*reply.numbers)
    return reply


@kind(4)
def answers_with_a_translation(rng, form):
    """Each answer once more in another language, in brackets on the next line."""
    reply = inline(form, made_answers(rng, form, simple=True))
    for q in form.questions:
        if q.kind.value in ("text", "goal", "list") and reply.answer(q.number):
            both = (
                f"{reply.typed[q.number].text}\n({rng.choice(('auf Deutsch: gut', 'tout va bien', 'wszystko dobrze'))})"
            )
            reply.answer(q.number).text = both
            heir = q.number + 1 in reply.typed and not reply.typed[q.number + 1].text
            reply.wanted[q.number] = Wanted((both,), may_ask=heir)
            if heir:
                reply.ask(q.number + 1)
    return reply


@kind(4)
def dashes_before_answers(rng, form):
    """A dash, an equals sign or a bullet before each answer, values too."""
    reply = inline(form, made_answers(rng, form, simple=True))
    sign = rng.choice(("- ", "-", "= ", "• ", "– ", ": ", "~ "))
    for number in reply.answered:
        said = reply.typed[number]
        reply.answer(number).text = sign + said.text
        reply.wanted[number] = Wanted(
            () if said.doubtful else (said.text, sign + said.text), may_ask=said.doubtful, value=said.value
        )
    return reply


@kind(4)
def signature_below_the_last_answer(rng, form):
    """A whole signature below the last answer, above the closing lines."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    last = reply.numbers[-1]
    if reply.answer(last):
        card = rng.choice(
            (
                "Zoë Müller | Core trainee | 0191 498 0001",
                "Kind regards,\n\nZoë Müller\nCore surgical trainee\nNorthern Hospital",
                "-- \nZoë Müller\nNorthern Hospital\nTel. 0191 498 0001",
                "Best\nZ.",
            )
        )
        reply.answer(last).text += f"\n\n{card}"
        reply.ask(last)
    return reply


@kind(4)
def questions_back_to_the_mentor(rng, form):
    """Answers that end in a question to the mentor."""
    reply = inline(form, made_answers(rng, form, simple=True))
    for q in form.questions:
        if q.kind.value in ("text", "goal") and reply.answer(q.number) and rng.random() < 0.5:
            said = reply.typed[q.number].text.rstrip(".") + rng.choice(
                (". What about you?", " - how did you do it?", ". Did it help you?")
            )
            reply.answer(q.number).text = said
            reply.wanted[q.number] = Wanted((said,))
    return reply


@kind(4)
def one_word_on_top(rng, form):
    """ "Yes" or "4" above the untouched form: the answer to nothing that anybody could name."""
    reply = bare(form, {q.number: Typed() for q in form.questions})
    reply.top = rng.choice(("Yes", "4", "Yes please", "Good", "3 and 4", "No"))
    reply.ask(*reply.numbers)
    reply.loose = (reply.top,)
    return reply


@kind(4)
def see_the_attachment(rng, form):
    """The answers are said to be somewhere else."""
    reply = bare(form, {q.number: Typed() for q in form.questions})
    reply.top = rng.choice(
        (
            "My answers are in the attachment.",
            "Please see the attached voice note",
            "Answers attached, all nine of them",
        )
    )
    reply.ask(*reply.numbers)
    reply.loose = (reply.top,)
    return reply


@kind(4)
def numbers_in_prose(rng, form):
    """ "For 1 I would say good, 2 is a 4, and 3 I leave out"."""
    reply = bare(form, {q.number: Typed() for q in form.questions})
    said = [
        rng.choice(
            (f"for {n} I would say good", f"{n} is a {rng.randint(1, 5)}", f"{n} I leave out", f"number {n} went well")
        )
        for n in reply.numbers[:6]
    ]
    text = ", ".join(said).capitalize() + "."
    reply.only_ask(*reply.numbers[:6])
    for number in reply.numbers[:6]:
        reply.wanted[number] = Wanted(("good", "went well", *map(str, range(1, 6))), may_ask=True)
    reply.ask(*reply.numbers)
    return place(rng, reply, text)


@kind(4)
def own_words_for_questions(rng, form):
    """ "Rounds? fine. Rota? better.": the questions in one's own words, in prose."""
    reply = bare(form, {q.number: Typed() for q in form.questions})
    rows = [
        f"{q.ask.rstrip('?').split(' ')[-1]}? {rng.choice(('fine', 'better', 'no', 'tiring'))}." for q in form.questions
    ]
    for number in reply.numbers:
        reply.wanted[number] = Wanted(
            ("fine", "better", "no", "tiring", "fine.", "better.", "no.", "tiring."), may_ask=True
        )
    return place(rng, reply, rng.choice((" ", "\n")).join(rows))


@kind(4)
def quoted_text_hidden(rng, form):
    """A list, and where the quote was the mail program left a line of its own."""
    reply = topped(rng, form, empty=0.1)
    line = rng.choice(("[Quoted text hidden]", "...", "[Zitierter Text ausgeblendet]", "> ..."))
    reply.top, reply.blocks = f"{listed(reply)}\n\n{line}", []
    reply.ask(*reply.answered[-1:])
    return reply


@kind(4)
def answer_in_place_of_the_hint(rng, form):
    """The hint was typed over by the answer, in its brackets."""
    reply = bare(form, made_answers(rng, form, simple=True))
    for number in reply.answered:
        hint, said = reply.block("hint", number), reply.typed[number]
        if hint is None:
            reply.insert(reply.index("marker", number) + 1, said.text, number)
            continue
        hint.text, hint.markup = f"({said.text})", ""
        reply.wanted[number] = Wanted(
            () if said.doubtful else (said.text, f"({said.text})"), may_ask=True, value=said.value
        )
    return reply


@kind(4)
def tab_and_answer(rng, form):
    """Tabs between question and answer on one line."""
    reply = bare(form, made_answers(rng, form, simple=True))
    for number in reply.answered:
        block = reply.block(rng.choice(("question", "marker")), number)
        block.behind = rng.choice(("\t", "\t\t", "     ", " ... ", " --- ")) + reply.typed[number].text
        said = reply.typed[number]
        dotted = tuple(sign + said.text for sign in ("... ", "--- "))
        reply.wanted[number] = replace(reply.wanted[number], texts=() if said.doubtful else (said.text, *dotted))
    return reply
