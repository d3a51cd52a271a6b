"""Model values as bytes for a sealed column, and back. JSON in ASCII, so that even a lone surrogate survives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, cast

from mailbot.model.answer import Answer, AnswerState
from mailbot.model.form import FormQuestion, FormSheet, QuestionKind
from mailbot.model.ids import ParticipantId, QuestionId
from mailbot.model.programme import Role, RosterRow

Fields = Mapping[str, Any]  # JSON read back from a column that we sealed ourselves


def _plain(value: object) -> object:
    """What JSON writes for a date or a state."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"a sealed column cannot hold a {type(value).__name__}")


# Both made once: json.dumps would make an encoder at each call, and json.loads guess at the encoding.
_encoded = json.JSONEncoder(separators=(",", ":"), default=_plain).encode
_decoded = json.JSONDecoder().raw_decode


def packed(fields: Fields) -> bytes:
    """Those fields as bytes."""
    return _encoded(fields).encode("ascii")


def unpacked(raw: bytes) -> Fields:
    """The fields that `packed` made into those bytes."""
    return cast("Fields", _decoded(raw.decode("ascii"))[0])


def text_bytes(text: str) -> bytes:
    """A text as bytes; lone surrogates, which a broken message can hold, are kept."""
    return text.encode("utf-8", "surrogatepass")


def text_of(raw: bytes) -> str:
    """The text that `text_bytes` made into those bytes."""
    return raw.decode("utf-8", "surrogatepass")


def sheet_fields(sheet: FormSheet) -> Fields:
    """A form's sheet as fields."""
    return _taken_apart(sheet) | {"questions": [_taken_apart(question) for question in sheet.questions]}


def sheet_of(fields: Fields) -> FormSheet:
    """The sheet that `sheet_fields` took apart."""
    questions = tuple(
        FormQuestion(
            **{
                **question,
                "id": QuestionId(question["id"]),
                "kind": QuestionKind(question["kind"]),
                "labels": tuple(question["labels"]),
                "options": tuple(question["options"]),
            }
        )
        for question in fields["questions"]
    )
    return FormSheet(**{**fields, "questions": questions, "lines": tuple(fields["lines"])})


def answer_bytes(answer: Answer) -> bytes:
    """An answer as bytes; its question and state stand in columns of their own too."""
    return packed(_taken_apart(answer))


def answer_of(raw: bytes) -> Answer:
    """The answer that `answer_bytes` made into those bytes."""
    fields = unpacked(raw)
    return Answer(
        question=QuestionId(fields["question"]),
        state=AnswerState(fields["state"]),
        text=fields["text"],
        value=fields["value"],
        items=tuple(fields["items"]),
        evidence=tuple(fields["evidence"]),
    )


def roster_bytes(row: RosterRow) -> bytes:
    """A line of the roster as bytes."""
    return packed(_taken_apart(row))


def roster_of(raw: bytes) -> RosterRow:
    """The line that `roster_bytes` made into those bytes."""
    fields = dict(unpacked(raw))
    for name in ("start_on", "trained_on", "agreed_on"):
        fields[name] = date.fromisoformat(fields[name]) if fields[name] else None
    fields["also_known_as"] = tuple(fields["also_known_as"])
    fields["role"] = Role(fields["role"])
    fields["id"] = ParticipantId(fields["id"])
    return RosterRow(**fields)


def _taken_apart(value: Answer | FormQuestion | FormSheet | RosterRow) -> dict[str, Any]:
    """Its fields as they are: `dataclasses.asdict` would copy every line of a form first."""
    return {name: getattr(value, name) for name in value.__slots__}
