"""Replies as Apple's Mail builds them on a Mac and on a phone."""

from __future__ import annotations

from tests.reading.modes.mails import broken, divs, esc, html_form, mail, text_form, who

DEVICE = "Sent from my iPhone"
CITE = '<blockquote type="cite">'
ON_MAC = "On 5 Jan 2027, at 08:00, {} wrote:"


def mac(asked, answers, *, at=ON_MAC):
    """The attribution stands inside the quote, in both parts."""
    sentence = at.format(who(asked))
    body = html_form(asked, answers, lambda text: f"</div></blockquote><div>{broken(text)}</div>{CITE}<div>")
    page = (
        f'<div><br id="lineBreakAtBeginningOfMessage"><div><br>{CITE}<div>{esc(sentence)}</div>'
        f'<br class="Apple-interchange-newline"><div>{body}</div></blockquote></div><br></div>'
    )
    return mail(asked, f"\n\n> {sentence}\n> \n{text_form(asked, answers)}\n", page)


def mac_text(asked, answers, *, at=ON_MAC):
    return mail(asked, f"\n\n> {at.format(who(asked))}\n> \n{text_form(asked, answers)}\n")


def phone(asked, answers, *, beside=False, device=DEVICE):
    """iOS: the device line above the quote; `beside` types on the line of the question, inside the quote."""
    sentence = f"On 5 Jan 2027, at 08:00, {who(asked)} wrote:"
    if beside:
        body = _beside(html_form(asked, {}, str), asked, answers)
        text = _text_beside(asked, answers)
    else:
        body = html_form(asked, answers, lambda text: f"</div></blockquote>{divs(text)}{CITE}<div>")
        text = text_form(asked, answers)
    page = (
        f'<div dir="ltr"></div><div dir="ltr"><br id="lineBreakAtBeginningOfSignature"><div dir="ltr">{device}</div>'
        f'</div><div dir="ltr"><br>{CITE}{esc(sentence)}<br><br></blockquote></div>'
        f'{CITE}<div dir="ltr">\ufeff{body}</div></blockquote>'
    )
    return mail(asked, f"\n\n{device}\n\n> {sentence}\n> \n> \ufeff\n{text}", page)


def _beside(page, asked, answers):
    for question in asked.questions:
        if answers.get(question.number):
            bold = f"<b>{esc(f'{question.number}. {question.ask}')}</b>"
            page = page.replace(bold, f"{bold}&nbsp; {broken(answers[question.number])}")
    return page


def _text_beside(asked, answers):
    out = []
    for paragraph in asked.paragraphs:
        rows = [f"> {row}" for row in paragraph.rows]
        if paragraph.kind == "question" and answers.get(paragraph.number):
            first, *more = answers[paragraph.number].split("\n")
            rows[-1] += f"  {first}"
            rows += [f"> {row}".rstrip() for row in more]
        out += [*rows, *[">"] * paragraph.gap]
    return "\n".join(out)
