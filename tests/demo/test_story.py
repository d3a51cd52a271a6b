from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from mailbot.demo import eye, story
from mailbot.demo.clients import CLIENTS
from mailbot.demo.people import cast

MENTEES = [mentee.id for mentee in cast().mentees]


@pytest.mark.parametrize("mentee", MENTEES)
def test_a_year_has_six_rounds_answered_in_the_form_s_order(mentee):
    rounds = story.rounds_of(mentee)
    assert len(rounds) == 6
    for script in rounds:
        assert len(script.answers) == story.QUESTIONS
        assert {script.client, script.mentor_client, script.thanks_client} <= CLIENTS.keys()
        assert all(script.answers) or script.late.number == script.answers.index("") + 1


def test_the_programme_asks_as_many_questions_as_are_answered():
    text = files("mailbot.demo").joinpath("year", "demo.toml").read_text()
    assert len(tomllib.loads(text)["question"]) == story.QUESTIONS


def test_every_client_is_used_for_a_form():
    used = {script.client for mentee in MENTEES for script in story.rounds_of(mentee)}
    assert used == CLIENTS.keys() - {"apple_mail"}  # which a mentor uses


def test_one_answer_is_left_out_and_sent_later():
    late = [script.late for mentee in MENTEES for script in story.rounds_of(mentee) if script.late]
    assert len(late) == 1


def test_nobody_writes_a_name_of_the_cast():
    words = " ".join(
        text for mentee in MENTEES for s in story.rounds_of(mentee) for text in (*s.answers, s.mentor, s.thanks)
    )
    for person in cast().people:
        assert not [part for part in person.account.name.split() if part in words]


def test_numbered_answers_are_typed_above_and_the_others_between():
    first, second = story.rounds_of("m01")[:2]
    assert first.typed.between[2] == "4"
    assert second.typed.above.startswith("1. Opened and closed")
    assert "\n2. 5 out of 5\n" in second.typed.above


def test_a_form_is_known_by_its_places_and_its_last_line():
    from tests.demo.letters import form, letter

    assert eye.form_reference(form(), 3) == "7F3A-K2QM-9XDB-LR4T"
    assert eye.form_reference(form(), 4) == ""
    assert eye.form_reference(letter(to="a@b.example", sender="c@d.example", subject="x", text="Answer 1:\n"), 1) == ""


def test_the_eye_reads_a_message_without_a_text_part():
    raw = b"Content-Type: text/html\r\n\r\n<p>hi</p>"
    assert (eye.text_of(raw), eye.html_of(raw)) == ("", "<p>hi</p>")
    assert eye.decoded_parts(b"Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\ny")[-2:] == ("Subject: x", "y")
