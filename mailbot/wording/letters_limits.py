"""Letters about what is too much: a mailbox that is full, a message over a limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mailbot.wording.letter import Letter
from mailbot.wording.parts import About


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressFull(Letter):
    """To the coordinators: mail to somebody of the roster comes back again and again, for now; it is still tried."""

    template: ClassVar[str] = "address_full"
    about: About
    participant: str  # the programme and the roster's id


@dataclass(frozen=True, slots=True, kw_only=True)
class OverLimit(Letter):
    """To the writer, at most once a day: the message was over a limit and was not passed on."""

    template: ClassVar[str] = "over_limit"
    what: str  # "size", "decoded", "parts", "depth", "headers", "lines", "addresses", "hour", "day"
    limit: int  # in bytes for "size" and "decoded"; 0 where the number would help nobody
