"""Replies that real webmail programs and editors made: every answer as typed, or asked back for a reason."""

from __future__ import annotations

import re

import pytest

from mailbot.model.answer import AnswerState
from tests.reading.replies import read, words
from tests.reading.webmail_replies import FOLDER, REPLIES, WRITER, form_of, typed

README = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
BULLET = re.compile(r"(?m)^[ \t]*[-*+•–·][ \t]+")


def name_of(path):
    return f"{path.parent.name}/{path.stem}"


def reading_of(path):
    return read(form_of(path), path.with_suffix(".eml").read_bytes(), WRITER)


def same(read_text, typed_text):
    """Editors turn "- a" into a bullet of their own: which sign a point has is not told apart."""
    return words(BULLET.sub("", read_text)) == words(BULLET.sub("", typed_text))


def test_the_replies_and_their_forms_are_there():
    assert len(REPLIES) >= 30
    assert {path.name for path in FOLDER.iterdir()} == {"bakers", "doctoral", "ecole", "pflege", "warden"}
    assert all(path.with_suffix(".eml").stat().st_size < 60_000 for path in REPLIES)


@pytest.mark.parametrize("path", REPLIES, ids=name_of)
def test_every_answer_is_read_as_typed_or_asked_back_for_a_known_reason(path):
    truth = typed(path)
    asked = {}
    for number, answer in enumerate(reading_of(path).answers, 1):
        if answer.state is AnswerState.UNCLEAR:
            asked[number] = answer.evidence
            continue
        said = truth.answers[number]
        assert same(answer.text, said), f"{number}: {answer.text!r} for {said!r}"
        assert (answer.state is AnswerState.ANSWERED) == bool(said), f"{number} is {answer.state}"
        if number in truth.values:
            assert answer.value == truth.values[number], number
    assert {number: evidence for number, evidence in asked.items() if number not in truth.asked} == {}
    assert sorted(set(truth.asked) - set(asked)) == [], "no longer asked back: take it off the list"


@pytest.mark.parametrize("client", sorted({path.stem.rpartition("-")[0] for path in REPLIES}))
def test_each_client_is_explained_in_the_readme(client):
    assert f"`{client}`" in README


@pytest.mark.parametrize("style", sorted({path.stem.rpartition("-")[2] for path in REPLIES}))
def test_each_style_is_explained_in_the_readme(style):
    assert f"`{style}`" in README
