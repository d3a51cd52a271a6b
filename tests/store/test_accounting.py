"""The accounting invariant: every message is in exactly one state, whatever was done and whenever the power went."""

from __future__ import annotations

import contextlib
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from mailbot.model import effect as e
from mailbot.model.effect import InboxState
from mailbot.model.ids import InboxId, OutboxId
from mailbot.store.store import Store, Unit
from tests.store.cast import NOON, queued
from tests.store.conftest import Opened, with_cast
from tests.store.steps import decided, take

LEASE = timedelta(minutes=10)
ENDS = st.sampled_from([InboxState.PROCESSED, InboxState.HELD, InboxState.REFUSED])


class PowerCutError(Exception):
    """The process is gone in the middle of a transaction."""


class BothBoxes(RuleBasedStateMachine):
    """Both boxes beside a model of them: a dictionary of states."""

    messages = Bundle("messages")
    letters = Bundle("letters")

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="mailbot-accounting-")
        path = Path(self.folder.name)
        self.opened = Opened(url=f"sqlite:///{path}/mailbot.db", data=path)
        self.store: Store = with_cast(self.opened)
        self.now, self.serial = NOON, 0
        self.inbox: dict[str, str] = {}
        self.outbox: dict[str, str] = {}
        self.raw: dict[str, bytes] = {}
        self.message_bytes: dict[str, bytes] = {}

    def teardown(self) -> None:
        self.opened.close()
        self.folder.cleanup()

    def done(self, work: Callable[[Unit], None], *, cut: bool) -> bool:
        """Whether the transaction was committed; with `cut` the power goes just before."""
        with contextlib.suppress(PowerCutError):
            with self.store.begin() as unit:
                work(unit)
                if cut:
                    raise PowerCutError
            return True
        self.store = self.opened.reopen()
        return False

    def next(self, kind: str) -> str:
        self.serial += 1
        return f"{kind}-{self.serial}"

    @rule(target=messages, cut=st.booleans(), raw=st.binary(max_size=20))
    def comes_in(self, cut: bool, raw: bytes) -> str:
        name = self.next("in")
        if self.done(lambda unit: assert_true(take(unit, name, raw)), cut=cut):
            self.inbox[name], self.raw[name] = "received", raw
            return name
        return multiple()

    @rule(target=letters, message=messages, end=ENDS, cut=st.booleans(), author=st.sampled_from([None, "p-amelia"]))
    def is_decided(self, message: str, end: InboxState, cut: bool, author: str | None) -> str:
        if self.inbox[message] != "received":
            return multiple()
        letter = self.next("letter")
        effects = (queued(letter, not_before=self.now),)
        decision = decided(*effects, state=end, author=author)
        if self.done(lambda unit: unit.settle(InboxId(message), decision, now=self.now), cut=cut):
            self.inbox[message], self.outbox[f"o-{letter}"] = end.value, "queued"
            return f"o-{letter}"
        return multiple()

    @rule(message=messages)
    def kills_its_reader(self, message: str) -> None:
        if self.inbox[message] == "received":
            self.done(lambda unit: unit.shunt(InboxId(message), error_id="e", reason="r", now=self.now), cut=False)
            self.inbox[message] = "shunted"

    @rule(message=messages, cut=st.booleans())
    def is_replayed(self, message: str, cut: bool) -> None:
        may = self.inbox[message] in ("shunted", "held")
        if self.done(lambda unit: assert_true(unit.replay(InboxId(message)) is may), cut=cut) and may:
            self.inbox[message] = "received"

    @rule(message=messages, refuse=st.booleans())
    def is_released(self, message: str, refuse: bool) -> None:
        effect = e.ReleaseHeld(inbox=InboxId(message), refuse=refuse, reason="r")
        self.done(lambda unit: unit.apply((effect,), now=self.now), cut=False)
        if self.inbox[message] == "held":
            self.inbox[message] = "refused" if refuse else "received"

    @rule(minutes=st.integers(min_value=0, max_value=30))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(limit=st.integers(min_value=1, max_value=4), cut=st.booleans())
    def are_claimed(self, limit: int, cut: bool) -> None:
        claimed: list[str] = []

        def work(unit: Unit) -> None:
            rows = unit.claim(now=self.now, lease_until=self.now + LEASE, worker="w", limit=limit)
            claimed.extend(row.outbox for row in rows)
            for row in rows:  # the same bytes however often, so the same Message-ID
                assert self.message_bytes.setdefault(row.outbox, row.raw) == row.raw

        if self.done(work, cut=cut):
            for name in claimed:
                assert self.outbox[name] in ("queued", "sending")
                self.outbox[name] = "sending"

    @rule(letter=letters, outcome=st.sampled_from(["sent", "queued", "failed"]), cut=st.booleans())
    def has_an_outcome(self, letter: str, outcome: str, cut: bool) -> None:
        if self.outbox[letter] != "sending":
            return

        def work(unit: Unit) -> None:
            match outcome:
                case "sent":
                    unit.sent(OutboxId(letter), now=self.now)
                case "failed":
                    unit.fail(OutboxId(letter), reason="550", now=self.now)
                case _:
                    unit.defer(OutboxId(letter), until=self.now + timedelta(minutes=5), error="421")

        if self.done(work, cut=cut):
            self.outbox[letter] = outcome

    @precondition(lambda self: self.serial > 3)
    @rule()
    def the_daemon_is_killed(self) -> None:
        self.store = self.opened.reopen()

    @invariant()
    def every_row_is_in_exactly_one_state(self) -> None:
        with self.store.begin() as unit:
            counts = unit.counts()
            waiting = unit.unsettled()
        assert Counter(self.inbox.values()) == Counter({k: v for k, v in counts.inbox.items() if v})
        assert Counter(self.outbox.values()) == Counter({k: v for k, v in counts.outbox.items() if v})
        assert set(counts.inbox) == {"received", "processed", "held", "refused", "shunted"}
        assert sum(counts.inbox.values()) == len(self.inbox)
        assert waiting == sum(1 for state in self.outbox.values() if state in ("queued", "sending"))

    @rule(message=messages)
    def nothing_of_it_is_lost(self, message: str) -> None:
        with self.store.begin() as unit:
            assert unit.taken_in(InboxId(message)).raw == self.raw[message]


def assert_true(value: bool) -> None:
    assert value


BothBoxes.TestCase.settings = settings(
    max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestBothBoxes = BothBoxes.TestCase
