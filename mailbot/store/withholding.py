"""Words that wait for their writer: kept in mind, asked about again, and settled in the end."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, text, update

from mailbot.model.effect import InboxState
from mailbot.model.ids import InboxId, PairId, PersonId, RoundId
from mailbot.model.people import Pair, Participant
from mailbot.model.withheld import FIRST_REMINDER, SettleWithheld, Waiting, Withhold
from mailbot.store.pairs import pairs_by_id
from mailbot.store.people import people_by_id
from mailbot.store.tables import INBOX, WITHHELD
from mailbot.store.tables.withheld import WAITS
from mailbot.store.work import Found, Work

_ENDS_AS = {"corrected": InboxState.PROCESSED, "expired": InboxState.REFUSED}
_ONE = WITHHELD.c.inbox == bindparam("which")
_OPEN = WITHHELD.c.settled_at.is_(None)
_FORGET = delete(WITHHELD).where(_ONE)
_FORGET_OPEN = _FORGET.where(_OPEN)
_SETTLE = update(WITHHELD).where(_ONE, _OPEN)
_END = update(INBOX).where(INBOX.c.id == bindparam("which"), INBOX.c.state == InboxState.HELD.value)
_REMINDED = _SETTLE.values(reminders=WITHHELD.c.reminders + 1)
_OLD = (
    select(WITHHELD)
    .where(text(WAITS), WITHHELD.c.asked_at <= bindparam("asked_before"))
    .order_by(WITHHELD.c.asked_at, WITHHELD.c.inbox)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldDue:
    """Words that have waited for some days; `reminders` counts those sent since the first question."""

    person: Participant
    pair: Pair
    waiting: Waiting
    reminders: int


class Withholdings(Work):
    """Queries about words that wait."""

    def withheld_due(self, *, now: datetime) -> tuple[WithheldDue, ...]:
        """What has waited long enough for a reminder at least, oldest first; whether it is time is for the decision."""
        rows = self.all(_OLD, {"asked_before": now - FIRST_REMINDER})
        pairs = pairs_by_id(self, [row.pair for row in rows])
        people = people_by_id(self, [row.person for row in rows])
        return tuple(
            WithheldDue(
                person=people[PersonId(row.person)],
                pair=pairs[PairId(row.pair)],
                waiting=opened_waiting(row),
                reminders=row.reminders,
            )
            for row in rows
        )

    def reminded(self, inbox: InboxId) -> None:
        """One more reminder is queued."""
        self.connection.execute(_REMINDED, {"which": inbox})


def opened_waiting(row: Found, *, answered: bool = False) -> Waiting:
    """The words that wait of that row."""
    return Waiting(
        inbox=InboxId(row.inbox),
        pair=PairId(row.pair),
        round=RoundId(row.round) if row.round else None,
        places=tuple(json.loads(row.places)),
        patient=row.patient,
        firm=row.firm,
        asked_at=row.asked_at,
        answered=answered,
    )


def withhold(work: Work, effect: Withhold) -> None:
    """Something of that message waits for its writer; asked about anew, it replaces what was known of it."""
    work.connection.execute(_FORGET, {"which": effect.inbox})
    work.insert(
        WITHHELD,
        {
            "inbox": effect.inbox,
            "person": effect.person,
            "pair": effect.pair,
            "round": effect.round,
            "places": json.dumps(effect.places),
            "patient": effect.patient,
            "firm": effect.firm,
            "asked_at": effect.at,
            "reminders": 0,
            "outcome": "",
        },
    )


def settle_withheld(work: Work, effect: SettleWithheld) -> None:
    """Its writer has corrected it, or never answered: the held message ends. Nothing when it was settled before."""
    values = {"settled_at": effect.at, "outcome": effect.outcome, "destroy_at": effect.destroy_at}
    if work.changed(_SETTLE, {"which": effect.inbox} | values):
        end = {"state": _ENDS_AS[effect.outcome].value, "reason": f"withheld_{effect.outcome}", "settled_at": effect.at}
        work.connection.execute(_END, {"which": effect.inbox} | end)


def released_withheld(work: Work, inbox: InboxId, *, outcome: str, now: datetime) -> None:
    """The message is held no longer: its words wait for nobody."""
    work.connection.execute(_SETTLE, {"which": inbox, "settled_at": now, "outcome": outcome})


def forget_withheld(work: Work, inbox: InboxId) -> None:
    """The message is read again from the start, and what is found in it then is what counts."""
    work.connection.execute(_FORGET_OPEN, {"which": inbox})
