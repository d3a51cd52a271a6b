"""Whether a list's numbers are those of the questions: every scale among them has a value of its own behind it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from mailbot.model.form import VALUED, FormQuestion
from mailbot.reading.numbered_items import Item
from mailbot.reading.ratings import value_of


class Proof(Enum):
    """What the scales, choices and yes-or-no questions say of a list."""

    FOR = 1
    AGAINST = -1
    NONE = 0  # there are none in it


def proven(items: Sequence[Item], questions: Sequence[FormQuestion]) -> Proof:
    """Whether these lines answer the questions of their numbers.

    "4 - good" and "2 - poor" say the value twice: there the first number is no question's.
    """
    stated = False
    echoed = True
    for item in items:
        question = questions[item.number - 1] if item.number <= len(questions) else None
        if question is None or question.kind not in VALUED:
            echoed = False
            continue
        value = value_of(item.rest, question)
        if value is None:
            return Proof.AGAINST
        stated = True
        echoed = echoed and value == item.number and not item.rest.strip()[:1].isdigit()
    if not stated:
        return Proof.NONE
    return Proof.AGAINST if echoed else Proof.FOR
