"""RECALL, REVEAL and STOP REVEAL, and the two YES that it takes before any name is told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mailbot.decide.case import Case
from mailbot.decide.commands import Command
from mailbot.decide.confirming import confirm
from mailbot.decide.pair_requests import ask_of_pair
from mailbot.decide.relaying import relay
from mailbot.decide.releasing import release_at
from mailbot.model.context import ConfirmTarget
from mailbot.model.effect import (
    AskBack,
    ChangeReveal,
    Disposition,
    InboxState,
    NoteNamesExchanged,
    Recall,
    SettleWithheld,
)
from mailbot.model.ids import AddressId, ConfirmationId, InboxId, MessageId, OutboxId, ThreadId, Token
from mailbot.model.mint import Mint
from mailbot.model.people import Confirmation, ConfirmationPurpose, Pair, PairState, Participant
from mailbot.model.programme import Role
from mailbot.model.withheld import Unsent, Waiting
from tests.decide.builders import (
    MENTEE,
    MENTOR,
    NOW,
    PHILIPPA,
    ZOE,
    context,
    desk,
    message,
    only,
    pair,
    programme,
    queued,
    to_thread,
    words_of,
)

TOKEN = Token("c" * 24)
UNSENT = tuple(
    Unsent(
        outbox=OutboxId(f"outbox-{number}"),
        message_id=MessageId(f"<{number}@example.org>"),
        thread=ThreadId("thread"),
        not_before=NOW + timedelta(minutes=9),
    )
    for number in (2, 1)
)


def asked(command: Command, of: Pair | None = None, side: Role = Role.MENTEE, **changes: object) -> Disposition:
    case = Case(message=message(), context=context(**changes), programme=programme(), desk=desk())
    return ask_of_pair(case, of or pair(), side, command)


def answered(text: str, of: Pair | None, person: Participant = MENTEE) -> Disposition:
    confirmation = Confirmation(
        id=ConfirmationId("asked"),
        token=TOKEN,
        purpose=ConfirmationPurpose.REVEAL,
        person=person.id,
        address=person.invite_address,
        address_id=AddressId(person.invite_address_id),
        asked_at=NOW,
        open=True,
        pair=of.id if of is not None else None,
    )
    target = ConfirmTarget(confirmation=confirmation, person=person, pair=of, by="token")
    writer = ZOE if person is MENTEE else PHILIPPA
    return confirm(message(text, sender=writer), context(target, person), target, desk())


def test_recall_takes_back_the_newest_post_that_has_not_left() -> None:
    decided = asked(Command.RECALL, unsent=UNSENT)
    assert decided.reason == "recalled"
    assert only(decided.effects, Recall) == [Recall(outbox=OutboxId("outbox-2"), at=NOW)]
    assert "One earlier message has not left yet" in words_of(*queued(decided.effects)).replace("\n", " ")


def waiting(**changes: object) -> Waiting:
    made = Waiting(
        inbox=InboxId("held"), pair=pair().id, round=None, places=("post",), patient=False, firm=False, asked_at=NOW
    )
    return replace(made, **changes)


@pytest.mark.parametrize(
    ("unsent", "held", "settled"),
    [
        ((), waiting(), True),
        ((), waiting(patient=True), True),
        (UNSENT, waiting(answered=True), True),
        (UNSENT, waiting(), False),
    ],
)
def test_recall_takes_back_what_waits_for_its_writer_too(
    unsent: tuple[Unsent, ...],
    held: Waiting,
    settled: bool,
) -> None:
    decided = asked(Command.RECALL, unsent=unsent, waiting=(held,))
    assert decided.reason == "recalled"
    ended = [SettleWithheld(inbox=held.inbox, outcome="corrected", at=NOW, destroy_at=NOW if held.patient else None)]
    assert only(decided.effects, SettleWithheld) == (ended if settled else [])
    assert bool(only(decided.effects, Recall)) is not settled


def test_recalled_answers_are_named_as_what_they_are() -> None:
    decided = asked(Command.RECALL, unsent=(replace(UNSENT[0], answers=True),))
    assert "your answers to a form" in words_of(*queued(decided.effects)).replace("\n", " ")


def test_recall_works_in_a_pair_that_has_ended_too() -> None:
    assert asked(Command.RECALL, pair(state=PairState.CLOSED), unsent=UNSENT[:1]).reason == "recalled"


def test_recall_says_when_nothing_waits_any_more() -> None:
    decided = asked(Command.RECALL, side=Role.MENTOR)
    assert decided.reason == "nothing_to_recall"
    assert not only(decided.effects, Recall)
    assert queued(decided.effects)[0].message.envelope_to == PHILIPPA


@pytest.mark.parametrize("side", list(Role))
def test_reveal_asks_the_writer_alone_whether_they_mean_it(side: Role) -> None:
    decided = asked(Command.REVEAL, side=side)
    (ask,) = only(decided.effects, AskBack)
    assert (decided.reason, ask.purpose, ask.pair) == ("reveal_asked", ConfirmationPurpose.REVEAL, pair().id)
    (letter,) = queued(decided.effects)
    assert letter.message.envelope_to == (ZOE if side is Role.MENTEE else PHILIPPA)
    assert f"+c-{ask.token}@" in letter.message.raw.decode()
    assert not only(decided.effects, ChangeReveal)


def test_reveal_asks_at_the_address_of_the_invitation_while_none_is_confirmed() -> None:
    without = replace(MENTEE, address=None, address_id=None)
    (ask,) = only(asked(Command.REVEAL, pair(mentee=without)).effects, AskBack)
    assert ask.address_id == MENTEE.invite_address_id


@pytest.mark.parametrize(
    ("command", "changes", "reason"),
    [
        (Command.REVEAL, {"reveal": frozenset({Role.MENTEE})}, "reveal_waiting"),
        (Command.REVEAL, {"revealed": True}, "reveal_done"),
        (Command.STOP_REVEAL, {"revealed": True}, "reveal_done"),
        (Command.STOP_REVEAL, {}, "reveal_stopped"),
        (Command.REVEAL, {"state": PairState.CLOSED}, "pair_not_open"),
        (Command.STOP_REVEAL, {"state": PairState.PROPOSED}, "pair_not_open"),
    ],
)
def test_each_standing_has_its_answer(command: Command, changes: dict[str, object], reason: str) -> None:
    decided = asked(command, pair(**changes))
    assert decided.reason == reason
    assert len(queued(decided.effects)) == 1
    stopped = [ChangeReveal(pair=pair().id, role=Role.MENTEE, agreed=False, at=NOW)]
    assert only(decided.effects, ChangeReveal) == (stopped if reason == "reveal_stopped" else [])


def test_the_first_yes_tells_the_other_side_of_the_wish_and_of_no_name() -> None:
    decided = answered("YES", pair())
    assert decided.reason == "reveal_yes"
    assert only(decided.effects, ChangeReveal)[0].agreed
    assert not only(decided.effects, NoteNamesExchanged)
    (offered,) = queued(decided.effects, "reveal_offered")
    assert offered.message.envelope_to == PHILIPPA
    assert b"Quillfeather" not in offered.message.raw
    assert len(queued(decided.effects, "reveal_standing")) == 1


def test_the_second_yes_tells_both_once() -> None:
    decided = answered("YES", pair(reveal=frozenset({Role.MENTEE})), MENTOR)
    assert decided.reason == "names_exchanged"
    assert only(decided.effects, NoteNamesExchanged) == [NoteNamesExchanged(pair=pair().id, at=NOW)]
    told = {one.message.envelope_to: words_of(one) for one in queued(decided.effects, "names")}
    assert "Zoë Quillfeather" in told[PHILIPPA]
    assert "Ashgrove" not in told[PHILIPPA]
    assert "Dr Philippa Ashgrove" in told[ZOE]
    assert "quillfeather.test" not in told[PHILIPPA]
    assert "northgate.test" not in told[ZOE]


def test_no_name_goes_to_an_address_that_is_not_confirmed() -> None:
    away = replace(MENTOR, address=None, address_id=None)
    for both in (frozenset[Role](), frozenset({Role.MENTOR})):
        decided = answered("YES", pair(mentor=away, reveal=both))
        assert decided.reason == "reveal_yes"
        assert [one.message.envelope_to for one in queued(decided.effects)] == [ZOE]
        assert not only(decided.effects, NoteNamesExchanged)
    again = asked(Command.REVEAL, pair(reveal=frozenset(Role)))
    assert again.reason == "reveal_asked"  # and its YES exchanges the names, once the address is confirmed


@pytest.mark.parametrize(
    ("changes", "parent", "reason"),
    [
        ({"reveal": frozenset({Role.MENTOR})}, "", "reveal_asked"),
        ({"reveal": frozenset({Role.MENTOR})}, "Are you well?", "relayed"),
        ({}, "", "relayed"),
        ({"reveal": frozenset({Role.MENTOR}), "revealed": True}, "", "relayed"),
    ],
)
def test_yes_to_the_offer_counts_as_reveal(changes: dict[str, object], parent: str, reason: str) -> None:
    target = to_thread(of=pair(**changes), parent=parent)
    assert relay(message("Yes"), context(target, MENTEE), target, desk()).reason == reason


def test_one_side_alone_cannot_say_yes_twice() -> None:
    decided = answered("YES", pair(reveal=frozenset({Role.MENTEE})))
    assert decided.reason == "reveal_yes"
    assert not only(decided.effects, NoteNamesExchanged)


@pytest.mark.parametrize(
    ("text", "of", "person", "reason"),
    [
        ("NO", pair(), MENTEE, "reveal_refused"),
        ("YES", pair(revealed=True), MENTEE, "reveal_done"),
        ("YES", pair(state=PairState.CLOSED), MENTEE, "pair_not_open"),
        ("YES", None, MENTOR, "pair_not_open"),
        ("perhaps", pair(), MENTEE, "confirmation_not_understood"),
        ("perhaps", None, MENTEE, "confirmation_not_understood"),
        ("perhaps", None, MENTOR, "confirmation_not_understood"),
    ],
)
def test_anything_else_reveals_nothing(text: str, of: Pair | None, person: Participant, reason: str) -> None:
    decided = answered(text, of, person)
    assert (decided.reason, decided.state) == (reason, InboxState.PROCESSED)
    assert not only(decided.effects, ChangeReveal)
    assert len(queued(decided.effects)) == 1


@pytest.mark.parametrize(
    ("release", "now", "minutes"),
    [("now", 3, None), ("quarter", 3, 12), ("quarter", 15, 15), ("quarter", 59, 1)],
)
def test_a_post_leaves_at_the_next_quarter_hour(release: str, now: int, minutes: int | None) -> None:
    rules = replace(programme(), relay=replace(programme().relay, release=release))
    moment = datetime(2027, 1, 5, 8, now, tzinfo=UTC)
    expected = None if minutes is None else moment + timedelta(minutes=minutes)
    assert release_at(rules, desk(now=moment)) == expected


def test_jitter_adds_less_than_its_length_and_differs() -> None:
    rules = replace(programme(), relay=replace(programme().relay, jitter=timedelta(minutes=10)))
    times = {release_at(rules, desk(seed=bytes([number]) * 32)) for number in range(20)}
    assert len(times) > 10
    assert all(one is not None and NOW <= one <= NOW + timedelta(minutes=10) for one in times)


def test_the_mint_draws_below_a_limit() -> None:
    mint = Mint(b"x" * 32)
    assert {mint.below(3) for _ in range(200)} == {0, 1, 2}
    assert mint.below(0) == 0
