"""The form went through paper, a PDF, or somebody's typing over it."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.reading.trouble.answers import made_answers
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Block, Wanted, bare, inline


def reword(block, text):
    block.text, block.markup = text, ""


@kind(5)
def question_typed_over(rng, form):
    """Some questions' words were typed over: "3. The audit", the answer mark below left empty."""
    reply = inline(form, made_answers(rng, form, simple=True, empty=0.1))
    for number in reply.answered:
        if rng.random() < 0.3:
            reply.blocks.remove(reply.answer(number))
            said = reply.typed[number]
            reword(reply.block("question", number), f"{number}. {said.text}")
            reply.wanted[number] = Wanted(
                () if said.doubtful else (said.text, f"{number}. {said.text}"), may_ask=True, value=said.value
            )
            reply.ask(*(n for n in (number - 1,) if n in reply.typed))
    return reply


@kind(5)
def letters_misread(rng, form):
    """The form was scanned and recognised: rn for m, l for i, 0 for o."""
    reply = inline(form, made_answers(rng, form))
    pairs = (("m", "rn"), ("i", "l"), ("o", "0"), ("w", "vv"), ("e", "c"))
    for block in reply.blocks:
        if block.depth == 1 and block.role != "marker":
            old, new = rng.choice(pairs)
            reword(block, re.sub(old, lambda found, new=new: new if rng.random() < 0.3 else found[0], block.text))
    reply.fresh = True
    return reply


@kind(5)
def hyphens_at_line_ends(rng, form):
    """Copied out of a PDF: long words of the form are broken with hyphens, and pages have feet."""
    reply = inline(form, made_answers(rng, form))
    for block in reply.blocks:
        if block.depth == 1 and block.role in ("question", "hint", "intro"):
            words = block.text.split(" ")
            long = [i for i, w in enumerate(words) if len(w) > 7 and w.isalpha()]
            if long:
                at = rng.choice(long)
                words[at] = f"{words[at][:4]}-\n{words[at][4:]}"
                reword(block, " ".join(words))
    if len(form.questions) > 3:
        reply.blocks.insert(reply.index("question", 3), Block("page", "Page 1 of 2", 0, 1))
    reply.plain_only, reply.style, reply.fresh = True, "outlook", True
    reply.ask(2)
    return reply


@kind(5)
def answer_on_both_sides_of_the_mark(rng, form):
    """Half of an answer above its mark, half below."""
    reply = inline(form, made_answers(rng, form, simple=True))
    for q in form.questions:
        if q.kind.value in ("text", "goal") and reply.answer(q.number) and rng.random() < 0.5:
            more = rng.choice(("and the poster", "More soon.", "(mostly)"))
            reply.insert(reply.index("marker", q.number), reply.typed[q.number].text, q.number)
            for block in reply.blocks[reply.index("marker", q.number) :]:
                if block.depth == 0 and block.number == q.number:
                    block.text = more
                    break
            reply.wanted[q.number] = Wanted((f"{reply.typed[q.number].text}\n{more}",), may_ask=True)
    return reply


@kind(5)
def marks_renamed(rng, form):
    """ "Answer" was replaced by one's own name or a sign in all marks."""
    reply = inline(form, made_answers(rng, form))
    word = rng.choice(("Zoë {}:", "ZM{}:", "→ {}:", "Me ({}):", "{}:", "Ans. to {}:", "My answer to {}:", "*{}*"))
    for number in reply.numbers:
        mark, said = word.format(number), reply.typed[number]
        reword(reply.block("marker", number), mark)
        if said.text and not said.doubtful:  # whoever types a mark of their own may find it in the answer
            reply.wanted[number] = replace(reply.wanted[number], texts=(said.text, f"{mark}\n{said.text}"))
    return reply


@kind(5)
def sums_pasted_in(rng, form):
    """A few cells of a spreadsheet pasted below questions for words or points."""
    reply = inline(form, made_answers(rng, form, simple=True, empty=0))
    for q in form.questions:
        if q.kind.value in ("text", "list") and rng.random() < 0.4:
            cells = "Week\tLists\tNights\n1\t3\t0\n2\t1\t4"
            reply.answer(q.number).text = cells
            reply.wanted[q.number] = Wanted((cells,), may_ask=True)
    return reply


@kind(5)
def hint_left_as_the_answer(rng, form):
    """One of the hint's examples is copied below the mark, with a word or two more."""
    reply = inline(form, made_answers(rng, form))
    for q in form.questions:
        if q.kind.value in ("text", "goal") and "example" in q.hint:
            said = rng.choice(("a course", "a paper, a talk", "a talk in May", "none is fine too"))
            if reply.answer(q.number):
                reply.answer(q.number).text = said
            else:
                reply.insert(reply.index("marker", q.number) + 1, said, q.number)
            reply.wanted[q.number] = Wanted((said,), may_ask=said == "none is fine too")
    return reply


@kind(5)
def everything_twice(rng, form):
    """The mail program sent the whole body twice, answers too."""
    reply = inline(form, made_answers(rng, form))
    reply.blocks = [*reply.blocks, *reply.blocks]
    reply.ask(*reply.numbers)
    return reply


@kind(5)
def below_the_form_one_by_one(rng, form):
    """Below the untouched form each question's first words again with the answer."""
    reply = bare(form, made_answers(rng, form, simple=True, empty=0.2))
    rows = [
        f"{n}. {' '.join(form.questions[n - 1].ask.split(' ')[:4])}...\n{reply.typed[n].text}" for n in reply.answered
    ]
    for n in reply.answered:
        said = reply.typed[n]
        whole = f"{' '.join(form.questions[n - 1].ask.split(' ')[:4])}...\n{said.text}"
        reply.wanted[n] = Wanted(() if said.doubtful else (said.text, whole), may_ask=True)
    reply.bottom = "\n\n".join(rows)
    return reply


@kind(5)
def mark_at_the_end(rng, form):
    """The answer was typed before the mark on its line: "the audit Answer 3:"."""
    reply = bare(form, made_answers(rng, form, simple=True))
    for number in reply.answered:
        if rng.random() < 0.5:
            block = reply.block("marker", number)
            reword(block, f"{reply.typed[number].text} {block.text}")
            reply.ask(number)
        else:
            reply.insert(reply.index("marker", number) + 1, reply.typed[number].text, number)
    return reply
