"""What a bounce brings about: counted, suppressed, told to whom it concerns, and to nobody else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mailbot.decide.bounces import SOFT_BOUNCES, TOLD_AGAIN_AFTER, refused_at_once
from mailbot.decide.judge import judge
from mailbot.model.context import BounceTarget
from mailbot.model.effect import Disposition, Kind, SuppressAddress
from mailbot.model.ids import AddressId, OutboxId, ParticipantId, ProgrammeName
from mailbot.model.inbound import Delivery
from mailbot.model.people import PersonState, SentCopy
from tests.decide.builders import (
    MENTEE,
    MENTOR,
    NOW,
    PHILIPPA,
    ZOE,
    context,
    desk,
    message,
    no_programmes,
    only,
    pair,
    queued,
    words_of,
)

COPY = SentCopy(
    outbox=OutboxId("out"),
    template="form",
    person=MENTEE.id,
    address_id=AddressId("a"),
    hard_bounces=0,
    programme=ProgrammeName("riverside"),
    participant=ParticipantId("m01"),
    pair=pair(),
)
POST = replace(COPY, template="post", person=MENTOR.id, participant=ParticipantId("t01"))
HARD = Delivery(recipient=ZOE, status="5.1.1", permanent=True)
SOFT = replace(HARD, status="4.2.2", permanent=False)
COORDINATOR = "coordinator@riverside.test"


def bounce(copy: SentCopy, *deliveries: Delivery, desk_=None) -> Disposition:
    report = message(delivery=deliveries, automatic="daemon", own_loop_marks=("our-own-mark",), sender="daemon@mx.test")
    return judge(report, context(BounceTarget(copy=copy, by="token")), desk_ or desk())


def counted(decided: Disposition) -> SuppressAddress:
    (effect,) = only(decided.effects, SuppressAddress)
    return effect


@pytest.mark.parametrize(
    ("delivery", "changes", "suppress", "letters"),
    [
        (HARD, {}, False, []),
        (HARD, {"hard_bounces": 1}, True, ["address_failing"]),
        (HARD, {"hard_bounces": 2}, True, ["address_failing"]),
        (HARD, {"hard_bounces": 2, "suppressed": True}, False, []),
        (HARD, {"hard_bounces": 1, "told_at": NOW}, True, ["address_failing"]),
        (SOFT, {"hard_bounces": 1}, False, []),
        (SOFT, {"soft_bounces": SOFT_BOUNCES - 2}, False, []),
        (SOFT, {"soft_bounces": SOFT_BOUNCES - 1}, False, ["address_full"]),
        (SOFT, {"soft_bounces": 99, "told_at": NOW - TOLD_AGAIN_AFTER}, False, ["address_full"]),
        (SOFT, {"soft_bounces": 99, "told_at": NOW - TOLD_AGAIN_AFTER + timedelta(days=1)}, False, []),
        (SOFT, {"soft_bounces": 99, "suppressed": True}, False, []),
    ],
)
def test_two_hard_bounces_suppress_and_many_soft_ones_are_looked_at(delivery, changes, suppress, letters) -> None:
    decided = bounce(replace(COPY, **changes), delivery)
    assert decided.kind is Kind.BOUNCE
    assert decided.reason == ("bounce_permanent" if delivery.permanent else "bounce_temporary")
    assert (counted(decided).permanent, counted(decided).suppress) == (delivery.permanent, suppress)
    assert counted(decided).tells is bool(letters)
    assert [one.template for one in queued(decided.effects)] == letters


@pytest.mark.parametrize("copy", [replace(COPY, hard_bounces=1), replace(COPY, soft_bounces=9)], ids=["hard", "soft"])
def test_coordinators_get_the_id_and_nobodys_words_or_names(copy) -> None:
    (letter,) = queued(bounce(copy, HARD if copy.hard_bounces else SOFT).effects)
    assert letter.message.envelope_to == COORDINATOR
    shown = letter.message.raw.decode() + words_of(letter)
    assert "riverside/m01" in shown
    for private in (ZOE, MENTEE.name, PHILIPPA, MENTOR.name, "Heron", "5.1.1"):
        assert private not in shown


def test_without_its_programme_or_person_an_address_is_suppressed_all_the_same() -> None:
    known_to_nobody = replace(COPY, hard_bounces=1, programme=None)
    for decided in (
        bounce(known_to_nobody, HARD),
        bounce(replace(known_to_nobody, programme=COPY.programme, participant=None), HARD),
        bounce(replace(COPY, hard_bounces=1), HARD, desk_=no_programmes()),
    ):
        assert counted(decided).suppress
        assert queued(decided.effects) == []


def test_the_writer_of_a_post_hears_that_it_was_not_delivered_yet_and_never_why() -> None:
    (letter,) = queued(bounce(POST, HARD).effects)
    assert (letter.template, letter.message.envelope_to, letter.to_person) == ("not_delivered_later", ZOE, MENTEE.id)
    shown = letter.message.raw.decode() + words_of(letter)
    for private in (PHILIPPA, MENTOR.name, "5.1.1", "t01", "daemon@mx.test"):
        assert private not in shown
    other_way = replace(POST, person=MENTEE.id)
    assert queued(bounce(other_way, HARD).effects)[0].message.envelope_to == PHILIPPA


@pytest.mark.parametrize(
    "copy",
    [
        replace(POST, template="packet"),
        replace(POST, pair=None),
        replace(POST, person=None),
        replace(POST, pair=pair(mentee=replace(MENTEE, state=PersonState.LEFT))),
    ],
    ids=["no post", "no pair", "of nobody", "writer has left"],
)
def test_nobody_else_hears_of_it(copy) -> None:
    assert queued(bounce(copy, HARD).effects) == []


def test_a_post_that_is_only_late_is_nobodys_concern() -> None:
    assert queued(bounce(POST, SOFT).effects) == []
    assert queued(bounce(POST, HARD, desk_=no_programmes()).effects) == []


@pytest.mark.parametrize(
    ("noted", "delivery", "reason"),
    [
        ("5.1.1", HARD, "bounce_permanent"),
        ("5.1.1", SOFT, "bounce_again"),
        ("4.4.1", SOFT, "bounce_again"),
        ("4.4.1", HARD, "bounce_permanent"),
    ],
)
def test_reports_that_go_on_about_one_message_count_once(noted, delivery, reason) -> None:
    decided = bounce(replace(POST, noted=noted), delivery)
    assert decided.reason == reason
    assert bool(decided.effects) is (reason != "bounce_again")
    assert bool(queued(decided.effects, "not_delivered_later")) is (noted == "4.4.1" and delivery.permanent)


def test_an_address_that_stands_for_several_lives_while_one_of_them_does() -> None:
    decided = bounce(COPY, HARD, SOFT)
    assert (decided.reason, counted(decided).status) == ("bounce_temporary", "4.2.2")


@pytest.mark.parametrize(
    ("answer", "counts"),
    [
        ("5.1.1", True),
        ("5.1.2", True),
        ("5.2.1", True),
        ("5.1.7", False),
        ("5.7.1", False),
        ("5.0.0", False),
        ("", False),
    ],
)
def test_a_smart_host_that_looks_addresses_up_makes_no_report(answer, counts) -> None:
    effects = refused_at_once(POST, answer, desk())
    assert bool(only(effects, SuppressAddress)) is counts
    assert [one.template for one in queued(effects)] == ["not_delivered_later"]
    assert refused_at_once(replace(COPY, pair=None), "5.7.1", desk()) == ()
