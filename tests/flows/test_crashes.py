"""Killed at any instant: nothing lost, nothing decided twice; what is sent twice has the same Message-ID."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from sqlalchemy import event

from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.flows.accept import accept_mailbox
from mailbot.flows.deliver import LEASE, deliver_batch
from mailbot.flows.explain import explain_raw
from mailbot.flows.process import MAX_ATTEMPTS, process_next
from mailbot.flows.tick import process_all
from mailbot.flows.world import Limits
from mailbot.model.effect import InboxState
from mailbot.store import apply
from tests.flows.town import OURS, Town, answered, parsed, reply_address, text_of, written

ZOE, PHILIPPA, IBRAHIM = "zoe@quillfeather.test", "philippa@northgate.test", "ibrahim@lakeside.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
ANSWERS = {1: "4", 2: "- one\n- two", 3: "A research post"}


class KilledError(BaseException):
    """kill -9, as near as a test can come: nothing catches it."""


@pytest.fixture
def form(town: Town) -> EmailMessage:
    town.tick()
    town.at(FIRST_FORM).tick()
    return town.last(ZOE)


def reply_to(form: EmailMessage, **kwargs: str) -> bytes:
    return written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, **kwargs)


def tables(town: Town, *names: str) -> dict[str, list[tuple[object, ...]]]:
    found = {}
    for file in ("mailbot.db", "keys.db"):
        with sqlite3.connect(town.folder / "data" / file) as connection:
            tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                if not names or table in names:
                    found[f"{file}/{table}"] = connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
    return found


def packets(town: Town) -> list[EmailMessage]:
    return [one for one in town.letters(PHILIPPA) if "A research post" in text_of(one)]


# --- taking in -------------------------------------------------------------------------------------------------------


def test_taken_in_but_not_moved_is_read_once_and_moved_later(town: Town, form: EmailMessage) -> None:
    town.deliver(reply_to(form))
    move = town.mailbox.move_to_processed

    def killed(_uids: object) -> None:
        raise KilledError

    town.mailbox.move_to_processed = killed  # type: ignore[method-assign]
    with pytest.raises(KilledError):
        town.tick()
    town.mailbox.move_to_processed = move  # type: ignore[method-assign]
    town.later(minutes=1).tick()
    assert town.counts()["inbox"]["processed"] == 1
    assert len(packets(town)) == 1
    town.restarted().later(minutes=1).tick()
    assert town.counts()["inbox"]["processed"] == 1
    assert town.mailbox.inbox == []


def test_an_unreachable_mailbox_keeps_everything_and_the_rest_goes_on(town: Town) -> None:
    town.tick()
    town.mailbox.fail_next(*[TemporaryFailure("no answer")] * 4)
    assert town.at(FIRST_FORM).tick().dispatched == 2
    form = town.last(ZOE)
    town.deliver(reply_to(form))
    town.mailbox.fail_next(TemporaryFailure("no answer"))
    assert town.later(minutes=1).tick().accepted == 0
    town.later(hours=2)
    while town.tick().accepted == 0:
        pass
    assert len(packets(town)) == 1


def test_a_move_that_fails_loses_nothing_and_reads_nothing_twice(town: Town, form: EmailMessage) -> None:
    town.deliver(reply_to(form))
    move = town.mailbox.move_to_processed

    def unreachable(_uids: object) -> None:
        raise TemporaryFailure("gone")

    town.mailbox.move_to_processed = unreachable  # type: ignore[method-assign]
    town.later(minutes=1).tick()
    town.mailbox.move_to_processed = move  # type: ignore[method-assign]
    town.later(minutes=1).tick()
    town.later(minutes=1).tick()
    assert town.mailbox.inbox == []
    assert town.counts()["inbox"]["processed"] == 1
    assert len(packets(town)) == 1


def test_a_renumbered_mailbox_gives_nothing_twice_and_loses_nothing(town: Town, form: EmailMessage) -> None:
    town.deliver(reply_to(form))
    town.later(minutes=1).tick()
    town.deliver(reply_to(form))
    town.deliver(written(ZOE, reply_address(town.letters(ZOE)[0]), "A new post."))
    town.mailbox.renumber()
    for _ in range(3):
        town.later(minutes=1).tick()
    assert len(packets(town)) == 1
    assert sum("A new post." in text_of(one) for one in town.letters(PHILIPPA)) == 1
    assert town.mailbox.inbox == []


def test_the_first_start_leaves_old_mail_alone(town: Town) -> None:
    town.world.from_start = False
    for number in range(60):
        town.deliver(written("old@friend.test", OURS, f"Old news {number}"))
    town.later(seconds=1).tick()
    assert town.counts()["inbox"]["received"] == 0
    assert len(town.mailbox.inbox) == 60
    town.at(FIRST_FORM).tick()
    form = town.last(ZOE)
    town.deliver(reply_to(form))
    town.later(minutes=1).tick()
    town.restarted().later(minutes=1).tick()
    assert len(packets(town)) == 1
    assert len(town.mailbox.inbox) == 60
    town.mailbox.renumber()
    for _ in range(3):
        town.later(minutes=1).tick()
    assert len(town.mailbox.inbox) == 60
    assert sum(town.counts()["inbox"].values()) == 1


def test_nothing_stays_in_processed_where_nothing_is_to_be_kept(town: Town, form: EmailMessage) -> None:
    town.world.keeping = type(town.world.keeping)(
        raw=timedelta(days=30), sent=timedelta(days=7), processed=timedelta(0)
    )
    town.deliver(reply_to(form))
    town.later(minutes=1).tick()
    assert (town.mailbox.inbox, town.mailbox.processed) == ([], [])


# --- deciding --------------------------------------------------------------------------------------------------------


def test_a_message_that_kills_the_process_is_put_aside_and_the_next_is_read(
    town: Town, form: EmailMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    deadly = written(ZOE, reply_address(form), "deadly", answers=form)
    town.deliver(deadly)
    town.later(seconds=1).deliver(reply_to(form))
    from mailbot.flows import process

    real = process.parse

    def parse(raw: bytes, **kwargs: object) -> object:
        if raw == deadly:
            raise KilledError
        return real(raw, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(process, "parse", parse)
    for _ in range(MAX_ATTEMPTS):
        with pytest.raises(KilledError):
            town.tick()
    town.tick()
    assert town.counts()["inbox"] == {"received": 0, "processed": 1, "held": 0, "refused": 0, "shunted": 1}
    assert len(packets(town)) == 1
    monkeypatch.undo()
    with town.world.store.begin() as unit:
        (row,) = unit.held(limit=5)
        assert (row.state, row.reason) == (InboxState.SHUNTED, "too_many_attempts")
        assert unit.replay(row.inbox)
    town.later(minutes=1).tick()
    assert town.counts()["inbox"]["shunted"] == 0


def breaking(number: int, error: BaseException) -> Callable[..., None]:
    """The store, failing as the effect of that number is written."""
    real, count = apply.apply_effect, 0

    def broken(*args: object, **kwargs: object) -> None:
        nonlocal count
        count += 1
        if count == number:
            raise error
        real(*args, **kwargs)  # type: ignore[arg-type]

    return broken


@pytest.mark.parametrize("number", range(1, 8))
def test_killed_between_any_two_rows_nothing_of_it_is_there_and_then_all_once(
    town: Town, form: EmailMessage, number: int
) -> None:
    town.deliver(reply_to(form))
    accept_mailbox(town.world)
    written_tables = ("outbox", "round", "answer", "thread", "post", "post_reference", "automatic_answer")
    before = tables(town, *written_tables)
    writes = 0

    def kill(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        nonlocal writes
        writes += statement.startswith(("INSERT", "UPDATE"))
        if writes > number:  # the first one counts the attempt, in a transaction of its own
            raise KilledError

    event.listen(town.world.store._engine, "before_cursor_execute", kill)
    with pytest.raises(KilledError):
        process_next(town.world)
    event.remove(town.world.store._engine, "before_cursor_execute", kill)
    assert tables(town, *written_tables) == before
    town.later(minutes=1).tick()
    assert len(packets(town)) == 1
    assert [m["Subject"] for m in town.letters(ZOE)].count(town.last(ZOE)["Subject"]) == 1


def test_an_unexpected_failure_rolls_back_shunts_and_can_be_replayed(
    town: Town, form: EmailMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.deliver(reply_to(form))
    sent = len(town.submission.sent)
    monkeypatch.setattr(apply, "apply_effect", breaking(1, ZeroDivisionError("a fault of ours")))
    assert town.later(minutes=1).tick().shunted == 1
    assert len(town.submission.sent) == sent
    monkeypatch.undo()
    with town.world.store.begin() as unit:
        (row,) = unit.held(limit=5)
        assert row.error_id
        assert unit.replay(row.inbox)
    town.later(minutes=1).tick()
    assert len(packets(town)) == 1


def test_a_row_whose_seal_is_broken_does_not_stop_the_queue(town: Town, form: EmailMessage) -> None:
    town.deliver(written(ZOE, reply_address(form), "first", answers=form))
    town.mailbox.fail_next()
    accept_mailbox(town.world)
    with sqlite3.connect(town.folder / "data" / "mailbot.db") as connection:
        connection.execute("UPDATE inbox SET raw = x'00112233445566778899aabbccddeeff00112233445566778899'")
    town.later(seconds=5).deliver(reply_to(form))
    town.later(minutes=1).tick()
    counts = town.counts()["inbox"]
    assert (counts["processed"], counts["shunted"], counts["received"]) == (1, 1, 0)
    assert len(packets(town)) == 1


def test_a_held_message_that_is_replayed_is_held_again_and_asks_once(town: Town, form: EmailMessage) -> None:
    town.deliver(reply_to(form, verdict="fail"))
    town.later(minutes=1).tick()
    challenges = len(town.letters(ZOE))
    with town.world.store.begin() as unit:
        (row,) = unit.held(limit=5)
        assert unit.replay(row.inbox)
    town.later(minutes=1).tick()
    assert town.counts()["inbox"]["held"] == 1
    assert len(town.letters(ZOE)) <= challenges + 1
    challenge = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(challenge), "YES", answers=challenge))
    town.later(minutes=1).tick()
    town.tick()
    assert len(packets(town)) == 1


def test_two_workers_on_one_message_decide_it_once(town: Town, form: EmailMessage) -> None:
    town.deliver(reply_to(form))
    from mailbot.flows import process

    accept_mailbox(town.world)
    with town.world.store.begin() as unit:
        begun = unit.begin_next(now=town.world.now())
        assert begun is not None
    taken = begun.taken_in()
    assert process_next(town.world) is InboxState.PROCESSED
    with pytest.raises(process.StoreConflict):
        process._process(town.world, taken)
    assert process_all(town.world).total() == 0


# --- sending ---------------------------------------------------------------------------------------------------------


def test_claimed_and_dead_is_sent_when_the_lease_is_over(town: Town) -> None:
    town.tick()
    sent = len(town.submission.sent)
    town.at(FIRST_FORM)
    from mailbot.flows.dispatch import dispatch_due

    dispatch_due(town.world)
    with town.world.store.begin() as unit:
        now = town.world.now()
        assert len(unit.claim(now=now, lease_until=now + LEASE, worker="dead", limit=10)) == 2
    town.later(minutes=5).tick()
    assert len(town.submission.sent) == sent
    town.later(minutes=6).tick()
    assert len(town.submission.sent) == sent + 2
    assert town.counts()["outbox"]["sent"] == len(town.submission.sent)


def test_sent_but_not_marked_comes_twice_under_one_message_id(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.tick()
    town.at(FIRST_FORM)
    sent_before = len(town.submission.sent)
    from mailbot.store.store import Unit

    def killed(*_args: object, **_kwargs: object) -> None:
        raise KilledError

    monkeypatch.setattr(Unit, "sent", killed)
    with pytest.raises(KilledError):
        town.tick()
    monkeypatch.undo()
    town.later(minutes=11).tick()
    town.later(minutes=11).tick()
    ids = [parsed(one)["Message-ID"] for one in town.submission.sent[sent_before:]]
    assert len(set(ids)) == 2
    assert 3 <= len(ids) <= 4
    assert town.counts()["outbox"]["sending"] == 0


def test_a_smart_host_that_does_not_answer_gets_it_later(town: Town) -> None:
    town.tick()
    town.submission.refuse(ZOE, TemporaryFailure("4.3.2"))
    counts = town.at(FIRST_FORM).tick()
    assert (counts.sent, counts.deferred) == (1, 1)
    town.submission._refused.clear()
    assert town.tick().sent == 0
    assert town.later(minutes=2).tick().sent == 1


def test_what_the_smart_host_refuses_for_good_is_failed_and_stops_nothing(town: Town) -> None:
    town.tick()
    town.submission.refuse(ZOE, PermanentFailure("5.1.1"))
    counts = town.at(FIRST_FORM).tick()
    assert (counts.sent, counts.failed) == (1, 1)
    assert town.counts()["outbox"]["failed"] == 1


def test_a_message_is_given_up_after_five_days(town: Town) -> None:
    town.tick()
    town.submission.refuse(ZOE, TemporaryFailure("4.3.2"))
    town.at(FIRST_FORM).tick()
    for _ in range(6 * 24):
        town.later(hours=1)
        deliver_batch(town.world)
    assert town.counts()["outbox"]["failed"] == 1


def test_a_send_that_fails_in_an_unforeseen_way_keeps_nobody_else_waiting(town: Town) -> None:
    town.tick()
    town.submission.refuse(ZOE, ZeroDivisionError("a fault of ours"))  # type: ignore[arg-type]
    counts = town.at(FIRST_FORM).tick()
    assert (counts.sent, counts.deferred) == (1, 1)


def test_a_form_that_cannot_be_made_keeps_nobody_else_waiting(town: Town) -> None:
    town.tick()
    with sqlite3.connect(town.folder / "data" / "mailbot.db") as connection:
        first = connection.execute("SELECT id FROM enrolment ORDER BY id LIMIT 1").fetchone()[0]
        connection.execute(
            "UPDATE pair SET sealed = x'00112233445566778899aabbccddeeff00112233445566778899' "
            "WHERE mentee = (SELECT mentee FROM enrolment WHERE id = ?)",
            (first,),
        )
    from mailbot.flows.dispatch import dispatch_due

    town.at(FIRST_FORM)
    assert dispatch_due(town.world) == 1
    assert dispatch_due(town.world) == 0


@pytest.mark.parametrize("limits", [Limits(per_minute=1), Limits(per_day=1), Limits(per_minute=5, per_day=1)])
def test_a_providers_limits_are_kept_and_posts_go_first(town: Town, limits: Limits) -> None:
    town.tick()
    paired = town.letters(ZOE)[0]
    town.later(days=2)
    town.world.limits = limits
    town.at(FIRST_FORM).deliver(written(ZOE, reply_address(paired), "Before the forms.", answers=paired))
    sent = len(town.submission.sent)
    assert town.tick().sent == 1
    assert "Before the forms." in text_of(parsed(town.submission.sent[sent]))
    assert town.later(seconds=30).tick().sent == 0
    for _ in range(2):
        town.later(days=1, minutes=1).tick()
    assert len(town.submission.sent) == sent + 3


def test_after_a_long_sleep_each_person_gets_one_form(town: Town) -> None:
    town.tick()
    assert town.at(datetime(2027, 12, 24, 12, 0, tzinfo=UTC)).tick().dispatched == 2
    assert "form 6" in town.last(ZOE)["Subject"]
    assert town.later(hours=1).tick().dispatched == 0
    assert town.at(datetime(2028, 1, 5, 8, 0, tzinfo=UTC)).tick().dispatched == 2


# --- looking ---------------------------------------------------------------------------------------------------------


def test_explaining_leaves_no_trace_and_shows_nothing_sealed(town: Town, form: EmailMessage) -> None:
    town.deliver(reply_to(form))
    town.later(hours=1).tick()
    packet = town.last(PHILIPPA)
    town.deliver(written(PHILIPPA, reply_address(packet), "Secret advice.", answers=packet, subject="Re: secret plan"))
    town.later(hours=1).tick()
    post = town.last(ZOE)
    town.later(days=3)
    before = tables(town)
    correction = explain_raw(town.world, written(ZOE, reply_address(form), "1. 2", answers=form))
    answer = explain_raw(town.world, written(ZOE, reply_address(post), "Thanks.", answers=post))
    stranger = explain_raw(town.world, written("who@else.test", OURS, "Hello?"))
    forged = explain_raw(town.world, reply_to(form, verdict="fail", subject="Re: again"))
    assert tables(town) == before
    shown = b"".join(
        one.message.raw
        for explained in (correction, answer, stranger, forged)
        for one in explained.disposition.effects
        if hasattr(one, "message")
    )
    readable = shown.replace(b"=\r\n", b"")
    for words in (b"research post", b"Secret advice", b"secret plan", b"northgate", b"Philippa", b"Zo=C3=AB"):
        assert words not in readable, words
    assert b"[sealed]" in readable
    assert b"Thanks." in readable


def test_no_answer_of_the_database_in_the_middle_of_a_decision_loses_or_shunts_nothing(
    town: Town, form: EmailMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.deliver(reply_to(form))
    monkeypatch.setattr(apply, "apply_effect", breaking(1, TemporaryFailure("the disk is full")))
    with pytest.raises(TemporaryFailure):
        town.tick()
    monkeypatch.undo()
    town.later(minutes=1).tick()
    assert town.counts()["inbox"]["processed"] == 1
    assert len(packets(town)) == 1


def test_a_database_that_is_away_is_no_attempt_of_the_message(town: Town, form: EmailMessage, monkeypatch) -> None:
    town.deliver(reply_to(form))
    accept_mailbox(town.world)
    from mailbot.store.context import Contexts

    def away(*_: object, **__: object) -> None:
        raise TemporaryFailure("the database is busy")

    with monkeypatch.context() as patched:
        patched.setattr(Contexts, "context", away)
        for _ in range(5):
            with pytest.raises(TemporaryFailure):
                process_next(town.world)
    assert process_next(town.world) is InboxState.PROCESSED


def test_a_form_that_still_waits_is_not_sent_to_one_who_has_stopped(town: Town) -> None:
    town.tick()
    town.at(FIRST_FORM)
    from mailbot.flows.dispatch import dispatch_due

    dispatch_due(town.world)
    town.deliver(written(ZOE, OURS, "STOP", subject="Stop"))
    town.later(minutes=1).tick()
    assert not any("form 1" in str(letter["Subject"]) for letter in town.letters(ZOE))
    assert town.counts()["outbox"]["suppressed"] == 1
