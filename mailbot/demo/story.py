"""What people write in the year: the TOML files of `year/`, as values. None of it depends on mailbot's own words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from mailbot.demo.clients.writing import Typed

QUESTIONS = 7  # on the form of year/demo.toml
FULL_ROUND = 4  # Farah's mailbox is full when her mentor writes
AWAY_ROUND = 3  # Farah is away when the form arrives
FORGED_ROUND = 2  # somebody writes to Farah's mentor in her name
STRANGER_ROUND = 1
LATE_ROUND = 5  # Tobias answers after nine days

AWAY_NOTE = "I am away until next week and read no mail. For the ward, please ring the switchboard."
STRANGER_WORDS = "Dear sirs, may I interest your institution in discounted laminated wallcharts?"
FORGED_WORDS = "Kindly forward your private telephone number and your bank details for the mentoring bursary."
SECOND_TRY = (
    "My last letter came back to me, so here it is once more.\nDeclining gets easier after the third time, promise."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """An answer that was left out at first and sent as a reply to the receipt."""

    number: int
    client: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of one pair: the mentee's answers, the mentor's letter, the mentee's thanks, each from some client."""

    client: str
    style: str  # "between" the lines of the form, or "numbered" above it
    after_days: int
    answers: tuple[str, ...]  # in the order of the form, "" for none
    mentor_client: str
    mentor: str
    thanks_client: str
    thanks: str
    late: Later | None

    @property
    def typed(self) -> Typed:
        """The answers as they were keyed in."""
        numbered = {number: words for number, words in enumerate(self.answers, 1) if words}
        if self.style == "between":
            return Typed(between=numbered)
        return Typed(above="\n".join(f"{number}. {words}" for number, words in numbered.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One thing that somebody typed. `number` is the question's, 0 for a letter; `pair` is the mentee's id."""

    writer: str
    pair: str
    round: int
    number: int
    words: str


def rounds_of(mentee: str) -> tuple[Round, ...]:
    """The year of one pair."""
    text = files("mailbot.demo").joinpath("year", f"{mentee}.toml").read_text(encoding="utf-8")
    return tuple(_round(table) for table in tomllib.loads(text)["round"])


def _round(table: dict[str, Any]) -> Round:
    late = table.get("late")
    return Round(
        client=table["client"],
        style=table["style"],
        after_days=table.get("after_days", 1),
        answers=tuple(table["answers"]),
        mentor_client=table["mentor_client"],
        mentor=table["mentor"],
        thanks_client=table["thanks_client"],
        thanks=table["thanks"],
        late=Later(**late) if late else None,
    )
