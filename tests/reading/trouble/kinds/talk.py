"""Words round the form that answer nothing: letters, postscripts, asides, machines' lines."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.trouble.answers import Typed, made_answers
from tests.reading.trouble.page import esc
from tests.reading.trouble.registry import kind
from tests.reading.trouble.reply import Block, Wanted, inline

LETTERS = (
    """Thank you for your kind letter in September. I have thought about what you wrote about saying no.

Could we talk about the fellowship some time? I am free on most Tuesdays.""",
    "I am sorry that this is late, it has been a difficult month for all of us here.",
    "Just so that you know: I move to the Lakeside site on 1 December, and my rota changes with it.",
)


@kind(2)
def letter_above(rng, form):
    """A letter to the mentor above the form, the answers below the questions."""
    reply = inline(form, made_answers(rng, form, empty=0.05))
    reply.top = rng.choice(LETTERS)
    reply.loose = tuple(reply.top.split("\n\n"))
    reply.ask(*(n for n in reply.numbers if n not in reply.answered))
    return reply


@kind(2)
def postscript_below_everything(rng, form):
    """A postscript below the last line of the form."""
    reply = inline(form, made_answers(rng, form, empty=0.05))
    reply.bottom = rng.choice(("PS: ", "P.S. ", "", "PPS ")) + rng.choice(LETTERS)
    reply.loose = tuple(reply.bottom.split("\n\n"))
    reply.ask(*(n for n in reply.numbers if n not in reply.answered))
    return reply


@kind(2)
def farewell_in_the_last_answer(rng, form):
    """A farewell below the last answer, above the closing lines."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    last = reply.numbers[-1]
    if not reply.answer(last):
        return reply
    words = rng.choice(
        ("That's all from me!", "See you in June.", "Bye for now", "Thanks for reading all this", "Done :-)")
    )
    typed = reply.answer(last)
    typed.text += rng.choice(("\n\n", "\n")) + words
    reply.wanted[last] = Wanted((reply.typed[last].text, typed.text), may_ask=True)
    return reply


@kind(2)
def device_line_in_the_middle(rng, form):
    """A telephone put its line where the cursor stood."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    number = rng.choice(reply.answered or [1])
    if reply.answer(number):
        line = rng.choice(
            ("Sent from my iPhone", "Get Outlook for iOS", "Von meinem Samsung Galaxy Smartphone gesendet.")
        )
        typed = reply.answer(number)
        typed.text = f"{typed.text}\n\n{line}" if rng.random() < 0.7 else f"{line}\n\n{typed.text}"
        reply.ask(number, *(n for n in (number + 1,) if n in reply.typed and not reply.typed[n].text))
    return reply


@kind(2)
def banner_of_the_company(rng, form):
    """A warning about outside mail above the quoted form, within the quote."""
    reply = inline(form, made_answers(rng, form))
    words = rng.choice(
        (
            "CAUTION: This email originated from outside of the organisation. Do not click links in it.",
            "[EXTERNAL EMAIL]",
            "You don't often get email from mentoring@example.org. Learn why this is important",
        )
    )
    reply.blocks.insert(0, Block("banner", words, 0, 1))
    return reply


@kind(2)
def footer_of_a_list(rng, form):
    """A list server's or scanner's footer below everything."""
    reply = inline(form, made_answers(rng, form))
    footer = rng.choice(
        (
            "_______________________________________________\nstaff mailing list\nhttps://lists.example.net/staff",
            "--\nThis email has been checked for viruses by Avast antivirus software.\nwww.avast.com",
            "*****\nThis e-mail is confidential. If you are not the intended recipient, delete it.\n*****",
        )
    )
    reply.bottom = footer
    return reply


@kind(2)
def remarks_about_the_form(rng, form):
    """Remarks to the organisers between questions: "this question is badly worded"."""
    reply = inline(form, made_answers(rng, form, empty=0.1))
    number = rng.choice(reply.answered or [1])
    if reply.answer(number):
        remark = rng.choice(
            ("(Odd question, by the way.)", "NB: this does not apply to us in the north", "// strange scale!")
        )
        typed = reply.answer(number)
        typed.text = f"{typed.text}\n{remark}"
        reply.wanted[number] = Wanted((typed.text, reply.typed[number].text), may_ask=True)
        reply.ask(*(n for n in (number + 1,) if n in reply.typed and not reply.typed[n].text))
    return reply


@kind(2, fewest=3)
def sent_home_then_answered(rng, form):
    """Answered at work, forwarded home, sent from there: form and answers are quoted once more."""
    reply = inline(form, made_answers(rng, form))
    reply.blocks = [
        Block("older", "On Mon, 2 Nov 2026 at 19:12, Zoë Müller <zoe@corp.test> wrote:", depth=1),
        *(replace(b, depth=b.depth + 1, gap=b.gap or 1) for b in reply.blocks),
    ]
    reply.ask(*reply.numbers)
    return reply


@kind(2)
def questions_struck_out(rng, form):
    """Questions that do not apply are struck out in the HTML."""
    reply = inline(form, made_answers(rng, form, empty=0.4))
    reply.page_only = True
    for number in reply.numbers:
        if number not in reply.answered:
            for role in ("question", "hint", "marker"):
                block = reply.block(role, number)
                if block is not None:
                    block.markup = f"<s>{esc(block.text)}</s>"
    return reply


@kind(2)
def bold_goes_on(rng, form):
    """The answer is typed in the question's own bold paragraph, behind a line break."""
    reply = inline(form, made_answers(rng, form))
    reply.page_only = True
    for number in reply.answered:
        typed = reply.answer(number)
        reply.blocks.remove(typed)
        question = reply.block("question", number)
        inner = esc(reply.typed[number].text).replace("\n", "<br>")
        question.markup = f"<b>{esc(question.text)}<br>{inner}</b>"
        question.text = f"{question.text}\n{reply.typed[number].text}"
    return reply


@kind(2)
def every_answer_bold(rng, form):
    """Answers in bold, italics or colour."""
    reply = inline(form, made_answers(rng, form))
    reply.page_only = True
    tag = rng.choice(("b", "i", "u", "strong", 'span style="color:red"', "em", 'font color="blue"', "mark"))
    for number in reply.answered:
        rows = [f"<{tag}>{esc(row)}</{tag.split(' ')[0]}>" for row in reply.typed[number].text.split("\n")]
        reply.answer(number).markup = "<br>".join(rows)
    return reply


@kind(2)
def answer_is_another_question(rng, form):
    """Answers that quote the words of another question."""
    typed = made_answers(rng, form, simple=True)
    for q in form.questions:
        other = rng.choice(form.questions)
        if q.kind.value == "text" and other.number != q.number and rng.random() < 0.4:
            typed[q.number] = Typed(
                rng.choice(("As to “{}”: later", "{} - that is the real question", "See also: {}")).format(other.ask)
            )
    reply = inline(form, typed)
    for number in reply.answered:
        if form.questions[number - 1].kind.value == "text":
            reply.ask(number)
    return reply
