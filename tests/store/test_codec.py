"""What is sealed comes back as it was, even text that is no proper Unicode."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.model.answer import Answer, AnswerState
from mailbot.model.form import FormQuestion, FormSheet
from mailbot.model.ids import ParticipantId, QuestionId
from mailbot.model.programme import Role, RosterRow
from mailbot.store import codec

# With lone surrogates and NUL, which a broken message can bring in.
TEXT = st.text(st.characters(), max_size=20)
DATES = st.none() | st.dates(min_value=date(1990, 1, 1))
ROWS = st.builds(
    RosterRow, id=TEXT.map(ParticipantId), name=TEXT, email=TEXT, mentor=st.none() | TEXT.map(ParticipantId),
    also_known_as=st.tuples(TEXT, TEXT) | st.just(()), start_on=DATES, trained_on=DATES, agreed_on=DATES,
    role=st.sampled_from(Role),
)  # fmt: skip
ANSWERS = st.builds(
    Answer, question=TEXT.map(QuestionId), state=st.sampled_from(AnswerState), text=TEXT,
    value=st.none() | st.integers(),
    items=st.lists(TEXT, max_size=3).map(tuple), evidence=st.lists(TEXT, max_size=2).map(tuple),
)  # fmt: skip
QUESTIONS = st.builds(
    FormQuestion, id=TEXT.map(QuestionId), ask=TEXT, hint=TEXT, marker=TEXT,
    labels=st.lists(TEXT, max_size=2).map(tuple), options=st.lists(TEXT, max_size=2).map(tuple),
)  # fmt: skip
SHEETS = st.builds(
    FormSheet, language=TEXT, subject=TEXT, recipient_name=TEXT,
    questions=st.lists(QUESTIONS, max_size=2).map(tuple), lines=st.lists(TEXT, max_size=3).map(tuple),
)  # fmt: skip


@given(row=ROWS)
def test_a_line_of_the_roster_comes_back(row: RosterRow) -> None:
    assert codec.roster_of(codec.roster_bytes(row)) == row


@given(answer=ANSWERS)
def test_an_answer_comes_back(answer: Answer) -> None:
    assert codec.answer_of(codec.answer_bytes(answer)) == answer


@given(sheet=SHEETS)
def test_a_sheet_comes_back(sheet: FormSheet) -> None:
    assert codec.sheet_of(codec.unpacked(codec.packed({"s": codec.sheet_fields(sheet)}))["s"]) == sheet


@given(text=TEXT)
def test_a_text_comes_back(text: str) -> None:
    assert codec.text_of(codec.text_bytes(text)) == text
    assert codec.unpacked(codec.packed({"t": text}))["t"] == text


def test_what_cannot_be_kept_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot hold a object"):
        codec.packed({"x": object()})
