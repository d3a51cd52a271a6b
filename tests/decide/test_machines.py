from dataclasses import replace

import pytest

from mailbot.decide.judge import judge
from mailbot.decide.machines import MAX_HOPS, written_by_machine
from mailbot.model.context import BounceTarget
from mailbot.model.effect import InboxState, Kind, SuppressAddress
from mailbot.model.ids import AddressId, InboxId, OutboxId
from mailbot.model.inbound import Delivery
from mailbot.model.people import SentCopy
from tests.decide.builders import MENTEE, SERVICE, ZOE, context, desk, message, to_form

COPY = SentCopy(outbox=OutboxId("out"), template="form", person=MENTEE.id, address_id=AddressId("a"), hard_bounces=0)
HARD = Delivery(recipient=ZOE, status="5.1.1", permanent=True)
SOFT = replace(HARD, status="4.2.2", permanent=False)


@pytest.mark.parametrize(
    ("changes", "kind", "reason"),
    [
        ({"own_loop_marks": ("our-own-mark",)}, Kind.LOOP, "own_loop_mark"),
        ({"sender": SERVICE.address.upper()}, Kind.LOOP, "own_address"),
        ({"received_count": MAX_HOPS + 1}, Kind.LOOP, "too_many_hops"),
        ({"automatic": "precedence"}, Kind.AUTO_REPLY, "precedence"),
        ({"delivery": (HARD,)}, Kind.BOUNCE, "bounce_of_unknown_message"),
    ],
)
def test_what_no_person_wrote_causes_nothing(changes: dict[str, object], kind: Kind, reason: str) -> None:
    decided = judge(message("Hello", **changes), context(to_form(), MENTEE), desk())
    assert (decided.kind, decided.reason, decided.effects) == (kind, reason, ())


def test_what_a_person_may_have_written_is_left_to_the_other_rules() -> None:
    assert written_by_machine(message("Hello", received_count=MAX_HOPS), context(), SERVICE) is None
    assert written_by_machine(message("Hello", sender=None), context(), SERVICE) is None


@pytest.mark.parametrize(
    ("delivery", "bounces", "suppress", "reason"),
    [
        (HARD, 0, False, "bounce_permanent"),
        (HARD, 1, True, "bounce_permanent"),
        (SOFT, 5, False, "bounce_temporary"),
    ],
)
def test_the_second_hard_bounce_suppresses(delivery: Delivery, bounces: int, suppress: object, reason: str) -> None:
    target = BounceTarget(copy=replace(COPY, hard_bounces=bounces), by="token")
    decided = judge(message(delivery=(delivery,), own_loop_marks=("our-own-mark",)), context(target), desk())
    (effect,) = decided.effects
    assert isinstance(effect, SuppressAddress)
    assert (decided.reason, effect.suppress) == (reason, suppress)


def test_an_odd_message_at_a_bounce_address_is_no_bounce() -> None:
    decided = judge(message("What is this?"), context(BounceTarget(copy=COPY, by="token")), desk())
    assert (decided.reason, decided.effects) == ("bounce_unreadable", ())


def test_a_copy_is_read_once_but_a_released_message_is_no_copy() -> None:
    again = context(to_form(), MENTEE, duplicate_of=InboxId("other"))
    assert judge(message("1. 4"), again, desk()).reason == "duplicate"
    released = judge(message("1. 4"), replace(again, released=True), desk())
    assert released.kind is Kind.FORM_REPLY
    assert released.state is InboxState.PROCESSED
