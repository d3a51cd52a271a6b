"""Yahoo on the web: no quote marks and no blockquote, the original indented by spaces or in `yahoo_quoted`."""

from __future__ import annotations

from email.utils import format_datetime
from html import escape

from mailbot.demo.clients.mime import alternative, message
from mailbot.demo.clients.quoting import as_html, between_lines, between_paragraphs
from mailbot.demo.clients.received import Received
from mailbot.demo.clients.writing import Moment, Typed, Writer, clock_time

MAILER = "WebService/1.1.23040 YMailNovation"


def yahoo(parent: Received, typed: Typed, me: Writer, moment: Moment) -> bytes:
    """The reply that Yahoo's web page sends."""
    boundary = f"----=_Part_{moment.serial}_1736236800.17362{moment.serial:08d}"
    headers = [
        ("Date", format_datetime(moment.at)),
        ("From", f"{me.name} <{me.address}>"),
        ("To", f'"{parent.reply_to_name}" <{parent.reply_to}>'),
        ("Message-ID", f"<{moment.serial:09d}.1736236800@mail.yahoo.com>"),
        ("In-Reply-To", parent.message_id),
        ("References", parent.thread),
        ("Subject", parent.reply_subject),
        ("MIME-Version", "1.0"),
        ("Content-Type", f'multipart/alternative;\n\tboundary="{boundary}"'),
        ("X-Mailer", MAILER),
    ]
    parts = (
        (_plain(parent, typed, me), "text/plain; charset=UTF-8", "quoted-printable"),
        (_html(parent, typed, me), "text/html; charset=UTF-8", "quoted-printable"),
    )
    return message(headers, alternative(parts, boundary))


def _attribution(parent: Received) -> str:
    when = clock_time(parent.sent_at).strftime("%A %-d %B %Y at %H:%M:%S %Z")
    return f"On {when}, {parent.author_name} <{parent.author_address}> wrote:"


def _plain(parent: Received, typed: Typed, me: Writer) -> str:
    above = [f" {line}" for line in (*typed.paragraphs, "", *me.signature)] if typed.above else [" "]
    quote = [f" {line}" for _, line in between_lines(parent.text, typed)]
    below = [] if typed.above else ["", *me.signature]
    return "\n".join([*above, "", f"    {_attribution(parent)}", " ", *quote, "  ", *below]) + "\n"


def _html(parent: Received, typed: Typed, me: Writer) -> str:
    key = "ydp1f3a9c2b"
    line = f'<div dir="ltr" data-setdir="false" class="{key}line">{{}}</div>'
    signature = "".join(line.format(escape(part)) for part in me.signature)
    above = as_html(typed.above, line) + "<div><br></div>" + signature if typed.above else "<div><br></div>"
    inside = between_paragraphs(parent.html, typed, lambda words: as_html(words, line))
    return (
        f'<html><head></head><body><div class="{key}yahoo-style-wrap">{above}</div>'
        '<div id="yahoo_quoted_5081726354" class="yahoo_quoted"><div style="font-family:Helvetica Neue, sans-serif">'
        f"<div>{escape(_attribution(parent))}</div><div><br></div><div><br></div>"
        f'<div><div id="yiv7654321">{inside}</div></div></div></div>{"" if typed.above else signature}</body></html>\n'
    )
