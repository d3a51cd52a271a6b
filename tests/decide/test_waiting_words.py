"""Words that nobody can let go any more end at once, and those of which nothing can be said end in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mailbot.decide.waiting_words import given_up_unsaid, remind
from mailbot.model.effect import Effect, QueueMessage, SettleWithheld
from mailbot.model.ids import RoundId
from mailbot.model.people import Pair, PairState, PersonState
from mailbot.model.programme import Role
from tests.decide.builders import MENTEE, MENTOR, NOW, desk, pair, programme, sent_round
from tests.decide.test_kept_back import waiting

LEFT = pair(mentee=replace(MENTEE, state=PersonState.LEFT))
CLOSED = pair(state=PairState.CLOSED)
PARTNER_LEFT = pair(mentor=replace(MENTOR, state=PersonState.LEFT))


def after(days: float, about: Pair, *, of_form: bool = False, patient: bool = False) -> tuple[Effect, ...]:
    current = sent_round() if of_form else None
    row = waiting(round=RoundId("r") if of_form else None, patient=patient, asked_at=NOW - timedelta(days=days))
    return remind(desk(), programme(), about, Role.MENTEE, row, reminded=0, thread=None, round=current)


@pytest.mark.parametrize("of_form", [True, False])
def test_whoever_left_hears_nothing_more_and_their_words_end(of_form: bool) -> None:
    (ended,) = after(3, LEFT, of_form=of_form, patient=True)
    assert isinstance(ended, SettleWithheld)
    assert (ended.outcome, ended.destroy_at) == ("expired", NOW)


@pytest.mark.parametrize("about", [CLOSED, PARTNER_LEFT])
def test_a_post_into_a_conversation_that_has_ended_is_given_up_and_said_once(about: Pair) -> None:
    ended, told = after(3, about)
    assert isinstance(ended, SettleWithheld)
    assert ended.destroy_at is None
    assert isinstance(told, QueueMessage)
    assert (told.template, told.event) == ("closed_pair", "waiting:earlier:end")


def test_an_address_that_fails_for_the_moment_ends_nothing() -> None:
    (told,) = after(3, pair(mentor=replace(MENTOR, address=None, address_id=None)))
    assert isinstance(told, QueueMessage)
    assert (told.template, told.event) == ("still_waiting", "waiting:earlier:1")


def test_answers_may_still_be_kept_when_the_pair_has_ended() -> None:
    (told,) = after(3, CLOSED, of_form=True)
    assert isinstance(told, QueueMessage)


@pytest.mark.parametrize(
    ("days", "patient", "ends"), [(29, False, False), (30, False, True), (13, True, False), (14, True, True)]
)
def test_without_a_letter_they_end_at_the_same_time(days: int, patient: bool, ends: bool) -> None:
    ended = given_up_unsaid(waiting(asked_at=NOW - timedelta(days=days), patient=patient), NOW)
    assert bool(ended) is ends
