"""A terminal program: plain text, short headers, and here nothing quoted: numbered answers and that is all."""

from __future__ import annotations

import uuid
from email.utils import format_datetime

from mailbot.demo.clients.mime import message, single
from mailbot.demo.clients.received import Received
from mailbot.demo.clients.writing import Moment, Typed, Writer

AGENT = "Mutt/2.2.12 (2023-09-09)"


def mutt(parent: Received, typed: Typed, me: Writer, moment: Moment) -> bytes:
    """The reply of somebody who deletes the quote: only what was typed above it is sent."""
    text = "\n".join([*typed.paragraphs, "", "-- ", *me.signature]) + "\n"
    content, body = single(text, "text/plain; charset=utf-8", "8bit")
    key = uuid.uuid5(uuid.NAMESPACE_DNS, f"{moment.serial}.{me.host}").hex[:16]
    headers = [
        ("Date", format_datetime(moment.local)),
        ("From", f"{me.name} <{me.address}>"),
        ("To", f"{parent.reply_to_name} <{parent.reply_to}>"),
        ("Subject", parent.reply_subject),
        ("Message-ID", f"<{key}@{me.host}>"),
        ("References", parent.thread),
        ("MIME-Version", "1.0"),
        ("Content-Disposition", "inline"),
        ("In-Reply-To", parent.message_id),
        ("User-Agent", AGENT),
    ]
    return message([*headers, *content], body)
