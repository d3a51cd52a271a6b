"""People as the decisions see them: their line of the roster and their addresses, opened for one transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from sys import intern
from typing import Any

from sqlalchemy import bindparam, select, update

from mailbot.model.effect import ChangeMembership, Enrol, UpdatePerson
from mailbot.model.ids import AddressId, ParticipantId, PersonId, ProgrammeName
from mailbot.model.outbound import Identity
from mailbot.model.people import AddressState, Participant, PersonState
from mailbot.model.programme import Role, RosterRow
from mailbot.model.withheld import NoteAway
from mailbot.store.addresses import add_address_row
from mailbot.store.among import among
from mailbot.store.codec import Fields, roster_bytes, roster_of, text_of, unpacked
from mailbot.store.domains import domain_of, telling_domains
from mailbot.store.sealing import person_key
from mailbot.store.tables import ADDRESS, OUTBOX, PERSON
from mailbot.store.work import Found, Work

_BATCH = 512
_UNWANTED_AFTER_STOP = ("form", "reminder", "packet", "packet_update", "post", "nudge")
_PEOPLE = among(
    lambda these: (
        select(PERSON.c.id, PERSON.c.programme, PERSON.c.participant, PERSON.c.role, PERSON.c.state, PERSON.c.sealed)
        .add_columns(ADDRESS.c.id.label("address_id"), ADDRESS.c.state.label("address_state"))
        .add_columns(ADDRESS.c.sealed.label("address_sealed"))
        .join_from(PERSON, ADDRESS, ADDRESS.c.person == PERSON.c.id)
        .where(these(PERSON.c.id))
        .order_by(PERSON.c.id, ADDRESS.c.number)
    )
)
_ADDRESSES = (
    select(ADDRESS.c.id, ADDRESS.c.person, ADDRESS.c.state, ADDRESS.c.sealed)
    .where(ADDRESS.c.person == bindparam("whose"))
    .order_by(ADDRESS.c.number)
)


def people_by_id(work: Work, ids: Collection[str]) -> dict[PersonId, Participant]:
    """Those people, in two statements for every 512; each is opened once."""
    known = work.known_people
    wanted = sorted({person for person in ids if person not in known})
    for start in range(0, len(wanted), _BATCH):
        known |= _opened(work, work.all(*_PEOPLE(wanted[start : start + _BATCH])))
    return {person: known[person] for person in map(PersonId, ids)}


def _opened(work: Work, rows: Sequence[Found]) -> dict[PersonId, Participant]:
    """The people of those rows, one row for each address."""
    work.keyring.prefetch((person_key(row.id) for row in rows), make=False)
    people = {
        person: [(row, _address_of(work, row)) for row in group]
        for person, group in groupby(rows, key=lambda row: row.id)
    }
    telling = telling_domains(work, {domain_of(text) for addresses in people.values() for _, text in addresses})
    return {PersonId(person): _participant(work, addresses, telling) for person, addresses in people.items()}


def opened_address(work: Work, row: Found) -> str:
    """The address of that row."""
    return text_of(work.unseal(row.sealed, under=person_key(row.person), table="address", row=row.id))


def _address_of(work: Work, row: Found) -> str:
    return text_of(work.unseal(row.address_sealed, under=person_key(row.id), table="address", row=row.address_id))


def _participant(work: Work, addresses: Sequence[tuple[Found, str]], telling: frozenset[str]) -> Participant:
    row = addresses[0][0]
    line = unpacked(work.unseal(row.sealed, under=person_key(row.id), table="person", row=row.id))
    person = PersonId(row.id)
    confirmed = _newest(addresses, AddressState.CONFIRMED)
    invite = _newest(addresses, AddressState.UNCONFIRMED) or confirmed or addresses[-1]
    return Participant(
        id=person,
        programme=ProgrammeName(intern(row.programme)),  # one text for everybody in a programme of thousands
        participant=ParticipantId(row.participant),
        role=Role(row.role),
        state=PersonState(row.state),
        name=line["name"],
        address=confirmed[1] if confirmed else None,
        address_id=AddressId(confirmed[0].address_id) if confirmed else None,
        invite_address=invite[1],
        invite_address_id=AddressId(invite[0].address_id),
        identity=_identity(person, line, tuple(text for _, text in addresses), telling),
        timezone=intern(line["timezone"]),
        language=intern(line["language"]),
        second_addresses=_second(line, tuple(text for _, text in addresses)),
    )


def _second(line: Fields, addresses: tuple[str, ...]) -> tuple[str, ...]:
    """Addresses that stand beside the name only: one that is or was the person's main one goes by its own state."""
    own = {text.lower() for text in addresses}
    return tuple(alias.lower() for alias in line["also_known_as"] if "@" in alias and alias.lower() not in own)


