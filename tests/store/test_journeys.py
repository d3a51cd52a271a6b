"""T1 to T4 on a real database, with the power cut between any two of them."""

from __future__ import annotations

from datetime import timedelta

from mailbot.model import effect as e
from mailbot.model.effect import Disposition, InboxState, Kind
from mailbot.model.ids import EnrolmentId, InboxId, OutboxId, PersonId, RoundId
from mailbot.store.store import Unit
from tests.store.cast import NOON, RAW, answer, clues, form_goes_out, posted, queued, recorded, thread_starts
from tests.store.conftest import Opened, with_cast

ONE = InboxId("in-1")
LEASE = timedelta(minutes=10)


def take(unit: Unit, inbox: InboxId = ONE, raw: bytes = RAW) -> bool:
    return unit.take_in(
        inbox=inbox, raw=raw, envelope_sender="amelia@trust.example", recipients=("mentoring@example.org",),
        received_at=NOON, source="lmtp",
    )  # fmt: skip


def processed(
    *effects: e.Effect, state: InboxState = InboxState.PROCESSED, author: str | None = "p-amelia"
) -> Disposition:
    return Disposition(
        kind=Kind.FORM_REPLY,
        reason="answers_complete",
        state=state,
        effects=effects,
        author=PersonId(author) if author else None,
    )


def test_the_whole_way_with_the_store_reopened_after_each_commit(  # noqa: PLR0915 - a way is told in one go
    database: Opened,
) -> None:
    store = with_cast(database)
    with store.begin() as unit:  # T2 of a form
        assert unit.due(now=NOON, limit=10) == ("e-amelia", "e-bashir", "e-delphine")
        due = unit.dispatch_context(EnrolmentId("e-amelia"), now=NOON)
        assert due is not None
        assert (due.occurrence, due.pair.mentee.name, due.previous_round) == (0, "Amelia Ashgrove", None)
        unit.apply(form_goes_out(), now=NOON)
    store = database.reopen()
    with store.begin() as unit:  # T3
        (form,) = unit.claim(now=NOON, lease_until=NOON + LEASE, worker="w1", limit=10)
        assert (form.outbox, form.template, form.attempts) == ("o-form-amelia-0", "form", 1)
        assert (form.raw, form.envelope_to) == (b"words for amelia walrusing\r\n", "amelia@trust.example")
    store = database.reopen()
    with store.begin() as unit:  # T4
        unit.sent(form.outbox, now=NOON)
    store = database.reopen()
    with store.begin() as unit:  # T1
        assert take(unit)
    store = database.reopen()
    with store.begin() as unit:
        assert unit.next_received(now=NOON) == ONE
        assert unit.count_attempt(ONE) == 1
        assert unit.taken_in(ONE).raw == RAW
        assert unit.taken_in(ONE).recipients == ("mentoring@example.org",)
    store = database.reopen()
    with store.begin() as unit:  # T2
        found = unit.context(
            ONE, clues=clues(tokens=(("f", "tokformamelia-0"),), writer="Amelia@Trust.Example"),
            message_id=None, received_at=NOON, now=NOON,
        )  # fmt: skip
        assert found.target is not None
        assert found.target.round.id == "r-amelia-0"
        assert [writer.name for writer in found.writers] == ["Amelia Ashgrove"]
        effects = (
            recorded("in-1", answer("satisfaction", "4 - good", value=4)),
            posted(1, author="amelia", inbox="in-1"),
            thread_starts(),
            queued("packet", to="corvus", template="packet", thread="th-1", author=PersonId("p-amelia")),
        )
        unit.settle(ONE, processed(*effects), now=NOON)
    store = database.reopen()
    with store.begin() as unit:
        round_ = unit.round(RoundId("r-amelia-0"))
        assert [(one.question, one.text, one.value) for one in round_.answers] == [("satisfaction", "4 - good", 4)]
        assert (round_.thread, round_.packet_message_id) == ("th-1", "<th-1-1-mentor@example.org>")
        assert unit.taken_in(ONE).raw == RAW  # now under its author's key
        assert unit.next_received(now=NOON) is None
        counts = unit.counts()
        assert counts.inbox == {"received": 0, "processed": 1, "held": 0, "refused": 0, "shunted": 0}
        assert counts.outbox == {"queued": 1, "sending": 0, "sent": 1, "failed": 0, "suppressed": 0}
        (claimed,) = unit.claim(now=NOON, lease_until=NOON + LEASE, worker="w", limit=9)
        assert claimed.outbox == OutboxId("o-packet")
