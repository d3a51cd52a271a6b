"""Replies as the mail programs build them that cannot be driven here: the markup and the marks seen in real mail.

Each function takes the questions and the answers by number ("" where none was typed) and gives a whole message.
"""

from __future__ import annotations

import html
import textwrap
from email.message import EmailMessage
from email.policy import SMTP

from tests.reading import forms

DEVICE = "Sent from my iPhone"
BLOCKQUOTE = (
    '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);'
    'padding-left:1ex">'
)
HEADER_LINES = (
    ("From", f"{forms.SENDER_NAME} <{forms.SENDER_ADDRESS}>"),
    ("Sent", "01 November 2026 08:00"),
    ("To", "Zoë Müller <zoe@corp.test>"),
    ("Subject", forms.SUBJECT),
)


def message(plain=None, page=None, *, flowed=False):
    reply = EmailMessage(policy=SMTP)
    reply["From"] = "Zoë Müller <zoe@corp.test>"
    reply["To"] = f"{forms.SENDER_NAME} <{forms.SENDER_ADDRESS}>"
    reply["Subject"] = f"Re: {forms.SUBJECT}"
    reply["Message-ID"] = "<reply.1@corp.test>"
    reply["In-Reply-To"] = "<form.1.k5tq2v7mhx@example.org>"
    if plain is not None:
        reply.set_content(plain, params={"format": "flowed"} if flowed else None, cte="quoted-printable")
    if page is not None and plain is not None:
        reply.add_alternative(page, subtype="html", cte="quoted-printable")
    elif page is not None:
        reply.set_content(page, subtype="html", cte="quoted-printable")
    return bytes(reply)


def esc(text):
    return html.escape(text, quote=False)


def broken(text):
    return "<br>".join(esc(row) or "<br>" for row in text.split("\n"))


def quoted_text(questions, answers, mark="> ", width=72, pad=False, bold=""):
    """The form's text part behind marks, with each answer typed below its answer line without a mark."""
    out = []
    for text, gap in forms.paragraphs(questions):
        asked = next((q for q in questions if text == f"{q.number}. {q.ask}"), None)
        rows = textwrap.wrap(f"{bold}{text}{bold}" if asked else text, width, break_on_hyphens=False)
        out += [mark + row for row in rows]
        marker = next((q for q in questions if text == q.marker), None)
        if marker is not None and answers.get(marker.number):
            out += [""] * pad + answers[marker.number].split("\n") + [""] * pad
        out += [mark.rstrip()] * gap
    return "\n".join(out)


def pages(questions, answers, paragraph, answer, *, gap_paragraph="<p>&nbsp;</p>"):
    """The form's HTML with something put behind each answer line."""
    out = []
    for text, gap in forms.paragraphs(questions):
        bold = any(text == f"{q.number}. {q.ask}" for q in questions)
        out.append(paragraph(f"<b>{esc(text)}</b>" if bold else esc(text)))
        marker = next((q for q in questions if text == q.marker), None)
        if marker is not None and answers.get(marker.number):
            out.append(answer(answers[marker.number]))
        out += [gap_paragraph] * (gap - 1)
    return "\n".join(out)


def numbered(answers, sep="."):
    return "\n".join(f"{number}{sep} {text}" for number, text in answers.items() if text)


GMAIL_ATTRIBUTION = (
    '<div dir="ltr" class="gmail_attr">On Sun, Nov 1, 2026 at 8:00\u202fAM Northern mentoring &lt;'
    f'<a href="mailto:{forms.SENDER_ADDRESS}">{forms.SENDER_ADDRESS}</a>&gt; wrote:<br></div>'
)
GMAIL_TEXT_ATTRIBUTION = f"On Sun, Nov 1, 2026 at 8:00\u202fAM Northern mentoring <\n{forms.SENDER_ADDRESS}> wrote:\n\n"


