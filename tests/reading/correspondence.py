"""Posts as mail programs build them: what was typed, where, around the message that is answered."""

from __future__ import annotations

import html as markup
import textwrap
from dataclasses import dataclass

from mailbot.message.html_lines import html_lines
from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies
from tests.reading.attribution_lines import GMAIL, LABELS, NAMED

NAME = "Your mentor Heron"
ADDRESS = "mentoring+t-k5tq2v7mhx3cw4rn2jza@example.org"
SUBJECT = "About the rota"
PARENT = (
    "Dear colleague,",
    "How are you getting on with the new rota? I was told that it changed in spring, and that the nights are longer.",
    "Have you found somebody who could look through your audit before it goes to the board next month?",
    "See you at https://example.org/meetings/northern-surgery/2026/spring/rooms?floor=3&wing=east&key=4711 perhaps.",
    "Go well",
)
PARENT_TEXT = "\n\n".join(PARENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """One mail program: `marks` if it marks what it quotes, `html` if it sends only HTML."""

    build: object
    marks: bool
    html: bool = False


def placed(typed, style):
    """The paragraphs of the reply in order: ("typed", words) and ("quoted", words)."""
    quoted = [("quoted", words) for words in PARENT]
    words = [("typed", text) for text in typed]
    if style == "top":
        return [*words, ("attribution", ""), *quoted]
    if style == "bottom":
        return [("attribution", ""), *quoted, *words]
    middle = []
    waiting = words[1:] if style == "mixed" else list(words)
    for number, row in enumerate(quoted):
        middle.append(row)
        if 0 < number < len(quoted) - 1 and waiting:
            middle.append(waiting.pop(0))
    return [*(words[:1] if style == "mixed" else []), ("attribution", ""), *middle, *waiting]


def _marked(typed, style, attribution, *, width=72, mark="> ", within=False):
    rows: list[str] = []
    for kind, words in placed(typed, style):
        if kind == "attribution":
            lines = [mark + attribution] if within else textwrap.wrap(attribution, width, break_long_words=False)
            rows += [*lines, ""]
        elif kind == "typed":
            rows += ["", *words.split("\n"), ""]
        else:
            rows += [mark + row for row in textwrap.wrap(words, width)]
            rows.append(mark.rstrip())
    return "\n".join(rows)


def gmail_plain(typed, style, language="en"):
    return _marked(typed, style, GMAIL.get(language, GMAIL["en"]).format(n=NAME, a=ADDRESS))


def thunderbird_plain(typed, style, language="en"):
    return _marked(typed, style, NAMED.get(language, NAMED["en"]).format(n=NAME))


def apple_plain(typed, style, language="en"):
    return _marked(typed, style, GMAIL.get(language, GMAIL["en"]).format(n=NAME, a=ADDRESS), width=900, within=True)


def k9_plain(typed, style, language="en"):
    return _marked(typed, style, NAMED.get(language, NAMED["en"]).format(n=NAME), width=66, mark=">")


def proton_plain(typed, style, language="en"):
    line = f"On Monday, March 2nd, 2026 at 9:12 AM, {NAME} <{ADDRESS}> wrote:"
    return _marked(typed, style, line, width=900, mark=" > ").replace(line, f"------- Original Message -------\n{line}")


def _block(language, *, date="02 March 2026 09:12"):
    who, when, whom, what = LABELS[language]
    colon = "：" if language.startswith("zh") else ":"
    rows = (f"{NAME} <{ADDRESS}>", date, "Zoë Müller <zoe@corp.test>", f"Re: {SUBJECT}")
    return [f"{label}{colon} {row}" for label, row in zip((who, when, whom, what), rows, strict=True)]


def _unmarked(typed, style, opening, *, width=0):
    rows: list[str] = []
    for kind, words in placed(typed, style):
        if kind == "attribution":
            rows += ["", *opening, ""]
        else:
            wrapped = textwrap.wrap(words, width) if width and kind == "quoted" else words.split("\n")
            rows += [*wrapped, ""]
    return "\n".join(rows)


def outlook_plain(typed, style, language="en"):
    return _unmarked(typed, style, ["-----Original Message-----", *_block(language)], width=76)


def bare_outlook_plain(typed, style, language="en"):
    return _unmarked(typed, style, _block(language))


def owa_plain(typed, style, language="en"):
    return _unmarked(typed, style, ["_" * 32, *_block(language)])


def samsung_plain(typed, style, language="en"):
    rows = [f"From: {NAME} <{ADDRESS}>", "Date: 02/03/2026 09:12 (GMT+00:00)", "To: zoe@corp.test", "Subject: rota"]
    return _unmarked(typed, style, ["-------- Original message --------", *rows])


def lotus_plain(typed, style, language="en"):
    rows = [f"{NAME} <{ADDRESS}>@corp.test on 03/02/2026 09:12:03 AM", "Sent by:    mailer@example.org", ""]
    return _unmarked(typed, style, [*rows, "To:    Zoe Mueller/Ward 7", "cc:", f"Subject:    {SUBJECT}"])


def notes_web_plain(typed, style, language="en"):
    rows = [f"-----{NAME} wrote: -----", "To: Zoe Mueller", f"From: {NAME} <{ADDRESS}>", "Date: 03/02/2026 09:12AM"]
    return _unmarked(typed, style, [*rows, f"Subject: {SUBJECT}"])


def yahoo_plain(typed, style, language="en"):
    return _unmarked(typed, style, [f"    On Monday, 2 March 2026 at 09:12:03 GMT, {NAME} <{ADDRESS}> wrote:"])


def _page(typed, style, *, head, tail, between=("", "")):
    """HTML, all after the attribution inside `head` and `tail`; `between` leaves the quote for typed words."""
    out = ["<html><body>"]
    quoting = False
    leave, back = between
    for kind, words in placed(typed, style):
        text = "<br>".join(markup.escape(words).split("\n"))
        if kind == "attribution":
            out.append(head)
            quoting = True
        elif kind == "typed" and quoting:
            out.append(f"{leave}<div>{text}</div><div><br></div>{back}")
        else:
            out.append(f"<div>{text}</div><div><br></div>")
    return "".join([*out, tail, "</body></html>"])


def gmail_html(typed, style, language="en"):
    line = markup.escape(GMAIL.get(language, GMAIL["en"]).format(n=NAME, a=ADDRESS))
    quote = '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex">'
    head = f'<div class="gmail_quote"><div dir="ltr" class="gmail_attr">{line}<br></div>{quote}'
    return _page(typed, style, head=head, tail="</blockquote></div>", between=("</blockquote>", quote))


def gmail_inside_html(typed, style, language="en"):
    line = markup.escape(GMAIL.get(language, GMAIL["en"]).format(n=NAME, a=ADDRESS))
    head = f'<div class="gmail_quote"><div class="gmail_attr">{line}<br></div><blockquote class="gmail_quote">'
    return _page(typed, style, head=head, tail="</blockquote></div>")


def apple_html(typed, style, language="en"):
    line = markup.escape(GMAIL.get(language, GMAIL["en"]).format(n=NAME, a=ADDRESS))
    head = f'<blockquote type="cite"><div>{line}</div><br class="Apple-interchange-newline">'
    return _page(typed, style, head=head, tail="</blockquote>", between=("</blockquote>", '<blockquote type="cite">'))


def outlook_html(typed, style, language="en"):
    rows = "<br>".join(
        f"<b>{markup.escape(r.split(':')[0])}:</b>{markup.escape(r[r.index(':') + 1 :])}" for r in _block("en")
    )
    if language != "en":
        rows = "<br>".join(f"<b>{markup.escape(row)}</b>" for row in _block(language))
    head = f'<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">{rows}</p></div>'
    return _page(typed, style, head=head, tail="")


def owa_html(typed, style, language="en"):
    rows = "<br>".join(markup.escape(row) for row in _block(language))
    head = f'<div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font>{rows}</font></div>'
    return _page(typed, style, head=head, tail="")


def yahoo_html(typed, style, language="en"):
    line = markup.escape(f"On Monday 2 March 2026 at 09:12:03 GMT, {NAME} <{ADDRESS}> wrote:")
    head = f'<div id="yahoo_quoted_123" class="yahoo_quoted"><div><div>{line}</div><div id="yiv1">'
    return _page(typed, style, head=head, tail="</div></div></div>")


def gmx_html(typed, style, language="en"):
    rows = "".join(f"<div><b>{markup.escape(row)}</b></div>" for row in _block(language))
    head = f'<div name="quote" style="border-left:2px solid #C3D9E5">{rows}<div name="quoted-content">'
    return _page(typed, style, head=head, tail="</div></div>")


CLIENTS = {
    "gmail": Client(build=gmail_plain, marks=True),
    "thunderbird": Client(build=thunderbird_plain, marks=True),
    "apple": Client(build=apple_plain, marks=True),
    "k9": Client(build=k9_plain, marks=True),
    "proton": Client(build=proton_plain, marks=True),
    "outlook": Client(build=outlook_plain, marks=False),
    "outlook bare": Client(build=bare_outlook_plain, marks=False),
    "owa": Client(build=owa_plain, marks=False),
    "samsung": Client(build=samsung_plain, marks=False),
    "lotus": Client(build=lotus_plain, marks=False),
    "notes web": Client(build=notes_web_plain, marks=False),
    "yahoo": Client(build=yahoo_plain, marks=False),
    "gmail html": Client(build=gmail_html, marks=True, html=True),
    "gmail inside html": Client(build=gmail_inside_html, marks=False, html=True),
    "apple html": Client(build=apple_html, marks=True, html=True),
    "outlook html": Client(build=outlook_html, marks=False, html=True),
    "owa html": Client(build=owa_html, marks=False, html=True),
    "yahoo html": Client(build=yahoo_html, marks=False, html=True),
    "gmx html": Client(build=gmx_html, marks=False, html=True),
}
STYLES = ("top", "bottom", "inline", "mixed")


def bodies(client, typed, style, language="en"):
    """The reply of that client, with what was typed in that style."""
    source = CLIENTS[client].build(typed, style, language)
    if CLIENTS[client].html:
        return Bodies(html=tuple(html_lines(source)[0]))
    return Bodies(plain=tuple(plain_lines(source)))