def _newest(addresses: Sequence[tuple[Found, str]], state: AddressState) -> tuple[Found, str] | None:
    return next((one for one in reversed(addresses) if one[0].address_state == state.value), None)


def _identity(person: PersonId, line: Fields, addresses: tuple[str, ...], telling: frozenset[str]) -> Identity:
    aliases = [alias for alias in line["also_known_as"] if alias]
    known = tuple(dict.fromkeys((*addresses, *(alias for alias in aliases if "@" in alias))))
    return Identity(
        person=person,
        names=tuple(dict.fromkeys((line["name"], *(alias for alias in aliases if "@" not in alias)))),
        addresses=known,
        domains=tuple(dict.fromkeys(domain for text in addresses if (domain := domain_of(text)) in telling)),
    )


class People(Work):
    """Queries about people."""

    def participants(self, programme: ProgrammeName) -> tuple[Participant, ...]:
        """Everybody who ever stood in that programme's roster, in the order of their ids there."""
        found = self.all(
            select(PERSON.c.id).where(PERSON.c.programme == programme).order_by(PERSON.c.participant, PERSON.c.id)
        )
        people = people_by_id(self, [row.id for row in found])
        return tuple(people[PersonId(row.id)] for row in found)

    def participant(self, person: PersonId) -> Participant:
        """That person. KeyError when there is none."""
        return people_by_id(self, [person])[person]

    def roster(self, programme: ProgrammeName) -> dict[PersonId, RosterRow]:
        """The line of the roster that each person was last enrolled or updated with."""
        found = self.all(select(PERSON.c.id, PERSON.c.sealed).where(PERSON.c.programme == programme))
        self.keyring.prefetch((person_key(row.id) for row in found), make=False)
        return {
            PersonId(row.id): roster_of(self.unseal(row.sealed, under=person_key(row.id), table="person", row=row.id))
            for row in found
        }

    def addresses(self, person: PersonId) -> tuple[tuple[AddressId, str, AddressState], ...]:
        """Every address that person ever had, oldest first."""
        found = self.all(_ADDRESSES, {"whose": person})
        return tuple((AddressId(row.id), opened_address(self, row), AddressState(row.state)) for row in found)


def enrol(work: Work, effect: Enrol, *, now: datetime) -> None:
    """A person new to the roster, and their address."""
    values: dict[str, Any] = {
        "id": effect.person,
        "programme": effect.programme,
        "participant": effect.row.id,
        "role": effect.row.role.value,
        "state": effect.state.value,
        "sealed": _sealed_line(work, effect.person, effect.row),
        "created_at": now,
        "changed_at": now,
    }
    work.insert(PERSON, values)
    add_address_row(
        work,
        person=effect.person,
        address_id=effect.address,
        address=effect.row.email,
        state=effect.address_state,
        number=1,
        now=now,
    )


def update_person(work: Work, effect: UpdatePerson, *, now: datetime) -> None:
    """What the roster now says about them, but for the address."""
    work.connection.execute(
        update(PERSON)
        .where(PERSON.c.id == effect.person)
        .values(sealed=_sealed_line(work, effect.person, effect.row), changed_at=now)
    )


def change_membership(work: Work, effect: ChangeMembership) -> None:
    """A person joins, declines, pauses, resumes or leaves; what waits for one who leaves is not sent any more."""
    work.connection.execute(
        update(PERSON).where(PERSON.c.id == effect.person).values(state=effect.state.value, changed_at=effect.at)
    )
    if effect.state is PersonState.LEFT:
        waiting = (OUTBOX.c.state == "queued") & (OUTBOX.c.to_person == effect.person)
        no_notice = OUTBOX.c.template.in_(_UNWANTED_AFTER_STOP)
        work.connection.execute(
            update(OUTBOX).where(waiting, no_notice).values(state="suppressed", due_at=None, settled_at=effect.at)
        )


def _sealed_line(work: Work, person: PersonId, line: RosterRow) -> bytes:
    kept = replace(line, line=0)  # where it stood in the file says nothing about the person
    return work.seal(roster_bytes(kept), under=person_key(person), table="person", row=person)


def note_away(work: Work, effect: NoteAway) -> None:
    """Their mail program has said that they are away."""
    work.connection.execute(update(PERSON).where(PERSON.c.id == effect.person).values(away_at=effect.at))
