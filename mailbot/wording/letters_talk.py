"""Letters about what a pair writes to each other: the post itself, and what is said when one cannot go on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mailbot.model.programme import Role
from mailbot.wording.letter import Letter
from mailbot.wording.parts import About, Finding, PairChoice

_PARTNER_IN_FRONT = re.compile(r"(?:Your (?:mentor|mentee [^:]{1,40}): )+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Letter):
    """One person's words for the other, scrubbed already. `subject` "" takes a neutral one."""

    template: ClassVar[str] = "post"
    about: About
    reader: Role
    partner: str  # who writes: "Your mentor", "Your mentee Heron"
    text: str
    subject: str = ""
    attachments_left_out: int = 0

    @property
    def topic(self) -> str:
        """The thread's subject without the partner in front: each side's copy gets its own."""
        return self.subject[found.end() :] if (found := _PARTNER_IN_FRONT.match(self.subject)) else self.subject


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut(Letter):
    """To the writer: the words were passed on, the attachments were not."""

    template: ClassVar[str] = "left_out"
    about: About
    partner: str
    attachments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost(Letter):
    """To the writer: not passed on, because these lines give somebody away. Their words are not repeated."""

    template: ClassVar[str] = "held_post"
    about: About
    partner: str
    findings: tuple[Finding, ...]

    @property
    def places(self) -> tuple[Finding, ...]:
        """The findings, each place once: the gate sees the same words in several parts of a message."""
        return tuple(
            dict.fromkeys(
                Finding(kind=found.kind, where="subject" if found.where == "subject" else "text", line=found.line)
                for found in self.findings
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDeliveredLater(Letter):
    """To the writer, neutral: the other side's mail does not arrive at the moment; no reason, no address."""

    template: ClassVar[str] = "not_delivered_later"
    about: About
    partner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPair(Letter):
    """To somebody who wrote to a conversation that has ended, or has not begun; nothing was passed on."""

    template: ClassVar[str] = "closed_pair"
    about: About
    partner: str
    begun: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichPair(Letter):
    """A person in several pairs wrote to the bare address."""

    template: ClassVar[str] = "which_pair"
    about: About
    choices: tuple[PairChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge(Letter):
    """To a mentor who has not answered a packet yet."""

    template: ClassVar[str] = "nudge"
    about: About
    word: str
    round_number: int
    sent_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorQuiet(Letter):
    """To a mentee whose mentor has not answered for a while: neutral, no reason."""

    template: ClassVar[str] = "mentor_quiet"
    about: About
    round_number: int