def gmail_split(questions, answers):
    """Answers between blockquotes that Enter has split."""
    body = pages(
        questions,
        answers,
        lambda inner: f"<p>{inner}</p>",
        lambda text: f"</blockquote><div>{broken(text)}</div>{BLOCKQUOTE}",
    )
    page = (
        '<div dir="ltr"><div dir="ltr"><br></div><br><div class="gmail_quote gmail_quote_container">'
        f"{GMAIL_ATTRIBUTION}{BLOCKQUOTE}{body}</blockquote></div></div>"
    )
    return message(GMAIL_TEXT_ATTRIBUTION + quoted_text(questions, answers, bold="*"), page)


def gmail_inside(questions, answers):
    """Answers typed inside the one blockquote, in blue."""
    body = pages(
        questions,
        answers,
        lambda inner: f"<p>{inner}</p>",
        lambda text: f'<p><font color="#0000ff">{broken(text)}</font></p>',
    )
    plain = quoted_text(questions, {n: "\n".join("> " + row for row in t.split("\n")) for n, t in answers.items() if t})
    page = f'<div class="gmail_quote">{GMAIL_ATTRIBUTION}{BLOCKQUOTE}{body}</blockquote></div>'
    return message(GMAIL_TEXT_ATTRIBUTION + plain, page)


def gmail_top(questions, answers):
    body = pages(questions, {}, lambda inner: f"<p>{inner}</p>", str)
    rows = "".join(f"<div>{broken(row)}</div>" for row in numbered(answers).split("\n"))
    page = (
        f'<div dir="ltr">{rows}</div><br><div class="gmail_quote gmail_quote_container">{GMAIL_ATTRIBUTION}'
        f"{BLOCKQUOTE}{body}</blockquote></div>"
    )
    return message(numbered(answers) + "\n\n" + GMAIL_TEXT_ATTRIBUTION + quoted_text(questions, {}), page)


def outlook_html_only(questions, answers):
    """Word's HTML, no text part, no blockquote: a block of From, Sent, To, Subject, then the form."""
    head = "<br>".join(f"<b>{name}:</b> {esc(value)}" for name, value in HEADER_LINES)
    body = pages(
        questions,
        answers,
        lambda inner: f"<p>{inner}<o:p></o:p></p>",
        lambda text: "".join(
            f'<p class="MsoNormal"><span style="color:#1F497D">{esc(row) or "&nbsp;"}<o:p></o:p></span></p>'
            for row in text.split("\n")
        ),
        gap_paragraph="<p>&nbsp;<o:p></o:p></p>",
    )
    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0cm}</style></head>'
        '<body lang="EN-GB"><div class="WordSection1"><p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
        f'<p class="MsoNormal">{head}<o:p></o:p></p></div><p class="MsoNormal"><o:p>&nbsp;</o:p></p>{body}'
        "</div></body></html>"
    )
    return message(page=page)


def outlook_plain(questions, answers):
    head = "\n".join(f"{name}: {value}" for name, value in HEADER_LINES)
    body = quoted_text(questions, answers, mark="")
    return message(f"\n-----Original Message-----\n{head}\n\n{body}")


def outlook_plain_top(questions, answers):
    head = "\n".join(f"{name}: {value}" for name, value in HEADER_LINES)
    card = "Kind regards,\n\nZoë Müller\nCore surgical trainee\nTel. 0191 498 0001"
    body = quoted_text(questions, {}, mark="")
    return message(f"Dear all,\n\n{numbered(answers, ')')}\n\n{card}\n\n-----Original Message-----\n{head}\n\n{body}")


def owa(questions, answers):
    """Outlook on the web: the original as siblings after #divRplyFwdMsg, nothing marked in the text part."""
    head = "<br>".join(f"<b>{name}:</b> {esc(value)}" for name, value in HEADER_LINES)
    body = pages(
        questions,
        answers,
        lambda inner: f"<p>{inner}</p>",
        lambda text: f'<div class="elementToProof" style="color: rgb(0, 0, 0);">{broken(text)}</div>',
    )
    page = (
        '<div class="elementToProof"><br></div><div id="appendonsend"></div>'
        '<hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">'
        f'<font face="Calibri, sans-serif" style="font-size:11pt">{head}</font><div>&nbsp;</div></div><div>{body}</div>'
    )
    rows = "\n".join(f"{name}: {value}" for name, value in HEADER_LINES)
    return message(f"\n{'_' * 32}\n{rows}\n\n{quoted_text(questions, answers, mark='')}", page)


