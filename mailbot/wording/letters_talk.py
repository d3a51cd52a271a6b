"""Letters about what a pair writes to each other: the post itself, and what is said when one cannot go on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mailbot.model.programme import Role
from mailbot.wording.letter import Letter
from mailbot.wording.parts import About, AnswerLine, Finding, PairChoice, Refusal

MOST_SHOWN = 12  # findings of one letter
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
    """To the writer: the words were passed on; what was not, and who else has them by the writer's own doing."""

    template: ClassVar[str] = "left_out"
    about: About
    partner: str
    refused: tuple[Refusal, ...] = ()
    attached: int = 0  # passed on, made anew
    copied: int = 0  # other addresses that the writer's program sent it to
    insisted: bool = False  # they had said SEND
    masked: bool = False  # what the programme always leaves out was left out all the same
    instead_of_on: date | None = None  # when they wrote the words that waited and are given up for these
    elsewhere: int = 0  # other conversations of theirs that it was addressed to as well


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost(Letter):
    """To the writer: not passed on yet, because of these places, and how it goes on. Their words are not repeated."""

    template: ClassVar[str] = "held_post"
    about: About
    partner: str
    findings: tuple[Finding, ...]
    until_on: date
    patient: bool = False  # a patient may be in it
    firm: bool = False  # SEND does not help
    copied: int = 0

    @property
    def places(self) -> tuple[Finding, ...]:
        """The first of the findings, each once: the gate sees the same words in several parts of a message."""
        return tuple(dict.fromkeys(self.findings))[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """How many there are besides."""
        return max(0, len(dict.fromkeys(self.findings)) - MOST_SHOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class StillWaiting(Letter):
    """To the writer, some days later: these words still wait; or, `over`, they are gone now."""

    template: ClassVar[str] = "still_waiting"
    about: About
    partner: str
    written_on: date
    until_on: date
    questions: tuple[AnswerLine, ...] = ()  # of a form: what was not kept; () for a post
    round_number: int = 0
    reference: str = ""
    patient: bool = False
    firm: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSent(Letter):
    """To somebody who said SEND when it does not help: nothing waits, or what waits cannot go as it is."""

    template: ClassVar[str] = "not_sent"
    about: About
    partner: str
    waiting: bool = False
    patient: bool = False
    unclear: bool = False  # other words stood below the SEND


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
