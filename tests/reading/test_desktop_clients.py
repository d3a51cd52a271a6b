"""Replies that real desktop mail programs (and Emacs) sent to five forms: every answer as typed, or asked back."""

from __future__ import annotations

import email
import email.policy
import json
from functools import cache
from pathlib import Path

import pytest

from mailbot.model.form import FormQuestion, FormSheet, QuestionKind
from mailbot.model.ids import QuestionId
from tests.reading.replies import read, silently_wrong, unclear, words

FOLDER = Path(__file__).parents[1] / "emails" / "replies" / "desktop"
REPLIES = sorted(FOLDER.glob("*.eml"))
FORMS = sorted(path.stem for path in (FOLDER / "forms").glob("*.eml"))

# What is asked back though it was typed, or left empty, and why that is right or not yet better.
_HEADERS = "Rmail quotes header lines and its buttons above the form: words left over, so nothing empty is believed"
_TITLE = "Supercite joins the quoted title and the first line of the form into one line, which is left over"
_TWO_NUMBERINGS = "answer marks, and a numbered list in answer 4"
ASKED_BACK: dict[str, dict[int, str]] = {
    "gnus-flow-trimmed": {12: "a numbered list in the last answer, and the end of the form was deleted"},
    "gnus-super-below": {3: _TITLE},
    "gnus-super-inline": {6: _TITLE, 14: _TITLE},
    "gnus-super-top-numbered": {4: _TITLE, 17: _TITLE},
    "gnus-super-trailing": {3: _TITLE},
    "rmail-marker": {2: _HEADERS},
    "rmail-old-indent-trailing": {4: _HEADERS, 17: _HEADERS},
    "rmail-old-indent-unsplit": {6: _HEADERS, 7: _HEADERS},
    "rmail-old-inline": {10: _HEADERS},
    "rmail-top-numbered": {5: _HEADERS},
    "thunderbird-htmltop-noquote-marker": dict.fromkeys(range(1, 6), _TWO_NUMBERINGS),
}


@cache
def sheet_of(form):
    """The form as it was sent: its questions from the JSON beside it, all its lines from the message itself."""
    described = json.loads((FOLDER / "forms" / f"{form}.json").read_text(encoding="utf-8"))
    message = email.message_from_bytes((FOLDER / "forms" / f"{form}.eml").read_bytes(), policy=email.policy.default)
    sender = message["From"].addresses[0]
    lines = tuple(message.get_body(("plain",)).get_content().replace("\r\n", "\n").rstrip("\n").split("\n"))
    reference = next(line for line in lines if line.startswith("Reference: ")).split()[1]
    questions = (question(number, one) for number, one in enumerate(described["questions"], 1))
    return FormSheet(
        language=described["language"],
        subject=message["Subject"],
        sender_name=sender.display_name,
        sender_address=sender.addr_spec,
        recipient_name="",
        reference=reference,
        questions=tuple(questions),
        lines=lines,
    )


def question(number, one):
    return FormQuestion(
        id=QuestionId(one["id"]),
        number=number,
        kind=QuestionKind(one["kind"]),
        ask=one["ask"],
        hint=one.get("hint", ""),
        marker=one["marker"],
        labels=tuple(one.get("labels", ())),
        options=tuple(one.get("options", ())),
        at_least=one.get("at_least", 0),
    )


def told_of(path):
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    typed = {int(number): text for number, text in told["answers"].items()}
    return sheet_of(told["form"]), typed, {int(number): value for number, value in told["values"].items()}


@pytest.mark.parametrize("path", REPLIES, ids=lambda path: path.stem)
def test_every_answer_is_read_as_typed_or_asked_back(path):
    sheet, typed, _ = told_of(path)
    reading = read(sheet, path.read_bytes())
    assert silently_wrong(sheet, reading, typed) == []
    assert set(unclear(reading)) <= set(ASKED_BACK.get(path.stem, {})), unclear(reading)
    for asked in sheet.questions:
        answer = reading.answers[asked.number - 1]
        if asked.number not in ASKED_BACK.get(path.stem, {}):
            assert words(answer.text) == words(typed[asked.number])


@pytest.mark.parametrize("path", REPLIES, ids=lambda path: path.stem)
def test_ratings_and_choices_have_their_values(path):
    sheet, _, values = told_of(path)
    reading = read(sheet, path.read_bytes())
    read_values = {number: reading.answers[number - 1].value for number in values}
    asked_back = ASKED_BACK.get(path.stem, {})
    assert {n: v for n, v in read_values.items() if n not in asked_back} == {
        n: v for n, v in values.items() if n not in asked_back
    }


@pytest.mark.parametrize("form", FORMS)
def test_an_untouched_form_has_no_answer_in_it(form):
    reading = read(sheet_of(form), (FOLDER / "forms" / f"{form}.eml").read_bytes())
    assert [answer.text for answer in reading.answers if answer.text] == []
    assert unclear(reading) == {}
    assert reading.unplaced == ""


def test_what_is_asked_back_is_told_of_replies_that_are_there():
    assert set(ASKED_BACK) <= {path.stem for path in REPLIES}


def test_each_program_has_its_line_in_the_readme():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    programs = [line.split("`")[1].rstrip("*") for line in readme.splitlines() if line.startswith("| `")]
    assert [path.stem for path in REPLIES if not any(path.stem.startswith(program) for program in programs)] == []
