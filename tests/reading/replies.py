"""Reads raw replies and compares what was read with what was typed."""

from __future__ import annotations

import email

from mailbot.message.body_text import read_bodies
from mailbot.model.answer import AnswerState
from mailbot.reading.answers import marked_reply, read_reply

WRITER = ("Zoë Müller",)


def read(sheet, raw, names=WRITER):
    return read_reply(sheet, read_bodies(email.message_from_bytes(raw)), writer_names=names)


def marked(sheet, raw, names=WRITER):
    return marked_reply(sheet, read_bodies(email.message_from_bytes(raw)), writer_names=names)


def words(text):
    return " ".join(text.split())


def silently_wrong(sheet, reading, typed):
    """The fields that are believed and are not what was typed: (number, typed, read, evidence)."""
    wrong = []
    for question, answer in zip(sheet.questions, reading.answers, strict=True):
        meant = typed.get(question.number, "")
        if answer.state is AnswerState.UNCLEAR:
            continue
        if words(answer.text) != words(meant) or (answer.state is AnswerState.ANSWERED) != bool(words(meant)):
            wrong.append((question.number, meant, answer.text, answer.state, answer.evidence))
    return wrong


def unclear(reading):
    return {number: a.evidence for number, a in enumerate(reading.answers, 1) if a.state is AnswerState.UNCLEAR}
