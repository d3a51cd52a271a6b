"""Each answer as typed or asked back: what was typed, against the receipt and against what the mentor was given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mailbot.demo import eye
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.story import Written

_QUESTION = re.compile(r"^(\d+)\. (.+?)\n\n", re.MULTILINE | re.DOTALL)
_TELLING = 12  # characters: shorter answers stand in many letters
_ASKED_BACK = "what would help"  # how a receipt asks for an answer that was not clear


def answers_as_typed_or_asked_back(evidence: Evidence) -> tuple[str, ...]:
    """Answers that the mentee's receipt, or the mentor's mail, shows otherwise than typed and does not ask back."""
    faults: list[str] = []
    for answer in evidence.written:
        if answer.number:
            faults += _faults(evidence, answer)
    return tuple(faults)


def questions_of(form: bytes) -> Mapping[int, str]:
    """The questions as they stand on a received form, by number, squeezed."""
    text = eye.text_of(form)
    places = {int(number) for number in re.findall(r"^Answer (\d+):", text, re.MULTILINE)}
    return {int(n): eye.squeezed(ask) for n, ask in _QUESTION.findall(text) if int(n) in places}


def shown_for(letter: bytes, number: int, questions: Mapping[int, str]) -> Iterator[str]:
    """What a letter shows below that question, squeezed, up to the next question; once for each place."""
    text = eye.squeezed_text(letter)
    starts = [
        (at.start(), at.end(), n)
        for n, ask in questions.items()
        for at in re.finditer(rf"\b{n} {re.escape(ask)}", text)
    ]
    starts.sort()
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    for (_, begin, found), end in zip(starts, ends, strict=True):
        if found == number:
            yield text[begin:end]


def _faults(evidence: Evidence, answer: Written) -> Iterator[str]:
    forms = [raw for raw in evidence.letters[answer.pair] if eye.form_reference(raw, evidence.questions)]
    references = list(dict.fromkeys(eye.form_reference(raw, evidence.questions) for raw in forms))
    who = f"{evidence.name(answer.pair)}'s answer {answer.number} of round {answer.round}"
    if len(references) < answer.round:
        yield f"{who}: there is no form that it could belong to."
        return
    questions = questions_of(forms[0])
    receipts = [
        raw
        for raw in evidence.letters[answer.pair]
        if references[answer.round - 1] in eye.text_of(raw) and raw not in forms
    ]
    if not _stands(answer, receipts[-1:], questions):
        yield f"{who} is not in the receipt as it was typed, nor asked back."
    mentor = evidence.cast.mentor_of(evidence.cast.person(answer.pair))
    if not _stands(answer, _packets(evidence, answer, mentor.id), questions):
        yield f"{who} did not reach the mentor as it was typed."


def _packets(evidence: Evidence, answer: Written, mentor: str) -> list[bytes]:
    """The mentor's letters of that round: those that show its first answer, and a correction that shows this one."""
    first = next(w.words for w in evidence.written if (w.pair, w.round, w.number) == (answer.pair, answer.round, 1))
    return [
        raw
        for raw in evidence.letters[mentor]
        if eye.holds(raw, first)
        or (len(answer.words) > _TELLING and all(eye.holds(raw, piece) for piece in _pieces(answer.words)))
    ]


def _stands(answer: Written, letters: list[bytes], questions: Mapping[int, str]) -> bool:
    pieces = [f" {eye.squeezed(piece)} " for piece in _pieces(answer.words)]
    shown = [f" {below} " for letter in letters for below in shown_for(letter, answer.number, questions)]
    return any(all(piece in below for piece in pieces) or _ASKED_BACK in below for below in shown)


def _pieces(words: str) -> list[str]:
    """A list's points one by one: a letter may set them under each other with marks of its own."""
    return [piece for piece in re.split(r"[\n;]", words) if piece.strip()]
