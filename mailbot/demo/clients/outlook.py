"""Outlook on the desktop (Word's engine): no quote marks at all, a From/Sent/To/Subject block, MsoNormal paragraphs."""

from __future__ import annotations

from email.utils import format_datetime
from html import escape

from mailbot.demo.clients.mime import alternative, message, single
from mailbot.demo.clients.paragraphs import Paragraph, paragraphs
from mailbot.demo.clients.received import Received
from mailbot.demo.clients.writing import Moment, Typed, Writer, clock_time

_FONT = "font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif;color:#1F497D"
_TYPED = f'<p class="MsoNormal"><span style="{_FONT}">{{}}<o:p></o:p></span></p>\n'
_EMPTY = '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n'
_RULE = '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">\n'


def outlook_plain(parent: Received, typed: Typed, me: Writer, moment: Moment) -> bytes:
    """The reply of an Outlook that is set to plain text: "-----Original Message-----" and the original as it was."""
    quoted: list[str] = []
    for line in parent.text.rstrip("\n").split("\n"):
        quoted += [line, *_answer_below(line, typed)]
    top = [*typed.paragraphs, "", *me.signature, ""] if typed.above else ["See my answers below.", ""]
    below = [] if typed.above else ["", *me.signature]
    text = "\n".join([*top, "-----Original Message-----", *_block(parent), "", *quoted, *below]) + "\n"
    content, body = single(text, 'text/plain;\n\tcharset="utf-8"', "8bit")
    return message([*_headers(parent, me, moment), *content], body)


def outlook_html(parent: Received, typed: Typed, me: Writer, moment: Moment) -> bytes:
    """The reply of an Outlook that writes HTML: the original follows outside any blockquote, flattened."""
    boundary = f"----=_NextPart_000_{moment.serial:04X}_01DB60D2.7A5C4D10"
    content = [("Content-Type", f'multipart/alternative;\n\tboundary="{boundary}"')]
    original = paragraphs(parent.html)
    parts = (
        (_plain(original, parent, typed, me), 'text/plain;\n\tcharset="utf-8"', "base64"),
        (_html(original, parent, typed, me), 'text/html;\n\tcharset="utf-8"', "quoted-printable"),
    )
    return message([*_headers(parent, me, moment), *content], alternative(parts, boundary))


def _headers(parent: Received, me: Writer, moment: Moment) -> list[tuple[str, str]]:
    return [
        ("From", f'"{me.name}" <{me.address}>'),
        ("To", f"\"'{parent.reply_to_name}'\" <{parent.reply_to}>"),
        ("References", parent.thread),
        ("In-Reply-To", parent.message_id),
        ("Subject", "RE: " + parent.reply_subject[4:]),
        ("Date", format_datetime(moment.local)),
        ("Message-ID", f"<{moment.serial:06x}01db60d2$7a5c4d10$6f14e730$@{me.address.partition('@')[2]}>"),
        ("MIME-Version", "1.0"),
        ("X-Mailer", "Microsoft Outlook 16.0"),
        ("Thread-Index", "AQHbYNJ6XE0Qbx4XMEGd2c1u4bqz5rK1n3Vw"),
        ("Content-Language", "en-gb"),
        ("X-Originating-Computer", me.host),
    ]


def _block(parent: Received) -> list[str]:
    return [f"{name}: {value}" for name, value in _fields(parent)]


def _fields(parent: Received) -> tuple[tuple[str, str], ...]:
    return (
        ("From", f"{parent.author_name} <{parent.author_address}>"),
        ("Sent", clock_time(parent.sent_at).strftime("%d %B %Y %H:%M")),
        ("To", parent.to.replace('"', "")),
        ("Subject", parent.subject),
    )


def _answer_below(line: str, typed: Typed) -> list[str]:
    number = line.strip().removeprefix("Answer ").removesuffix(":")
    answers = line.strip().startswith("Answer ") and number.isdigit() and int(number) in typed.between
    return typed.between[int(number)].split("\n") if answers else []


def _plain(original: list[Paragraph], parent: Received, typed: Typed, me: Writer) -> str:
    lines = [*typed.paragraphs, "", *me.signature, ""] if typed.above else ["My answers are below."]
    lines += ["", *_block(parent), ""]
    for paragraph in original:
        lines += [paragraph.text, "", *_answer_below(paragraph.text, typed)]
    return "\n".join(lines if typed.above else [*lines, "", *me.signature]) + "\n"


def _html(original: list[Paragraph], parent: Received, typed: Typed, me: Writer) -> str:
    signature = _EMPTY + "".join(_TYPED.format(escape(line)) for line in me.signature)
    above = [_TYPED.format(escape(line)) if line else _EMPTY for line in typed.paragraphs or ("My answers are below.",)]
    block = "<br>\n".join(f"<b>{name}:</b> {escape(value)}" for name, value in _fields(parent))
    quoted: list[str] = []
    for paragraph in original:
        quoted.append(f'<p class="MsoNormal">{paragraph.html}<o:p></o:p></p>\n')
        quoted += [_TYPED.format(escape(line)) for line in _answer_below(paragraph.text, typed)]
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head>'
        '<meta name="Generator" content="Microsoft Word 15 (filtered medium)"></head>\n'
        f'<body lang="EN-GB" link="blue" vlink="purple"><div class="WordSection1">\n{"".join(above)}'
        f"{signature if typed.above else ''}{_EMPTY}{_RULE}"
        f'<p class="MsoNormal">{block}<o:p></o:p></p></div></div>\n{_EMPTY}'
        f"{''.join(quoted)}{'' if typed.above else signature}</div></body></html>\n"
    )
