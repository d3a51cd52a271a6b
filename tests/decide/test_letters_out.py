"""Letters with an address on them: styles of From, envelope senders, lists, and what the gate keeps back."""

import email
import email.policy
from dataclasses import replace
from datetime import timedelta

import pytest

from mailbot.decide import outgoing
from mailbot.decide.answer_limit import within_limit
from mailbot.decide.case import ends
from mailbot.decide.introductions import introduce
from mailbot.decide.notices import notice
from mailbot.decide.outgoing import Note, own_words, queue, to_participant
from mailbot.decide.reasking import ASK_AGAIN_AFTER, CLOSE_AFTER, reask
from mailbot.decide.reports import faults_report
from mailbot.decide.trust import ANSWERS_A_DAY
from mailbot.errors import Fault, MailbotError
from mailbot.model.effect import Kind, NoteAutomaticAnswer, Priority, QueueMessage, ReleaseHeld, SettleConfirmation
from mailbot.model.ids import ConfirmationId, InboxId, MessageId, Token
from mailbot.model.outbound import Automation, Hit
from mailbot.model.people import Confirmation, ConfirmationPurpose
from mailbot.model.programme import Contact, Role
from mailbot.wording.letters import About, AddressOld, Paused
from tests.decide.builders import (
    INVITED,
    MENTEE,
    NOW,
    SERVICE,
    ZOE,
    context,
    desk,
    message,
    only,
    pair,
    programme,
    queued,
)

ABOUT = About.of(programme())
TOKEN = Token("f" * 24)


def note(**changes: object) -> Note:
    made = Note(event="e", letter=AddressOld(about=ABOUT), to_address=ZOE, from_name="Riverside", proxy=("t", TOKEN))
    return replace(made, **changes)


def headers(one: QueueMessage) -> email.message.Message:
    return email.message_from_bytes(one.message.raw, policy=email.policy.default)


def sent(made: Note, **service: object) -> QueueMessage:
    one = queue(desk(service=replace(SERVICE, **service)), made)
    assert isinstance(one, QueueMessage)
    return one


def test_from_is_the_proxy_or_the_mailbox_with_a_reply_to() -> None:
    proxy = f"mentoring+t-{TOKEN}@example.org"
    own = headers(sent(note()))
    assert (own["From"].addresses[0].addr_spec, own["Reply-To"]) == (proxy, None)
    theirs = headers(sent(note(), from_style="reply_to"))
    assert theirs["From"].addresses[0].addr_spec == SERVICE.address
    assert theirs["Reply-To"].addresses[0].addr_spec == proxy
    assert headers(sent(note(proxy=None), from_style="reply_to"))["Reply-To"] is None


def test_the_envelope_sender_is_a_bounce_address_the_mailbox_or_nobody() -> None:
    one = sent(note())
    assert one.message.envelope_from == f"mentoring+b-{one.bounce_token}@example.org"
    assert sent(note(), bounce_style="message_id").message.envelope_from == SERVICE.address
    assert sent(note(automation=outgoing.Automation.REPLIED)).message.envelope_from == ""


def test_what_a_note_says_stands_in_the_row() -> None:
    later = NOW + timedelta(hours=1)
    one = sent(note(priority=Priority.POST, not_before=later, message_id=MessageId("<x@example.org>")))
    assert (one.priority, one.not_before, one.message.message_id) == (Priority.POST, later, "<x@example.org>")
    assert sent(note()).not_before == NOW
    assert "STOP" in headers(sent(note(unsubscribe=True)))["List-Unsubscribe"]
    assert headers(sent(note(list_id="riverside.example.org")))["List-Id"] == "<riverside.example.org>"


def test_the_gate_keeps_back_what_names_somebody() -> None:
    assert isinstance(queue(desk(), note(from_name="Quillfeather", forbidden=(MENTEE.identity,))), tuple)
    named = replace(MENTEE.identity, names=("Anna Riverside",))
    titled = note(from_name="Riverside e-mentoring", forbidden=(named,), list_id="riverside.example.org")
    assert isinstance(queue(desk(), titled), tuple)
    assert isinstance(queue(desk(), replace(titled, own=own_words(ABOUT))), QueueMessage)


def test_own_words_are_those_of_every_footer() -> None:
    about = replace(
        ABOUT, contacts=(Contact(name="Dr Ash", what="all", email="ash@x.test"), Contact(name="B", what="c"))
    )
    assert own_words(about) == (
        "Riverside e-mentoring",
        "Riverside Deanery",
        "coordinator@riverside.test",
        "Dr Ash",
        "ash@x.test",
        "B",
    )


def test_mail_goes_to_the_confirmed_address_else_where_the_invitation_went() -> None:
    assert to_participant(MENTEE) == (ZOE, MENTEE.id, MENTEE.address_id)
    assert to_participant(INVITED) == (ZOE, INVITED.id, INVITED.invite_address_id)


def test_a_notice_is_threaded_under_the_message_that_it_answers() -> None:
    letter = Paused(about=ABOUT, role=Role.MENTEE)
    references = tuple(MessageId(f"<{number}@x>") for number in range(30))
    answered = notice(
        desk(), programme(), MENTEE, letter, event="e", proxy=None, answers=message(references=references)
    )
    assert headers(answered)["In-Reply-To"] == "<theirs@laptop.test>"
    assert headers(answered)["Auto-Submitted"] == "auto-replied"
    assert len(headers(answered)["References"].split()) == 11
    unnamed = notice(desk(), programme(), MENTEE, letter, event="e", proxy=None, answers=message(message_id=None))
    assert headers(unnamed)["In-Reply-To"] is None
    alone = notice(desk(), programme(), MENTEE, letter, event="e", proxy=None)
    assert headers(alone)["Auto-Submitted"] == "auto-generated"


