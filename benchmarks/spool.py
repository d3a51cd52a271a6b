"""Messages in a file: what the sink keeps, what the pump sends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Message:
    """An envelope and its bytes."""

    sender: str
    recipient: str
    raw: bytes


def append(spool: BinaryIO, message: Message) -> int:
    """How many bytes it took in the file."""
    head = json.dumps([message.sender, message.recipient, len(message.raw)]).encode() + b"\n"
    spool.write(head + message.raw)
    return len(head) + len(message.raw)


def read(spool: BinaryIO) -> Iterator[Message]:
    """Every message from where the file stands to its end."""
    while head := spool.readline():
        sender, recipient, length = json.loads(head)
        yield Message(sender, recipient, spool.read(length))
