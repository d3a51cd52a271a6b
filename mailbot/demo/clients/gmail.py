"""Gmail on the web: both parts, `gmail_quote`, an attribution that can wrap so that "wrote:" stands alone."""

from __future__ import annotations

import hashlib
import textwrap
from email.utils import format_datetime
from html import escape

from mailbot.demo.clients.mime import alternative, message
from mailbot.demo.clients.quoting import as_html, between_lines, between_paragraphs
from mailbot.demo.clients.received import Received
from mailbot.demo.clients.writing import Moment, Typed, Writer, clock_time

_QUOTE = (
    '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;'
    'border-left:1px solid rgb(204,204,204);padding-left:1ex">'
)


def gmail(parent: Received, typed: Typed, me: Writer, moment: Moment) -> bytes:
    """The reply that Gmail's web page sends."""
    key = hashlib.sha256(f"{me.address} {moment.serial}".encode()).hexdigest()
    boundary = f"000000000000{key[:16]}"
    headers = [
        ("MIME-Version", "1.0"),
        ("References", parent.thread),
        ("In-Reply-To", parent.message_id),
        ("From", f"{me.name} <{me.address}>"),
        ("Date", format_datetime(moment.local)),
        ("Message-ID", f"<CAF{key[16:50]}@mail.gmail.com>"),
        ("Subject", parent.reply_subject),
        ("To", f"{parent.reply_to_name} <{parent.reply_to}>"),
        ("Content-Type", f'multipart/alternative; boundary="{boundary}"'),
    ]
    parts = (
        (_plain(parent, typed, me), 'text/plain; charset="UTF-8"', "quoted-printable"),
        (_html(parent, typed, me), 'text/html; charset="UTF-8"', "quoted-printable"),
    )
    return message(headers, alternative(parts, boundary))


def _attribution(parent: Received) -> str:
    when = clock_time(parent.sent_at).strftime("%a, %-d %b %Y at %H:%M")
    return f"On {when}, {parent.author_name} <{parent.author_address}> wrote:"


def _plain(parent: Received, typed: Typed, me: Writer) -> str:
    above = [*typed.paragraphs, ""] if typed.above else []
    signature = [] if typed.between else [*me.signature, ""]
    below = ["", *me.signature] if typed.between else []
    attribution = textwrap.wrap(_attribution(parent), 76, break_long_words=False, break_on_hyphens=False)
    quote = [f"\n{line}\n" if is_typed else f"> {line}".strip() for is_typed, line in between_lines(parent.text, typed)]
    return "\n".join([*above, *signature, *attribution, "", *quote, *below]) + "\n"


def _html(parent: Received, typed: Typed, me: Writer) -> str:
    def split(words: str) -> str:
        return f"</blockquote><div><br></div>{as_html(words)}<div><br></div>{_QUOTE}"

    name = '<div dir="ltr" class="gmail_signature">' + "<br>".join(escape(line) for line in me.signature) + "</div>"
    above = f'<div dir="ltr">{as_html(typed.above)}</div>' if typed.above else '<div dir="ltr"><br></div>'
    attribution = escape(_attribution(parent)).replace("wrote:", "wrote:<br>")
    return (
        f"{above}{'' if typed.between else '<br>' + name}<br>"
        '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">'
        f"{attribution}</div>{_QUOTE}{between_paragraphs(parent.html, typed, split)}</blockquote></div>"
        f"{'<br>' + name if typed.between else ''}\n"
    )
