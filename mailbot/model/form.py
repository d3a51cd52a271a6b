"""A questionnaire as its coordinator wrote it, and the form as one mentee received it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mailbot.model.ids import QuestionId


class QuestionKind(StrEnum):
    """What sort of answer a question asks for."""

    TEXT = "text"
    SCALE = "scale"
    LIST = "list"
    GOAL = "goal"
    CHOICE = "choice"
    YES_NO = "yes_no"


VALUED = (QuestionKind.SCALE, QuestionKind.CHOICE, QuestionKind.YES_NO)  # an answer to one of these has a value


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a question in one language; `labels` name the points of a scale, lowest first."""

    ask: str
    help: str = ""
    labels: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskIf:
    """Ask only when another question of the same form was answered with one of these values."""

    question: QuestionId
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a programme: stable id, kind, words per language (`words[""]` is the programme's own)."""

    id: QuestionId
    kind: QuestionKind
    words: dict[str, Wording]
    at_least: int = 0
    ask_if: AskIf | None = None

    def wording(self, language: str) -> Wording:
        """The words in that language, else the programme's own."""
        return self.words.get(language, self.words[""])


@dataclass(frozen=True, slots=True, kw_only=True)
class FormQuestion:
    """One question as it stands on a form that was sent; `number` counts from 1 in the order printed."""

    id: QuestionId
    number: int
    kind: QuestionKind
    ask: str  # without its number
    hint: str  # the line below the question, "" if there is none
    marker: str  # "Answer 3:"
    labels: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    at_least: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """All that is needed to read a reply to one form: its questions and every line of text on it."""

    language: str
    subject: str
    sender_name: str
    sender_address: str
    recipient_name: str  # "" where not known
    reference: str
    questions: tuple[FormQuestion, ...]
    lines: tuple[str, ...]  # the whole text part, unwrapped paragraphs allowed, as it was sent
