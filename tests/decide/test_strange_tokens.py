from __future__ import annotations

from dataclasses import replace

import pytest

from mailbot.decide.judge import judge
from mailbot.decide.strange_tokens import GUESSES_AN_HOUR, is_strange
from mailbot.model.context import BounceTarget, ConfirmTarget, Target
from mailbot.model.effect import AskBack, HoldForReview, InboxState, NoteAutomaticAnswer, QueueMessage
from mailbot.model.ids import AddressId, ConfirmationId, OutboxId, Token
from mailbot.model.inbound import Verdict
from mailbot.model.people import Confirmation, ConfirmationPurpose, SentCopy
from tests.decide.builders import (
    MENTEE,
    MENTOR,
    NOW,
    ZOE,
    context,
    desk,
    message,
    no_programmes,
    pair,
    to_form,
    to_thread,
)

COLLEAGUE, COORDINATOR = "colleague@x.test", "coordinator@riverside.test"
QUESTION = Confirmation(
    id=ConfirmationId("question"),
    token=Token("c" * 24),
    purpose=ConfirmationPurpose.RELEASE,
    person=MENTEE.id,
    address="zoe@before.test",
    address_id=AddressId("before"),
    asked_at=NOW,
    open=True,
)
TO_CONFIRM = ConfirmTarget(confirmation=QUESTION, person=MENTEE, pair=pair(), by="token")
TO_BOUNCES = BounceTarget(
    copy=SentCopy(outbox=OutboxId("sent"), template="form", person=None, address_id=None, hard_bounces=0), by="token"
)
EVERY = [to_thread(), to_form(), TO_CONFIRM, TO_BOUNCES, None]


def unknown_or(target: Target | None, *writers, **known):
    return context(target, *writers, unknown_token=target is None, **known)


@pytest.mark.parametrize("target", EVERY)
def test_a_colleague_gets_the_one_letter_wherever_the_token_leads(target: Target | None) -> None:
    decided = judge(message("YES", sender=COLLEAGUE), unknown_or(target), desk())
    (letter,) = (e for e in decided.effects if isinstance(e, QueueMessage) and e.message.envelope_to == COLLEAGUE)
    assert letter.template == "unknown_token"
    assert [e.address for e in decided.effects if isinstance(e, NoteAutomaticAnswer)] == [COLLEAGUE]


@pytest.mark.parametrize("target", EVERY)
@pytest.mark.parametrize(
    ("sender", "verdict", "known"),
    [
        (COLLEAGUE, Verdict.NONE, {}),
        (COLLEAGUE, Verdict.FAIL, {}),
        (COLLEAGUE, Verdict.PASS, {"automatic_answers": 1}),
        (COORDINATOR, Verdict.PASS, {}),
        (None, Verdict.NONE, {}),
    ],
)
def test_or_none_at_all_wherever_it_leads(target, sender, verdict, known) -> None:
    decided = judge(message("YES", sender=sender, verdict=verdict), unknown_or(target, **known), desk())
    assert all(e.message.envelope_to == ZOE for e in decided.effects if isinstance(e, QueueMessage))
    assert not [e for e in decided.effects if isinstance(e, NoteAutomaticAnswer)]


@pytest.mark.parametrize("target", [to_thread(), to_form()])
def test_behind_it_somebody_elses_token_is_held_and_its_owner_asked(target) -> None:
    decided = judge(message("Hello", sender=COLLEAGUE), context(target), desk())
    assert (decided.state, decided.reason) == (InboxState.HELD, "foreign_address")
    assert {HoldForReview, AskBack} <= {type(one) for one in decided.effects}


@pytest.mark.parametrize("target", [to_thread(), to_form(), TO_CONFIRM])
def test_while_the_programme_is_gone_a_token_of_it_looks_like_nobodys(target) -> None:
    decided = judge(message("Hello", sender=COLLEAGUE), context(target), no_programmes())
    assert decided.state is InboxState.HELD
    assert [type(one) for one in decided.effects] == [QueueMessage, NoteAutomaticAnswer]


@pytest.mark.parametrize("target", EVERY)
def test_a_message_over_a_limit_is_kept_for_nobody(target: Target | None) -> None:
    decided = judge(message("", sender=COLLEAGUE, over_limit="size"), unknown_or(target), desk())
    assert (decided.reason, decided.state) == ("over_limit_size", InboxState.REFUSED)
    assert [type(one) for one in decided.effects] == [QueueMessage, NoteAutomaticAnswer]


@pytest.mark.parametrize("target", EVERY)
@pytest.mark.parametrize("sender", [COLLEAGUE, None])
def test_after_twenty_in_an_hour_nothing_happens_at_all(target, sender) -> None:
    guessing = unknown_or(target, unknown_tokens_last_hour=GUESSES_AN_HOUR)
    decided = judge(message("Hello", sender=sender), guessing, desk())
    assert (decided.reason, decided.state, decided.effects) == ("guessing_slowed", InboxState.REFUSED, ())
    nearly = unknown_or(target, unknown_tokens_last_hour=GUESSES_AN_HOUR - 1)
    assert judge(message("Hello", sender=sender), nearly, desk()).reason != "guessing_slowed"


@pytest.mark.parametrize(
    ("target", "sender"),
    [(to_thread(), ZOE), (to_form(), ZOE), (TO_CONFIRM, ZOE), (replace(to_form(), by="reference"), ZOE)],
)
def test_who_owns_the_token_is_never_taken_for_guessing(target, sender) -> None:
    known = context(target, MENTEE, unknown_tokens_last_hour=1000)
    for verdict in Verdict:
        assert judge(message("YES", sender=sender, verdict=verdict), known, desk()).reason != "guessing_slowed"


def test_a_question_goes_with_the_address_that_was_asked() -> None:
    joining = replace(QUESTION, purpose=ConfirmationPurpose.JOIN)
    moved = replace(TO_CONFIRM, confirmation=joining)
    lost = replace(TO_CONFIRM, person=replace(MENTEE, address=None, address_id=None))
    assert is_strange(message("YES"), context(moved, MENTEE))
    for target in (moved, lost):
        assert not is_strange(message("YES", sender="Zoe@before.test"), context(target))


def test_an_address_that_bounced_is_its_owners_still() -> None:
    lost = replace(MENTEE, address=None, address_id=None)
    for target in (replace(to_form(), pair=pair(mentee=lost)), replace(to_thread(), pair=pair(mentee=lost))):
        assert not is_strange(message("Hello"), context(target))
        assert is_strange(message("Hello", sender=COLLEAGUE), context(target))
        assert is_strange(message("Hello", sender=None), context(target))


def test_what_was_found_by_a_message_id_is_no_guess_unless_it_came_to_a_token() -> None:
    found = replace(to_form(), by="message_id")
    assert not is_strange(message("Hello", sender=COLLEAGUE), context(found, MENTOR))
    assert is_strange(message("Hello", sender=COLLEAGUE), context(found, unknown_token=True))
    assert not is_strange(message("Hello"), context(found, MENTEE, unknown_token=True))
    assert not is_strange(message("Hello", sender=COLLEAGUE), context(replace(TO_BOUNCES, by="message_id")))
    assert not is_strange(message("Hello", sender=COLLEAGUE), context(to_form(), released=True))


def test_a_known_persons_words_to_a_bounce_address_are_answered_as_to_nobodys() -> None:
    decided = judge(message("Hello"), context(TO_BOUNCES, MENTEE), desk())
    assert (decided.reason, decided.state) == ("not_a_report", InboxState.REFUSED)
    assert [one.template for one in decided.effects if isinstance(one, QueueMessage)] == ["unknown_token"]
