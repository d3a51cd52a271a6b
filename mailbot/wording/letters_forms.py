"""Letters about the questionnaire: the form, what was understood of a reply, and what the mentor is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mailbot.model.answer import AnswerState
from mailbot.model.form import FormQuestion
from mailbot.wording.letter import Letter
from mailbot.wording.parts import About, AnswerLine, Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Letter):
    """The questionnaire of one round."""

    template: ClassVar[str] = "form"
    about: About
    round_number: int
    questions: tuple[FormQuestion, ...]
    reference: str
    reply_by_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Letter):
    """What was understood of a reply, question by question; replying to it corrects it."""

    template: ClassVar[str] = "receipt"
    about: About
    round_number: int
    lines: tuple[AnswerLine, ...]
    reference: str
    unplaced: str = ""
    corrected: bool = False  # an earlier reply to this form had arrived before
    passed_on: bool = True  # the mentor is sent the answers now

    @property
    def answered(self) -> tuple[AnswerLine, ...]:
        """What was understood."""
        return tuple(line for line in self.lines if line.state is AnswerState.ANSWERED)

    @property
    def unclear(self) -> tuple[AnswerLine, ...]:
        """What is asked back."""
        return tuple(line for line in self.lines if line.state is AnswerState.UNCLEAR)

    @property
    def open(self) -> tuple[AnswerLine, ...]:
        """What was left empty, or was not in the reply."""
        return tuple(line for line in self.lines if line.state in (AnswerState.BLANK, AnswerState.MISSING))


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingFound(Letter):
    """A reply to a form in which no answer was found."""

    template: ClassVar[str] = "nothing_found"
    about: About
    round_number: int
    reference: str
    unplaced: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Letter):
    """One kind word about a form that is open: never started, or half done."""

    template: ClassVar[str] = "reminder"
    about: About
    round_number: int
    sent_on: date
    days_left: int
    reference: str
    started: bool = False
    open_questions: tuple[AnswerLine, ...] = ()  # where it is half done


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet(Letter):
    """A mentee's answers for their mentor, on one page."""

    template: ClassVar[str] = "packet"
    about: About
    word: str  # "Heron"
    round_number: int
    positives: tuple[AnswerLine, ...]  # first, always
    answers: tuple[AnswerLine, ...]  # the others that were understood, in the form's order
    goals: tuple[AnswerLine, ...] = ()
    changes: tuple[Change, ...] = ()
    unclear: tuple[AnswerLine, ...] = ()
    open: tuple[AnswerLine, ...] = ()
    unplaced: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketUpdate(Letter):
    """A correction: only what changed since the packet."""

    template: ClassVar[str] = "packet_update"
    about: About
    word: str
    round_number: int
    changes: tuple[Change, ...]
    unplaced: str = ""