def test_letters_of_ours_that_do_not_pass_the_gate_are_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "clear", lambda *_args, **_kwargs: (Hit(kind="unreadable", where="raw"),))
    with pytest.raises(MailbotError):
        notice(desk(), programme(), MENTEE, Paused(about=ABOUT, role=Role.MENTEE), event="e", proxy=None)
    with pytest.raises(MailbotError):
        introduce(desk(), programme(), pair(), first_form_on=NOW.date())
    assert faults_report(programme(), (Fault(file="a", line=1, message="b"),), "f", desk()) == ()


def test_each_coordinator_hears_of_the_faults_once() -> None:
    two = replace(programme(), coordinators=("a@x.test", "b@x.test", "A@x.test"))
    told = faults_report(two, (Fault(file="riverside.toml", line=7, message="no such zone"),), "abc", desk())
    assert sorted(one.message.envelope_to for one in queued(told)) == ["a@x.test", "b@x.test"]
    assert {one.event for one in queued(told)} == {"faults:riverside:abc"}
    assert b"riverside.toml:7" in queued(told)[0].message.raw or b"no such zone" in queued(told)[0].message.raw


# --- held messages that nobody has claimed ---------------------------------------------------------------------------

QUESTION = Confirmation(
    id=ConfirmationId("asked"),
    token=Token("c" * 24),
    purpose=ConfirmationPurpose.RELEASE,
    person=MENTEE.id,
    address=ZOE,
    address_id=MENTEE.invite_address_id,
    asked_at=NOW,
    open=True,
    inbox=InboxId("held"),
)


def asked_again(days: float, asked: int, question: Confirmation | None = QUESTION) -> list[str]:
    effects = reask(
        desk(now=NOW + timedelta(days=days)),
        programme(),
        MENTEE,
        inbox=InboxId("held"),
        confirmation=question,
        asked=asked,
        held_at=NOW,
    )
    return [type(one).__name__ if not isinstance(one, QueueMessage) else one.template for one in effects]


@pytest.mark.parametrize(
    ("days", "asked", "expected"),
    [
        (0, 1, []),
        (2.9, 1, []),
        (3, 1, ["challenge"]),
        (3, 2, []),
        (10, 2, ["challenge"]),
        (29.9, 3, []),
        (30, 3, ["ReleaseHeld", "SettleConfirmation", "refused"]),
        (99, 1, ["ReleaseHeld", "SettleConfirmation", "refused"]),
    ],
)
def test_asked_after_three_and_ten_days_and_closed_after_thirty(days: float, asked: int, expected: list[str]) -> None:
    assert asked_again(days, asked) == expected


def test_what_was_held_without_a_question_is_closed_only() -> None:
    assert asked_again(10, 0, None) == []
    assert asked_again(30, 0, None) == [ReleaseHeld.__name__, "refused"]
    assert ASK_AGAIN_AFTER[-1] < CLOSE_AFTER
    assert SettleConfirmation.__name__ not in asked_again(30, 0, None)


# --- how much we answer one address ----------------------------------------------------------------------------------


def decided(to: str = ZOE, *more: object):
    answers = notice(
        desk(), programme(), MENTEE, Paused(about=ABOUT, role=Role.MENTEE), event="e", proxy=None, answers=message()
    )
    answer = replace(answers, message=replace(answers.message, envelope_to=to))
    return ends(Kind.COMMAND, "pause", answer, *more)


@pytest.mark.parametrize("style", ["verp", "message_id"])
def test_an_answer_is_known_as_one_whatever_its_envelope(style: str) -> None:
    asked = desk(service=replace(SERVICE, bounce_style=style))
    letter = Paused(about=ABOUT, role=Role.MENTEE)
    answer = notice(asked, programme(), MENTEE, letter, event="e", proxy=None, answers=message())
    counted = within_limit(ends(Kind.COMMAND, "pause", answer), message(), context(), NOW)
    assert only(counted.effects, NoteAutomaticAnswer)


def test_every_answer_to_the_writer_is_counted_once() -> None:
    assert len(only(within_limit(decided(), message(), context(), NOW).effects, NoteAutomaticAnswer)) == 1
    counted = decided(ZOE, NoteAutomaticAnswer(address=ZOE, at=NOW))
    assert within_limit(counted, message(), context(), NOW) == counted


def test_what_is_for_others_is_not_counted() -> None:
    for kept in (decided("else@x.test"), ends(Kind.POST, "relayed"), ends(Kind.POST, "relayed", sent(note()))):
        assert within_limit(kept, message(), context(), NOW) == kept
    assert within_limit(decided(), message(sender=None), context(), NOW) == decided()


def test_at_the_limit_only_the_answer_is_left_out() -> None:
    note_of_it = NoteAutomaticAnswer(address="else@x.test", at=NOW)
    full = context(automatic_answers=ANSWERS_A_DAY)
    assert within_limit(decided(ZOE, note_of_it), message(), full, NOW).effects == (note_of_it,)


@pytest.mark.parametrize(
    ("style", "automation", "expected"),
    [
        ("verp", Automation.REPLIED, ""),
        ("verp", Automation.GENERATED, "mentoring+b-bbbbbbbbbbbbbbbbbbbbbbbb@example.org"),
        ("message_id", Automation.REPLIED, "mentoring@example.org"),  # refused with the null path by such providers
        ("message_id", Automation.GENERATED, "mentoring@example.org"),
    ],
)
def test_the_envelope_sender_is_what_the_provider_takes(style: str, automation: Automation, expected: str) -> None:
    asked = replace(SERVICE, bounce_style=style)
    asking = note(automation=automation)
    assert outgoing._envelope_from(asked, asking, Token("b" * 24)) == expected
