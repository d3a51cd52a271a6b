"""Letters about the questionnaire: the form, what was understood of a reply, and what the mentor is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mailbot.model.answer import AnswerState
from mailbot.model.form import FormQuestion
from mailbot.wording.letter import Letter
from mailbot.wording.parts import About, AnswerLine, Change, KeptBack


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
    kept_back: tuple[KeptBack, ...] = ()
    until_on: date | None = None  # with `kept_back`: when that is given up
    patient: bool = False  # a patient may be in what was kept back
    firm: bool = False  # SEND does not help with any of it
    insisted: bool = False  # they had said SEND: what waited is in it now
    attachments: int = 0  # files, which are never passed on with answers
    copied: int = 0  # other addresses that the writer's program sent it to

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
        back = {one.number for one in self.kept_back}
        left = (AnswerState.BLANK, AnswerState.MISSING)
        return tuple(line for line in self.lines if line.state in left and line.number not in back)


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
