"""One message through the relay, and all that the other side could find in what it receives."""

from __future__ import annotations

import email
import html
import re
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message

from mailbot.decide.relaying import relay
from mailbot.message.parse import parse
from mailbot.model.effect import Disposition, QueueMessage
from mailbot.model.programme import Role
from tests.anonymity.matrix.people import PAIR, SIDES, squeezed
from tests.decide.builders import context, desk, to_thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Relayed:
    """The decision, and what goes to the other side (None: it waits for its writer)."""

    decided: Disposition
    passed: QueueMessage | None
    told: tuple[QueueMessage, ...]  # to the writer

    @property
    def found(self) -> str:
        """Everything that a reader or a program could find in it, without To, which is the reader's own."""
        return "" if self.passed is None else everything(self.passed.message.raw)

    @property
    def words(self) -> str:
        """The text part."""
        if self.passed is None:
            return ""
        parts = [
            p for p in email.message_from_bytes(self.passed.message.raw).walk() if p.get_content_type() == "text/plain"
        ]
        return _content(parts[0])


def relayed(raw: bytes, side: Role, parent: str = "") -> Relayed:
    """The message written by that side, believed."""
    writer = SIDES[side]
    target = to_thread(side, of=PAIR, parent=parent)
    decided = relay(parse(raw), context(target, writer.who, released=True), target, desk())
    queued = [one for one in decided.effects if isinstance(one, QueueMessage)]
    reader = SIDES[side.other].address
    return Relayed(
        decided=decided,
        passed=next((one for one in queued if one.message.envelope_to == reader), None),
        told=tuple(one for one in queued if one.message.envelope_to == writer.address),
    )


def everything(raw: bytes) -> str:
    """The raw bytes, each header and part decoded, HTML with and without its tags."""
    message = email.message_from_bytes(raw)
    pieces = [re.sub(r"(?m)^To: .*\n", "", raw.decode("latin-1").replace("\r\n", "\n"))]
    for part in message.walk():
        pieces += [f"{n}: {make_header(decode_header(v))}" for n, v in part.items() if n != "To"]
        if not part.is_multipart():
            text = _content(part)
            pieces += [text, html.unescape(re.sub(r"<[^>]*>", "", text))]
    return "\n".join(pieces)


def holds(text: str, tells: tuple[str, ...]) -> list[str]:
    """Which of those words are anywhere in it, however broken up."""
    bare = squeezed(text)
    return [one for one in tells if one in bare]


def _content(part: Message) -> str:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content.decode("utf-8", "replace")
