"""Forms, their answers in all versions, and the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from mailbot.errors import StoreConflict
from mailbot.model import effect as e
from mailbot.model.answer import Answer, AnswerState
from mailbot.model.ids import EnrolmentId, PairId, QuestionId, RoundId, ThreadId, Token
from mailbot.model.people import PairState
from mailbot.store.codec import unpacked
from mailbot.store.store import Store
from mailbot.store.tables import REPLY
from tests.store.cast import NOON, NORTHERN, answer, form_goes_out, pair, posted, queued, recorded, sheet, thread_starts
from tests.store.steps import take

FIRST = RoundId("r-amelia-0")


def send_forms(store: Store, *occurrences: int) -> None:
    with store.begin() as unit:
        for occurrence in occurrences:
            unit.apply(form_goes_out(occurrence=occurrence), now=NOON)


def test_the_highest_version_of_an_answer_is_the_current_one(store: Store) -> None:
    send_forms(store, 0)
    missing = Answer(question=QuestionId("positives"), state=AnswerState.MISSING)
    with store.begin() as unit:
        for n in (1, 2, 3):
            take(unit, f"in-{n}", str(n).encode())
        unit.apply((recorded("in-1", answer("positives", "one"), answer("satisfaction", "4", value=4)),), now=NOON)
        unit.apply((recorded("in-2", answer("positives", "two", items=("a", "b")), complete=False),), now=NOON)
        known = {one.question: one for one in unit.round(FIRST).answers}
        assert (known[QuestionId("positives")].text, known[QuestionId("positives")].items) == ("two", ("a", "b"))
        assert known[QuestionId("satisfaction")].value == 4
        unit.apply((recorded("in-3", missing, complete=False),), now=NOON)
        answers = unit.round(FIRST).answers
        assert [one.question for one in answers] == ["satisfaction", "positives"]  # the form's order
        assert answers[1].state is AnswerState.MISSING


@pytest.mark.parametrize(("said", "kept"), [("", "quokkas everywhere"), ("and numbats", "and numbats")])
def test_a_reply_of_which_something_was_withheld_is_recorded_in_two_parts(store: Store, said: str, kept: str) -> None:
    send_forms(store, 0)
    with store.begin() as unit:
        take(unit)
        unit.apply((recorded("in-1", answer("positives", "one"), complete=False),), now=NOON)
    with store.begin() as unit:
        rest = replace(recorded("in-1", answer("satisfaction", "2")), unplaced=said)
        unit.apply((rest,), now=NOON)
        assert [one.text for one in unit.round(FIRST).answers] == ["2", "one"]
        reply = unit.one(select(REPLY))
        assert reply is not None
        assert reply.complete
        opened = unit.unseal(reply.sealed, under="person:p-amelia", table="reply", row="in-1")
        assert unpacked(opened)["unplaced"] == kept


def test_a_round_knows_the_one_before(store: Store) -> None:
    send_forms(store, 0, 2)
    with store.begin() as unit:
        take(unit)
        unit.apply((recorded("in-1", answer("positives", "then")),), now=NOON)
        later = unit.round(RoundId("r-amelia-2"))
        assert (later.number, later.answers, [one.text for one in later.previous]) == (3, (), ["then"])
        assert unit.round(FIRST).previous == ()
        assert unit.round(FIRST).sheet.questions == sheet().questions
        assert (later.token, later.message_id) == ("tokformamelia-2", "<form-amelia-2@example.org>")
    with pytest.raises(KeyError), store.begin() as unit:
        unit.round(RoundId("none"))


def test_a_form_is_sent_once_for_each_occurrence(store: Store) -> None:
    send_forms(store, 0)
    advance = form_goes_out()[0]
    assert isinstance(advance, e.AdvanceSchedule)
    again = replace(
        advance, round=RoundId("r-again"), token=Token("again"), message_id="<again@x>", sheet=sheet("AAAA"),
        pair=PairId("pair-bashir"),
    )  # fmt: skip
    with pytest.raises(StoreConflict), store.begin() as unit:
        unit.apply((again,), now=NOON)
    with store.begin() as unit:
        assert unit.dispatch_context(EnrolmentId("e-amelia"), now=NOON) is None  # not due any more
        assert unit.due(now=NOON, limit=9) == ("e-bashir", "e-delphine")
        due = unit.dispatch_context(EnrolmentId("e-amelia"), now=NOON + timedelta(days=59))
        assert due is not None
        assert (due.occurrence, due.previous_round, due.previous_thread) == (1, FIRST, None)


MENTEES = ("amelia", "bashir", "delphine")
ENROLMENTS = tuple(EnrolmentId(f"e-{mentee}") for mentee in MENTEES)


def test_many_forms_know_what_each_alone_would(store: Store) -> None:
    send_forms(store, 0)
    later = NOON + timedelta(days=59)
    asked = (*reversed(ENROLMENTS), EnrolmentId("e-nobody"))
    with store.begin() as unit:
        unit.apply((thread_starts(), posted(1), posted(2)), now=NOON)
        assert tuple(unit.dispatch_contexts(asked, now=NOON)) == ("e-delphine", "e-bashir")
        together = unit.dispatch_contexts(asked, now=later)
        assert together == {one: unit.dispatch_context(one, now=later) for one in reversed(ENROLMENTS)}
        amelias = together[ENROLMENTS[0]]
        assert (amelias.pair.id, amelias.previous_round, amelias.occurrence) == ("pair-amelia", FIRST, 1)
        assert amelias.previous_thread is not None
        assert len(amelias.previous_thread.references) == 2
        assert unit.dispatch_contexts((), now=later) == {}


def test_many_forms_go_out_together_or_not_at_all(store: Store) -> None:
    effects = tuple(effect for mentee in MENTEES for effect in form_goes_out(mentee))
    put_off = e.PostponeSchedule(enrolment=EnrolmentId("e-delphine"), occurrence=0, next_due_at=NOON)
    with store.begin() as unit:
        unit.apply(effects[2:4], now=NOON)
    with pytest.raises(StoreConflict), store.begin() as unit:
        unit.apply(effects, now=NOON)  # the one in the middle was sent before
    with store.begin() as unit:
        assert unit.due(now=NOON, limit=9) == ("e-amelia", "e-delphine")
        assert unit.unsettled() == 1
        unit.apply((*effects[:2], put_off), now=NOON)
        assert unit.due(now=NOON, limit=9) == ("e-delphine",)
        assert unit.round(FIRST).token == "tokformamelia-0"
    unknown = replace(effects[4], enrolment=EnrolmentId("e-nobody"))
    with pytest.raises(LookupError, match="e-nobody"), store.begin() as unit:
        unit.apply((unknown,), now=NOON)


def test_a_postponed_form_is_looked_at_again_then(store: Store) -> None:
    later = NOON + timedelta(days=3)
    with store.begin() as unit:
        unit.apply((e.PostponeSchedule(enrolment=EnrolmentId("e-amelia"), occurrence=4, next_due_at=later),), now=NOON)
        assert "e-amelia" not in unit.due(now=NOON, limit=9)
        due = unit.dispatch_context(EnrolmentId("e-amelia"), now=later)
        assert due is not None
        assert (due.occurrence, due.due_at, due.anchor_at) == (4, later, NOON)
        unit.apply((e.PostponeSchedule(enrolment=EnrolmentId("e-amelia"), occurrence=5, next_due_at=None),), now=NOON)
        assert "e-amelia" not in unit.due(now=NOON + timedelta(days=999), limit=9)
        assert unit.due(now=NOON, limit=1) == ("e-bashir",)
        assert unit.enrolments(NORTHERN)["p-amelia"] == "e-amelia"


def test_the_live_pair_is_the_one_that_a_form_goes_through(store: Store) -> None:
    second = replace(
        pair("amelia", "egret", state=PairState.PROPOSED), pair=PairId("new"), mentee_token="x", mentor_token="y"
    )
    with store.begin() as unit:
        unit.apply((second,), now=NOON + timedelta(days=1))
        due = unit.dispatch_context(EnrolmentId("e-amelia"), now=NOON)
        assert due is not None
        assert due.pair.id == "pair-amelia"
        unit.apply((e.ChangePair(pair=PairId("pair-amelia"), state=PairState.CLOSED, at=NOON),), now=NOON)
        due = unit.dispatch_context(EnrolmentId("e-amelia"), now=NOON)
        assert due is not None
        assert due.pair.id == "new"
        unit.apply((e.ChangePair(pair=PairId("new"), state=PairState.CLOSED, at=NOON),), now=NOON)
        assert unit.due(now=NOON, limit=9) == ("e-bashir", "e-delphine")
        assert unit.dispatch_context(EnrolmentId("e-amelia"), now=NOON) is None


def test_the_first_packet_is_remembered(store: Store) -> None:
    send_forms(store, 0)
    with store.begin() as unit:
        assert (unit.round(FIRST).thread, unit.round(FIRST).packet_message_id) == (None, None)
        packet = queued("packet", to="corvus", template="packet", thread=ThreadId("th-1"))
        unit.apply((packet, thread_starts(), thread_starts("th-2")), now=NOON)
        assert (unit.round(FIRST).thread, unit.round(FIRST).packet_message_id) == ("th-1", "<packet@example.org>")
        due = unit.dispatch_context(EnrolmentId("e-amelia"), now=NOON + timedelta(days=59))
        assert due is not None
        assert due.previous_thread is not None
        assert due.previous_thread.id == "th-1"


def test_counts_have_the_shape_that_scripts_rely_on(store: Store) -> None:
    send_forms(store, 0, 1)
    with store.begin() as unit:
        unit.apply(form_goes_out("bashir"), now=NOON)
        take(unit, "in-1")
        take(unit, "in-2", b"2")
        unit.apply((recorded("in-1", answer("positives", "x")),), now=NOON)
        unit.apply((recorded("in-2", answer("positives", "x"), complete=False, round_name="bashir-0"),), now=NOON)
        counts = unit.counts().as_json()
    assert counts == {
        "inbox": {"received": 2, "processed": 0, "held": 0, "refused": 0, "shunted": 0},
        "outbox": {"queued": 3, "sending": 0, "sent": 0, "failed": 0, "suppressed": 0},
        "people": {"invited": 0, "declined": 0, "active": 5, "paused": 0, "left": 0},
        "rounds": [
            {"programme": "northern", "round": 1, "sent": 2, "answered": 1, "partial": 1, "closed": 0},
            {"programme": "northern", "round": 2, "sent": 1, "answered": 0, "partial": 0, "closed": 0},
        ],
    }
