"""Reads a reply and holds it against what was typed."""

from __future__ import annotations

import email

from mailbot.message.body_text import read_bodies
from mailbot.model.answer import AnswerState
from mailbot.reading.answers import read_reply
from tests.reading.modes.mails import WRITER
from tests.reading.replies import words

ASKED = AnswerState.UNCLEAR


def read(asked, raw):
    return read_reply(asked.sheet, read_bodies(email.message_from_bytes(raw)), writer_names=(WRITER,))


def seen(asked, raw):
    """State and text by number, for messages of failing tests."""
    reading = read(asked, raw)
    return {
        q.number: (a.state.value, a.text, a.evidence) for q, a in zip(asked.questions, reading.answers, strict=True)
    }


def differences(asked, reading, typed):
    """The questions whose answer is not exactly what was typed: typed, read, state, why."""
    found = {}
    for question, answer in zip(asked.questions, reading.answers, strict=True):
        meant = typed.get(question.number, "")
        empty = (AnswerState.BLANK, AnswerState.MISSING)
        right = answer.state is AnswerState.ANSWERED if words(meant) else answer.state in empty
        if not right or words(answer.text) != words(meant):
            found[question.number] = (meant, answer.text, answer.state.value, answer.evidence)
    return found


def recovered(asked, raw, typed):
    """Every answer is exactly what was typed, nothing is asked back, and nothing is left over."""
    reading = read(asked, raw)
    found = differences(asked, reading, typed)
    assert not found, f"{found} left over: {reading.unplaced!r}"
    assert not reading.unplaced, reading.unplaced
    return reading


def exact_or_asked(asked, raw, typed, most=0):
    """Nothing is silently wrong, and at most so many questions are asked back."""
    reading = read(asked, raw)
    wrong = {n: why for n, why in differences(asked, reading, typed).items() if why[2] != ASKED.value}
    assert not wrong, wrong
    unclear = {answer.question: answer.evidence for answer in reading.answers if answer.state is ASKED}
    assert len(unclear) <= most, unclear
    return reading
