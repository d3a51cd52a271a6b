"""Two workers at the same words on PostgreSQL: one of them waits, and then knows what the other did."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet

import pytest

from mailbot.errors import StoreConflict
from mailbot.model import effect as e
from mailbot.model.context import ConfirmTarget
from mailbot.model.ids import InboxId, OutboxId, PairId, Token
from mailbot.model.programme import Role
from mailbot.store.store import Store, Unit
from tests.store.cast import NOON, clues, form_goes_out, thread_starts
from tests.store.conftest import Opened, with_cast
from tests.store.test_withheld import (
    DAY,
    asked_to_reveal,
    ends,
    holds,
    post_to_mentor,
    says,
    settled,
    states,
    withheld,
)

pytestmark = pytest.mark.services
SENT = e.ReleaseHeld(inbox=InboxId("in-1"), refuse=False, reason="send", insist=True)


@pytest.fixture
def two(on_postgres: Opened) -> tuple[Store, Store]:
    """One database, two workers; a post of Amelia's is held and another waits to leave."""
    first = with_cast(on_postgres)
    ends(first, *form_goes_out())
    ends(first, thread_starts(), *post_to_mentor("a"))
    holds(first, "in-1", patient=True)
    return first, on_postgres.open()


def waiting(second: Store, first: Store, mine: Callable[[Unit], object], theirs: Callable[[Unit], object]) -> object:
    """What the second worker's step gives, begun while the first one's is not committed yet."""

    def work() -> object:
        with second.begin() as unit:
            return theirs(unit)

    with ThreadPoolExecutor(1) as pool:
        with first.begin() as unit:
            mine(unit)
            other = pool.submit(work)
            with pytest.raises(NotYet):
                other.result(timeout=0.3)
        return other.result(timeout=30)


def applies(*effects: e.Effect) -> Callable[[Unit], object]:
    return lambda unit: unit.apply(effects, now=NOON + DAY)


def asks(token: str) -> Callable[[Unit], ConfirmTarget]:
    def look(unit: Unit) -> ConfirmTarget:
        given = clues(tokens=(("c", Token(token)),))
        target = unit.context(InboxId("x"), clues=given, message_id=None, received_at=NOON, now=NOON).target
        assert isinstance(target, ConfirmTarget)
        return target

    return look


def test_of_two_yes_to_reveal_at_once_the_second_knows_of_the_first(two: tuple[Store, Store]) -> None:
    first, second = two
    ends(first, asked_to_reveal("a"), asked_to_reveal("b", "corvus"))

    def yes(unit: Unit) -> None:
        target = asks("toka")(unit)
        assert target.pair is not None
        assert target.pair.reveal == frozenset()
        unit.apply((says(Role.MENTEE),), now=NOON)

    known = waiting(second, first, yes, asks("tokb"))
    assert isinstance(known, ConfirmTarget)
    assert known.pair is not None
    assert known.pair.reveal == {Role.MENTEE}


def test_names_are_not_exchanged_by_two_and_not_after_a_stop_that_came_first(two: tuple[Store, Store]) -> None:
    first, second = two
    done = applies(e.NoteNamesExchanged(pair=PairId("pair-amelia"), at=NOON))
    for late in (done, applies(says(Role.MENTOR, agreed=False))):
        with first.begin() as unit:
            unit.connection.exec_driver_sql("UPDATE pair SET revealed_at = NULL")
        with pytest.raises(StoreConflict):
            waiting(second, first, done, late)


def test_what_another_worker_is_sending_is_not_recalled(two: tuple[Store, Store]) -> None:
    first, second = two
    recall = applies(e.Recall(outbox=OutboxId("o-a"), at=NOON))

    def claim(unit: Unit) -> object:
        return [one.outbox for one in unit.claim(now=NOON + DAY, lease_until=NOON + DAY, worker="w", limit=1)]

    with pytest.raises(StoreConflict):
        waiting(second, first, claim, recall)


def test_what_is_being_recalled_is_not_sent(two: tuple[Store, Store]) -> None:
    first, second = two
    with first.begin() as unit, second.begin() as other:
        unit.apply((e.Recall(outbox=OutboxId("o-a"), at=NOON),), now=NOON)
        claimed = other.claim(now=NOON + DAY, lease_until=NOON + DAY, worker="w", limit=9)
        assert [one.outbox for one in claimed] == ["o-form-amelia-0"]


def test_a_send_that_comes_as_its_words_are_given_up_comes_too_late(two: tuple[Store, Store]) -> None:
    first, second = two

    def give_up(unit: Unit) -> None:
        assert unit.withheld_due(InboxId("in-1")) is not None
        unit.apply((settled("in-1", "expired"),), now=NOON)

    waiting(second, first, give_up, applies(SENT))
    assert states(first) == {"refused": 1}


def test_words_that_their_writer_sends_at_this_moment_are_not_given_up(two: tuple[Store, Store]) -> None:
    first, second = two
    assert waiting(second, first, applies(SENT), lambda unit: unit.withheld_due(InboxId("in-1"))) is None
    assert states(first) == {"received": 1}


def test_a_correction_and_a_send_at_once_do_one_of_both(two: tuple[Store, Store]) -> None:
    first, second = two
    waiting(second, first, applies(SENT), applies(settled("in-1")))
    assert states(first) == {"received": 1}
    with first.begin() as unit:
        assert unit.originals_to_destroy(now=NOON + 9 * DAY) == ()


def test_the_rest_of_a_form_does_not_wait_on_once_it_is_sent(two: tuple[Store, Store]) -> None:
    first, second = two
    with pytest.raises(StoreConflict):
        waiting(second, first, applies(SENT), applies(withheld("in-1", at=NOON)))


def test_two_clocks_that_destroy_the_same_original_are_done_once(two: tuple[Store, Store]) -> None:
    first, second = two
    ends(first, settled("in-1"))
    with first.begin() as unit:
        original = unit.original(InboxId("in-1"))
    assert original is not None

    def destroy(unit: Unit) -> object:
        unit.destroy_bytes(original, message_id="<x@y.example>", now=NOON)
        return unit.destroyed(original, now=NOON)

    assert waiting(second, first, destroy, destroy) is True
    with first.begin() as unit:
        assert unit.originals_to_destroy(now=NOON + 9 * DAY) == ()
        assert unit.original(InboxId("in-1")) is None
