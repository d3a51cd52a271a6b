from dataclasses import replace

import pytest

from mailbot.decide.judge import judge
from mailbot.decide.machines import AWAY, MAX_HOPS, written_by_machine
from mailbot.model.context import BounceTarget
from mailbot.model.effect import InboxState, Kind, NoteAway
from mailbot.model.ids import AddressId, InboxId, OutboxId
from mailbot.model.inbound import Delivery, Verdict
from mailbot.model.people import SentCopy
from tests.decide.builders import INVITED, MENTEE, MENTOR, NOW, SERVICE, ZOE, context, desk, message, to_form, to_thread

COPY = SentCopy(outbox=OutboxId("out"), template="form", person=MENTEE.id, address_id=AddressId("a"), hard_bounces=0)
HARD = Delivery(recipient=ZOE, status="5.1.1", permanent=True)


@pytest.mark.parametrize(
    ("changes", "kind", "reason", "state"),
    [
        ({"own_loop_marks": ("our-own-mark",)}, Kind.LOOP, "own_loop_mark", InboxState.PROCESSED),
        ({"sender": SERVICE.address.upper()}, Kind.LOOP, "own_address", InboxState.PROCESSED),
        ({"received_count": MAX_HOPS + 1}, Kind.LOOP, "too_many_hops", InboxState.REFUSED),
        ({"automatic": "list"}, Kind.AUTO_REPLY, "list", InboxState.PROCESSED),
        ({"automatic": "read_receipt"}, Kind.AUTO_REPLY, "read_receipt", InboxState.PROCESSED),
        ({"automatic": "challenge"}, Kind.AUTO_REPLY, "challenge", InboxState.PROCESSED),
        ({"automatic": "daemon", "delivery": (HARD,)}, Kind.BOUNCE, "bounce_of_unknown_message", InboxState.PROCESSED),
    ],
)
def test_what_no_person_wrote_causes_nothing(changes, kind, reason, state) -> None:
    decided = judge(message("Hello", **changes), context(to_form(), MENTEE), desk())
    assert (decided.kind, decided.reason, decided.state, decided.effects) == (kind, reason, state, ())


@pytest.mark.parametrize("sign", sorted(AWAY))
@pytest.mark.parametrize("target", [to_form(), to_thread(), None], ids=["form", "thread", "bare"])
def test_an_absence_note_notes_who_is_away_and_nothing_else(sign, target) -> None:
    decided = judge(message("I am away.", automatic=sign), context(target, MENTEE, MENTOR), desk())
    assert (decided.kind, decided.reason) == (Kind.AUTO_REPLY, sign)
    assert decided.effects == (NoteAway(person=MENTEE.id, at=NOW), NoteAway(person=MENTOR.id, at=NOW))


def test_only_a_confirmed_address_that_is_not_forged_says_who_is_away() -> None:
    away = message("I am away.", automatic="subject")
    assert judge(away, context(None, INVITED, confirmed_writers=frozenset()), desk()).effects == ()
    assert judge(replace(away, verdict=Verdict.FAIL), context(None, MENTEE), desk()).effects == ()
    assert judge(replace(away, verdict=Verdict.NONE), context(None, MENTEE), desk()).effects != ()


def test_an_absence_note_to_the_envelope_sender_is_one_and_what_cannot_be_read_there_is_not() -> None:
    target = BounceTarget(copy=COPY, by="token")
    away = message("I am away.", automatic="auto_submitted")
    assert judge(away, context(target, MENTEE), desk()).effects == (NoteAway(person=MENTEE.id, at=NOW),)
    daemon = message("?", sender="mailer-daemon@x.test", automatic="daemon")
    decided = judge(daemon, context(target), desk())
    assert (decided.kind, decided.reason, decided.effects) == (Kind.BOUNCE, "bounce_unreadable", ())


def test_what_a_person_may_have_written_is_left_to_the_other_rules() -> None:
    assert written_by_machine(message("Hello", received_count=MAX_HOPS), context(), desk()) is None
    assert written_by_machine(message("Hello", sender=None), context(), desk()) is None
    assert written_by_machine(message("Hello"), context(BounceTarget(copy=COPY, by="token")), desk()) is None


def test_one_of_our_people_may_paste_a_bounce_and_a_stranger_not() -> None:
    pasted = message("Your message could not be delivered to x@y.test", delivery=(HARD,))
    assert written_by_machine(pasted, context(to_thread(), MENTEE), desk()) is None
    decided = written_by_machine(pasted, context(), desk())
    assert decided is not None
    assert decided.reason == "bounce_of_unknown_message"
    at_our_bounce_address = written_by_machine(pasted, context(BounceTarget(copy=COPY, by="token"), MENTEE), desk())
    assert at_our_bounce_address is not None
    assert at_our_bounce_address.reason == "bounce_permanent"


def test_a_copy_is_read_once_but_a_released_message_is_no_copy() -> None:
    again = context(to_form(), MENTEE, duplicate_of=InboxId("other"))
    assert judge(message("1. 4"), again, desk()).reason == "duplicate"
    released = judge(message("1. 4"), replace(again, released=True), desk())
    assert released.kind is Kind.FORM_REPLY
    assert released.state is InboxState.PROCESSED
