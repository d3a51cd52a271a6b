"""What the editors of mail programs make of answers and of the form: lists, indents, headings, tracked changes."""

from __future__ import annotations

import re

from tests.reading.trouble.answers import Typed, made_answers
from tests.reading.trouble.page import esc
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Block, Wanted, bare, inline

MARKED = (("> ", "> "), ("> ", ""), ("", ""))  # what may be left of marks within an answer


def reword(block, text):
    block.text, block.markup = text, ""


@kind(3)
def lists_of_the_editor(rng, form):
    """Answers in the editor's own bullets or numbers: their signs are nowhere in the HTML's text."""
    reply = inline(form, made_answers(rng, form))
    reply.page_only = True
    for q in form.questions:
        if q.kind.value == "list" and reply.typed[q.number].items:
            items = reply.typed[q.number].items
            tag = rng.choice(("ul", "ol"))
            block = reply.answer(q.number)
            block.markup = f"<{tag}>" + "".join(f"<li>{esc(item)}</li>" for item in items) + f"</{tag}>"
            signs = [
                [f"{n}. " for n in range(1, 9)],
                *([sign] * 8 for sign in ("- ", "* ", "• ", "· ", "", "   - ", "o ")),
            ]
            block.text = "\n".join((f"{n}. " if tag == "ol" else "* ") + item for n, item in enumerate(items, 1))
            texts = tuple("\n".join(s + i for s, i in zip(sign, items, strict=False)) for sign in signs)
            reply.wanted[q.number] = Wanted(texts, may_ask=reply.wanted[q.number].may_ask)
    return reply


@kind(3)
def answers_indented_as_quotes(rng, form):
    """ "Increase indent" on the answers: the editor makes blockquotes of them."""
    reply = inline(form, made_answers(rng, form))
    reply.page_only = True
    for number in reply.answered:
        inner = "<br>".join(esc(row) for row in reply.typed[number].text.split("\n"))
        reply.answer(
            number
        ).markup = f'<blockquote style="margin:0 0 0 40px;border:none;padding:0px">{inner}</blockquote>'
    return reply


@kind(3)
def answers_as_headings(rng, form):
    """Answers as headings, in typewriter letters, or centred."""
    reply = inline(form, made_answers(rng, form))
    reply.page_only = True
    left, right = rng.choice(
        (("<h3>", "</h3>"), ("<pre>", "</pre>"), ("<center>", "</center>"), ("<code>", "</code>"), ("<big>", "</big>"))
    )
    for number in reply.answered:
        rows = esc(reply.typed[number].text)
        reply.answer(number).markup = left + (rows if left == "<pre>" else rows.replace("\n", "<br>")) + right
    return reply


@kind(3)
def changes_tracked(rng, form):
    """Tracked changes: answers in <ins>, some words of the form in <del>."""
    reply = inline(form, made_answers(rng, form))
    reply.page_only = True
    for number in reply.numbers:
        if reply.answer(number):
            inner = esc(reply.typed[number].text).replace("\n", "<br>")
            reply.answer(number).markup = f'<ins cite="mailto:zoe@corp.test">{inner}</ins>'
        hint = reply.block("hint", number)
        if hint is not None and rng.random() < 0.4:
            hint.markup = f"<del>{esc(hint.text)}</del>"
    return reply


@kind(3)
def only_first_line_unmarked(rng, form):
    """Enter within the quote: the first line of an answer has no mark, those after it have one."""
    reply = inline(form, made_answers(rng, form))
    reply.plain_only, reply.style = True, "marks"
    for number in reply.answered:
        rows = reply.typed[number].text.split("\n")
        if len(rows) > 1:
            reply.answer(number).text = "\n".join([rows[0], *("> " + row for row in rows[1:])])
            marked = [[rows[0], *(mark + row if row else empty for row in rows[1:])] for mark, empty in MARKED]
            reply.wanted[number] = Wanted(tuple(map("\n".join, marked)), may_ask=True)
    return reply


@kind(3)
def residue_of_encoding(rng, form):
    """=20, a lonely = or &nbsp; is left in the form's words here and there."""
    reply = inline(form, made_answers(rng, form))
    residue = rng.choice(("&nbsp;", "=20 ", "= ", "=C2=A0"))
    for block in reply.blocks:
        if block.depth == 1:
            reword(block, re.sub(r"(?<=\w) (?=\w)", lambda _: residue if rng.random() < 0.06 else " ", block.text))
    reply.plain_only = True
    return reply


@kind(3)
def form_in_wrong_letters(rng, form):
    """The form's letters beyond ASCII came back as two wrong ones each, or as question marks."""
    reply = inline(form, made_answers(rng, form))
    wrong = rng.choice(
        (lambda t: t.encode().decode("cp1252", "replace"), lambda t: t.encode("ascii", "replace").decode())
    )
    for block in reply.blocks:
        if block.depth == 1:
            reword(block, wrong(block.text))
    if not all(q.ask.isascii() for q in form.questions):
        reply.ask(*reply.numbers)
    return reply


@kind(3)
def clipped_in_the_middle(rng, form):
    """The mail program showed and quoted only the first part of the form; the rest is gone."""
    count = len(form.questions)
    last = rng.randint(1, count)
    typed = {n: t if n <= last else Typed() for n, t in made_answers(rng, form, empty=0.1).items()}
    reply = inline(form, typed)
    at = reply.index("marker", last) + (2 if reply.answer(last) else 1)
    reply.blocks = reply.blocks[:at]
    reply.ask(last, *(n for n in reply.numbers if n > last))
    if rng.random() < 0.5:
        reply.blocks.append(
            Block("clipped", rng.choice(("[Message clipped]  View entire message", "[Nachricht gekürzt]", "...")), 0, 1)
        )
    return reply


@kind(3)
def mixed_places(rng, form):
    """Some answers on the mark's line, some on the question's, some below, as it comes."""
    reply = bare(form, made_answers(rng, form, simple=True))
    for number in reply.answered:
        said = reply.typed[number].text
        match rng.randrange(4):
            case 0:
                reply.block("marker", number).behind = said
            case 1:
                reply.block("question", number).behind = said
            case _:
                reply.insert(reply.index("marker", number) + 1, said, number)
    return reply


@kind(3)
def stars_round_questions(rng, form):
    """Questions between stars or underscores, answers on the same line behind them."""
    reply = bare(form, made_answers(rng, form, simple=True))
    sign = rng.choice(("*", "_", "**", "__"))
    for number in reply.numbers:
        block = reply.block("question", number)
        reword(block, f"{sign}{block.text}{sign}")
        block.role = "joined"
        block.behind = reply.typed[number].text
    reply.plain_only = True
    return reply
