"""The outbox: each message once, posts first, and nothing is lost when a worker dies."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest

from mailbot.errors import StoreConflict
from mailbot.model.effect import Priority, SuppressAddress
from mailbot.model.ids import AddressId, OutboxId, Token
from mailbot.store.store import Store, Unit
from tests.store.cast import NOON, cleared, queued
from tests.store.conftest import Opened, with_cast
from tests.store.steps import take

LEASE = timedelta(minutes=10)


def claim(unit: Unit, *, after: timedelta = timedelta(0), limit: int = 100) -> list[str]:
    now = NOON + after
    return [one.outbox for one in unit.claim(now=now, lease_until=now + LEASE, worker="w", limit=limit)]


def test_posts_go_before_notices_and_notices_before_forms(store: Store) -> None:
    later = NOON + timedelta(hours=1)
    with store.begin() as unit:
        unit.apply(
            (
                queued("form", priority=Priority.FORM),
                queued("notice", priority=Priority.NOTICE),
                queued("post-b", not_before=NOON - timedelta(hours=1)),
                queued("post-a"),
                queued("later", not_before=later),
            ),
            now=NOON,
        )
        assert unit.unsettled() == 5
        assert claim(unit, limit=3) == ["o-post-b", "o-post-a", "o-notice"]
        assert claim(unit) == ["o-form"]
        assert claim(unit) == []
        assert claim(unit, after=timedelta(minutes=9)) == []


def test_an_expired_lease_gives_the_same_message_back(database: Opened) -> None:
    store = with_cast(database)
    with store.begin() as unit:
        unit.apply((queued("post"),), now=NOON)
        (first,) = unit.claim(now=NOON, lease_until=NOON + LEASE, worker="dies", limit=1)
    store = database.reopen()
    with store.begin() as unit:
        assert claim(unit, after=LEASE - timedelta(seconds=1)) == []
        (again,) = unit.claim(now=NOON + LEASE, lease_until=NOON + 2 * LEASE, worker="w", limit=1)
        assert (again.outbox, again.raw, again.attempts) == (first.outbox, first.raw, 2)
        assert again.queued_at == NOON
        unit.sent(again.outbox, now=NOON + LEASE)
        assert unit.counts().outbox["sent"] == 1
        assert claim(unit, after=timedelta(days=9)) == []


def test_deferred_failed_and_sent(store: Store) -> None:
    with store.begin() as unit:
        unit.apply((queued("a"), queued("b"), queued("c")), now=NOON)
        assert len(claim(unit)) == 3
        unit.sent(OutboxId("o-a"), now=NOON)
        unit.defer(OutboxId("o-b"), until=NOON + timedelta(minutes=5), error="421 4.7.0")
        unit.fail(OutboxId("o-c"), reason="550 5.1.1", now=NOON)
        assert unit.counts().outbox == {"queued": 1, "sending": 0, "sent": 1, "failed": 1, "suppressed": 0}
        assert claim(unit, after=timedelta(minutes=4)) == []
        assert claim(unit, after=timedelta(minutes=5)) == ["o-b"]
        assert (unit.sent_since(since=NOON), unit.sent_since(since=NOON + timedelta(seconds=1))) == (1, 0)
        assert unit.unsettled() == 1


def test_a_slow_workers_success_counts_and_its_failure_undoes_nothing(store: Store) -> None:
    with store.begin() as unit:
        unit.apply((queued("a"),), now=NOON)
        claim(unit)
        unit.sent(OutboxId("o-a"), now=NOON)
        unit.fail(OutboxId("o-a"), reason="550", now=NOON)
        unit.defer(OutboxId("o-a"), until=NOON, error="421")
        assert unit.counts().outbox["sent"] == 1
        unit.apply((queued("b"),), now=NOON)
        claim(unit)
        unit.fail(OutboxId("o-b"), reason="550", now=NOON)
        unit.sent(OutboxId("o-b"), now=NOON)
        assert unit.counts().outbox["sent"] == 2


TAKEN = (
    {"outbox": OutboxId("o-2"), "bounce_token": Token("t2"), "message": cleared(b"x", "<2@example.org>")},  # event
    {"outbox": OutboxId("o-2"), "bounce_token": Token("t2"), "event": "2"},  # Message-ID
    {"outbox": OutboxId("o-2"), "message": cleared(b"x", "<2@example.org>"), "event": "2"},  # bounce token
    {"bounce_token": Token("t2"), "message": cleared(b"x", "<2@example.org>"), "event": "2"},  # row id
)


@pytest.mark.parametrize("second", TAKEN)
def test_a_message_is_queued_once(store: Store, second: dict[str, object]) -> None:
    with store.begin() as unit:
        unit.apply((queued("a"),), now=NOON)
    with pytest.raises(StoreConflict), store.begin() as unit:
        unit.apply((queued("a", **second),), now=NOON)
    with store.begin() as unit:
        assert unit.counts().outbox["queued"] == 1


def test_one_event_may_have_one_message_for_each_address_and_template(store: Store) -> None:
    with store.begin() as unit:
        unit.apply(
            (
                queued("a", event="same"),
                queued("b", event="same", template="receipt"),
                queued("c", event="same", to="corvus"),
            ),
            now=NOON,
        )
        assert unit.unsettled() == 3


def test_what_waits_for_a_suppressed_address_is_suppressed(store: Store) -> None:
    bounce = SuppressAddress(
        outbox=OutboxId("o-a"), address_id=AddressId("a-amelia"), status="5.1.1", permanent=True, suppress=True
    )
    with store.begin() as unit:
        unit.apply((queued("a"), queued("other", to="corvus")), now=NOON)
        claim(unit)
        unit.sent(OutboxId("o-a"), now=NOON)
        unit.apply((queued("b"), bounce), now=NOON)
        assert unit.counts().outbox == {"queued": 0, "sending": 1, "sent": 1, "failed": 0, "suppressed": 1}
        assert claim(unit, after=timedelta(days=1)) == ["o-other"]
        assert unit.participant("p-amelia").address is None


def test_two_stores_on_one_database_claim_each_row_once(database: Opened) -> None:
    one, other = with_cast(database), database.open()
    total = 120
    with one.begin() as unit:
        unit.apply(tuple(queued(f"m{n}") for n in range(total)), now=NOON)
    claimed: dict[str, list[str]] = {"one": [], "other": []}
    start = threading.Barrier(2)

    def work(name: str, store: Store) -> None:
        start.wait()
        while True:
            with store.begin() as unit:
                rows = claim(unit, limit=7)
            if not rows:
                return
            claimed[name] += rows

    threads = [threading.Thread(target=work, args=pair) for pair in (("one", one), ("other", other))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    everything = claimed["one"] + claimed["other"]
    assert len(everything) == total
    assert set(everything) == {f"o-m{n}" for n in range(total)}


@pytest.mark.services
def test_a_claim_in_progress_is_passed_over_and_not_waited_for(on_postgres: Opened) -> None:
    one, other = with_cast(on_postgres), on_postgres.open()
    with one.begin() as unit:
        unit.apply((queued("a"), queued("b")), now=NOON)
        take(unit, "in-1")
        take(unit, "in-2", b"other")
    with one.begin() as first, other.begin() as second:
        assert claim(first, limit=1) == ["o-a"]
        assert claim(second) == ["o-b"]
        assert (first.next_received(now=NOON), second.next_received(now=NOON)) == ("in-1", "in-2")
        assert first.lock("clock")
        assert not second.lock("clock")
    with other.begin() as unit:
        assert unit.next_received(now=NOON) == "in-2"  # its own again, the other's not while that one lives
        assert unit.lock("clock")
    one.close()
    assert comes_free(other, "in-1")  # the server takes a moment to see that a connection is gone


def comes_free(store: Store, inbox: str) -> bool:
    for _ in range(200):
        with store.begin() as unit:
            if unit.next_received(now=NOON) == inbox:
                return True
        time.sleep(0.05)
    return False
