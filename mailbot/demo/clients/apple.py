"""Mail on the iPhone and on the Mac: `blockquote type="cite"`, the Mac's attribution inside the quote itself."""

from __future__ import annotations

import uuid
from email.utils import format_datetime
from html import escape

from mailbot.demo.clients.mime import alternative, message
from mailbot.demo.clients.quoting import as_html, between_lines, between_paragraphs
from mailbot.demo.clients.received import Received
from mailbot.demo.clients.writing import Moment, Typed, Writer, clock_time

IPHONE = "iPhone Mail (21F90)"
MAC = "Apple Mail (2.3826.500.181.1.5)"
_FEFF = "\ufeff"  # the iPhone begins the quoted text with it


def iphone(parent: Received, typed: Typed, me: Writer, moment: Moment) -> bytes:
    """The reply of an iPhone: device line, quote, and answers typed inside the quote carry its marks."""
    device = "Sent from my iPhone"
    above = [*typed.paragraphs, "", me.signature[0], "", device, ""] if typed.above else [device, ""]
    quote = ["> " + _attribution(parent), "> ", f"> {_FEFF}"]
    quote += [f"> {line}" for _, line in between_lines(parent.text, typed)]
    html_above = as_html(typed.above) + f"<div><br></div><div>{escape(me.signature[0])}</div>" if typed.above else ""
    inside = between_paragraphs(parent.html, typed, as_html)
    html = (
        '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">'
        f'{html_above}<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">{device}</div>'
        f'<div dir="ltr"><br><blockquote type="cite">{escape(_attribution(parent))}<br><br></blockquote></div>'
        f'<blockquote type="cite"><div dir="ltr">{_FEFF}{inside}</div></blockquote></body></html>'
    )
    return _sent(("\n".join([*above, *quote]), html), parent, me, moment, mailer=IPHONE)


def apple_mail(parent: Received, typed: Typed, me: Writer, moment: Moment) -> bytes:
    """The reply of Mail on a Mac: answers typed between split quotes."""
    end = '</div></blockquote><div><br></div>{}<div><br></div><blockquote type="cite"><div>'
    above = [*typed.paragraphs, "", *me.signature, ""] if typed.above else []
    below = [] if typed.above else ["", *me.signature]
    quote = ["> " + _attribution(parent), "> "]
    quote += [f"\n{line}\n" if is_typed else f"> {line}" for is_typed, line in between_lines(parent.text, typed)]
    signature = "".join(f"<div>{escape(line)}</div>" for line in me.signature)
    inside = between_paragraphs(parent.html, typed, lambda words: end.format(as_html(words)))
    html = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>'
        '<body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">'
        f"{as_html(typed.above) + '<div><br></div>' + signature if typed.above else ''}"
        '<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite">'
        f'<div>{escape(_attribution(parent))}</div><br class="Apple-interchange-newline">'
        f"<div>{inside}</div></blockquote>"
        f"</div>{'' if typed.above else signature}</body></html>"
    )
    return _sent(("\n".join([*above, *quote, *below]), html), parent, me, moment, mailer=MAC)


def _attribution(parent: Received) -> str:
    when = clock_time(parent.sent_at).strftime("%-d %b %Y, at %H:%M")
    return f"On {when}, {parent.author_name} <{parent.author_address}> wrote:"


def _sent(bodies: tuple[str, str], parent: Received, me: Writer, moment: Moment, *, mailer: str) -> bytes:
    key = str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{moment.serial}.{me.host}")).upper()
    boundary = f"Apple-Mail-{key}" if mailer == IPHONE else f"Apple-Mail=_{key}"
    headers: list[tuple[str, str]] = [
        ("Content-Type", f'multipart/alternative; boundary="{boundary}"'),
        ("Content-Transfer-Encoding", "7bit"),
        ("From", f"{me.name} <{me.address}>"),
        ("Mime-Version", "1.0 (1.0)" if mailer == IPHONE else "1.0 (Mac OS X Mail 16.0 \\(3826.500.181.1.5\\))"),
        ("Subject", parent.reply_subject),
        ("Date", format_datetime(moment.local)),
        ("Message-Id", f"<{key}@{me.address.partition('@')[2]}>"),
        ("References", parent.message_id if not parent.references else parent.thread),
        ("In-Reply-To", parent.message_id),
        ("To", f"{parent.reply_to_name} <{parent.reply_to}>"),
        ("X-Mailer", mailer),
    ]
    parts = (
        (bodies[0] + "\n", "text/plain;\n\tcharset=utf-8", "quoted-printable"),
        (bodies[1], "text/html;\n\tcharset=utf-8", "quoted-printable"),
    )
    return message(headers, alternative(parts, boundary))
