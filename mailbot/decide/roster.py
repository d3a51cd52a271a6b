"""What an edit of the roster does to people: the new are invited, the changed are asked, the removed have left.

The roster is a coordinator's file and must not be a way to read: a changed address gets no words and speaks for
nobody until it was confirmed from it, and the old address is told (docs/adr/0004).
"""

from __future__ import annotations

from dataclasses import replace

from mailbot.decide.desk import Desk
from mailbot.decide.invitations import ask_about_address, invite
from mailbot.model.effect import AddAddress, ChangeAddress, ChangeMembership, ChangePair, Effect, Enrol, UpdatePerson
from mailbot.model.ids import AddressId, PersonId
from mailbot.model.outbound import Identity
from mailbot.model.people import AddressState, Pair, PairState, Participant, PersonState
from mailbot.model.programme import Programme, RosterRow


def people_changes(
    programme: Programme, people: tuple[Participant, ...], pairs: tuple[Pair, ...], desk: Desk
) -> tuple[Effect, ...]:
    """The rows to write so that the people stand as in the roster; empty when they already do."""
    known = {person.participant: person for person in people}
    seen = {address.lower() for person in people for address in person.identity.addresses}
    effects: list[Effect] = []
    for row in programme.people:
        person = known.pop(row.id, None)
        if person is None or person.state is PersonState.LEFT:
            effects += _enrol(programme, row, person, desk, seen=row.email.lower() in seen)
        else:
            effects += _update(programme, row, person, desk)
    for person in known.values():
        effects += leave(person, pairs, desk)
    return tuple(effects)


def leave(person: Participant, pairs: tuple[Pair, ...], desk: Desk) -> list[Effect]:
    """The person takes no further part and their pairs are closed; nothing is erased."""
    if person.state in (PersonState.LEFT, PersonState.DECLINED):
        return []
    closed: list[Effect] = [
        ChangePair(pair=pair.id, state=PairState.CLOSED, at=desk.now)
        for pair in pairs
        if person.id in (pair.mentee.id, pair.mentor.id) and pair.state is not PairState.CLOSED
    ]
    return [ChangeMembership(person=person.id, state=PersonState.LEFT, at=desk.now), *closed]


def _enrol(
    programme: Programme, row: RosterRow, earlier: Participant | None, desk: Desk, *, seen: bool
) -> list[Effect]:
    """A new row; one who left by themselves and still stands in the roster is not invited again.

    Somebody who was here before under another id (`seen`) is asked, whatever the file records: a new id must not be
    a way round the question whether they want another mentor.
    """
    if earlier is not None:
        return []
    agreed = programme.joining == "recorded" and row.agreed_on is not None and not seen
    person = PersonId(desk.mint.row_id())
    address = AddressId(desk.mint.row_id())
    enrolled = Enrol(
        person=person,
        address=address,
        programme=programme.id,
        row=row,
        state=PersonState.ACTIVE if agreed else PersonState.INVITED,
        address_state=AddressState.CONFIRMED if agreed else AddressState.UNCONFIRMED,
    )
    if agreed:
        return [enrolled]
    newcomer = Participant(
        id=person,
        programme=programme.id,
        participant=row.id,
        role=row.role,
        state=PersonState.INVITED,
        name=row.name,
        address=None,
        address_id=None,
        invite_address=row.email,
        invite_address_id=address,
        identity=Identity(person=person, names=(row.name,), addresses=(row.email,)),
        timezone=row.timezone,
        language=row.language or programme.language,
    )
    return [enrolled, *invite(desk, programme, newcomer)]


def _update(programme: Programme, row: RosterRow, person: Participant, desk: Desk) -> list[Effect]:
    effects: list[Effect] = _take_back(row, person, desk)
    if _differs(programme, row, person):
        effects.append(UpdatePerson(person=person.id, row=_with_earlier_names(row, person)))
    if _is_new_address(row, person):
        address = AddressId(desk.mint.row_id())
        effects.append(AddAddress(person=person.id, address_id=address, address=row.email))
        if person.state is PersonState.INVITED:
            effects += invite(desk, programme, person, address=row.email, address_id=address)
        else:
            effects += ask_about_address(desk, programme, person, row.email, address)
    return effects


def _with_earlier_names(row: RosterRow, person: Participant) -> RosterRow:
    """The row with the names that it does not have any more: they go on giving the person away."""
    known = (row.name, *row.also_known_as)
    return replace(
        row, also_known_as=(*row.also_known_as, *(name for name in person.identity.names if name not in known))
    )


def _take_back(row: RosterRow, person: Participant, desk: Desk) -> list[Effect]:
    """A new address that the roster names no longer must not be confirmed later: it may have been a slip."""
    waits = person.address is not None and person.invite_address_id != person.address_id
    if not waits or row.email.lower() != (person.address or "").lower():
        return []
    return [ChangeAddress(address_id=person.invite_address_id, state=AddressState.RETIRED, at=desk.now)]


def _is_new_address(row: RosterRow, person: Participant) -> bool:
    """Whether it has to be asked about: they never had it, or it only stood beside their name (also_known_as).

    While nobody has accepted the invitation, it goes to whatever address the roster gives now.
    """
    if person.state is PersonState.INVITED:
        return row.email.lower() != person.invite_address.lower()
    beside = {name.lower() for name in row.also_known_as}
    had = {address.lower() for address in person.identity.addresses} - beside
    had |= {person.invite_address.lower(), (person.address or "").lower()}
    return row.email.lower() not in had


def _differs(programme: Programme, row: RosterRow, person: Participant) -> bool:
    names = (row.name, *(name for name in row.also_known_as if "@" not in name))
    return (
        person.name != row.name
        or any(name not in person.identity.names for name in names)
        or person.timezone != row.timezone
        or person.language not in (row.language, row.language or programme.language)
    )
