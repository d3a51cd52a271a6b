"""The cost of a message does not grow with the mailbox: every hot query finds its rows by an index."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event

from mailbot.model import effect as e
from mailbot.model.context import Clues, ThreadTarget
from mailbot.model.effect import InboxState
from mailbot.model.ids import (
    ConfirmationId,
    EnrolmentId,
    InboxId,
    MessageId,
    OutboxId,
    PairId,
    PersonId,
    RoundId,
    Token,
)
from mailbot.model.programme import Role
from mailbot.store.store import Store, Unit
from tests.store.cast import (
    NOON,
    answer,
    clues,
    enrolled,
    form_goes_out,
    pair,
    person,
    posted,
    queued,
    recorded,
    thread_starts,
)
from tests.store.conftest import Opened, with_cast
from tests.store.steps import decided, take
from tests.store.test_sweep import ASKED
from tests.store.test_withheld import holds, says, settled, withheld

LATER = NOON + timedelta(days=60)
ONE = InboxId("in-1")
ANYONE = MessageId("<anyone@example.org>")


def gathered(unit: Unit, given: Clues) -> object:
    return unit.context(ONE, clues=given, message_id=ANYONE, received_at=NOON, now=NOON)


def context(**given: object) -> Callable[[Unit], object]:
    return lambda unit: gathered(unit, clues(writer="amelia@trust.example", **given))


def insisted(unit: Unit) -> object:
    unit.apply((e.ReleaseHeld(inbox=InboxId("in-3"), refuse=False, reason="x", insist=True),), now=NOON)
    given = clues(writer="amelia@trust.example", tokens=by("f", "tokformamelia-0"), message_ids=(FORM,))
    return unit.context(InboxId("in-3"), clues=given, message_id=ANYONE, received_at=NOON, now=NOON)


def destroyed(unit: Unit) -> None:
    patient = e.SettleWithheld(inbox=InboxId("in-3"), outcome="expired", at=NOON, destroy_at=NOON)
    unit.apply((patient,), now=NOON)
    original = unit.original(InboxId("in-3"))
    assert original is not None
    unit.destroy_bytes(original, message_id="<x@y.example>", now=NOON)
    assert unit.destroyed(original, now=NOON)


def by(kind: str, value: str) -> tuple[tuple[str, Token], ...]:
    return ((kind, Token(value)),)


POST = MessageId("<th-1-1-mentor@example.org>")
FORM = MessageId("<form-amelia-0@example.org>")
THREE = ("e-amelia", "e-bashir", "e-delphine")
HOT: dict[str, Callable[[Unit], object]] = {
    "take_in": lambda unit: take(unit, "in-9", account="mentoring@host", uid=9),
    "cursor": lambda unit: unit.cursor("mentoring@host"),
    "begin_next": lambda unit: unit.begin_next(now=NOON),
    "next_received": lambda unit: unit.next_received(now=NOON),
    "count_attempt": lambda unit: unit.count_attempt(ONE),
    "taken_in": lambda unit: unit.taken_in(ONE),
    "context, form token": context(tokens=by("f", "tokformamelia-0")),
    "context, thread token": context(tokens=by("t", "tokmentoramelia"), message_ids=(ANYONE, POST)),
    "context, bounce token": context(tokens=by("b", "tokbouncea")),
    "context, confirmation token": context(tokens=by("c", "tokc")),
    "context, form's Message-ID": context(message_ids=(FORM,)),
    "context, post's Message-ID": context(message_ids=(POST,)),
    "context, unknown Message-ID": context(message_ids=(ANYONE,)),
    "context, returned Message-ID": context(returned_ids=(FORM,)),
    "context, a writer with words that wait": context(tokens=by("t", "tokmenteeamelia"), message_ids=(ANYONE,)),
    "context, SEND": insisted,
    "words_that_wait": lambda unit: unit.words_that_wait(now=LATER),
    "withheld_due": lambda unit: unit.withheld_due(InboxId("in-3")),
    "originals_to_destroy": lambda unit: unit.originals_to_destroy(now=LATER),
    "destroy": destroyed,
    "recall": lambda unit: unit.apply((e.Recall(outbox=OutboxId("o-b"), at=NOON),), now=NOON),
    "withhold, settle, reveal": lambda unit: unit.apply(
        (
            withheld("in-3", round_name="r-amelia-0"), settled("in-3"), says(Role.MENTOR, agreed=False),
            e.NoteNamesExchanged(pair=PairId("pair-amelia"), at=NOON), e.NoteAway(person=PersonId("p-amelia"), at=NOON),
        ),
        now=NOON,
    ),
    "context, reference line": context(reference="7F3A-K2QM-9XDB-LR4T"),
    "settle": lambda unit: unit.settle(
        ONE,
        decided(
            recorded("in-1", answer("positives", "x")), posted(2), queued("new"),
            e.SettleConfirmation(confirmation=ConfirmationId("c-1"), at=NOON, remember=True),
            e.NoteAutomaticAnswer(address="x@y.example", at=NOON),
            e.SuppressAddress(
                outbox=OutboxId("o-a"), address_id="a-amelia", status="5.1.1", permanent=True, suppress=True
            ),
            author="p-amelia",
        ),
        now=NOON,
    ),
    "due": lambda unit: unit.due(now=LATER, limit=50),
    "dispatch_context": lambda unit: unit.dispatch_context(EnrolmentId("e-amelia"), now=LATER),
    "dispatch_contexts": lambda unit: unit.dispatch_contexts(tuple(map(EnrolmentId, THREE)), now=LATER),
    "dispatch": lambda unit: unit.apply(form_goes_out(occurrence=1), now=LATER),
    "round": lambda unit: unit.round(RoundId("r-amelia-0")),
    "claim": lambda unit: unit.claim(now=LATER, lease_until=LATER, worker="w", limit=50),
    "sent": lambda unit: unit.sent(OutboxId("o-a"), now=NOON),
    "defer": lambda unit: unit.defer(OutboxId("o-a"), until=NOON, error="421"),
    "sent_since": lambda unit: unit.sent_since(since=NOON),
    "unsettled": lambda unit: unit.unsettled(),
    "held": lambda unit: unit.held(limit=10),
    "held_to_ask": lambda unit: unit.held_to_ask(now=LATER),
    "purge": lambda unit: unit.purge(now=LATER, keep_raw=timedelta(days=30), keep_sent=timedelta(days=7)),
    "addresses": lambda unit: unit.addresses(PersonId("p-amelia")),
}  # fmt: skip


def full(database: Opened) -> Store:
    """A store in which every query of HOT has something to find."""
    store = with_cast(database)
    with store.begin() as unit:
        unit.apply(
            (*form_goes_out(), thread_starts(), posted(1), queued("a"), queued("b", to="corvus", thread="th-1")),
            now=NOON,
        )
        take(unit)
        take(unit, "in-2", b"held")
        unit.settle(InboxId("in-2"), decided(ASKED, state=InboxState.HELD), now=NOON)
        take(unit, "in-4", b"relayed")
        unit.settle(InboxId("in-4"), decided(reason="relayed"), now=NOON, writer="amelia@trust.example")
    holds(store, "in-3", round_name="r-amelia-0")
    return store


@contextmanager
def statements(store: Store) -> Iterator[list[tuple[str, object]]]:
    """Every statement of the block with its parameters."""
    seen: list[tuple[str, object]] = []

    def note(_conn: object, _cursor: object, statement: str, parameters: object, _context: object, many: bool) -> None:
        seen.append((statement, parameters[0] if many else parameters))  # type: ignore[index]

    event.listen(store._engine, "before_cursor_execute", note)
    yield seen
    event.remove(store._engine, "before_cursor_execute", note)


def plan(store: Store, statement: str, parameters: object) -> list[str]:
    with store._engine.begin() as connection:
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]


@pytest.mark.parametrize("name", HOT)
def test_no_hot_query_reads_a_whole_table(sqlite: Opened, name: str) -> None:
    store = full(sqlite)
    with statements(store) as seen, store.begin() as unit:
        HOT[name](unit)
    queries = [(sql, given) for sql, given in seen if re.match("SELECT|UPDATE|DELETE", sql)]
    assert seen
    for sql, given in queries:
        for step in plan(store, sql, given):
            assert not is_whole_table(step), f"{name}: {step}\n{sql}"


def is_whole_table(step: str) -> bool:
    """Whether that step of a plan reads every row; a scan of a subquery's few, or of what still waits, does not."""
    return re.match(r"SCAN (?!\(|anon_|CONSTANT|withheld USING INDEX ix_withheld_asked)", step) is not None


