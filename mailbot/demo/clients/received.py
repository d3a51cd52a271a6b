"""What a mail program knows about the message that somebody presses Reply on: its bytes, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One received message, read as a mail program reads it. `html` is what stands inside its <body>."""

    author_name: str
    author_address: str
    reply_to: str  # where Reply goes: Reply-To, else From
    reply_to_name: str
    to: str
    subject: str
    sent_at: datetime
    message_id: str
    references: str
    text: str  # LF line ends
    html: str

    @property
    def thread(self) -> str:
        """The References of a reply (RFC 5322 3.6.4)."""
        return f"{self.references} {self.message_id}".strip()

    @property
    def reply_subject(self) -> str:
        """The subject with one Re: in front."""
        return self.subject if self.subject[:3].lower() == "re:" else f"Re: {self.subject}"


def read(raw: bytes) -> Received:
    """The message that is in those bytes. Made for mailbot's own well-formed mail; others may raise ValueError."""
    message = message_from_bytes(raw, policy=default)
    name, address = parseaddr(str(message["From"]))
    reply_name, reply_to = parseaddr(str(message["Reply-To"] or message["From"]))
    return Received(
        author_name=name,
        author_address=address,
        reply_to=reply_to,
        reply_to_name=reply_name,
        to=str(message["To"]),
        subject=str(message["Subject"]),
        sent_at=parsedate_to_datetime(str(message["Date"])),
        message_id=str(message["Message-ID"]).strip(),
        references=" ".join(str(message["References"] or "").split()),
        text=_content(message, "plain"),
        html=_inside_body(_content(message, "html")),
    )


def _content(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content()).replace("\r\n", "\n") if part is not None else ""


def _inside_body(html: str) -> str:
    found = _BODY.search(html)
    return (found.group(1) if found else html).strip()
