"""People and pairs as the decisions see them, and what gives one of them away."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from mailbot.errors import StoreConflict
from mailbot.model import effect as e
from mailbot.model.ids import AddressId, EnrolmentId, PairId, PersonId
from mailbot.model.people import AddressState, PairState, PersonState
from mailbot.model.programme import Role
from mailbot.store.store import Store
from tests.store.cast import NOON, NORTHERN, cast, pair, person
from tests.store.conftest import Opened


def test_a_person_is_what_the_roster_says(store: Store) -> None:
    with store.begin() as unit:
        people = {one.id: one for one in unit.participants(NORTHERN)}
        roster = unit.roster(NORTHERN)
        assert unit.participants("other") == ()
    amelia = people[PersonId("p-amelia")]
    assert [one.participant for one in people.values()] == sorted(one.participant for one in people.values())
    assert (amelia.name, amelia.role, amelia.state) == ("Amelia Ashgrove", Role.MENTEE, PersonState.ACTIVE)
    assert (amelia.address, amelia.address_id) == ("amelia@trust.example", "a-amelia")
    assert amelia.identity.names == ("Amelia Ashgrove", "Millie")
    assert amelia.identity.addresses == ("amelia@trust.example", "millie@home.example")
    assert roster[PersonId("p-amelia")].also_known_as == ("Millie", "millie@home.example")


def test_only_a_domain_that_few_share_and_no_provider_offers_tells(store: Store) -> None:
    with store.begin() as unit:
        domains = {one.participant: one.identity.domains for one in unit.participants(NORTHERN)}
    assert domains["corvus"] == ("royal.example",)
    assert domains["amelia"] == ()  # three share trust.example
    assert domains["delphine"] == ()  # gmail.com


def test_one_person_with_three_addresses_does_not_make_a_domain_shared(store: Store) -> None:
    more = tuple(
        e.AddAddress(person=PersonId("p-corvus"), address_id=AddressId(f"a-{n}"), address=f"{n}@royal.example")
        for n in range(3)
    )
    with store.begin() as unit:
        unit.apply(more, now=NOON)
        assert unit.participant("p-corvus").identity.domains == ("royal.example",)
        assert len(unit.participant("p-corvus").identity.addresses) == 4


def test_the_others_are_everybody_in_an_open_pair_of_either(store: Store) -> None:
    with store.begin() as unit:
        pairs = {one.id: one for one in unit.pairs(NORTHERN)}
        assert [one.person for one in pairs[PairId("pair-amelia")].others] == ["p-bashir"]
        assert pairs[PairId("pair-delphine")].others == ()
        closed = e.ChangePair(pair=PairId("pair-bashir"), state=PairState.CLOSED, at=NOON)
        proposed = replace(
            pair("amelia", "egret", state=PairState.PROPOSED),
            pair=PairId("pair-new"), mentee_token="n1", mentor_token="n2", accepted=frozenset(),
        )  # fmt: skip
        unit.apply((closed, proposed), now=NOON + timedelta(days=1))
        amelia = unit.pair(PairId("pair-amelia"))
        assert [one.person for one in amelia.others] == ["p-egret"]
        new = unit.pair(PairId("pair-new"))
        assert {one.person for one in new.others} == {"p-corvus", "p-delphine"}
        assert (new.word, new.mentee_token, new.mentor_token, new.accepted) == ("Heronamelia", "n1", "n2", frozenset())
        unit.apply((e.AcceptPair(pair=PairId("pair-new"), role=Role.MENTOR),), now=NOON)
        assert unit.pair(PairId("pair-new")).accepted == {Role.MENTOR}


def test_a_confirmed_address_retires_the_others(store: Store) -> None:
    new = e.AddAddress(person=PersonId("p-amelia"), address_id=AddressId("a-new"), address="amelia@new.example")
    newer = e.AddAddress(person=PersonId("p-amelia"), address_id=AddressId("a-newer"), address="amelia@newer.example")
    confirmed = e.ChangeAddress(address_id=AddressId("a-newer"), state=AddressState.CONFIRMED, at=NOON)
    with store.begin() as unit:
        unit.apply((new, newer), now=NOON)
        amelia = unit.participant("p-amelia")
        assert (amelia.address, amelia.invite_address) == ("amelia@trust.example", "amelia@newer.example")
        unit.apply((confirmed,), now=NOON)
        amelia = unit.participant("p-amelia")
        assert (amelia.address, amelia.invite_address_id) == ("amelia@newer.example", "a-newer")
        assert unit.addresses(PersonId("p-amelia")) == (
            ("a-amelia", "amelia@trust.example", AddressState.RETIRED),
            ("a-new", "amelia@new.example", AddressState.RETIRED),
            ("a-newer", "amelia@newer.example", AddressState.CONFIRMED),
        )


def test_membership_and_roster_edits(store: Store) -> None:
    row = replace(person("Amelia Ashgrove-Oak", Role.MENTEE, "amelia@trust.example").row, timezone="Europe/Berlin")
    with store.begin() as unit:
        unit.apply(
            (
                e.UpdatePerson(person=PersonId("p-amelia"), row=row),
                e.ChangeMembership(person=PersonId("p-amelia"), state=PersonState.PAUSED, at=NOON),
            ),
            now=NOON,
        )
        amelia = unit.participant("p-amelia")
        assert (amelia.name, amelia.timezone, amelia.state) == (
            "Amelia Ashgrove-Oak",
            "Europe/Berlin",
            PersonState.PAUSED,
        )
        assert unit.counts().people == {"invited": 0, "declined": 0, "active": 4, "paused": 1, "left": 0}


TWICE = (
    person("Amelia Ashgrove", Role.MENTEE, "other@trust.example"),  # the same id of the same roster
    pair("amelia", "egret"),  # a token
)


@pytest.mark.parametrize("again", TWICE)
def test_what_is_there_is_not_made_twice(store: Store, again: e.Effect) -> None:
    with pytest.raises(StoreConflict), store.begin() as unit:
        unit.apply((again,), now=NOON)


def test_a_mentee_keeps_the_place_in_the_calendar_that_they_have(store: Store) -> None:
    enrolment = cast()[-1]
    assert isinstance(enrolment, e.CreateEnrolment)
    later = replace(enrolment, enrolment=EnrolmentId("e-later"), next_due_at=NOON + timedelta(days=9))
    with store.begin() as unit:
        unit.apply((later,), now=NOON)
        assert unit.enrolments(NORTHERN)[enrolment.mentee] == "e-delphine"
        assert "e-delphine" in unit.due(now=NOON, limit=9)


def test_hundreds_of_people_take_a_handful_of_statements(sqlite: Opened) -> None:
    store = sqlite.open()
    with store.begin() as unit:
        unit.apply(tuple(person(f"p{n} x", Role.MENTEE, f"{n}@d{n}.example") for n in range(400)), now=NOON)
    counted: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *args: counted.append(args[2]))
    with store.begin() as unit:
        assert len(unit.participants(NORTHERN)) == 400
    assert len(counted) <= 6, counted
