"""Counts for `mailbot status`: states and numbers, never a name, an address or a word."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Column, Table, func, select

from mailbot.model.effect import InboxState
from mailbot.model.people import PersonState
from mailbot.store.tables import INBOX, OUTBOX, PERSON, ROUND
from mailbot.store.work import Work

OUTBOX_STATES = ("queued", "sending", "sent", "failed", "suppressed")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundCounts:
    """One round of one programme, counted from 1; `sent` is all of its forms, `answered` the complete ones."""

    programme: str
    round: int
    sent: int
    answered: int
    partial: int
    closed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many rows are in which state; every message taken in is in exactly one state of `inbox`."""

    inbox: dict[str, int]
    outbox: dict[str, int]
    people: dict[str, int]
    rounds: tuple[RoundCounts, ...]

    def as_json(self) -> dict[str, Any]:
        """The object that `mailbot status --json` prints."""
        return asdict(self) | {"rounds": [asdict(one) for one in self.rounds]}


class Counting(Work):
    """Queries that count."""

    def counts(self) -> Counts:
        """Every row of every box, by state."""
        return Counts(
            inbox=self._by_state(INBOX, tuple(state.value for state in InboxState)),
            outbox=self._by_state(OUTBOX, OUTBOX_STATES),
            people=self._by_state(PERSON, tuple(state.value for state in PersonState)),
            rounds=self._rounds(),
        )

    def _by_state(self, table: Table, states: tuple[str, ...]) -> dict[str, int]:
        state: Column[str] = table.c.state
        found = {row.state: row.rows for row in self.all(select(state, func.count().label("rows")).group_by(state))}
        return dict.fromkeys(states, 0) | found

    def _rounds(self) -> tuple[RoundCounts, ...]:
        grouped = (ROUND.c.programme, ROUND.c.occurrence, ROUND.c.state)
        states: dict[tuple[str, int], dict[str, int]] = {}
        for row in self.all(select(*grouped, func.count().label("forms")).group_by(*grouped).order_by(*grouped)):
            states.setdefault((row.programme, row.occurrence), {})[row.state] = row.forms
        return tuple(
            RoundCounts(
                programme=programme,
                round=occurrence + 1,
                sent=sum(forms.values()),
                answered=forms.get("answered", 0),
                partial=forms.get("partial", 0),
                closed=forms.get("closed", 0),
            )
            for (programme, occurrence), forms in states.items()
        )