def iphone(questions, answers):
    plain = (
        f"\n\n{DEVICE}\n\n> On 1 Nov 2026, at 08:00, {forms.SENDER_NAME} <{forms.SENDER_ADDRESS}> wrote:\n"
        "> \n> \ufeff\n" + quoted_text(questions, answers, pad=True)
    )
    body = pages(
        questions,
        answers,
        lambda inner: f"<p>{inner}</p>",
        lambda text: (
            f'</div></blockquote><div dir="ltr"><br></div>{broken(text)}<br><blockquote type="cite"><div dir="ltr">'
        ),
    )
    page = (
        '<div dir="ltr"></div><div dir="ltr"><br id="lineBreakAtBeginningOfSignature">'
        f'<div dir="ltr">{DEVICE}</div></div>'
        f'<div dir="ltr"><br><blockquote type="cite">On 1 Nov 2026, at 08:00, {forms.SENDER_NAME} '
        f"&lt;{forms.SENDER_ADDRESS}&gt; wrote:<br><br></blockquote></div>"
        f'<blockquote type="cite"><div dir="ltr">\ufeff{body}</div></blockquote>'
    )
    return message(plain, page)


def iphone_top(questions, answers):
    return message(
        f"{numbered(answers, '')}\n\n{DEVICE}\n\n> On 1 Nov 2026, at 08:00, {forms.SENDER_NAME} "
        f"<{forms.SENDER_ADDRESS}> wrote:\n> \n> \ufeff\n" + quoted_text(questions, {})
    )


def yahoo(questions, answers):
    """No quote marks and no blockquote at all."""
    line = f"On Sunday, 1 November 2026 at 08:00:00 GMT, {forms.SENDER_NAME} <{forms.SENDER_ADDRESS}> wrote:"
    body = pages(
        questions, answers, lambda inner: f"<p>{inner}</p>", lambda text: f'<div dir="ltr">{broken(text)}</div>'
    )
    page = (
        '<div class="ydp7cyahoo-style-wrap"><div><br></div></div><div id="yahoo_quoted_8472" class="yahoo_quoted">'
        f'<div style="color:#26282a"><div>{esc(line)}</div><div><br></div><div><br></div>'
        f'<div><div id="yiv4711">{body}</div></div></div></div>'
    )
    return message(f"\n    {line}\n \n {quoted_text(questions, answers, mark=' ')}", page)


def thunderbird_flowed(questions, answers):
    typed = {n: "\n".join(_flowed(row) for row in text.split("\n")) for n, text in answers.items() if text}
    head = f"On 01/11/2026 08:00, {forms.SENDER_NAME} wrote:\n"
    return message(head + quoted_text(questions, typed, mark="> "), flowed=True)


def _flowed(row):
    stuffed = " " + row if row.startswith((">", "From ", " ")) else row
    return " \n".join(textwrap.wrap(stuffed, 72, break_long_words=False, break_on_hyphens=False)) or ""


def top_lines(questions, answers):
    return message(numbered(answers) + "\n")


def stale_text(questions, answers):
    """The text part is the untouched form; only the HTML was edited."""
    body = pages(questions, answers, lambda inner: f"<p>{inner}</p>", lambda text: f"<div>{broken(text)}</div>")
    return message(quoted_text(questions, {}), f"<html><body>{body}</body></html>")


INLINE = (
    gmail_split,
    gmail_inside,
    outlook_html_only,
    outlook_plain,
    owa,
    iphone,
    yahoo,
    thunderbird_flowed,
    stale_text,
)
LISTED = (gmail_top, outlook_plain_top, top_lines)
