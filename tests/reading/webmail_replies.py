"""The replies of webmail programs under tests/emails/replies/webmail, with the forms that they answer."""

from __future__ import annotations

import email
import json
import tomllib
from dataclasses import dataclass
from email.policy import default
from pathlib import Path
from typing import Any

from mailbot.model.form import FormQuestion, FormSheet, QuestionKind
from mailbot.model.ids import QuestionId

FOLDER = Path(__file__).parents[1] / "emails" / "replies" / "webmail"
REPLIES = sorted(FOLDER.glob("*/*.json"))
WRITER = ("Noor Quillon",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the person typed: text and value for each question, and why a question may be asked back."""

    answers: dict[int, str]
    values: dict[int, int]
    asked: dict[int, str]


def typed(path: Path) -> Typed:
    """The truth that stands beside a raw reply."""
    fields = json.loads(path.read_text(encoding="utf-8"))
    texts, values, asked = (
        {int(number): said for number, said in fields.get(name, {}).items()} for name in ("answers", "values", "asked")
    )
    return Typed(answers=texts, values=values, asked=asked)


def form_of(path: Path) -> FormSheet:
    """The sheet of the form that the folder's replies answer, as it was when it was sent."""
    folder = path.parent
    message = email.message_from_bytes((folder / "form.eml").read_bytes(), policy=default)
    text = message.get_body(("plain",)).get_content().replace("\r\n", "\n").removesuffix("\n")
    programme = tomllib.loads((folder / "questionnaire.toml").read_text(encoding="utf-8"))
    sender = message["From"].addresses[0]
    return FormSheet(
        language=programme["programme"]["language"],
        subject=message["Subject"],
        sender_name=sender.display_name,
        sender_address=sender.addr_spec,
        recipient_name=WRITER[0],
        reference=text.rpartition("Reference: ")[2].split()[0],
        questions=tuple(_question(number, one, text) for number, one in enumerate(programme["question"], 1)),
        lines=tuple(text.split("\n")),
    )


def _question(number: int, fields: dict[str, Any], text: str) -> FormQuestion:
    marker = f"Answer {number}:"
    above = text[: text.index(f"\n{marker}\n")].rstrip("\n").rpartition("\n\n")[2]
    hint = " ".join(above.split())
    return FormQuestion(
        id=QuestionId(fields["id"]),
        number=number,
        kind=QuestionKind(fields["kind"]),
        ask=fields["ask"],
        hint="" if hint == f"{number}. {fields['ask']}" else hint,
        marker=marker,
        labels=tuple(fields.get("labels", ())),
        options=tuple(fields.get("options", ())),
        at_least=fields.get("at_least", 0),
    )
