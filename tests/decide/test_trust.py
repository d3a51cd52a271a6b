from dataclasses import replace

import pytest

from mailbot.decide.trust import ANSWERS_A_DAY, Trust, has_left, may_be_answered, trust_in
from mailbot.model.inbound import Verdict
from mailbot.model.people import PersonState
from tests.decide.builders import MENTEE, MENTOR, SERVICE, context, message

ACCEPTING = replace(SERVICE, without_verdict="accept")


@pytest.mark.parametrize(
    ("verdict", "service", "known", "trust"),
    [
        (Verdict.PASS, SERVICE, {}, Trust.BELIEVED),
        (Verdict.NONE, SERVICE, {}, Trust.NO_VERDICT),
        (Verdict.NONE, SERVICE, {"challenged": True}, Trust.BELIEVED),
        (Verdict.NONE, ACCEPTING, {}, Trust.BELIEVED),
        (Verdict.FAIL, ACCEPTING, {"challenged": True}, Trust.CONTRADICTED),
        (Verdict.FAIL, SERVICE, {"released": True}, Trust.BELIEVED),
        (Verdict.PASS, SERVICE, {"confirmed_writers": frozenset({MENTOR.id})}, Trust.FOREIGN),
        (Verdict.PASS, ACCEPTING, {"confirmed_writers": frozenset()}, Trust.FOREIGN),
    ],
)
def test_whom_we_believe(verdict: Verdict, service: object, known: dict[str, object], trust: Trust) -> None:
    assert trust_in(message(verdict=verdict), context(None, MENTEE, **known), MENTEE, service) is trust


def test_a_message_of_nobody_speaks_for_nobody() -> None:
    assert trust_in(message(sender=None), context(None, MENTEE), MENTEE, SERVICE) is Trust.NOBODY


@pytest.mark.parametrize(
    ("sender", "verdict", "answers", "known", "service", "may"),
    [
        ("a@b.test", Verdict.PASS, 0, (), SERVICE, True),
        ("a@b.test", Verdict.PASS, 1, (), SERVICE, False),
        ("a@b.test", Verdict.PASS, 1, (MENTEE,), SERVICE, True),
        ("a@b.test", Verdict.PASS, ANSWERS_A_DAY, (MENTEE,), SERVICE, False),
        ("a@b.test", Verdict.NONE, 0, (), SERVICE, False),
        ("a@b.test", Verdict.NONE, 0, (), ACCEPTING, True),
        ("a@b.test", Verdict.FAIL, 0, (), ACCEPTING, False),
        (None, Verdict.PASS, 0, (), ACCEPTING, False),
    ],
)
def test_no_backscatter(
    sender: str | None, verdict: Verdict, answers: int, known: tuple[object, ...], service: object, may: object
) -> None:
    asked = context(None, *known, automatic_answers=answers)
    assert may_be_answered(message(sender=sender, verdict=verdict), asked, service) is may


def test_who_has_left() -> None:
    left = {state for state in PersonState if has_left(replace(MENTEE, state=state))}
    assert left == {PersonState.LEFT, PersonState.DECLINED}
