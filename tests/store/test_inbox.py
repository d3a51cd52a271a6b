"""The inbox: taken in once, decided once, and nothing is ever lost on the way."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from mailbot.errors import SealBroken, StoreConflict
from mailbot.model import effect as e
from mailbot.model.effect import InboxState
from mailbot.model.ids import InboxId, PersonId
from mailbot.store.store import Store
from mailbot.store.tables import INBOX
from tests.store.cast import NOON, RAW, clues, posted, queued, thread_starts
from tests.store.conftest import Opened
from tests.store.steps import decided, take

ONE = InboxId("in-1")
HOST = "mentoring@host/INBOX"


def test_a_uid_is_taken_in_once_and_a_renumbered_mailbox_is_known_by_its_bytes(store: Store) -> None:
    with store.begin() as unit:
        assert take(unit, "in-1", account=HOST, uidvalidity=1, uid=7)
        assert not take(unit, "in-2", RAW + b"changed", account=HOST, uidvalidity=1, uid=7)
        assert take(unit, "in-3", RAW, account=HOST, uidvalidity=1, uid=8)  # sent twice: the decision sees it
        assert not take(unit, "in-4", RAW, account=HOST, uidvalidity=2, uid=1)
        assert take(unit, "in-5", RAW + b"new", account=HOST, uidvalidity=2, uid=2)
        assert take(unit, "in-6", RAW, account="another@host/INBOX", uidvalidity=2, uid=2)
        assert take(unit, "in-7", RAW)  # the listener's clients may send again
        assert unit.counts().inbox["received"] == 5
        big = 2**32 - 1
        assert take(unit, "in-8", b"big", account=HOST, uidvalidity=big, uid=big)


def test_the_envelope_comes_back_as_it_was(store: Store) -> None:
    with store.begin() as unit:
        for name, sender in (("in-1", "a@b.example"), ("in-2", ""), ("in-3", None)):
            unit.take_in(
                inbox=InboxId(name), raw=b"\x00\xff\r\n", envelope_sender=sender,
                recipients=("x@example.org", "y@example.org"), received_at=NOON, source="smtp",
            )  # fmt: skip
        taken = [unit.taken_in(InboxId(name)) for name in ("in-1", "in-2", "in-3")]
    assert [one.envelope_sender for one in taken] == ["a@b.example", "", None]
    assert {one.recipients for one in taken} == {("x@example.org", "y@example.org")}
    assert {one.raw for one in taken} == {b"\x00\xff\r\n"}
    assert taken[0].received_at == NOON
    assert taken[0].received_at.utcoffset() == timedelta(0)


def test_the_cursor_keeps_what_it_is_not_told(store: Store) -> None:
    with store.begin() as unit:
        assert unit.cursor(HOST) is None
        unit.set_cursor(HOST, uidvalidity=1, last_uid=90, ignored=90, started_at=NOON)
        unit.set_cursor(HOST, uidvalidity=2, last_uid=3)
        cursor = unit.cursor(HOST)
        assert cursor is not None
        assert (cursor.uidvalidity, cursor.last_uid, cursor.ignored, cursor.started_at) == (2, 3, 90, NOON)
        assert unit.cursor("another") is None


def test_the_oldest_comes_first_and_attempts_are_counted(store: Store) -> None:
    with store.begin() as unit:
        take(unit, "in-2", at=NOON + timedelta(seconds=1))
        take(unit, "in-1", at=NOON)
        assert unit.next_received(now=NOON) == ONE
        assert [unit.count_attempt(ONE) for _ in range(3)] == [1, 2, 3]
        unit.shunt(ONE, error_id="e1", reason="too_many_attempts", now=NOON)
        assert unit.next_received(now=NOON) == "in-2"
        (held,) = unit.held(limit=10)
        assert (held.inbox, held.state, held.error_id, held.attempts) == (ONE, InboxState.SHUNTED, "e1", 3)
        assert unit.replay(ONE)
        assert not unit.replay(ONE)
        assert unit.count_attempt(ONE) == 1
        assert unit.count_attempt(InboxId("none")) == 0


def test_a_message_is_begun_in_one_step(store: Store) -> None:
    with store.begin() as unit:
        assert unit.begin_next(now=NOON) is None
        take(unit, "in-2", at=NOON + timedelta(seconds=1))
        take(unit, "in-1", at=NOON)
    with store.begin() as unit:
        assert [begun.attempts for _ in range(2) if (begun := unit.begin_next(now=NOON)) is not None] == [1, 2]
    with store.begin() as unit:
        begun = unit.begin_next(now=NOON)
    assert begun is not None
    assert (begun.inbox, begun.attempts) == (ONE, 3)
    taken = begun.taken_in()  # the transaction is over
    with store.begin() as unit:
        assert taken == unit.taken_in(ONE)
        unit.connection.execute(INBOX.update().where(INBOX.c.id == "in-1").values(raw=None))
        unit.connection.execute(INBOX.update().where(INBOX.c.id == "in-2").values(raw=b"x" * 40))
        without_bytes = unit.begin_next(now=NOON)
        unit.shunt(ONE, error_id="e1", reason="x", now=NOON)
        damaged = unit.begin_next(now=NOON)
    assert without_bytes is not None
    with pytest.raises(StoreConflict, match="not kept"):
        without_bytes.taken_in()
    assert damaged is not None
    assert (damaged.inbox, damaged.attempts) == ("in-2", 1)
    with pytest.raises(SealBroken):
        damaged.taken_in()


@pytest.mark.services
def test_two_workers_begin_two_messages_and_a_dead_ones_is_free(on_postgres: Opened) -> None:
    first, second = on_postgres.open(), on_postgres.open()
    with first.begin() as unit:
        take(unit, "in-1", at=NOON)
        take(unit, "in-2", at=NOON + timedelta(seconds=1))
    with first.begin() as one, second.begin() as other:
        begun = [unit.begin_next(now=NOON) for unit in (one, other)]
        assert [each.inbox for each in begun if each is not None] == ["in-1", "in-2"]
    with first.begin() as one, second.begin() as other:
        assert one.next_received(now=NOON) == "in-1"  # its own, after a failure
        assert other.next_received(now=NOON) == "in-2"
    first.close()
    for _ in range(50):  # the server takes a moment to notice that a connection was closed
        with second.begin() as unit:
            mine = unit.begin_next(now=NOON)
        assert mine is not None
        if mine.inbox == "in-1":
            break
        time.sleep(0.1)
    assert mine.inbox == "in-1"


def test_a_message_is_decided_once(store: Store) -> None:
    with store.begin() as unit:
        take(unit)
        unit.settle(ONE, decided(queued("receipt"), author="p-amelia"), now=NOON)
    with pytest.raises(StoreConflict), store.begin() as unit:
        unit.settle(ONE, decided(queued("receipt-2")), now=NOON)
    with pytest.raises(StoreConflict), store.begin() as unit:
        unit.context(ONE, clues=clues(), message_id=None, received_at=NOON, now=NOON)
    with store.begin() as unit:
        unit.shunt(ONE, error_id="e", reason="late", now=NOON)  # says nothing any more
        assert unit.counts().inbox["processed"] == 1
        assert unit.counts().outbox["queued"] == 1
        assert not unit.replay(ONE)


def test_a_failing_effect_takes_the_whole_decision_back(database: Opened, store: Store) -> None:
    with store.begin() as unit:
        take(unit)
    effects = (queued("receipt"), thread_starts(round_name=None), posted(1), posted(1))  # the second post is a clash
    with pytest.raises(StoreConflict), store.begin() as unit:
        unit.settle(ONE, decided(*effects), now=NOON)
    with database.reopen().begin() as unit:
        assert unit.counts().inbox["received"] == 1
        assert unit.counts().outbox["queued"] == 0
        assert unit.next_received(now=NOON) == ONE
        assert unit.taken_in(ONE).raw == RAW


def test_held_messages_are_read_again_or_refused(store: Store) -> None:
    hold = e.HoldForReview(inbox=ONE, reason="not_verified")
    with store.begin() as unit:
        take(unit)
        unit.settle(ONE, decided(hold, state=InboxState.HELD, reason="not_verified"), now=NOON)
        unit.apply((e.ReleaseHeld(inbox=ONE, refuse=False, reason="confirmed"),), now=NOON)
        assert unit.taken_in(ONE).released
        found = unit.context(ONE, clues=clues(), message_id=None, received_at=NOON, now=NOON)
        assert found.released
        unit.settle(ONE, decided(hold, state=InboxState.HELD), now=NOON)
        unit.apply((e.ReleaseHeld(inbox=ONE, refuse=True, reason="nobody_answered"),), now=NOON)
        assert unit.counts().inbox == {"received": 0, "processed": 0, "held": 0, "refused": 1, "shunted": 0}
        unit.apply((e.ReleaseHeld(inbox=ONE, refuse=False, reason="late"),), now=NOON)
        assert unit.counts().inbox["refused"] == 1


def duplicate(store: Store, inbox: str) -> str | None:
    with store.begin() as unit:
        return unit.context(InboxId(inbox), clues=clues(), message_id=None, received_at=NOON, now=NOON).duplicate_of


def test_the_same_bytes_for_the_same_recipients_are_a_duplicate(store: Store) -> None:
    with store.begin() as unit:
        take(unit, "in-1")
        take(unit, "in-2", at=NOON + timedelta(hours=1))
        take(unit, "in-3", recipients=("mentoring+t-x@example.org",))
        take(unit, "in-4", RAW + b"more")
    assert [duplicate(store, name) for name in ("in-1", "in-2", "in-3", "in-4")] == [None, "in-1", None, None]
    with store.begin() as unit:
        unit.shunt(ONE, error_id="e", reason="r", now=NOON)
    assert duplicate(store, "in-2") is None  # a message that had no effect yet is no reason to drop another
    with store.begin() as unit:
        unit.settle(InboxId("in-2"), decided(), now=NOON)
        unit.replay(ONE)
    assert duplicate(store, "in-1") == "in-2"


def test_a_message_that_is_in_no_row_has_a_context_too(store: Store) -> None:
    with store.begin() as unit:
        found = unit.context(
            InboxId("file"), clues=clues(writer="egret@trust.example"), message_id=None, received_at=NOON, now=NOON
        )
    assert [writer.id for writer in found.writers] == ["p-egret"]
    assert (found.duplicate_of, found.released, found.target) == (None, False, None)


def test_raw_bytes_pass_to_their_author(store: Store) -> None:
    with store.begin() as unit:
        take(unit)
        unit.settle(ONE, decided(author="p-amelia"), now=NOON)
    store._keyring.destroy_intake((NOON + timedelta(days=2)).date())
    with store.begin() as unit:
        assert unit.taken_in(ONE).raw == RAW
        assert unit.taken_in(ONE).envelope_sender == "amelia@trust.example"
    assert store._keyring.person(PersonId("p-amelia")).name == "person:p-amelia"


def test_bytes_that_are_gone_are_said_to_be_gone(store: Store) -> None:
    with store.begin() as unit:
        take(unit)
        unit.settle(ONE, decided(), now=NOON)
        unit.purge(now=NOON + timedelta(days=31), keep_raw=timedelta(days=30), keep_sent=timedelta(days=7))
    with pytest.raises(StoreConflict), store.begin() as unit:
        unit.taken_in(ONE)
