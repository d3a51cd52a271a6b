"""Addresses of people: sealed, found by blind index, confirmed, suppressed or retired."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select, update

from mailbot.model.effect import AddAddress, ChangeAddress, NoteAutomaticAnswer
from mailbot.model.ids import AddressId, PersonId
from mailbot.model.people import AddressState
from mailbot.store.bounces import forget_bounces, suppress_queued
from mailbot.store.codec import text_bytes
from mailbot.store.domains import domain_of
from mailbot.store.sealing import person_key
from mailbot.store.tables import ADDRESS, AUTOMATIC_ANSWER
from mailbot.store.work import Work


def add_address_row(
    work: Work,
    *,
    person: PersonId,
    address_id: AddressId,
    address: str,
    state: AddressState,
    number: int,
    now: datetime,
) -> None:
    """One more address of that person."""
    sealed = work.seal(text_bytes(address), under=person_key(person), table="address", row=address_id)
    work.insert(
        ADDRESS,
        {
            "id": address_id,
            "person": person,
            "state": state.value,
            "sealed": sealed,
            "address_index": work.address_index(address),
            "domain_index": work.index(domain_of(address), "domain"),
            "number": number,
            "created_at": now,
            "changed_at": now,
        },
    )


def add_address(work: Work, effect: AddAddress, *, now: datetime) -> None:
    """A changed address of the roster; an older one that was never confirmed gives way to it."""
    highest = work.one(select(func.max(ADDRESS.c.number)).where(ADDRESS.c.person == effect.person))
    unconfirmed = (ADDRESS.c.person == effect.person) & (ADDRESS.c.state == AddressState.UNCONFIRMED.value)
    work.connection.execute(update(ADDRESS).where(unconfirmed).values(state=AddressState.RETIRED.value, changed_at=now))
    add_address_row(
        work,
        person=effect.person,
        address_id=effect.address_id,
        address=effect.address,
        state=AddressState.UNCONFIRMED,
        number=((highest[0] or 0) if highest else 0) + 1,
        now=now,
    )


def change_address(work: Work, effect: ChangeAddress) -> None:
    """An address changes its state; when it is confirmed, its bounces are forgotten and the person's others retire."""
    values: dict[str, object] = {"state": effect.state.value, "changed_at": effect.at}
    if effect.state is AddressState.CONFIRMED:
        person = select(ADDRESS.c.person).where(ADDRESS.c.id == effect.address_id).scalar_subquery()
        work.connection.execute(
            update(ADDRESS)
            .where(ADDRESS.c.person == person, ADDRESS.c.id != effect.address_id)
            .values(state=AddressState.RETIRED.value, changed_at=effect.at)
        )
        forget_bounces(work, effect.address_id)
    work.connection.execute(update(ADDRESS).where(ADDRESS.c.id == effect.address_id).values(values))
    if effect.state is AddressState.SUPPRESSED:
        suppress_queued(work, effect.address_id, now=effect.at)


def note_automatic_answer(work: Work, effect: NoteAutomaticAnswer) -> None:
    """One more automatic answer to that address."""
    work.insert(AUTOMATIC_ANSWER, {"address_index": work.address_index(effect.address), "at": effect.at})
