"""Each transaction of the journeys, cut just before its commit: the tables are as if it had never begun."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from mailbot.model import effect as e
from mailbot.model.effect import InboxState
from mailbot.model.ids import EnrolmentId, InboxId, OutboxId, PersonId
from mailbot.store.store import Store, Unit
from mailbot.store.tables import METADATA
from tests.store.cast import NOON, answer, clues, form_goes_out, posted, queued, recorded, thread_starts
from tests.store.conftest import Opened, with_cast
from tests.store.steps import decided, take
from tests.store.test_sweep import ASKED

ONE = InboxId("in-1")
LEASE = timedelta(minutes=10)


def dispatch(unit: Unit) -> None:
    assert unit.dispatch_context(EnrolmentId("e-amelia"), now=NOON) is not None
    unit.apply(form_goes_out(), now=NOON)


def claim(unit: Unit) -> None:
    assert unit.claim(now=NOON, lease_until=NOON + LEASE, worker="w", limit=10)


def accept(unit: Unit) -> None:
    assert take(unit)
    assert take(unit, "in-2", b"forged", account="mentoring@host", uid=9)
    unit.set_cursor("mentoring@host", uidvalidity=1, last_uid=9)


def start(unit: Unit) -> None:
    assert unit.next_received(now=NOON) == ONE
    assert unit.count_attempt(ONE) == 1


def process(unit: Unit) -> None:
    unit.context(ONE, clues=clues(), message_id=None, received_at=NOON, now=NOON)
    packet = queued("packet", to="corvus", author=PersonId("p-amelia"), thread="th-1")
    effects = (thread_starts(), posted(1, author="amelia"), recorded("in-1", answer("positives", "x")), packet)
    unit.settle(ONE, decided(*effects, author="p-amelia"), now=NOON)


def hold(unit: Unit) -> None:
    unit.settle(InboxId("in-2"), decided(ASKED, state=InboxState.HELD), now=NOON)


def release(unit: Unit) -> None:
    settled = e.SettleConfirmation(confirmation=ASKED.confirmation, at=NOON, remember=True)
    unit.apply((e.ReleaseHeld(inbox=InboxId("in-2"), refuse=True, reason="denied"), settled), now=NOON)


def purge(unit: Unit) -> None:
    unit.purge(now=NOON + timedelta(days=40), keep_raw=timedelta(days=30), keep_sent=timedelta(days=7))


JOURNEY: tuple[Callable[[Unit], None], ...] = (
    dispatch,
    claim,
    lambda unit: unit.sent(OutboxId("o-form-amelia-0"), now=NOON),
    accept,
    start,
    process,
    hold,
    release,
    claim,
    lambda unit: unit.defer(OutboxId("o-packet"), until=NOON, error="421"),
    claim,
    lambda unit: unit.fail(OutboxId("o-packet"), reason="550", now=NOON),
    purge,
)


def tables(store: Store) -> dict[str, list[Any]]:
    """Every row of every table."""
    with store.begin() as unit:
        return {
            name: sorted(map(repr, unit.connection.execute(table.select()).all()))
            for name, table in METADATA.tables.items()
        }


class PowerCutError(Exception):
    """The process is gone."""


def cut_off(store: Store, step: Callable[[Unit], None]) -> None:
    with contextlib.suppress(PowerCutError), store.begin() as unit:
        step(unit)
        raise PowerCutError


@pytest.mark.parametrize("cut", range(len(JOURNEY)))
def test_a_transaction_that_was_cut_off_never_was_and_can_be_done_again(database: Opened, cut: int) -> None:
    store = with_cast(database)
    for step in JOURNEY[:cut]:
        with store.begin() as unit:
            step(unit)
    before = tables(store)
    cut_off(store, JOURNEY[cut])
    store = database.reopen()
    assert tables(store) == before
    for step in JOURNEY[cut:]:
        with store.begin() as unit:
            step(unit)
    with store.begin() as unit:
        counts = unit.counts()
    assert counts.inbox == {"received": 0, "processed": 1, "held": 0, "refused": 1, "shunted": 0}
    assert counts.outbox == {"queued": 0, "sending": 0, "sent": 1, "failed": 1, "suppressed": 0}
    assert tables(store) != before
