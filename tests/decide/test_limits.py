"""Over a limit: refused, told once a day where nobody else is hit by it, and nobody's own mail is shut out."""

from dataclasses import replace

import pytest

from mailbot.decide.judge import judge
from mailbot.decide.limits import over_limit
from mailbot.decide.repeated import is_said_again
from mailbot.model.effect import InboxState, Kind, NoteAutomaticAnswer
from mailbot.model.inbound import Verdict
from mailbot.model.limits import Limits
from tests.decide.builders import (
    MENTEE,
    SERVICE,
    ZOE,
    context,
    desk,
    message,
    only,
    queued,
    to_form,
    to_thread,
    words_of,
)

SMALL = desk(service=replace(SERVICE, limits=Limits(messages_per_hour=3, posts_per_day=5)))
WHATS = ["size", "decoded", "parts", "depth", "headers", "lines", "addresses"]


@pytest.mark.parametrize("what", WHATS)
def test_a_message_over_a_limit_is_refused_and_its_writer_told(what) -> None:
    decided = judge(message(over_limit=what), context(to_thread(), MENTEE), desk())
    assert (decided.kind, decided.reason, decided.state) == (Kind.MALFORMED, f"over_limit_{what}", InboxState.REFUSED)
    (told,) = queued(decided.effects)
    assert (told.template, told.message.envelope_to) == ("over_limit", ZOE)
    assert b"\r\nAuto-Submitted: auto-replied\r\n" in told.message.raw
    assert len(only(decided.effects, NoteAutomaticAnswer)) == 1


@pytest.mark.parametrize(
    ("changes", "known", "told"),
    [
        ({}, {}, True),
        ({}, {"told_limit": True}, False),
        ({"sender": None}, {}, False),
        ({"verdict": Verdict.FAIL}, {}, False),
        ({"verdict": Verdict.FAIL}, {"challenged": True}, False),
        ({"verdict": Verdict.NONE}, {}, False),
        ({"verdict": Verdict.NONE}, {"challenged": True}, True),
        ({"message_id": None}, {}, True),
    ],
)
def test_nobody_is_told_whose_address_may_be_forged_or_twice_a_day(changes, known, told) -> None:
    decided = judge(message(over_limit="size", **changes), context(None, MENTEE, **known), desk())
    assert decided.reason == "over_limit_size"
    assert bool(queued(decided.effects)) is told


def test_a_stranger_is_told_once_a_day_and_only_with_a_verdict() -> None:
    bomb = message(over_limit="parts", sender="who@else.test")
    assert queued(judge(bomb, context(), desk()).effects)
    assert not queued(judge(bomb, context(automatic_answers=1), desk()).effects)
    assert not queued(judge(replace(bomb, verdict=Verdict.NONE), context(), desk()).effects)


@pytest.mark.parametrize(
    ("target", "counts", "kind", "reason"),
    [
        (to_thread(), {"believed_last_hour": 3}, Kind.POST, "over_limit_hour"),
        (to_form(), {"believed_last_hour": 3}, Kind.FORM_REPLY, "over_limit_hour"),
        (None, {"believed_last_hour": 3}, Kind.STRANGER, "over_limit_hour"),
        (to_thread(), {"posts_last_day": 5}, Kind.POST, "over_limit_day"),
    ],
)
def test_too_many_in_an_hour_or_a_day(target, counts, kind, reason) -> None:
    decided = judge(message("One more thing"), context(target, MENTEE, **counts), SMALL)
    assert (decided.kind, decided.reason, decided.state) == (kind, reason, InboxState.REFUSED)
    (told,) = queued(decided.effects)
    assert ("in an hour" if reason.endswith("hour") else "tomorrow") in " ".join(words_of(told).split())


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({}, {"from_writer_last_hour": 99, "believed_last_hour": 2}),
        ({}, {"posts_last_day": 4}),
        ({}, {"believed_last_hour": 99, "released": True}),
        ({}, {"believed_last_hour": 99, "insisted": True}),
    ],
)
def test_within_the_limits_or_read_again(changes, known) -> None:
    assert over_limit(message("Hello", **changes), context(to_thread(), MENTEE, **known), SMALL) is None
    assert over_limit(message("Hello"), context(to_form(), MENTEE, posts_last_day=99), SMALL) is None


def test_a_flood_in_somebodys_name_is_not_held_one_by_one_and_does_not_shut_them_out() -> None:
    flood = context(to_thread(), MENTEE, from_writer_last_hour=99)
    forged = judge(message("Buy", verdict=Verdict.FAIL), flood, SMALL)
    assert (forged.reason, forged.effects) == ("over_limit_hour", ())
    assert over_limit(message("Hello"), flood, SMALL) is None


@pytest.mark.parametrize("word", ["STOP", "PAUSE", "HELP"])
def test_a_command_is_always_heard(word) -> None:
    flood = context(to_thread(), MENTEE, believed_last_hour=99, posts_last_day=99)
    assert judge(message(word), flood, SMALL).kind is Kind.COMMAND


@pytest.mark.parametrize(
    ("text", "recent", "again"),
    [
        ("Thank you for your message.", ("Thank you for your message.",) * 2, True),
        (
            "Thank you for your\nmessage. ",
            ("thank you for your message.", "Other", "Thank you for your message."),
            True,
        ),
        ("Thank you for your message.", ("Thank you for your message.",), False),
        ("Thank you for your message!", ("Thank you for your message.",) * 2, False),
        ("Thank you.", ("Thank you.",) * 4, False),
        ("Thank you for your message.", (), False),
    ],
)
def test_the_same_words_for_the_third_time_in_an_hour_are_a_machines(text, recent, again) -> None:
    assert is_said_again(text, context(to_thread(), MENTEE, recent_words=recent)) is again
