"""A later reply corrects or completes an earlier one: what is stored anew, and how the round stands afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailbot.model.answer import Answer, AnswerState
from mailbot.model.form import FormQuestion
from mailbot.model.ids import QuestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The round after one more reply."""

    fresh: tuple[Answer, ...]  # new versions to store
    current: tuple[Answer, ...]  # all answers, in the form's order
    asked: tuple[Answer, ...]  # unclear in this reply, whatever an earlier one said
    first: bool  # nothing had been stored before
    answered_before: frozenset[QuestionId] = frozenset()

    @property
    def is_complete(self) -> bool:
        """Whether every question is answered."""
        return all(answer.state is AnswerState.ANSWERED for answer in self.current)


def merged(before: tuple[Answer, ...], read: tuple[Answer, ...], questions: tuple[FormQuestion, ...]) -> Standing:
    """What to store of a reply.

    A blank or missing place in a later reply says nothing: the earlier answer stays. An unclear one never replaces
    what was understood; the person is asked, and the earlier answer stands until they say.
    """
    by_id = {answer.question: answer for answer in before}
    fresh: list[Answer] = []
    for answer in read:
        earlier = by_id.get(answer.question)
        if _says_something_new(earlier, answer):
            fresh.append(answer)
            by_id[answer.question] = answer
    current = tuple(
        by_id.get(question.id, Answer(question=question.id, state=AnswerState.MISSING)) for question in questions
    )
    asked = tuple(answer for answer in read if answer.state is AnswerState.UNCLEAR)
    answered = frozenset(answer.question for answer in before if answer.state is AnswerState.ANSWERED)
    return Standing(fresh=tuple(fresh), current=current, asked=asked, first=not before, answered_before=answered)


def _says_something_new(earlier: Answer | None, answer: Answer) -> bool:
    if earlier is None:
        return True
    if answer.state is AnswerState.ANSWERED:
        return replace(earlier, evidence=()) != replace(answer, evidence=())
    # An unclear one without any text has nothing to replace a text with.
    return (
        answer.state is AnswerState.UNCLEAR
        and earlier.state is not AnswerState.ANSWERED
        and bool(answer.text or not earlier.text)
    )
