"""What people put before or round an answer: names, numbers, arrows, lines to write on."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.trouble.answers import made_answers
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Wanted, inline


def opened(reply, before, share=1.0, rng=None, *, shown=True):
    """Puts words before answers; the answer may be read with or without them."""
    for number in reply.answered:
        if rng is None or rng.random() < share:
            typed, said = reply.answer(number), reply.typed[number]
            start = before(number)
            typed.text = start + said.text
            texts = (said.text, typed.text) if shown else (said.text,)
            texts += tuple(">" * n + " " + said.text for n in range(1, 3)) if start.startswith(">") else ()
            reply.wanted[number] = replace(reply.wanted[number], texts=() if said.doubtful else texts)
    return reply


@kind(2)
def own_number_before_answers(rng, form):
    """The question's number again before each answer, below the question."""
    sep = rng.choice((". ", ") ", ": ", " - "))
    return opened(inline(form, made_answers(rng, form, simple=True)), lambda n: f"{n}{sep}")


@kind(2)
def answer_word_before_answers(rng, form):
    """ "Answer:", "A:", "Me:" before each answer."""
    word = rng.choice(("Answer: ", "A: ", "Antwort: ", "Reply: ", "My answer: ", "Ans. ", "R: "))
    return opened(inline(form, made_answers(rng, form, simple=True)), lambda _: word)


@kind(2)
def initials_before_answers(rng, form):
    """A name, initials or a date before each answer, as in a commented document."""
    word = rng.choice(("ZM: ", "[ZM] ", "Zoë: ", "[Zoë Müller] ", "ZM 12/11: ", "(zm) "))
    return opened(inline(form, made_answers(rng, form, simple=True)), lambda _: word)


@kind(2)
def arrows_before_answers(rng, form):
    """An arrow before each answer."""
    word = rng.choice(("--> ", "=> ", "-> ", ">> ", "→ ", ">>> ", "» ", "* ", "## "))
    return opened(inline(form, made_answers(rng, form, simple=True)), lambda _: word)


@kind(2)
def lines_to_write_on(rng, form):
    """Underscores or dots before and behind, as on paper."""
    reply = opened(
        inline(form, made_answers(rng, form, simple=True)), lambda _: rng.choice(("____", "__ ", "....", "... "))
    )
    for number in reply.answered:
        typed = reply.answer(number)
        end = rng.choice(("", "____", "....", " __"))
        wanted = reply.wanted[number]
        more = (typed.text + end, reply.typed[number].text + end)
        reply.wanted[number] = replace(wanted, texts=(*wanted.texts, *more) if wanted.texts else (), may_ask=True)
        typed.text += end
    return reply


@kind(2)
def rules_between_answers(rng, form):
    """A line of dashes, stars or equal signs below each answer."""
    reply = inline(form, made_answers(rng, form, empty=0.05))
    rule = rng.choice(("-----", "--------------------", "=====", "*****", "~~~~~~", "__________", "---"))
    for number in reply.answered:
        typed = reply.answer(number)
        wanted = reply.wanted[number]
        typed.text = f"{typed.text}\n{rule}"
        reply.wanted[number] = replace(wanted, texts=(*wanted.texts, typed.text) if wanted.texts else (), may_ask=True)
    return reply


@kind(2)
def indented_answers(rng, form):
    """Answers behind spaces or a tab."""
    reply = inline(form, made_answers(rng, form))
    space = rng.choice(("    ", "\t", "  ", "        ", "\u00a0\u00a0\u00a0"))
    for number in reply.answered:
        reply.answer(number).text = "\n".join(
            space + row if row else row for row in reply.typed[number].text.split("\n")
        )
    return reply


@kind(2)
def in_brackets_or_quotes(rng, form):
    """Answers in brackets or quotation marks."""
    reply = inline(form, made_answers(rng, form, simple=True))
    left, right = rng.choice((("(", ")"), ("[", "]"), ("“", "”"), ('"', '"'), ("*", "*"), ("/", "/"), ("<", ">")))
    for number in reply.answered:
        said = reply.typed[number]
        reply.answer(number).text = f"{left}{said.text}{right}"
        texts = () if said.doubtful else (said.text, f"{left}{said.text}{right}")
        reply.wanted[number] = replace(reply.wanted[number], texts=texts)
    return reply


@kind(2)
def dashes_for_nothing(rng, form):
    """Where there is nothing to say: a dash, dots, "n/a", "./."."""
    typed = made_answers(rng, form)
    reply = inline(form, typed)
    for q in form.questions:
        if not typed[q.number].text:
            nothing = rng.choice(("-", "–", "...", "--", "./.", "/", "…", "_"))
            reply.insert(reply.index("marker", q.number) + 1, nothing, q.number)
            reply.wanted[q.number] = Wanted((nothing, ""), may_ask=q.kind.value in ("scale", "choice", "yes_no"))
    return reply


@kind(2)
def question_and_answer_pairs(rng, form):
    """ "Q: ... A: ..." in a new mail, without numbers and marks."""
    reply = opened(inline(form, made_answers(rng, form, simple=True, empty=0.1)), lambda _: "A: ")
    reply.drop("intro", "closing", "hint", "marker")
    for number, q in enumerate(form.questions, 1):
        block = reply.block("question", number)
        block.text, block.markup = f"Q: {q.ask}", ""
    reply.fresh = rng.random() < 0.6
    return reply


@kind(2)
def bare_questions_in_a_new_mail(rng, form):
    """The questions were copied out of a text program: no numbers, no hints, no marks, answers below."""
    reply = inline(form, made_answers(rng, form, simple=True, empty=0.1))
    reply.drop("intro", "closing", "hint", "marker")
    for number, q in enumerate(form.questions, 1):
        block = reply.block("question", number)
        block.text, block.markup = q.ask, ""
    reply.fresh = True
    return reply


@kind(2)
def only_the_marks_kept(rng, form):
    """Everything is deleted but the lines "Answer 3:" and what was typed there."""
    reply = inline(form, made_answers(rng, form))
    reply.drop("intro", "question", "hint", "closing")
    last = max(reply.numbers)
    if reply.typed[last].paragraphs > 1:
        reply.ask(last)
    reply.fresh = rng.random() < 0.5
    return reply