@pytest.mark.parametrize("sql", ["SELECT id FROM inbox WHERE reason = 'x'", "SELECT state FROM outbox ORDER BY state"])
def test_a_planted_whole_read_is_noticed(sqlite: Opened, sql: str) -> None:
    assert any(is_whole_table(step) for step in plan(full(sqlite), sql, ()))


@pytest.mark.parametrize(
    "name", ["begin_next", "next_received", "claim", "context, form token", "context, thread token"]
)
def test_the_number_of_statements_does_not_grow_with_the_rows(sqlite: Opened, name: str) -> None:
    store = full(sqlite)

    def count() -> int:
        with statements(store) as seen:
            with store.begin() as unit:
                HOT[name](unit)
                unit.connection.rollback()  # so that it can be done again
            return len(seen)

    before = count()
    with store.begin() as unit:
        unit.apply(tuple(queued(f"more-{n}") for n in range(60)), now=NOON)
        unit.apply(tuple(posted(n) for n in range(10, 60)), now=NOON)
        for n in range(60):
            take(unit, f"more-{n}", str(n).encode())
    assert count() <= before + 2  # the first of a long thread's references is fetched apart


@pytest.mark.parametrize("many", [2, 60])
def test_a_batch_of_forms_takes_no_more_statements_than_a_few(sqlite: Opened, many: int) -> None:
    store = sqlite.open()
    names = [f"m{number}" for number in range(many)]
    with store.begin() as unit:
        unit.apply(tuple(person(f"{n.title()} x", Role.MENTEE, f"{n}@trust.example") for n in names), now=NOON)
        unit.apply((person("Corvus Coldwell", Role.MENTOR, "corvus@royal.example"),), now=NOON)
        unit.apply(tuple(pair(n, "corvus") for n in names) + tuple(enrolled(n) for n in names), now=NOON)
        unit.apply(tuple(effect for n in names for effect in form_goes_out(n)), now=NOON)
        unit.apply(tuple(thread_starts(f"th-{n}", mentee=n, round_name=f"{n}-0") for n in names), now=NOON)
    with statements(store) as seen, store.begin() as unit:
        contexts = unit.dispatch_contexts(tuple(EnrolmentId(f"e-{n}") for n in names), now=LATER)
        unit.apply(tuple(effect for n in names for effect in form_goes_out(n, 1)), now=LATER)
    assert all(one.previous_thread is not None for one in contexts.values())
    assert len(contexts) == many
    assert len(seen) <= 14, seen


def test_a_relayed_post_takes_a_handful_of_statements(sqlite: Opened) -> None:
    store = full(sqlite)
    asked = clues(writer="corvus@royal.example", tokens=by("t", "tokmentoramelia"), message_ids=(POST,))
    with statements(store) as seen:
        with store.begin() as unit:
            begun = unit.begin_next(now=NOON)
        assert begun is not None
        begun.taken_in()
        with store.begin() as unit:
            found = unit.context(ONE, clues=asked, message_id=ANYONE, received_at=NOON, now=NOON)
            unit.settle(ONE, decided(posted(2), queued("new"), author="p-corvus"), now=NOON)
    assert isinstance(found.target, ThreadTarget)
    assert found.target.parent == "narwhal number 1"
    assert len(found.pairs) == 2
    assert len(seen) <= 21, seen  # the two that begin a transaction included
