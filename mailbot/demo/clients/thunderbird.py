"""Thunderbird: plain text, format=flowed (RFC 3676), `> ` before every quoted line, answers between them."""

from __future__ import annotations

import textwrap
import uuid
from email.utils import format_datetime

from mailbot.demo.clients.mime import message, single
from mailbot.demo.clients.quoting import between_lines
from mailbot.demo.clients.received import Received
from mailbot.demo.clients.writing import Moment, Typed, Writer, clock_time

AGENT = "Mozilla Thunderbird"
_WIDTH = 72


def thunderbird(parent: Received, typed: Typed, me: Writer, moment: Moment) -> bytes:
    """The reply of a Thunderbird that writes plain text, with a "-- " signature."""
    when = clock_time(parent.sent_at).strftime("%d/%m/%Y %H:%M")
    lines = [*_flowed(typed.above), ""] if typed.above else []
    lines.append(f"On {when}, {parent.author_name} wrote:")
    for is_typed, line in between_lines(parent.text, typed):
        lines += ["", *_flowed(line), ""] if is_typed else [f"> {line}" if line else ">"]
    lines += ["", "-- ", *me.signature]
    content, body = single("\n".join(lines) + "\n", "text/plain; charset=UTF-8; format=flowed", "8bit")
    key = uuid.uuid5(uuid.NAMESPACE_DNS, f"{moment.serial}.{me.host}")
    headers = [
        ("Message-ID", f"<{key}@{me.address.partition('@')[2]}>"),
        ("Date", format_datetime(moment.local)),
        ("MIME-Version", "1.0"),
        ("User-Agent", AGENT),
        ("Subject", parent.reply_subject),
        ("To", f"{parent.reply_to_name} <{parent.reply_to}>"),
        ("References", parent.thread),
        ("Content-Language", "en-GB"),
        ("From", f"{me.name} <{me.address}>"),
        ("In-Reply-To", parent.message_id),
    ]
    return message([*headers, *content], body)


def _flowed(words: str) -> list[str]:
    """Typed lines, soft breaks ending in a space, stuffed where they begin like a quote (RFC 3676 4.4)."""
    out: list[str] = []
    for line in words.split("\n"):
        wrapped = textwrap.wrap(line, _WIDTH, break_long_words=False) or [""]
        broken = [f"{part} " for part in wrapped[:-1]] + wrapped[-1:]
        out += [f" {part}" if part.startswith((" ", ">", "From ")) else part for part in broken]
    return out
