"""What was kept long enough goes, and nothing goes that somebody still waits for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mailbot.errors import SealBroken, StoreConflict
from mailbot.model import effect as e
from mailbot.model.effect import InboxState
from mailbot.model.ids import AddressId, ConfirmationId, InboxId, OutboxId, PersonId, Token
from mailbot.model.people import ConfirmationPurpose
from mailbot.store.store import Store
from tests.store.cast import NOON, RAW, queued
from tests.store.steps import decided, take

KEEP_RAW, KEEP_SENT = timedelta(days=30), timedelta(days=7)


def purge(store: Store, days: float) -> int:
    with store.begin() as unit:
        return unit.purge(now=NOON + timedelta(days=days), keep_raw=KEEP_RAW, keep_sent=KEEP_SENT)


def test_raw_mail_goes_after_thirty_days_but_not_what_waits(store: Store) -> None:
    states = {"in-p": InboxState.PROCESSED, "in-r": InboxState.REFUSED, "in-h": InboxState.HELD}
    with store.begin() as unit:
        for name in (*states, "in-s", "in-new"):
            take(unit, name, name.encode())
        for name, state in states.items():
            unit.settle(InboxId(name), decided(state=state), now=NOON)
        unit.shunt(InboxId("in-s"), error_id="e", reason="r", now=NOON)
    assert purge(store, 30) == 0
    assert purge(store, 31) == 2
    assert purge(store, 32) == 0
    with store.begin() as unit:
        for name in ("in-h", "in-s", "in-new"):
            assert unit.taken_in(InboxId(name)).raw == name.encode()
        for name in ("in-p", "in-r"):
            with pytest.raises(StoreConflict):
                unit.taken_in(InboxId(name))
        assert unit.replay(InboxId("in-s"))
        assert not unit.replay(InboxId("in-p"))
        assert unit.counts().inbox == {"received": 2, "processed": 1, "held": 1, "refused": 1, "shunted": 0}


def test_a_days_intake_key_is_destroyed_when_nothing_needs_it(store: Store) -> None:
    key = f"intake:{NOON.date()}"
    with store.begin() as unit:
        take(unit, "in-1")
        take(unit, "in-2", b"held")
        unit.settle(InboxId("in-1"), decided(author="p-amelia"), now=NOON)
        unit.settle(InboxId("in-2"), decided(state=InboxState.HELD), now=NOON)
    purge(store, 32)
    assert store._keyring.opening_key(key)
    with store.begin() as unit:
        unit.apply((e.ReleaseHeld(inbox=InboxId("in-2"), refuse=True, reason="nobody_answered"),), now=NOON)
    purge(store, 32)
    with pytest.raises(SealBroken):
        store._keyring.opening_key(key)


def test_sent_bytes_go_after_a_week_and_their_row_stays(store: Store) -> None:
    with store.begin() as unit:
        unit.apply((queued("a"), queued("b"), queued("c", not_before=NOON + timedelta(days=60))), now=NOON)
        unit.claim(now=NOON, lease_until=NOON, worker="w", limit=9)
        unit.sent(OutboxId("o-a"), now=NOON)
        unit.fail(OutboxId("o-b"), reason="550 5.1.1", now=NOON)
    assert (purge(store, 7), purge(store, 8), purge(store, 9)) == (0, 2, 0)
    with store.begin() as unit:
        assert unit.counts().outbox == {"queued": 1, "sending": 0, "sent": 1, "failed": 1, "suppressed": 0}
        (late,) = unit.claim(now=NOON + timedelta(days=60), lease_until=NOON, worker="w", limit=9)
        assert late.outbox == "o-c"
        assert store._engine.dialect.name in ("sqlite", "postgresql")


ASKED = e.AskBack(
    confirmation=ConfirmationId("c-1"), token=Token("tokc"), purpose=ConfirmationPurpose.RELEASE,
    person=PersonId("p-amelia"), address_id=AddressId("a-amelia"), asked_at=NOON, inbox=InboxId("in-1"),
)  # fmt: skip


def test_a_held_message_is_asked_about_again_and_closed_at_last(store: Store) -> None:
    with store.begin() as unit:
        take(unit)
        take(unit, "in-2", RAW + b"2")
        take(unit, "in-3", RAW + b"3")
        unit.settle(InboxId("in-1"), decided(ASKED, state=InboxState.HELD), now=NOON)
        unit.settle(InboxId("in-2"), decided(state=InboxState.HELD, author="p-corvus"), now=NOON)
        unit.settle(InboxId("in-3"), decided(state=InboxState.HELD), now=NOON)  # nobody is known to ask

    def asks(days: float) -> list[tuple[str, str, int]]:
        with store.begin() as unit:
            found = unit.held_to_ask(now=NOON + timedelta(days=days))
            return [(one.inbox, one.person.id, one.asked) for one in found]

    def ask_again(n: int) -> None:
        with store.begin() as unit:
            unit.apply((queued(f"again-{n}", event=f"reask:in-1:{n}"),), now=NOON)

    assert asks(2.9) == []
    assert asks(3) == [("in-1", "p-amelia", 1)]
    ask_again(1)
    assert asks(9.9) == []
    assert asks(10) == [("in-1", "p-amelia", 2)]
    ask_again(2)
    assert asks(29) == []
    assert asks(30) == [("in-1", "p-amelia", 3), ("in-2", "p-corvus", 0)]
    with store.begin() as unit:
        (first, second) = unit.held_to_ask(now=NOON + timedelta(days=30))
        assert first.confirmation is not None
        assert (first.confirmation.token, first.confirmation.inbox, first.held_at) == ("tokc", "in-1", NOON)
        assert second.confirmation is None
