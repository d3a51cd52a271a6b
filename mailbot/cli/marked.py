"""A message in the terminal with each stretch of it marked by what it was taken for.

This is what an operator shows a person who asks "why did it not see my answer?".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from rich.markup import escape
from rich.table import Table

from mailbot.model.answer import AnswerState, Reading, Stretch
from mailbot.model.effect import Disposition
from mailbot.model.inbound import InboundMessage
from mailbot.reading.answers import marked_reply
from mailbot.reading.post_stretches import marked_post

_STYLES = {
    "question": "cyan",
    "form": "dim",
    "answer": "bold green",
    "new words": "bold green",
    "unplaced": "bold yellow",
    "quote": "dim",
    "signature": "magenta",
    "greeting": "magenta",
}
_NAMES = {"unplaced": "fits no question", "form": "rest of the form"}


def marked_table(message: InboundMessage, decided: Disposition) -> tuple[str, Table]:
    """What is shown, and the message's lines beside what each was taken for; "" when nothing was read out of it."""
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    reading, title = decided.reading, ""
    stretches: tuple[Stretch, ...] = ()
    if reading is not None and reading.sheet is not None:
        title = f"The reply, as its {'HTML' if reading.part == 'html' else 'text'} part has it:"
        stretches = marked_reply(reading.sheet, message.bodies, writer_names=reading.writer_names)
    elif decided.new_text:
        title = "The message:"
        stretches = marked_post(message.bodies, decided.new_text)
    for name, text, style in _rows(stretches, reading):
        table.add_row(name, text, style=style)
    return (title if stretches else ""), table


def _rows(stretches: tuple[Stretch, ...], reading: Reading | None) -> Iterator[tuple[str, str, str]]:
    answers = {answer.question: answer for answer in reading.answers} if reading else {}
    numbers = {question: str(at) for at, question in enumerate(answers, 1)}
    for stretch in stretches:
        style = _STYLES[stretch.taken_for]
        name = _NAMES.get(stretch.taken_for, stretch.taken_for)
        if stretch.question is not None and stretch.taken_for == "answer":
            name = f"answer to {numbers[stretch.question]}"
            if answers[stretch.question].state is AnswerState.UNCLEAR:
                name, style = f"{name}, asked back", "bold yellow"
        elif stretch.question is not None:
            name = f"{name} {numbers[stretch.question]}"
        yield name, printable(stretch.text), style


def answers_table(answers: dict[str, dict[str, Any]]) -> Table:
    """Every question with its state, what was understood, and the signals that spoke for or against it."""
    table = Table("", "question", "state", "what was understood", "why")
    for number, (question, answer) in enumerate(answers.items(), 1):
        value = f" = {answer['value']}" if "value" in answer and answer["text"] != str(answer["value"]) else ""
        why = ", ".join(answer.get("evidence", []))
        table.add_row(str(number), question, answer["state"], printable(answer["text"] + value), why)
    return table


def printable(text: str) -> str:
    """The text for a terminal: no markup, and no control character that would move its cursor or ring its bell."""
    kept = text.replace("\r", "").replace("\x0b", " ").replace("\x0c", " ")
    return escape("".join(char if _is_harmless(char) else "\N{REPLACEMENT CHARACTER}" for char in kept))


def _is_harmless(char: str) -> bool:
    """Whether a terminal only draws it; blanks of every width are, U+0085 and the separators below U+0020 are not."""
    return char in "\n\t" or char.isprintable() or unicodedata.category(char) == "Zs"
