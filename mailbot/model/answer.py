"""What was understood of a reply to a form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mailbot.model.form import FormSheet
from mailbot.model.ids import QuestionId


class AnswerState(StrEnum):
    """blank: the person left it empty; missing: the question is not in the reply; unclear: asked back."""

    ANSWERED = "answered"
    BLANK = "blank"
    MISSING = "missing"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: what was typed and nothing else, and the named signals that speak for or against it."""

    question: QuestionId
    state: AnswerState
    text: str = ""
    value: int | None = None  # scale and choice: 1..n; yes_no: 1 or 0
    items: tuple[str, ...] = ()  # list
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of lines of a reply and what it was taken for: "question", "answer", "quote", "signature", "unplaced"..."""

    taken_for: str
    question: QuestionId | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Every question of the form with its answer, in the form's order, and what fits nowhere."""

    answers: tuple[Answer, ...]
    unplaced: str = ""
    part: str = ""  # "plain" or "html": which alternative was believed
    sheet: FormSheet | None = None  # what it was read against
    writer_names: tuple[str, ...] = ()  # and the names that may be signed with

    @property
    def has_answers(self) -> bool:
        """Whether anything at all was answered or asked back."""
        return any(a.state in (AnswerState.ANSWERED, AnswerState.UNCLEAR) for a in self.answers)
