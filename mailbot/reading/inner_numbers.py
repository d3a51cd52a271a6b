"""Answers that go on inside a line: "1. yes 2. no 3. perhaps"; split only where no number is skipped or comes twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.model.form import VALUED, FormQuestion
from mailbot.reading import evidence as signals
from mailbot.reading.evidence import Evidence
from mailbot.reading.leftovers import Typed
from mailbot.reading.numbered_doubts import opens_list
from mailbot.reading.numbered_items import Item
from mailbot.reading.numerals import head_of, is_known_lead
from mailbot.reading.ratings import value_of

_TOKEN = re.compile(r"[^\s,;|/]+")
_LOOK = 2000  # characters of a line in which numbers are looked for
_LEAD = 14  # of a word that can be one for "question"
_SEPARATOR = re.compile(r"(?:\s{0,2}[,;|/]|\s(?:and|und|et|y|e|en|och|og|i|a))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inside:
    """A number inside a line: on which of the answer's rows, [start, end) of it with its delimiter."""

    number: int
    row: int
    start: int
    end: int
    parted: bool = False  # a comma, semicolon or bar stands in front


def split_inside(
    answers: dict[int, list[Typed]],
    kept: Sequence[Item],
    count: int,
    questions: Sequence[FormQuestion],
    evidence: Evidence,
) -> None:
    """Gives the numbers that the list skips the words behind them, where they stand inside the answer before."""
    split: list[list[int]] = []
    parted = False
    for position, item in enumerate(kept):
        stop = kept[position + 1].number if position + 1 < len(kept) else count + 1
        if item.head.strong and item.number + 1 < stop and not opens_list(item.rest):
            rows = answers[item.number - 1]
            inside = [row for row in _inside(rows, item) if item.number < row.number < stop]
            found = _in_turn(inside, item)
            if found:
                parted = parted or any(row.parted for row in found)
                split.append([item.number - 1, *(row.number - 1 for row in found)])
                answers.update(_pieces(rows, item.number, found))
            others = {row.number for row in inside} - {row.number for row in found}
            if others and (found or len(others) > 1 or item.head.led):
                last = found[-1].number if found else item.number
                evidence.note_all((number - 1 for number in {item.number, last} | others), signals.NEXT_INSIDE)
    if parted:
        _without_separators(answers)
    complete = len(answers) == count and sum(map(len, split)) > 2 * len(split)
    for places in split:
        if not (complete or _fits(places, answers, questions)):
            evidence.note_all(places, signals.NEXT_INSIDE)


def _inside(rows: Sequence[Typed], item: Item) -> list[_Inside]:
    found: list[_Inside] = []
    for number, row in enumerate(rows):
        for token in _TOKEN.finditer(row.text[:_LOOK]):
            word = token[0]
            if not token.start():
                continue  # a line that begins with a number was looked at as a whole
            if not any(map(str.isnumeric, word)) and not (
                len(word) < _LEAD and is_known_lead(word.strip("([#.").casefold())
            ):
                continue
            head = head_of(row.text[token.start() :])
            if head and head.style == item.style and not head.digit and not head.part:
                start = token.start()
                parted = row.text[:start].rstrip().endswith((",", ";", "|", "/"))
                found.append(_Inside(number=head.number, row=number, start=start, end=start + head.end, parted=parted))
    return found


def _in_turn(found: list[_Inside], item: Item) -> list[_Inside]:
    """The numbers that follow each other without a gap, or as "; Q5 4"; none where one of them stands twice."""
    chain: list[_Inside] = []
    last = item.number
    numbers = [row.number for row in found]
    rising = len(found) > 1 and numbers == sorted(set(numbers))  # "(1) a (2) b (4) c"
    for row in found:
        closed = item.head.led or item.style.startswith(("(", "["))
        parted = (row.parted and (closed or (bool(chain) and all(other.parted for other in chain)))) or (
            rising and item.style.startswith(("(", "["))
        )
        if row.number == last + 1 or (row.number > last and parted):
            chain.append(row)
            last = row.number
    return [] if any(numbers.count(row.number) > 1 for row in chain) else chain


def _pieces(rows: Sequence[Typed], number: int, found: Sequence[_Inside]) -> dict[int, list[Typed]]:
    pieces: dict[int, list[Typed]] = {}
    at, start = 0, 0  # row and column where the current answer begins
    for cut in found:
        pieces[number - 1] = _between(rows, at, start, cut)
        number, at, start = cut.number, cut.row, cut.end
    first = Typed(line=rows[at].line, text=rows[at].text[start:], shared=True)
    pieces[number - 1] = [first, *rows[at + 1 :]]
    return pieces


def _between(rows: Sequence[Typed], at: int, start: int, cut: _Inside) -> list[Typed]:
    """The rows from a place up to a number, without the comma or the "and" in front of it."""
    last = rows[cut.row].text[start if cut.row == at else 0 : cut.start].rstrip()
    last = _SEPARATOR.sub("", last[-_LOOK:], count=1) if len(last) <= _LOOK else last
    if cut.row == at:
        return [Typed(line=rows[at].line, text=last, shared=True)]
    first = Typed(line=rows[at].line, text=rows[at].text[start:], shared=True)
    return [first, *rows[at + 1 : cut.row], Typed(line=rows[cut.row].line, text=last, shared=True)]


def _without_separators(answers: dict[int, list[Typed]]) -> None:
    """Takes the semicolon off where the line ended with it and the next number began another: "2; 3" wrapped."""
    last = max(answers)
    for question, rows in answers.items():
        text = rows[-1].text
        if question != last and len(text) <= _LOOK and text.endswith((",", ";", "|", "/")):
            answers[question] = [*rows[:-1], Typed(line=rows[-1].line, text=text[:-1].rstrip(), shared=True)]


def _fits(places: Sequence[int], answers: dict[int, list[Typed]], questions: Sequence[FormQuestion]) -> bool:
    """Whether every scale among these questions got a value, and one is among them: chance does not do that."""
    valued = [place for place in places if place < len(questions) and questions[place].kind in VALUED]
    texts = ["\n".join(row.text for row in answers[place]).strip() for place in valued]
    return bool(valued) and all(
        value_of(text, questions[place]) is not None for place, text in zip(valued, texts, strict=True)
    )
