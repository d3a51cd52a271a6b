"""Words that wait for their writer: found again, reminded of, released, settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from mailbot.errors import StoreConflict
from mailbot.model import effect as e
from mailbot.model.answer import Answer
from mailbot.model.context import Clues, InboundContext, ThreadTarget
from mailbot.model.effect import InboxState
from mailbot.model.ids import InboxId, MessageId, OutboxId, PairId, PersonId, PostId, RoundId, ThreadId, Token
from mailbot.model.people import PairState
from mailbot.model.programme import Role
from mailbot.store.store import Store
from mailbot.store.tables import INBOX
from tests.store.cast import NOON, answer, clues, form_goes_out, queued, recorded, thread_starts
from tests.store.steps import decided, take

DAY = timedelta(days=1)
TO_MENTOR, TO_FORM = Token("tokmenteeamelia"), Token("tokformamelia-0")


def withheld(inbox: str, *, round_name: str | None = None, patient: bool = False, **more: object) -> e.Withhold:
    fields: dict[str, object] = {
        "inbox": InboxId(inbox),
        "person": PersonId("p-amelia"),
        "pair": PairId("pair-amelia"),
        "round": RoundId(round_name) if round_name else None,
        "places": ("positives", "unplaced") if round_name else ("post",),
        "patient": patient,
        "firm": False,
        "at": NOON,
    }
    return e.Withhold(**(fields | more))


def holds(store: Store, inbox: str, *more: e.Effect, **fields: object) -> None:
    """A message of Amelia's comes in and is held for some of its words."""
    with store.begin() as unit:
        take(unit, inbox, inbox.encode())
        held = e.HoldForReview(inbox=InboxId(inbox), reason="identifiers_found")
        decision = decided(
            held, withheld(inbox, **fields), *more, state=InboxState.HELD, author="p-amelia", reason="identifiers_found"
        )
        unit.settle(InboxId(inbox), decision, now=NOON)


def ends(store: Store, *effects: e.Effect) -> None:
    with store.begin() as unit:
        unit.apply(effects, now=NOON + DAY)


def settled(inbox: str, outcome: str = "corrected") -> e.SettleWithheld:
    return e.SettleWithheld(inbox=InboxId(inbox), outcome=outcome, at=NOON + DAY, destroy_at=NOON + 2 * DAY)


def context_of(store: Store, given: Clues, inbox: str = "another") -> InboundContext:
    with store.begin() as unit:
        return unit.context(InboxId(inbox), clues=given, message_id=None, received_at=NOON, now=NOON)


def waiting(store: Store, given: Clues, inbox: str = "another") -> list[str]:
    return [one.inbox for one in context_of(store, given, inbox).waiting]


def states(store: Store) -> dict[str, int]:
    with store.begin() as unit:
        return {state: rows for state, rows in unit.counts().inbox.items() if rows}


@pytest.fixture
def form(store: Store) -> Store:
    with store.begin() as unit:
        unit.apply((*form_goes_out(), *form_goes_out(occurrence=1)), now=NOON)
        unit.apply((thread_starts(),), now=NOON)
    return store


def test_a_conversation_knows_its_writers_posts_and_a_round_its_answers_too(form: Store) -> None:
    holds(form, "in-post")
    holds(form, "in-form", round_name="r-amelia-0", at=NOON + DAY)
    holds(form, "in-other", round_name="r-amelia-1")
    holds(form, "in-bashir", person=PersonId("p-bashir"), pair=PairId("pair-bashir"))
    holds(form, "in-corvus", person=PersonId("p-corvus"))
    assert waiting(form, clues(tokens=(("t", TO_MENTOR),))) == ["in-post"]
    assert waiting(form, clues(tokens=(("f", TO_FORM),))) == ["in-form", "in-post"]
    assert waiting(form, clues(tokens=(("t", Token("tokmentoramelia")),))) == ["in-corvus"]
    assert waiting(form, clues(tokens=(("b", Token("tokbounceform-amelia-0")),))) == []
    one = context_of(form, clues(tokens=(("f", TO_FORM),))).waiting[0]
    assert (one.pair, one.round, one.places) == ("pair-amelia", "r-amelia-0", ("positives", "unplaced"))
    assert (one.patient, one.firm, one.asked_at, one.answered) == (False, False, NOON + DAY, False)


