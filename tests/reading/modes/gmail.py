"""Replies as Gmail's web page and its phone app build them."""

from __future__ import annotations

import textwrap

from tests.reading.modes.mails import broken, divs, esc, html_form, mail, text_form, who

QUOTE = (
    '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);'
    'padding-left:1ex">'
)
PRESENT = "On Tue, Jan 5, 2027 at 8:00\u202fAM {} <{}> wrote:"


def head(asked, pattern=PRESENT):
    sentence = pattern.format(asked.sheet.sender_name, "@").replace("@", "{}")
    before, _, after = esc(sentence).partition("{}")
    address = asked.sheet.sender_address
    link = f'<a href="mailto:{address}">{address}</a>'
    return f'<div dir="ltr" class="gmail_attr">{before}{link}{after}<br></div>'


def text_head(asked, pattern=PRESENT):
    """The attribution of the text part, broken before column 76 so that "wrote:" may stand alone."""
    sentence = pattern.format(asked.sheet.sender_name, asked.sheet.sender_address)
    rows = textwrap.wrap(sentence, 76, break_long_words=False, break_on_hyphens=False)
    if len(rows[-1].split()) > 1:
        rows[-1:] = [rows[-1].removesuffix(" wrote:"), "wrote:"] if rows[-1].endswith(" wrote:") else rows[-1:]
    return "\n".join(rows) + "\n\n"


def quoted(asked, body, *, above="", inside="", attribution=None):
    """The page: what is typed above, the container, its attribution, what is typed inside it, the quote."""
    said = head(asked) if attribution is None else attribution
    return (
        f'<div dir="ltr">{above or "<br>"}</div><br><div class="gmail_quote gmail_quote_container">{said}{inside}'
        f"{QUOTE}{body}</blockquote></div>"
    )


def split(asked, answers, **more):
    """Enter before and after each answer has split the quote."""
    body = html_form(asked, answers, lambda text: f"</blockquote>{divs(text)}<div><br></div>{QUOTE}")
    plain = text_head(asked) + text_form(asked, answers, bold="*")
    return mail(asked, plain, quoted(asked, body, **more))


def inside(asked, answers):
    """Typed into the one quote, in blue; the text part marks the answers like the form."""
    body = html_form(
        asked, answers, lambda text: f'<p style="margin:0 0 6px"><font color="#0000ff">{broken(text)}</font></p>'
    )
    plain = text_head(asked) + text_form(asked, answers, typed_mark="> ", bold="*", pad=False)
    return mail(asked, plain, quoted(asked, body))


def phone(asked, answers):
    """The app: no attribution at all, only the quote, and dir="auto"."""
    body = html_form(asked, answers, lambda text: f'</blockquote><div dir="auto">{broken(text)}</div>{QUOTE}')
    page = f'<div dir="auto"><div class="gmail_quote" dir="auto">{QUOTE}{body}</blockquote></div></div>'
    return mail(asked, text_form(asked, answers, bold="*"), page)


def above(asked, typed, *, attribution=PRESENT):
    """Everything typed above the untouched form."""
    body = html_form(asked, {}, str)
    page = quoted(asked, body, above=divs(typed), attribution=head(asked, attribution))
    return mail(asked, f"{typed}\n\n{text_head(asked, attribution)}{text_form(asked, {}, bold='*')}", page)


def text_only(asked, answers):
    return mail(asked, text_head(asked) + text_form(asked, answers), params=None)


def plain_of(asked, answers):
    """What stands in the text part between the attribution and the end."""
    return f"{who(asked)} wrote:\n{text_form(asked, answers)}"
