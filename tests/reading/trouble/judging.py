"""What was read of a reply, held against what may be made of it."""

from __future__ import annotations

import email
from dataclasses import dataclass

from mailbot.message.body_text import read_bodies
from mailbot.model.answer import AnswerState
from mailbot.reading.answers import read_reply
from tests.reading.trouble.questionnaires import RECIPIENT


@dataclass(frozen=True, slots=True)
class Verdict:
    """One field: "exact", "asked" (rightly), "needless" (asked where nobody would wonder), "wrong"."""

    number: int
    what: str
    wanted: tuple[str, ...]
    read: str
    state: str
    evidence: tuple[str, ...]


def read(form, raw):
    bodies = read_bodies(email.message_from_bytes(raw))
    return read_reply(form.sheet, bodies, writer_names=(RECIPIENT,))


def words(text):
    return " ".join(text.replace("\u00ad", "").split())


def judged(reply, raw):
    """A verdict for each question, and the loose words that are nowhere in what was read."""
    try:
        reading = read(reply.form, raw)
    except Exception as error:  # noqa: BLE001 - the reader never raises: whatever it is, it is counted as wrong
        said = f"{type(error).__name__}: {error}"
        return [Verdict(n, "wrong", w.texts, said, "raised", ()) for n, w in reply.wanted.items()], ()
    pairs = zip(reply.form.questions, reading.answers, strict=True)
    verdicts = [_verdict(q.number, reply.wanted[q.number], answer) for q, answer in pairs]
    kept = words(" ".join([reading.unplaced, *(a.text for a in reading.answers)]))
    lost = tuple(text for text in reply.loose if words(text) not in kept)
    return verdicts, lost


def _verdict(number, wanted, answer):
    asked = answer.state is AnswerState.UNCLEAR
    if asked:
        what = "asked" if wanted.may_ask else "needless"
    elif answer.state is AnswerState.ANSWERED:
        right = bool(answer.text) and words(answer.text) in map(words, wanted.texts)
        what = "exact" if right and (wanted.value is None or answer.value == wanted.value) else "wrong"
    else:
        what = "exact" if "" in wanted.texts else "wrong"
    return Verdict(number, what, wanted.texts, answer.text, answer.state.value, answer.evidence)