@pytest.mark.parametrize(
    ("event", "answered"),
    [
        ("inbox:in-1", True),
        ("inbox:in-1:again", True),
        ("waiting:in-1:2", True),
        ("inbox:in-10", False),
        ("reask:in-1:1", False),
        ("in-1", False),
    ],
)
def test_an_answer_to_our_letter_about_a_message_is_known_as_one(form: Store, event: str, answered: bool) -> None:
    holds(form, "in-1", queued("notice", event=event, template="held_post"))
    cited = (MessageId("<other@example.org>"), MessageId("<notice@example.org>"))
    (one,) = context_of(form, clues(tokens=(("t", TO_MENTOR),), message_ids=cited)).waiting
    assert one.answered is answered


def letter_answered(store: Store, cited: str, token: Token = TO_MENTOR) -> bytes:
    given = clues(tokens=(("t", token),) if token else (), message_ids=(MessageId(cited),))
    target = context_of(store, given).target
    assert isinstance(target, ThreadTarget)
    return target.answered_raw


def test_our_own_letter_that_is_answered_is_there_while_its_bytes_are(form: Store) -> None:
    letter = queued("notice", event="inbox:in-1:x", template="held_post")
    in_thread = queued("inside", event="waiting:in-1:1", template="still_waiting", thread=ThreadId("th-1"))
    holds(form, "in-1", letter, in_thread)
    with form.begin() as unit:
        unit.apply(post_to_mentor("a"), now=NOON)
    words = letter.message.raw
    assert letter_answered(form, "<notice@example.org>") == words
    assert letter_answered(form, "<inside@example.org>") == words
    assert letter_answered(form, "<inside@example.org>", Token("")) == words
    assert letter_answered(form, "<notice@example.org>", Token("tokmentoramelia")) == b""  # it was not sent to him
    assert letter_answered(form, "<a@example.org>", Token("tokmentoramelia")) == b""  # a post is known by its text
    assert letter_answered(form, "<nothing@example.org>") == b""
    with form.begin() as unit:
        unit.connection.exec_driver_sql("UPDATE outbox SET raw = envelope WHERE id = 'o-notice'")
        unit.connection.exec_driver_sql("UPDATE outbox SET raw = NULL WHERE id = 'o-inside'")
    assert letter_answered(form, "<notice@example.org>") == letter_answered(form, "<inside@example.org>") == b""


def test_letters_about_words_that_wait_keep_their_bytes(form: Store) -> None:
    names = {"a": "inbox:in-1", "b": "inbox:in-1:x", "c": "waiting:in-1:1", "d": "inbox:in-10", "e": "reask:in-1:1"}
    holds(form, "in-1", *(queued(name, event=event) for name, event in names.items()))
    with form.begin() as unit:
        for name in names:
            unit.connection.exec_driver_sql(
                f"UPDATE outbox SET state = 'sent', settled_at = queued_at WHERE id = 'o-{name}'"
            )

    def kept() -> list[str]:
        with form.begin() as unit:
            unit.purge(now=NOON + 9 * DAY, keep_raw=30 * DAY, keep_sent=7 * DAY)
            found = unit.connection.exec_driver_sql(
                "SELECT id FROM outbox WHERE raw IS NOT NULL AND state = 'sent' ORDER BY id"
            )
            return list(found.scalars())

    assert kept() == ["o-a", "o-b", "o-c"]
    ends(form, settled("in-1"))
    assert kept() == []


def test_send_has_it_read_again_with_what_was_withheld(form: Store) -> None:
    holds(form, "in-1", round_name="r-amelia-0")
    ends(form, e.ReleaseHeld(inbox=InboxId("in-1"), refuse=False, reason="insisted", insist=True))
    assert states(form) == {"received": 1}
    given = clues(tokens=(("f", TO_FORM),))
    assert waiting(form, given) == []
    known = context_of(form, given, "in-1")
    assert (known.insisted, known.released, [one.inbox for one in known.waiting]) == (True, True, ["in-1"])
    ends(form, settled("in-1"))  # too late
    assert states(form) == {"received": 1}


