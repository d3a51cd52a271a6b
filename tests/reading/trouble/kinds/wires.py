"""What happens between the form and the reply to lines and marks: by hand, by programs, by gateways."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.trouble.answers import made_answers
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import inline


def plain(reply, style="marks"):
    reply.plain_only, reply.style = True, style
    return reply


@kind(4)
def some_marks_deleted(rng, form):
    """The quote marks of some questions and hints were deleted by hand."""
    reply = plain(inline(form, made_answers(rng, form)))
    for block in reply.blocks:
        if block.role in ("question", "hint", "marker") and rng.random() < 0.3:
            block.unmarked = True
    return reply


@kind(4)
def some_lines_marked_twice(rng, form):
    """Some lines of the form carry two marks."""
    reply = plain(inline(form, made_answers(rng, form)))
    for block in reply.blocks:
        if block.depth == 1 and rng.random() < 0.3:
            block.extra = ">"
    return reply


@kind(4)
def marks_within_the_lines(rng, form):
    """Paragraphs of the quote were filled anew with their marks in them: "> 1. Which new > skills"."""
    reply = plain(inline(form, made_answers(rng, form)))
    for block in reply.blocks:
        words = block.text.split(" ")
        if block.depth == 1 and len(words) > 6 and rng.random() < 0.5:
            at = rng.randint(3, len(words) - 2)
            block.text, block.markup = " ".join([*words[:at], ">", *words[at:]]), ""
    return reply


@kind(4)
def line_breaks_lost(rng, form):
    """A gateway joined the lines: each question, its hint, its mark and its answer are one paragraph."""
    reply = plain(inline(form, made_answers(rng, form, simple=True)), "outlook")
    blocks = []
    for block in reply.blocks:
        if blocks and block.number and block.number == blocks[-1].number and block.role != "question":
            blocks[-1].text += " " + block.text
            blocks[-1].gap = 1
        else:
            blocks.append(replace(block, markup=""))
    for block in blocks:
        block.role = "joined" if block.role == "question" else block.role
    reply.blocks = blocks
    return reply


@kind(4)
def whole_mail_on_one_line(rng, form):
    """No line break is left at all."""
    reply = plain(inline(form, made_answers(rng, form, simple=True)), "outlook")
    first = replace(reply.blocks[0], text=" ".join(b.text for b in reply.blocks), markup="", gap=0, role="joined")
    reply.blocks = [first]
    reply.ask(*reply.numbers)
    return reply


@kind(4)
def empty_lines_doubled(rng, form):
    """Every line of the quote is followed by an empty one."""
    reply = plain(inline(form, made_answers(rng, form)))
    for block in reply.blocks:
        block.gap = max(block.gap, 1) * 2
    return reply


@kind(4)
def form_in_narrow_lines(rng, form):
    """The quote in lines of 20 columns, the answers wrapped at 30."""
    return plain(inline(form, made_answers(rng, form)), "narrow")


@kind(4)
def trailing_signs(rng, form):
    """A sign at the end of the form's lines: "=", a backslash, a pilcrow."""
    reply = plain(inline(form, made_answers(rng, form)))
    sign = rng.choice(("=", "\\", "¶", "|", " <"))
    for block in reply.blocks:
        if block.depth == 1 and block.role in ("question", "hint", "intro") and rng.random() < 0.4:
            block.text, block.markup = block.text + sign, ""
    return reply
