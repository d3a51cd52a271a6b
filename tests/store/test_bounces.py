"""Bounces count once for each message, for a while, until the address is in use again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mailbot.model import effect as e
from mailbot.model.context import BounceTarget
from mailbot.model.ids import AddressId, InboxId, OutboxId, Token
from mailbot.model.people import AddressState, SentCopy
from mailbot.store.store import Store
from tests.store.cast import NOON, clues, form_goes_out, queued, thread_starts

DAY = timedelta(days=1)


def bounce(name: str, *, permanent: bool = True, suppress: bool = False, tells: bool = False) -> e.SuppressAddress:
    return e.SuppressAddress(
        outbox=OutboxId(f"o-{name}"), address_id=AddressId("a-amelia"), status="5.1.1" if permanent else "4.2.2",
        permanent=permanent, suppress=suppress, tells=tells,
    )  # fmt: skip


@pytest.fixture
def sent(store: Store) -> Store:
    with store.begin() as unit:
        unit.apply((*form_goes_out(), thread_starts()), now=NOON)
        unit.apply((queued("a"), queued("b"), queued("c", round="r-amelia-0"), queued("d", thread="th-1")), now=NOON)
        unit.claim(now=NOON, lease_until=NOON, worker="w", limit=9)
        for name in "abcd":
            unit.sent(OutboxId(f"o-{name}"), now=NOON)
    return store


def come_back(store: Store, *bounces: e.SuppressAddress, at: datetime = NOON) -> None:
    with store.begin() as unit:
        unit.apply(bounces, now=at)


def copy_of(store: Store, name: str, *, now: datetime = NOON) -> SentCopy:
    given = clues(tokens=(("b", Token(f"tokbounce{name}")),))
    with store.begin() as unit:
        target = unit.context(InboxId("x"), clues=given, message_id=None, received_at=now, now=now).target
    assert isinstance(target, BounceTarget)
    return target.copy


def test_hard_ones_count_for_half_a_year_and_soft_ones_for_a_month(sent: Store) -> None:
    come_back(sent, bounce("a"), bounce("b", permanent=False), bounce("b", permanent=False))
    come_back(sent, bounce("c", permanent=False), at=NOON + 20 * DAY)
    for days, hard, soft in ((25, 1, 2), (40, 1, 1), (60, 1, 0), (181, 0, 0)):
        copy = copy_of(sent, "d", now=NOON + days * DAY)
        assert (copy.hard_bounces, copy.soft_bounces) == (hard, soft), days


def test_a_copy_says_what_came_back_of_it_before_and_whose_it_is(sent: Store) -> None:
    come_back(sent, bounce("a", permanent=False), bounce("b", suppress=True, tells=True), at=NOON + DAY)
    copy = copy_of(sent, "a")
    assert (copy.noted, copy.suppressed, copy.told_at) == ("4.2.2", True, NOON + DAY)
    assert (copy.programme, copy.participant, copy.pair) == ("northern", "amelia", None)
    assert copy_of(sent, "d").noted == ""
    of_round, of_thread = copy_of(sent, "c").pair, copy_of(sent, "d").pair
    assert of_round is not None
    assert of_thread is not None
    assert of_round.id == of_thread.id == "pair-amelia"


def test_an_address_in_use_again_starts_anew(sent: Store) -> None:
    come_back(sent, bounce("a"), bounce("b", suppress=True, tells=True))
    again = e.ChangeAddress(address_id=AddressId("a-amelia"), state=AddressState.CONFIRMED, at=NOON)
    with sent.begin() as unit:
        unit.apply((again,), now=NOON)
    copy = copy_of(sent, "d")
    assert (copy.hard_bounces, copy.soft_bounces, copy.suppressed, copy.told_at) == (0, 0, False, None)


def test_a_bounce_of_a_message_to_no_address_of_ours_counts_nowhere(sent: Store) -> None:
    come_back(sent, replace(bounce("a"), address_id=None))
    assert (copy_of(sent, "a").noted, copy_of(sent, "d").hard_bounces) == ("5.1.1", 0)