@pytest.mark.parametrize("patient", [True, False])
def test_of_a_patient_the_original_goes_a_day_after_send_too_once_it_was_read(form: Store, patient: bool) -> None:
    holds(form, "in-1", round_name="r-amelia-0", patient=patient)
    ends(form, e.ReleaseHeld(inbox=InboxId("in-1"), refuse=False, reason="send", insist=True))
    with form.begin() as unit:
        assert unit.originals_to_destroy(now=NOON + 9 * DAY) == ()  # nobody has read it yet
        unit.settle(InboxId("in-1"), decided(), now=NOON + DAY)
        assert unit.originals_to_destroy(now=NOON + 1.9 * DAY) == ()
        assert unit.originals_to_destroy(now=NOON + 2 * DAY) == (("in-1",) if patient else ())


def test_a_message_released_otherwise_does_not_insist(form: Store) -> None:
    holds(form, "in-1")
    ends(form, e.ReleaseHeld(inbox=InboxId("in-1"), refuse=False, reason="released"))
    known = context_of(form, clues(tokens=(("t", TO_MENTOR),)), "in-1")
    assert (known.insisted, known.waiting) == (False, ())


def test_a_message_withheld_again_replaces_the_first(form: Store) -> None:
    holds(form, "in-1", round_name="r-amelia-0")
    ends(form, e.ReleaseHeld(inbox=InboxId("in-1"), refuse=False, reason="insisted", insist=True))
    with form.begin() as unit:
        again = withheld("in-1", round_name="r-amelia-0", places=("unplaced",), firm=True, at=NOON + DAY)
        unit.settle(InboxId("in-1"), decided(again, state=InboxState.HELD), now=NOON + DAY)
    (one,) = context_of(form, clues(tokens=(("f", TO_FORM),))).waiting
    assert (one.places, one.firm, one.asked_at) == (("unplaced",), True, NOON + DAY)


def test_words_of_a_message_that_is_held_no_more_are_not_withheld(form: Store) -> None:
    holds(form, "in-1")
    ends(form, settled("in-1"))
    with pytest.raises(StoreConflict):
        ends(form, withheld("in-1"))


@pytest.mark.parametrize(("outcome", "state"), [("corrected", "processed"), ("expired", "refused")])
def test_words_that_were_settled_wait_no_more(form: Store, outcome: str, state: str) -> None:
    holds(form, "in-1")
    ends(form, settled("in-1", outcome), settled("in-1", "expired"))
    assert states(form) == {state: 1}
    assert waiting(form, clues(tokens=(("t", TO_MENTOR),))) == []
    reason = "SELECT reason FROM inbox"
    with form.begin() as unit:
        assert unit.connection.exec_driver_sql(reason).scalar() == f"withheld_{outcome}"
        assert unit.words_that_wait(now=NOON + 99 * DAY) == ()


def test_the_next_reminder_knows_those_before_it_and_where_it_was_asked(form: Store) -> None:
    asked = queued("notice", event="inbox:in-1:x", template="held_post", thread=ThreadId("th-1"))
    to_mentor = queued("packet", to="corvus", event="inbox:in-1", template="packet")
    holds(form, "in-1", to_mentor, asked, round_name="r-amelia-0", patient=True)
    holds(form, "in-10", person=PersonId("p-corvus"))
    ends(form, queued("first", event="waiting:in-1:1", template="still_waiting"))
    with form.begin() as unit:
        assert unit.words_that_wait(now=NOON + 2 * DAY) == ()
        assert unit.held_to_ask(now=NOON + 40 * DAY) == ()
        assert unit.words_that_wait(now=NOON + 3 * DAY) == ("in-1", "in-10")
        assert unit.waiting_words(InboxId("nothing")) is None
        found = unit.waiting_words(InboxId("in-1"))
        assert found is not None
        assert found.patient
        one, other = unit.withheld_due(InboxId("in-1")), unit.withheld_due(InboxId("in-10"))
    assert one is not None
    assert other is not None
    assert (one.waiting.inbox, one.waiting.patient, one.side, one.pair.id) == ("in-1", True, Role.MENTEE, "pair-amelia")
    assert (one.reminded, one.thread) == (1, "th-1")
    assert one.round is not None
    assert one.round.id == "r-amelia-0"
    assert (other.side, other.reminded, other.thread, other.round) == (Role.MENTOR, 0, None, None)


