"""The answer marks themselves are edited, moved, joined or translated."""

from __future__ import annotations

import re

from tests.reading.trouble.answers import made_answers
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Block, bare, inline


def reword(block, text):
    block.text, block.markup = text, ""


@kind(2)
def mark_written_anew(rng, form):
    """The mark typed in one's own way, with the answer behind it."""
    reply = bare(form, made_answers(rng, form, simple=True))
    way = rng.choice(
        (
            "ANSWER {}:",
            "answer {}:",
            "Answer {} -",
            "Answer{}:",
            "Ans {}:",
            "Answer no. {}:",
            "Answer {} =",
            "A{}:",
            "Answer {}",
        )
    )
    for number in reply.numbers:
        block = reply.block("marker", number)
        reword(block, way.format(number))
        block.behind = reply.typed[number].text
    return reply


@kind(2)
def mark_without_its_number(rng, form):
    """ "Answer:" with its number deleted, the questions whole."""
    reply = inline(form, made_answers(rng, form))
    for number in reply.numbers:
        reword(reply.block("marker", number), "Answer:")
    return reply


@kind(2)
def marks_translated(rng, form):
    """Only the marks are in another language."""
    reply = inline(form, made_answers(rng, form))
    word = rng.choice(("Antwort", "Réponse", "Respuesta", "Odpowiedź", "Svar", "תשובה"))
    for number in reply.numbers:
        reword(reply.block("marker", number), f"{word} {number}:")
    return reply


@kind(2)
def mark_eaten_by_backspace(rng, form):
    """Backspace took the end of some marks, and the answer stands against what is left."""
    reply = bare(form, made_answers(rng, form, simple=True))
    for number in reply.numbers:
        said = reply.typed[number].text
        block = reply.block("marker", number)
        if said and rng.random() < 0.3:
            left = block.text[: -rng.randint(1, 4)]
            reword(block, f"{left}{said}" if rng.random() < 0.5 else f"{left} {said}")
            reply.ask(number)
        elif said:
            reply.insert(reply.blocks.index(block) + 1, said, number)
    return reply


@kind(2, fewest=3)
def next_question_pulled_up(rng, form):
    """Delete at the end of an answer pulled the next question up to its line."""
    reply = inline(form, made_answers(rng, form, simple=True, empty=0.1))
    for number in reply.answered:
        following = reply.block("question", number + 1)
        if following is not None and rng.random() < 0.3:
            typed = reply.answer(number)
            reply.blocks.remove(typed)
            marker = reply.block("marker", number)
            marker.gap = 0
            text = f"{typed.text} {following.text}"
            reword(following, text)
            following.role = "joined"
    return reply


@kind(2, fewest=3)
def question_cut_by_its_answer(rng, form):
    """Enter was pressed within a question, and the answer typed there."""
    reply = inline(form, made_answers(rng, form, simple=True, empty=0.1))
    number = rng.choice(reply.answered or [1])
    if reply.answer(number):
        reply.blocks.remove(reply.answer(number))
        block = reply.block("question", number)
        words = block.text.split(" ")
        at = rng.randint(2, len(words) - 1)
        index = reply.blocks.index(block)
        rest = Block("question", " ".join(words[at:]), number, block.gap)
        reword(block, " ".join(words[:at]))
        block.gap = 0
        reply.blocks.insert(index + 1, rest)
        reply.insert(index + 1, reply.typed[number].text, number)
        reply.ask(number)
    return reply


@kind(2, fewest=5)
def middle_of_the_form_deleted(rng, form):
    """From the middle of one unanswered question to the middle of another, all is deleted."""
    first, last = sorted(rng.sample(range(2, len(form.questions) + 1), 2))
    typed = made_answers(rng, form, empty=0.1)
    typed = {n: t if n < first or n > last else type(t)() for n, t in typed.items()}
    reply = inline(form, typed)
    start = reply.index("question", first)
    end = reply.index("marker", last)
    head, tail = reply.blocks[start].text, reply.blocks[end].text
    half = " ".join(head.split(" ")[: rng.randint(2, 6)])
    reply.blocks[start : end + 1] = [
        Block("question", half, first, 1),
        Block("marker", tail[rng.randint(0, 6) :], last, 2),
    ]
    reply.ask(*range(first - 1, last + 2)) if last + 1 in typed else reply.ask(*range(first - 1, last + 1))
    return reply


@kind(2, fewest=4)
def questions_moved(rng, form):
    """A question with its answer is cut out and put first, because it matters most."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    number = rng.choice(reply.numbers[2:])
    moved = [b for b in reply.blocks if b.number == number]
    reply.blocks = [b for b in reply.blocks if b.number != number]
    at = reply.index("question", 1)
    reply.blocks[at:at] = moved
    return reply


@kind(2)
def table_from_a_text_program(rng, form):
    """The form was answered in a table of two columns, question and answer, and pasted back."""
    reply = bare(form, made_answers(rng, form, simple=True, empty=0.1))
    reply.page_only, reply.fresh = True, True
    rows = []
    for q in form.questions:
        said = reply.typed[q.number].text
        cells = (f"{q.number}. {q.ask}", said)
        inner = "".join(
            f"<td><p>{cell}</p></td>" for cell in (c.replace("&", "&amp;").replace("<", "&lt;") for c in cells)
        )
        rows.append(Block("row", "\t".join(cells), q.number, 0, f"</p><table><tr>{inner}</tr></table><p>"))
    reply.blocks = rows
    return reply


@kind(2)
def trimmed_with_dots(rng, form):
    """What is not answered is replaced by "[...]", as careful people trim a quote."""
    reply = inline(form, made_answers(rng, form, empty=0.4))
    dots = rng.choice(("[...]", "[…]", "(...)", "<snip>"))
    kept, last = [], ""
    for block in reply.blocks:
        gone = block.depth == 1 and (block.role in ("intro", "closing", "hint") or block.number not in reply.answered)
        if gone and last != "dots":
            kept.append(Block("dots", dots, 0, 1))
        elif not gone:
            kept.append(block)
        last = "dots" if gone else ""
    reply.blocks = kept
    for number in reply.answered:
        if reply.typed[number].paragraphs > 1:
            reply.ask(number)
    return reply


@kind(2)
def numbers_as_words_of_the_client(rng, form):
    """Numbers with a tab, a bracket or a full-width stop, as editors renew them."""
    reply = inline(form, made_answers(rng, form))
    way = rng.choice(("{}) ", "{}.\u2003", "({}) ", "{}．", "{}.", "{} ", "No. {}: ", "Q{}. "))
    for number in reply.numbers:
        block = reply.block("question", number)
        reword(block, re.sub(r"^\d+\. ", way.format(number), block.text))
    return reply
