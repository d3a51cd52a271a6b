"""Any questionnaire, any answers, any way to quote: exact or asked back, and never an exception."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.model.inbound import Bodies
from mailbot.reading.answers import read_reply
from mailbot.reading.posts import new_words
from mailbot.reading.references import spare_reference
from tests.reading import forms, shapes
from tests.reading import strategies as made
from tests.reading.replies import read, silently_wrong

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(made.answered(), st.sampled_from(shapes.INLINE))
def test_answers_below_the_questions_are_exact_or_asked_back(case, shape):
    questions, answers = case
    sheet = forms.sheet_of(questions)
    assert silently_wrong(sheet, read(sheet, shape(questions, answers)), answers) == []


@SETTINGS
@given(made.answered(made.PLAIN_STARTS), st.sampled_from(shapes.LISTED))
def test_answers_in_a_list_are_exact_or_asked_back(case, shape):
    questions, answers = case
    sheet = forms.sheet_of(questions)
    assert silently_wrong(sheet, read(sheet, shape(questions, answers)), answers) == []


@SETTINGS
@given(made.answered(), st.data())
def test_any_mark_and_any_width_is_exact_or_asked_back(case, data):
    questions, answers = case
    sheet = forms.sheet_of(questions)
    raw = data.draw(made.quoted(questions, answers))
    assert silently_wrong(sheet, read(sheet, raw), answers) == []


@SETTINGS
@given(made.questionnaires(), st.text(max_size=400), st.sampled_from(shapes.INLINE))
def test_any_characters_are_read_without_an_exception(questions, text, shape):
    clean = "".join(char for char in text if char.isprintable() or char in "\n\t").replace("\r", "")
    reading = read(forms.sheet_of(questions), shape(questions, dict.fromkeys(range(1, 9), clean)))
    assert len(reading.answers) == len(questions)


@SETTINGS
@given(st.lists(made.mail_lines(), max_size=40), made.questionnaires())
def test_lines_made_of_what_mail_is_made_of_never_raise(lines, questions):
    sheet = forms.sheet_of(questions)
    bodies = Bodies(plain=tuple(lines), html=tuple(lines[::-1]), struck=("x",))
    assert len(read_reply(sheet, bodies, writer_names=("Zoë", "")).answers) == len(questions)
    assert isinstance(new_words(bodies, parent=lines[0].text if lines else "", writer_names=("Zoë",)), str)
    assert isinstance(spare_reference(bodies, lines[0].text if lines else ""), str)
