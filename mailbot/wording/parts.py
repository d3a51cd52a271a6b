"""The small values that letters are made of: who runs the programme, one answer, one change, one thing found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from mailbot.model.answer import AnswerState
from mailbot.model.form import QuestionKind
from mailbot.model.ids import QuestionId
from mailbot.model.programme import Contact, Programme
from mailbot.wording.files import file_in_words, refusal_in_words
from mailbot.wording.kinds import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The programme as its people know it: what nearly every footer is made of."""

    programme: str
    controller: str
    coordinator: str  # the first coordinator's address, "" if none is to be shown
    contacts: tuple[Contact, ...] = ()
    alias: bool = True  # neither side is told the other's name

    @classmethod
    def of(cls, programme: Programme) -> Self:
        """What letters say about that programme."""
        return cls(
            programme=programme.title,
            controller=programme.privacy.controller,
            coordinator=next(iter(programme.coordinators), ""),
            contacts=programme.contacts,
            alias=programme.anonymity == "alias",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One programme and its coordinator's address, for people whom we do not know."""

    programme: str
    coordinator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One question with what was understood of its answer."""

    question: QuestionId
    number: int
    kind: QuestionKind
    ask: str
    state: AnswerState
    text: str = ""
    meaning: str = ""  # "4 = satisfied", the option's words, "yes": "" where the text says it all
    items: tuple[str, ...] = ()
    short_of: int = 0  # how many more points a list asks for
    earlier: bool = False  # carried over from the round before
    expected: str = ""  # "one number from 1 to 5": what an unclear answer is asked for again

    @property
    def shown(self) -> str:
        """The answer as people read it: a list point by point, anything else as typed, with what was understood."""
        if self.items:
            return "\n".join(f"- {item}" for item in self.items)
        typed = self.text.strip()
        if not self.meaning or self.meaning.casefold() == typed.casefold():
            return self.text
        if typed == self.meaning.partition(" = ")[0]:
            return self.meaning
        return f"{self.text}\n({self.meaning})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An answer that differs from the one before: last round's in a packet, the first version in an update."""

    number: int
    ask: str
    before: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a person's own words that keeps them back: `line` counts from 1 in what they wrote."""

    kind: str  # a finding's or a Hit's kind: "name", "address", "phone", "nhs_number"...
    where: str = "body"  # "subject", "attachment" or anything else
    line: int | None = None
    value: str = ""  # never of a patient, and never what the gate found

    @property
    def what(self) -> str:
        """The kind in words: "a telephone number"."""
        return in_words(self.kind)

    @property
    def place(self) -> str:
        """Where it stands, in words: "line 4"."""
        places = {"subject": "the subject", "attachment": "an attachment"}
        return places.get(self.where, f"line {self.line}" if self.line else "the text")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBack:
    """An answer that was neither kept nor passed on, and why; the answer itself is never repeated."""

    number: int  # 0: what was written outside the questions
    ask: str  # "" where an earlier answer stands
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One attachment that was not passed on: its place among them, counted from 1, what it is, and a stable why."""

    number: int
    what: str  # "picture", "pdf", "word"...
    why: str

    @property
    def said(self) -> str:
        """All of it in words: "attachment 2, a PDF file: it cannot be opened"."""
        return f"attachment {self.number}, {file_in_words(self.what)}: {refusal_in_words(self.what, self.why)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairChoice:
    """One of a person's conversations, and the proxy address that leads to it."""

    partner: str  # "Your mentor", "Your mentee Heron"
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of something, for people who may see counts only."""

    what: str
    number: int
