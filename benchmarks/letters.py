"""What the people of the benchmark write: replies to a form, and posts of the size and shape that real ones have."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from spool import Message
from world import AUTHSERV

ANSWERS = {
    "satisfied": "4",
    "goal": "To finish the logbook and to book the course",
    "": "First appendicectomy alone; a good audit meeting",
}
WORDS = (
    "Thank you for writing so openly about the past weeks. What you describe sounds familiar: the lists are long, the "
    "teaching is squeezed between them, and the good moments pass without anybody saying so. I would keep a short "
    "log of every case for the next four weeks and look at it together with you afterwards. It also helps to agree "
    "one afternoon with the team on which you are not called away."
)


def opened(raw: bytes) -> EmailMessage:
    """A received message, for the harness only."""
    return message_from_bytes(raw, policy=policy.default)


def reply_address(message: EmailMessage) -> str:
    """Where pressing Reply leads."""
    header = message["Reply-To"] or message["From"]
    return header.addresses[0].addr_spec


def plain(message: EmailMessage) -> str:
    """Its text part."""
    return message.get_body(("plain",)).get_content()


def is_form(message: Message) -> bool:
    """Whether a reply to it is read as answers."""
    return "+f-" in reply_address(opened(message.raw))


def filled_in(form: Message) -> Message:
    """The mentee's reply: the whole form quoted, each answer typed at its place."""
    message = opened(form.raw)
    lines: list[str] = []
    for line in plain(message).splitlines():
        lines.append(f"> {line}")
        if re.fullmatch(r"Answer \d+:", line):
            asked = "".join(lines[-8:])
            lines.append(next(words for sign, words in ANSWERS.items() if sign in asked))
    return written(form.recipient, message, "\n".join(lines), number=0)


def post(packet: Message, number: int) -> Message:
    """The mentor's reply to the packet, new words above the quoted letter; "note NNNNNN" makes it findable."""
    message = opened(packet.raw)
    quoted = "\n".join(f"> {line}" for line in plain(message).splitlines()[:40])
    words = f"{WORDS}\n\nnote {number:06}\n\n{WORDS}\n\nOn Tue, 5 Jan 2027 at 09:00, Your mentee wrote:\n\n{quoted}\n"
    return written(packet.recipient, message, words, number=number)


def written(writer: str, parent: EmailMessage, words: str, *, number: int) -> Message:
    """The message as the writer's provider hands it on, with our own server's verdict stamped on top."""
    to = reply_address(parent)
    message = EmailMessage(policy=policy.SMTP)
    message["Authentication-Results"] = f"{AUTHSERV}; dmarc=pass header.from=people.example; spf=pass"
    for hop in range(3):
        message["Received"] = f"from hop{hop}.people.example by hop{hop + 1}.people.example with ESMTPS id {number:08x}"
    message["From"] = writer
    message["To"] = to
    message["Subject"] = f"Re: {parent['Subject']}"
    message["Date"] = "Tue, 05 Jan 2027 09:30:00 +0000"
    message["Message-ID"] = f"<{number}.{writer}>"
    message["In-Reply-To"] = parent["Message-ID"]
    message["References"] = parent["Message-ID"]
    message.set_content(words)
    rows = "".join(f"<div>{line or '<br>'}</div>" for line in words.replace(">", "&gt;").splitlines())
    message.add_alternative(f"<html><body>{rows}</body></html>", subtype="html")
    return Message(writer, to, message.as_bytes())
