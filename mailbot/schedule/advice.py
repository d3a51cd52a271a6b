"""What is allowed in a schedule and still unwise: said by `mailbot check`, never a reason to refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.errors import Fault
from mailbot.model.programme import Programme
from mailbot.schedule.positions import KeyPath, recovered_toml

SHORTEST_ASK = 20  # measured: shorter questions are found again less surely in a reply
_LIKE_LAYOUT = re.compile(r"^\d+[.)]|\banswer \d+:", re.IGNORECASE)
_MONTH_DAYS = 28


def advice_on(programme: Programme, text: str, *, file: str) -> tuple[Fault, ...]:
    """Every piece of advice on a programme that was read from `text`, with its line, in the order of lines."""
    _, positions, _ = recovered_toml(text.removeprefix("\ufeff"), file)
    said = [*_on_questions(programme), *_on_rounds(programme)]
    faults = [Fault(file=file, line=positions.line(path), message=message) for path, message in said]
    return tuple(sorted(faults, key=lambda fault: fault.line or 0))


def advice_on_languages(programme: Programme, *, file: str) -> tuple[Fault, ...]:
    """Every person of the roster whose language the questionnaire does not speak throughout."""
    spoken = [set(question.words) for question in programme.questions]
    complete = set.intersection(*spoken) | {programme.language} if spoken else {programme.language}
    return tuple(
        Fault(
            file=file,
            line=row.line,
            message=f'language: not every question has words in "{row.language}"; '
            f'those without are asked in "{programme.language}"',
        )
        for row in programme.people
        if row.language and row.language not in complete
    )


def _on_questions(programme: Programme) -> Iterator[tuple[KeyPath, str]]:
    for index, question in enumerate(programme.questions):
        for language, words in question.words.items():
            path: KeyPath = ("question", index, *filter(None, [language]), "ask")
            if len(words.ask) < SHORTEST_ASK:
                yield path, f"ask: is short; from {SHORTEST_ASK} letters on a question is surely found again in a reply"
            if _LIKE_LAYOUT.search(words.ask) or _LIKE_LAYOUT.search(words.help):
                yield path, 'ask: mailbot numbers the questions and writes "Answer 1:" itself; better left out here'


def _on_rounds(programme: Programme) -> Iterator[tuple[KeyPath, str]]:
    cadence = programme.cadence
    if cadence.close_after.days > cadence.every.months * _MONTH_DAYS + cadence.every.days:
        yield ("cadence", "close_after"), "close_after: a form would still be open when the next one comes"
