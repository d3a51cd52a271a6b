"""Words that wait for their writer: kept in mind, asked about again, and settled in the end."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, case, delete, func, select, text, update

from mailbot.errors import StoreConflict
from mailbot.model.effect import InboxState
from mailbot.model.ids import InboxId, PairId, RoundId, ThreadId
from mailbot.model.people import Pair, Round
from mailbot.model.programme import Role
from mailbot.model.withheld import SettleWithheld, Waiting, Withhold
from mailbot.store.pairs import pairs_by_id
from mailbot.store.rounds import opened_round
from mailbot.store.tables import INBOX, OUTBOX, ROUND, WITHHELD
from mailbot.store.tables.withheld import WAITS
from mailbot.store.work import Found, Work

A_DAY = timedelta(days=1)
FIRST_REMINDER = timedelta(days=3)  # no decision reminds anybody earlier
_ENDS_AS = {"corrected": InboxState.PROCESSED, "expired": InboxState.REFUSED}
_ONE = WITHHELD.c.inbox == bindparam("which")
_OPEN = WITHHELD.c.settled_at.is_(None)
_FORGET = delete(WITHHELD).where(_ONE)
_FORGET_OPEN = _FORGET.where(_OPEN)
_SETTLE = update(WITHHELD).where(_ONE, _OPEN)
_RELEASED = _SETTLE.values(destroy_at=case((WITHHELD.c.patient, bindparam("later", type_=WITHHELD.c.destroy_at.type))))
_HELD = INBOX.c.state == InboxState.HELD.value
_IS_HELD = select(INBOX.c.id).where(INBOX.c.id == bindparam("which"), _HELD).with_for_update()
_END = update(INBOX).where(INBOX.c.id == bindparam("which"), _HELD)
_OLD = (
    select(WITHHELD.c.inbox)
    .where(text(WAITS), WITHHELD.c.asked_at <= bindparam("asked_before"))
    .order_by(WITHHELD.c.asked_at, WITHHELD.c.inbox)
)
_WAITS = select(WITHHELD).where(_ONE, _OPEN)
PARTLY_GONE_ON = (
    select(WITHHELD.c.inbox)
    .where(WITHHELD.c.inbox == INBOX.c.id, WITHHELD.c.settled_at.is_(None), WITHHELD.c.round.is_not(None))
    .exists()
)
_ROUND = select(ROUND).where(ROUND.c.id == bindparam("which"))
_OF_EVENT = (OUTBOX.c.event >= bindparam("from_event")) & (OUTBOX.c.event < bindparam("to_event"))
_REMINDERS = select(func.count()).where(_OF_EVENT)
_FIRST_NOTICE = (
    select(OUTBOX.c.thread)
    .where(_OF_EVENT, OUTBOX.c.to_person == bindparam("person"))
    .order_by(OUTBOX.c.queued_at, OUTBOX.c.id)
    .limit(1)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldDue:
    """Words that have waited for some days.

    `reminded` counts the reminders since the first question; `thread` is the conversation in which it was asked.
    """

    pair: Pair
    side: Role  # whose words they are
    waiting: Waiting
    reminded: int
    thread: ThreadId | None
    round: Round | None


class Withholdings(Work):
    """Queries about words that wait."""

    def words_that_wait(self, *, now: datetime) -> tuple[InboxId, ...]:
        """The messages whose words have waited for three days at least, oldest first."""
        return tuple(InboxId(row.inbox) for row in self.all(_OLD, {"asked_before": now - FIRST_REMINDER}))

    def waiting_words(self, inbox: InboxId) -> Waiting | None:
        """What of that message waits, with nothing opened; None when nothing does. The message is locked."""
        held = self.one(_IS_HELD, {"which": inbox})
        row = self.one(_WAITS, {"which": inbox}) if held is not None else None
        return opened_waiting(row) if row is not None else None

    def withheld_due(self, inbox: InboxId) -> WithheldDue | None:
        """What is to be decided about those words; None when they do not wait any more.

        The message is locked: its writer may be answering at this moment.
        """
        held = self.one(_IS_HELD, {"which": inbox})
        row = self.one(_WAITS, {"which": inbox}) if held is not None else None
        if row is None:
            return None
        pair = pairs_by_id(self, [row.pair])[PairId(row.pair)]
        reminders = self.one(_REMINDERS, _events_of(f"waiting:{row.inbox}:"))
        notice = self.one(_FIRST_NOTICE, _events_of(f"inbox:{row.inbox}") | {"person": row.person})
        form = self.one(_ROUND, {"which": row.round}) if row.round else None
        return WithheldDue(
            pair=pair,
            side=Role.MENTEE if row.person == pair.mentee.id else Role.MENTOR,
            waiting=opened_waiting(row),
            reminded=int(reminders[0]) if reminders is not None else 0,
            thread=ThreadId(notice.thread) if notice is not None and notice.thread else None,
            round=opened_round(self, form) if form is not None else None,
        )


def _events_of(beginning: str) -> dict[str, str]:
    """The bounds of all events that begin so; ids have no character above the colon's successor next to them."""
    return {"from_event": beginning, "to_event": beginning.rstrip(":") + ";"}


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
    """Something of that message waits for its writer; asked about anew, it replaces what was known of it.

    StoreConflict when the message is not held: it may be an older one, which its writer has released meanwhile.
    """
    if work.one(_IS_HELD, {"which": effect.inbox}) is None:
        raise StoreConflict(f"message {effect.inbox} is not held any more")
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
            "outcome": "",
        },
    )


def settle_withheld(work: Work, effect: SettleWithheld) -> None:
    """Its writer has corrected it, or never answered: the held message ends. Nothing when it was settled before."""
    values = {"settled_at": effect.at, "outcome": effect.outcome, "destroy_at": effect.destroy_at}
    work.one(_IS_HELD, {"which": effect.inbox})  # the message first and then its words, as when it is released
    if work.changed(_SETTLE, {"which": effect.inbox} | values):
        end = {"state": _ENDS_AS[effect.outcome].value, "reason": f"withheld_{effect.outcome}", "settled_at": effect.at}
        work.connection.execute(_END, {"which": effect.inbox} | end)


def released_withheld(work: Work, inbox: InboxId, *, outcome: str, now: datetime) -> None:
    """The message is held no longer: its words wait for nobody.

    What may be about a patient is read once more and kept where it belongs; the original goes like a corrected one.
    """
    work.connection.execute(_RELEASED, {"which": inbox, "settled_at": now, "outcome": outcome, "later": now + A_DAY})


def forget_withheld(work: Work, inbox: InboxId) -> None:
    """The message is read again from the start, and what is found in it then is what counts."""
    work.connection.execute(_FORGET_OPEN, {"which": inbox})
