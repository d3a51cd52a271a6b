from hypothesis import given
from hypothesis import strategies as st

from mailbot.decide.merging import merged
from mailbot.model.answer import Answer, AnswerState
from mailbot.model.ids import QuestionId
from tests.decide.builders import sent_round

A, B, C = (QuestionId(name) for name in ("satisfaction", "positives", "goal_short"))
QUESTIONS = sent_round().sheet.questions


def said(question: QuestionId, text: str, state: AnswerState = AnswerState.ANSWERED, **more: object) -> Answer:
    return Answer(question=question, state=state, text=text, **more)  # type: ignore[arg-type]


def test_a_first_reply_is_stored_whole() -> None:
    read = (said(A, "4"), said(B, "", AnswerState.BLANK))
    standing = merged((), read, QUESTIONS)
    assert standing.first
    assert standing.fresh == read
    assert [one.state for one in standing.current] == [AnswerState.ANSWERED, AnswerState.BLANK, AnswerState.MISSING]
    assert not standing.is_complete


def test_a_correction_replaces_and_silence_does_not() -> None:
    before = (said(A, "4"), said(B, "x"), said(C, "y"))
    standing = merged(
        before, (said(A, "5"), said(B, "", AnswerState.BLANK), said(C, "", AnswerState.MISSING)), QUESTIONS
    )
    assert [one.text for one in standing.fresh] == ["5"]
    assert [one.text for one in standing.current] == ["5", "x", "y"]
    assert standing.is_complete


def test_an_unclear_answer_replaces_nothing_that_was_understood() -> None:
    unclear = said(A, "3-4", AnswerState.UNCLEAR)
    kept = merged((said(A, "4"),), (unclear,), QUESTIONS)
    assert (kept.fresh, kept.asked, kept.current[0].text) == ((), (unclear,), "4")
    stored = merged((said(A, "", AnswerState.BLANK),), (unclear,), QUESTIONS)
    assert stored.fresh == (unclear,)


def test_the_same_answer_once_more_is_nothing_new_whatever_speaks_for_it() -> None:
    assert merged((said(A, "4"),), (said(A, "4", evidence=("marker",)),), QUESTIONS).fresh == ()


ANSWERS = st.lists(
    st.builds(said, st.sampled_from((A, B, C)), st.sampled_from(("1", "2")), st.sampled_from(list(AnswerState))),
    max_size=3,
    unique_by=lambda one: one.question,
).map(tuple)


@given(ANSWERS, ANSWERS)
def test_what_was_understood_is_never_lost(before: tuple[Answer, ...], read: tuple[Answer, ...]) -> None:
    standing = merged(before, read, QUESTIONS)
    assert [one.question for one in standing.current] == [A, B, C]
    for earlier in before:
        now = next(one for one in standing.current if one.question == earlier.question)
        if earlier.state is AnswerState.ANSWERED:
            assert now.state is AnswerState.ANSWERED
    assert merged(standing.current, read, QUESTIONS).current == standing.current
