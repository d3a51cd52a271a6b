"""The named signals that speak against believing an answer.

A hard signal makes the answer unclear: it was measured that between two fifths and all of the answers with that
signal would have been wrong. The others are told and believed. A score of likeness is no signal: it predicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

# Soft: the answer stands.
CHANGED_QUESTION = "the question came back changed"
NEXT_NOT_SEEN = "the next question is not in the reply"
END_NOT_SEEN = "the end of the form is not in the reply"
NOT_ENOUGH = "fewer points than asked for"  # stored, and gently asked for once: partial is welcome
POINTED_AT = "a point of the hint was marked instead of typed"
SOFT = frozenset({CHANGED_QUESTION, NEXT_NOT_SEEN, END_NOT_SEEN, NOT_ENOUGH, POINTED_AT})

# Hard: ask.
EDGE_IN_LINE = "a changed question ends inside a line"
CHANGED_NO_ANSWER = "the question came back changed and nothing stands below it"
NOT_LOCATED = "a changed question could not be located"
NUMBER_GONE = "the question lost its number"
BOTH_SIDES = "words before and after the answer mark"
MARKER_TWICE = "the answer mark stands twice"
NEAR_NEXT = "nearer to the next question"
ABOVE_FIRST = "words above the first question"
HOLDS_NEXT = "may hold the next answer too"
OPEN_END = "several paragraphs and no end of the form"
TWICE = "answered twice"
NUMBER_TWICE = "its number stands twice"
OUT_OF_ORDER = "numbers out of order"
INNER_LIST = "a list in the answer or the next number"
NEXT_INSIDE = "the next number stands inside the answer"
FEW_NUMBERS = "few numbers among other words"
TWO_LISTS = "two ways of numbering"
LOOKS_LIKE_QUESTION = "looks like a question"
TAIL_IN_DOUBT = "sign-off or answer"
DASHES = "dashes, then no name"
AFTER_SIGN_OFF = "words after the sign-off"
ONLY_LAST = "a paragraph that only the last answer has"
SHORT_LAST = "short last paragraph"
FORM_TEXT_LEFT = "words of the form are left in it"
HINT_MARKED = "the hint was marked or edited"
STRUCK = "words were struck out"
PARTS_DIFFER = "text and HTML differ"
LEFT_OVER = "words left over and no answer here"
FORM_GONE = "numbers left but the question gone"
NOT_ON_SCALE = "no value on the scale"
NOT_AN_OPTION = "none of the options"
TWO_READINGS = "a correction that can be read in two ways"
UNNUMBERED = "answers without numbers"
CUT = "the reply was too long and was cut"


@dataclass(slots=True)
class Evidence:
    """Signals by question, counted from 0."""

    signals: dict[int, set[str]] = field(default_factory=dict)

    def note(self, question: int, signal: str) -> None:
        """Adds a signal to one question; numbers outside the form are harmless."""
        self.signals.setdefault(question, set()).add(signal)

    def note_all(self, questions: Iterable[int], signal: str) -> None:
        """Adds a signal to several questions."""
        for question in questions:
            self.note(question, signal)

    def of(self, question: int) -> set[str]:
        """All signals of a question."""
        return self.signals.get(question, set())

    def hard(self, question: int) -> set[str]:
        """Those that make its answer unclear."""
        return self.of(question) - SOFT
