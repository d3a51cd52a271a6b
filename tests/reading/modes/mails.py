"""Whole replies as bytes, and the form as text and HTML with answers put where a mail program lets people type."""

from __future__ import annotations

import html
import textwrap
from email.message import EmailMessage
from email.policy import SMTP

WRITER, ADDRESS = "Noor Quillon", "noor.quillon@example.net"
STYLE = 'style="margin:0 0 6px"'


def mail(asked, plain=None, page=None, *, subject="", params=None, cte="quoted-printable"):
    """A reply to that form with a text part, an HTML part, or both."""
    reply = envelope(asked, subject)
    if plain is not None:
        reply.set_content(plain, params=params, cte=cte)
        if page is not None:
            reply.add_alternative(page, subtype="html", cte=cte)
    else:
        reply.set_content(page, subtype="html", cte=cte)
    return bytes(reply)


def envelope(asked, subject=""):
    reply = EmailMessage(policy=SMTP)
    reply["From"] = f"{WRITER} <{ADDRESS}>"
    reply["To"] = f"{asked.sheet.sender_name} <{asked.sheet.sender_address}>"
    reply["Subject"] = subject or f"Re: {asked.sheet.subject}"
    reply["Date"] = "Wed, 06 Jan 2027 18:20:00 +0000"
    reply["Message-ID"] = "<reply.1@example.net>"
    reply["In-Reply-To"] = "<form.1@example.org>"
    return reply


def esc(text):
    return html.escape(text, quote=False)


def broken(text):
    """Lines typed with Enter in one block."""
    return "<br>".join(esc(row) for row in text.split("\n"))


def divs(text, attributes=""):
    """Lines typed with Enter where each becomes a block."""
    return "".join(f"<div{attributes}>{esc(row) or '<br>'}</div>" for row in text.split("\n"))


def who(asked):
    return f"{asked.sheet.sender_name} <{asked.sheet.sender_address}>"


def text_form(asked, answers, *, mark="> ", width=0, pad=True, typed_mark="", bold=""):
    """The form's text quoted, with each answer typed below its answer line."""
    out = []
    for paragraph in asked.paragraphs:
        rows = paragraph.rows
        if bold and paragraph.kind == "question":
            rows = (bold + rows[0], *rows[1:-1], rows[-1] + bold) if len(rows) > 1 else (bold + rows[0] + bold,)
        if width:
            rows = textwrap.wrap(" ".join(rows), width, break_long_words=False, break_on_hyphens=False)
        out += [mark + row for row in rows]
        answer = answers.get(paragraph.number, "") if paragraph.kind == "marker" else ""
        if answer:
            lines = [typed_mark + row if row else typed_mark.rstrip() for row in answer.split("\n")]
            out += [typed_mark.rstrip()] * pad + lines + [typed_mark.rstrip()] * pad
        out += [mark.rstrip()] * paragraph.gap
    return "\n".join(out)


def html_form(asked, answers, answer, *, paragraph=None, empty=f"<p {STYLE}><br></p>", tag="b"):
    """The form's HTML as the client quotes it; `answer` makes what stands in the place of an empty line."""
    paragraph = paragraph or (lambda inner: f"<p {STYLE}>{inner}</p>")
    out = []
    for part in asked.paragraphs:
        inner = esc(part.text)
        out.append(paragraph(f"<{tag}>{inner}</{tag}>" if part.kind == "question" else inner))
        if part.kind == "marker":
            text = answers.get(part.number, "")
            out.append(answer(text) if text else empty)
    return "\n".join(out)


def numbered(answers, form="{}. {}", join="\n"):
    return join.join(form.format(number, text) for number, text in answers.items() if text)
