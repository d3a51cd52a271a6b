"""A message of ours that came back: what is known about it, its address and its conversation."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, join, select, true

from mailbot.model.ids import AddressId, OutboxId, ParticipantId, PersonId, ProgrammeName
from mailbot.model.people import AddressState, Pair, SentCopy
from mailbot.store.pairs import pairs_by_id
from mailbot.store.tables import ADDRESS, BOUNCE, PERSON, ROUND, THREAD
from mailbot.store.work import Found, Work

HARD_COUNT_FOR = timedelta(days=180)  # a mailbox that was full or moved in spring says nothing in winter
SOFT_COUNT_FOR = timedelta(days=30)
_NOTHING_SENT = frozenset({AddressState.SUPPRESSED.value, AddressState.RETIRED.value})

_OF_ADDRESS = BOUNCE.c.address_id == bindparam("address_id")
_COUNTED = (
    select(
        func.count().filter(BOUNCE.c.permanent).label("hard"),
        func.count().filter(~BOUNCE.c.permanent, BOUNCE.c.at > bindparam("soft_since")).label("soft"),
    )
    .where(_OF_ADDRESS, BOUNCE.c.at > bindparam("hard_since"))
    .subquery()
)
_KNOWN = (
    select(_COUNTED.c.hard, _COUNTED.c.soft, ADDRESS.c.state, ADDRESS.c.told_at)
    .add_columns(PERSON.c.programme, PERSON.c.participant)
    .select_from(join(ADDRESS, PERSON, PERSON.c.id == ADDRESS.c.person).join(_COUNTED, true()))
    .where(ADDRESS.c.id == bindparam("address_id"))
)
_PAIR_OF_THREAD = select(THREAD.c.pair).where(THREAD.c.id == bindparam("which"))
_PAIR_OF_ROUND = select(ROUND.c.pair).where(ROUND.c.id == bindparam("which"))


def sent_copy(work: Work, row: Found, *, now: datetime) -> SentCopy:
    """What is known about that message of ours, now that it came back."""
    known = _known(work, row.to_address_id, now=now) if row.to_address_id else None
    return SentCopy(
        outbox=OutboxId(row.id),
        template=row.template,
        person=PersonId(row.to_person) if row.to_person else None,
        address_id=AddressId(row.to_address_id) if row.to_address_id else None,
        hard_bounces=known.hard if known is not None else 0,
        soft_bounces=known.soft if known is not None else 0,
        noted=row.error if row.state == "sent" else "",
        suppressed=known is not None and known.state in _NOTHING_SENT,
        told_at=known.told_at if known is not None else None,
        programme=ProgrammeName(known.programme) if known is not None else None,
        participant=ParticipantId(known.participant) if known is not None else None,
        pair=_pair_of(work, row),
    )


def _known(work: Work, address_id: str, *, now: datetime) -> Found | None:
    given = {"address_id": address_id, "hard_since": now - HARD_COUNT_FOR, "soft_since": now - SOFT_COUNT_FOR}
    return work.one(_KNOWN, given)


def _pair_of(work: Work, row: Found) -> Pair | None:
    """Whose conversation or round the message belongs to."""
    found = work.one(_PAIR_OF_THREAD, {"which": row.thread}) if row.thread else None
    if found is None and row.round:
        found = work.one(_PAIR_OF_ROUND, {"which": row.round})
    return pairs_by_id(work, [found.pair])[found.pair] if found is not None else None