def test_a_replayed_message_is_read_without_what_was_found_before(form: Store) -> None:
    holds(form, "in-1")
    with form.begin() as unit:
        assert [(row.inbox, row.reason) for row in unit.held(limit=5)] == [("in-1", "identifiers_found")]
        assert unit.replay(InboxId("in-1"))
        unit.settle(InboxId("in-1"), decided(), now=NOON)
        assert unit.words_that_wait(now=NOON + 99 * DAY) == ()


def test_a_form_of_which_some_answers_wait_is_not_read_a_second_time(form: Store) -> None:
    holds(form, "in-1", round_name="r-amelia-0")
    with form.begin() as unit:
        assert not unit.replay(InboxId("in-1"))
    assert waiting(form, clues(tokens=(("f", TO_FORM),))) == ["in-1"]
    ends(form, settled("in-1"))
    assert states(form) == {"processed": 1}


def test_a_replay_after_a_fault_still_knows_that_its_writer_insisted_on_what(form: Store) -> None:
    holds(form, "in-1", round_name="r-amelia-0")
    ends(form, e.ReleaseHeld(inbox=InboxId("in-1"), refuse=False, reason="send", insist=True))
    with form.begin() as unit:
        unit.shunt(InboxId("in-1"), error_id="e", reason="r", now=NOON)
        assert unit.replay(InboxId("in-1"))
    known = context_of(form, clues(tokens=(("f", TO_FORM),)), "in-1")
    assert (known.insisted, [one.inbox for one in known.waiting]) == (True, ["in-1"])


# --- recall ----------------------------------------------------------------------------------------------------------


def post_to_mentor(name: str, *, thread: str = "th-1", at: timedelta = timedelta(0)) -> tuple[e.Effect, ...]:
    """A post of Amelia's and its message, which waits for its quarter hour."""
    post = e.AppendPost(
        post=PostId(f"post-{name}"), thread=ThreadId(thread), author=PersonId("p-amelia"), inbox=None, text="narwhal",
        reference=e.MappedReference(
            mentee_side=MessageId(f"<typed-{name}@home>"), mentor_side=MessageId(f"<{name}@example.org>")
        ),
    )  # fmt: skip
    message = queued(
        name, to="corvus", thread=ThreadId(thread), author=PersonId("p-amelia"), not_before=NOON + timedelta(minutes=15)
    )
    return (post, message)


