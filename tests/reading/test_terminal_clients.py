"""Replies that real terminal mail programs sent: every answer as typed."""

from __future__ import annotations

import email
import json
from pathlib import Path

import pytest

from tests.reading import forms
from tests.reading.replies import read, silently_wrong, unclear, words

FOLDER = Path(__file__).parents[1] / "emails" / "replies"
REPLIES = sorted((FOLDER / "terminal").glob("*.eml"))


def typed(path):
    answers = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["answers"]
    return {int(number): text for number, text in answers.items()}


def test_every_program_and_style_is_there():
    assert len(REPLIES) == 26


def test_the_sheet_is_the_form_that_was_answered():
    form = email.message_from_bytes((FOLDER / "form.eml").read_bytes())
    text = form.get_payload()[0].get_payload(decode=True).decode()
    assert "\n".join(forms.surgery_sheet().lines) == text.replace("\r\n", "\n").rstrip("\n")


@pytest.mark.parametrize("path", REPLIES, ids=lambda path: path.stem)
def test_every_answer_is_read_as_typed(path):
    sheet = forms.surgery_sheet()
    reading = read(sheet, path.read_bytes())
    assert silently_wrong(sheet, reading, typed(path)) == []
    assert unclear(reading) == {}
    assert reading.unplaced == ""
    assert [words(answer.text) for answer in reading.answers] == [words(text) for text in typed(path).values()]


@pytest.mark.parametrize("path", REPLIES, ids=lambda path: path.stem)
def test_the_ratings_have_their_values(path):
    sheet = forms.surgery_sheet()
    reading = read(sheet, path.read_bytes())
    for question, answer in zip(sheet.questions, reading.answers, strict=True):
        if question.labels:
            assert answer.value == int(typed(path)[question.number][0])


def test_each_reply_has_its_line_in_the_readme():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [path.stem for path in REPLIES if f"`{path.stem}`" not in readme] == []
