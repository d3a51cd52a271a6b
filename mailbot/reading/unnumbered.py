"""Answers given in order without numbers: one on each line, or nothing but ratings. All places or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mailbot.model.form import VALUED, FormQuestion, QuestionKind
from mailbot.reading.leftovers import Typed
from mailbot.reading.points import without_bullet
from mailbot.reading.ratings import value_of

_RATINGS = re.compile(r"\d{1,2}(?:\s{0,3}[,;/|]\s{0,3}\d{1,2}|\s{1,8}\d{1,2}){0,60}\s{0,3}\.?")
_LONGEST = 400  # characters of a row of ratings
_LETTERS = re.compile(r"[*_ ]{0,3}\(?(?:([ivx]{1,5})|([a-z]))[.):]{1,2}\s{1,8}(?=\S)", re.IGNORECASE)
_ROMAN_NUMBERS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
_ROMANS = _ROMAN_NUMBERS.split()


@dataclass(frozen=True, slots=True, kw_only=True)
class InOrder:
    """Answers by question (from 0), and which of them are not sure to be in their place."""

    answers: dict[int, list[Typed]] = field(default_factory=dict)
    doubted: frozenset[int] = frozenset()


def in_order(rows: Sequence[Typed], questions: Sequence[FormQuestion]) -> InOrder | None:
    """The answers, if the lines can be counted off against the questions; None if they cannot."""
    return _ratings_only(rows, questions) or _lettered(rows, questions) or _one_a_line(rows, questions)


def _ratings_only(rows: Sequence[Typed], questions: Sequence[FormQuestion]) -> InOrder | None:
    """Nothing but "4,3,5,2" or "4 3 5 2", where as many scales and nothing else are answered by a number."""
    scales = [place for place, question in enumerate(questions) if question.kind is QuestionKind.SCALE]
    text = " ".join(row.text for row in rows)
    if any(question.kind is QuestionKind.CHOICE for question in questions) or len(text) > _LONGEST:
        return None
    numbers = re.findall(r"\d{1,2}", text) if _RATINGS.fullmatch(text) else []
    if not numbers or len(numbers) != len(scales):
        return None
    stated = tuple(zip(scales, numbers, strict=True))
    if any(value_of(number, questions[place]) is None for place, number in stated):
        return None
    answers = {place: [Typed(line=rows[0].line, text=number, shared=True)] for place, number in stated}
    doubted = frozenset(scales) if len(scales) == 1 or "/" in text else frozenset[int]()  # "4/5": four of five
    return InOrder(answers=answers, doubted=doubted)


def _lettered(rows: Sequence[Typed], questions: Sequence[FormQuestion]) -> InOrder | None:
    """Such as "i. yes / ii. no" or "a) yes / b) no": numbers of the questions, most likely; asked about."""
    answers: dict[int, list[Typed]] = {}
    for row in rows:
        found = _LETTERS.match(row.text)
        if found is None or not _is_next(found, len(answers)):
            if not answers:
                return None
            answers[len(answers) - 1].append(row)
            continue
        answers[len(answers)] = [Typed(line=row.line, text=row.text[found.end() :], shared=True)]
    if not 2 < len(answers) <= len(questions):  # noqa: PLR2004 - two come about by chance
        return None
    return InOrder(answers=answers, doubted=frozenset(range(len(questions))))


def _is_next(found: re.Match[str], place: int) -> bool:
    words = (found[1] or found[2]).casefold()
    return words in (chr(ord("a") + place), *_ROMANS[place : place + 1])


def _one_a_line(rows: Sequence[Typed], questions: Sequence[FormQuestion]) -> InOrder | None:
    """Believed where the scales and the yes-or-no questions have their values, and what stands between is pinned."""
    if len(rows) != len(questions) or len(rows) < 2:  # noqa: PLR2004 - one line is no list
        return None
    texts = [row.text for row in rows]
    bare = [without_bullet(text) for text in texts]
    if all(text != plain and text[0] == texts[0][0] for text, plain in zip(texts, bare, strict=True)):
        texts = bare  # a mark is one where every line bears it: "b) as last year" was typed so
    answers = {
        place: [row if text == row.text else Typed(line=row.line, text=text, shared=True)]
        for place, (row, text) in enumerate(zip(rows, texts, strict=True))
    }
    valued = [place for place, question in enumerate(questions) if question.kind in VALUED]
    if not valued or any(value_of(texts[place], questions[place]) is None for place in valued):
        return InOrder(answers=answers, doubted=frozenset(answers))
    return InOrder(answers=answers, doubted=_not_pinned(questions, valued))


def _not_pinned(questions: Sequence[FormQuestion], valued: Sequence[int]) -> frozenset[int]:
    """Places between two values where one answer may be left out and another stand on two lines: lists do."""
    doubted: set[int] = set()
    start = 0
    for stop in (*valued, len(questions)):
        between = range(start, stop)
        lists = any(questions[place].kind is QuestionKind.LIST for place in between)
        if len(between) > 1 and lists:
            doubted.update(between)
        start = stop + 1
    return frozenset(doubted)