def rows_of(store: Store, table: str) -> int:
    with store.begin() as unit:
        return int(unit.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def unsent(store: Store, kind: str = "t", token: Token = TO_MENTOR) -> list[str]:
    return [one.outbox for one in context_of(store, clues(tokens=((kind, token),))).unsent]


def test_posts_that_have_not_left_can_be_taken_back(form: Store) -> None:
    with form.begin() as unit:
        unit.apply((*post_to_mentor("a"), queued("notice", to="corvus", template="nudge")), now=NOON)
        unit.apply(post_to_mentor("b"), now=NOON + timedelta(minutes=1))
        other = thread_starts("th-b", mentee="bashir", round_name=None)
        unit.apply((other, *post_to_mentor("c", thread="th-b")), now=NOON)
    assert unsent(form) == unsent(form, "f", TO_FORM) == ["o-b", "o-a"]
    assert unsent(form, "t", Token("tokmentoramelia")) == []
    newest = context_of(form, clues(tokens=(("t", TO_MENTOR),))).unsent[0]
    assert (newest.message_id, newest.thread) == ("<b@example.org>", "th-1")
    assert newest.not_before == NOON + timedelta(minutes=15)
    ends(form, e.Recall(outbox=OutboxId("o-b"), at=NOON))
    assert unsent(form) == ["o-a"]
    assert (rows_of(form, "post"), rows_of(form, "post_reference")) == (2, 4)
    with form.begin() as unit:
        gone = unit.connection.exec_driver_sql("SELECT state, raw, envelope, key_name FROM outbox WHERE id = 'o-b'")
        assert tuple(gone.one()) == ("suppressed", None, None, None)
        claimed = unit.claim(now=NOON + DAY, lease_until=NOON + DAY, worker="w", limit=9)
        assert {one.outbox for one in claimed} == {"o-a", "o-c", "o-notice", "o-form-amelia-0", "o-form-amelia-1"}


@pytest.mark.parametrize(("others", "subject"), [((), b""), (("b",), b"about my capybara")])
def test_a_conversation_that_was_only_that_post_loses_its_subject(
    form: Store, others: tuple[str, ...], subject: bytes
) -> None:
    posts = [effect for name in ("a", *others) for effect in post_to_mentor(name, thread="th-new")]
    with form.begin() as unit:
        unit.apply((thread_starts("th-new", round_name=None), *posts), now=NOON)
    ends(form, e.Recall(outbox=OutboxId("o-a"), at=NOON))
    assert (rows_of(form, "post"), rows_of(form, "post_reference")) == (len(others), 2 * len(others))
    with form.begin() as unit:
        sealed = unit.connection.exec_driver_sql("SELECT sealed FROM thread WHERE id = 'th-new'").scalar_one()
        assert unit.unseal(bytes(sealed), under="person:p-amelia", table="thread", row="th-new") == subject


def test_what_has_left_is_not_recalled(form: Store) -> None:
    with form.begin() as unit:
        unit.apply((*post_to_mentor("a"), *post_to_mentor("b"), *post_to_mentor("c")), now=NOON)
        unit.claim(now=NOON + DAY, lease_until=NOON + DAY, worker="w", limit=9)
        unit.sent(OutboxId("o-a"), now=NOON)
        unit.defer(OutboxId("o-b"), until=NOON + DAY, error="no answer to the message's end: timed out")
        unit.defer(OutboxId("o-c"), until=NOON + DAY, error="450 4.2.0")
    assert unsent(form) == ["o-c"]
    for name in ("o-a", "o-b", "o-nothing"):
        with pytest.raises(StoreConflict):
            ends(form, e.Recall(outbox=OutboxId(name), at=NOON))
    assert rows_of(form, "post") == 3


def packet(name: str, inbox: str, *answers: Answer, **more: object) -> tuple[e.Effect, ...]:
    """What one reading of Amelia's reply records, and the message that tells her mentor."""
    post, message = post_to_mentor(name)
    assert isinstance(post, e.AppendPost)
    assert isinstance(message, e.QueueMessage)
    return (
        recorded(inbox, *answers, **more),
        replace(post, inbox=InboxId(inbox)),
        replace(message, template="packet" if name == "packet" else "packet_update"),
    )


def answers_now(store: Store) -> tuple[list[str], str | None, str]:
    with store.begin() as unit:
        found = unit.round(RoundId("r-amelia-0"))
        state = unit.connection.exec_driver_sql("SELECT state FROM round WHERE id = 'r-amelia-0'").scalar_one()
    return [one.text for one in found.answers], found.thread, state


def told(store: Store, name: str, inbox: str, *answers: Answer, minutes: int = 0, **more: object) -> None:
    with store.begin() as unit:
        if unit.one(select(INBOX).where(INBOX.c.id == inbox)) is None:
            take(unit, inbox, inbox.encode())
        unit.apply(packet(name, inbox, *answers, **more), now=NOON + timedelta(minutes=minutes))


def test_answers_that_have_not_left_can_be_taken_back_and_are_struck(form: Store) -> None:
    told(form, "packet", "in-1", answer("positives", "first"), complete=False)
    told(form, "update", "in-2", answer("positives", "second"), answer("satisfaction", "2"), minutes=1)
    assert [(one.outbox, one.answers) for one in context_of(form, clues(tokens=(("f", TO_FORM),))).unsent] == [
        ("o-update", True),
        ("o-packet", True),
    ]
    assert answers_now(form) == (["2", "second"], "th-1", "answered")
    ends(form, e.Recall(outbox=OutboxId("o-update"), at=NOON))
    assert answers_now(form) == (["first"], "th-1", "partial")
    ends(form, e.Recall(outbox=OutboxId("o-packet"), at=NOON))
    assert answers_now(form) == ([], None, "sent")
    assert (rows_of(form, "answer"), rows_of(form, "reply"), rows_of(form, "post")) == (0, 0, 0)


def test_of_a_reply_told_in_two_parts_the_part_that_left_stays(form: Store) -> None:
    told(form, "packet", "in-1", answer("positives", "clean"), complete=False)
    told(form, "update", "in-1", answer("satisfaction", "insisted"), minutes=5)
    ends(form, e.Recall(outbox=OutboxId("o-update"), at=NOON))
    assert answers_now(form) == (["clean"], "th-1", "answered")
    assert rows_of(form, "reply") == 1


def test_a_packet_of_no_reply_strikes_nothing(form: Store) -> None:
    post, message = post_to_mentor("packet")
    assert isinstance(post, e.AppendPost)
    assert isinstance(message, e.QueueMessage)
    with form.begin() as unit:
        take(unit)
        unit.apply((replace(post, inbox=InboxId("in-1")), replace(message, template="packet")), now=NOON)
    ends(form, e.Recall(outbox=OutboxId("o-packet"), at=NOON))
    assert answers_now(form) == ([], "th-1", "sent")


# --- reveal ----------------------------------------------------------------------------------------------------------


def asked_to_reveal(name: str, whose: str = "amelia", pair: str | None = "pair-amelia") -> e.AskBack:
    return e.AskBack(
        confirmation=f"c-{name}", token=Token(f"tok{name}"), purpose=e.ConfirmationPurpose.REVEAL,
        person=PersonId(f"p-{whose}"), address_id=f"a-{whose}", asked_at=NOON, pair=PairId(pair) if pair else None,
    )  # fmt: skip


def says(role: Role, agreed: bool = True) -> e.ChangeReveal:
    return e.ChangeReveal(pair=PairId("pair-amelia"), role=role, agreed=agreed, at=NOON)


def revealed(store: Store) -> tuple[frozenset[Role], bool]:
    with store.begin() as unit:
        pair = unit.pair(PairId("pair-amelia"))
    return pair.reveal, pair.revealed


def test_names_are_exchanged_once(store: Store) -> None:
    assert revealed(store) == (frozenset(), False)
    ends(store, says(Role.MENTEE))
    ends(store, says(Role.MENTOR), says(Role.MENTEE, agreed=False))
    assert revealed(store) == (frozenset({Role.MENTOR}), False)
    done = e.NoteNamesExchanged(pair=PairId("pair-amelia"), at=NOON)
    ends(store, says(Role.MENTEE), done)
    assert revealed(store) == (frozenset(Role), True)
    for late in (done, says(Role.MENTOR, agreed=False)):
        with pytest.raises(StoreConflict):
            ends(store, late)
    assert revealed(store) == (frozenset(Role), True)


def confirmation(store: Store, name: str) -> object:
    return context_of(store, clues(tokens=(("c", Token(f"tok{name}")),))).target


def test_a_question_about_a_pair_is_about_that_very_pair_while_it_is_live(store: Store) -> None:
    ends(store, asked_to_reveal("theirs", "corvus"), asked_to_reveal("other", "corvus", "pair-bashir"))
    for name, pair in (("theirs", "pair-amelia"), ("other", "pair-bashir")):
        target = confirmation(store, name)
        assert (target.pair.id, target.confirmation.pair) == (pair, pair)
    ends(store, e.ChangePair(pair=PairId("pair-bashir"), state=PairState.CLOSED, at=NOON))
    target = confirmation(store, "other")
    assert (target.pair, target.confirmation.pair) == (None, "pair-bashir")


def test_stop_settles_the_questions_of_that_side_about_that_pair(store: Store) -> None:
    ends(store, asked_to_reveal("a"), asked_to_reveal("b", "corvus"), asked_to_reveal("c", "corvus", "pair-bashir"))
    ends(store, says(Role.MENTOR, agreed=False))
    assert [confirmation(store, name).confirmation.open for name in "abc"] == [True, False, True]
    ends(store, e.SettleConfirmation(confirmation="c-c", at=NOON, remember=False))
    assert [confirmation(store, name).confirmation.open for name in "abc"] == [True, False, False]


def test_somebody_is_known_to_be_away(store: Store) -> None:
    ends(store, e.NoteAway(person=PersonId("p-amelia"), at=NOON))
    with store.begin() as unit:
        away = unit.connection.exec_driver_sql("SELECT id FROM person WHERE away_at IS NOT NULL").scalars().all()
    assert away == ["p-amelia"]
