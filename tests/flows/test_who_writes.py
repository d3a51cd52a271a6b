"""Nobody speaks as somebody else: whatever is not believed is held, and the registered address is asked."""

from datetime import UTC, datetime

import pytest

from tests.flows.town import OURS, Town, answered, parsed, reply_address, text_of, written

ZOE, PHILIPPA, IBRAHIM = "zoe@quillfeather.test", "philippa@northgate.test", "ibrahim@lakeside.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
ANSWERS = {1: "4", 2: "- one\n- two", 3: "A research post"}


@pytest.fixture
def form(town: Town):
    town.tick()
    town.at(FIRST_FORM).tick()
    return town.last(ZOE)


def test_a_forged_sender_is_held_and_a_yes_from_the_registered_address_releases_it(town: Town, form) -> None:
    forged = written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, verdict="fail")
    town.deliver(forged)
    assert town.tick().held == 1
    challenge = town.last(ZOE)
    assert "the check of its sender failed" in " ".join(text_of(challenge).split())
    assert "A research post" not in text_of(challenge)
    assert town.letters(PHILIPPA)[-1]["Subject"].startswith("You") or len(town.letters(PHILIPPA)) == 2

    town.deliver(written(ZOE, reply_address(challenge), "YES\n", answers=challenge))
    town.later(hours=1).tick()
    counts = town.tick()
    assert town.counts()["inbox"]["held"] == 0
    assert "A research post" in text_of(town.last(PHILIPPA)), counts


def test_no_refuses_it_for_good(town: Town, form) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, verdict="fail"))
    town.tick()
    challenge = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(challenge), "No.\n", answers=challenge))
    town.later(hours=1).tick()
    assert town.counts()["inbox"] == {"received": 0, "processed": 1, "held": 0, "refused": 1, "shunted": 0}
    assert len(town.letters(PHILIPPA)) == 2


def test_without_a_verdict_the_writer_is_challenged_once_and_remembered(town: Town, form) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, verdict=""))
    assert town.tick().held == 1
    challenge = town.last(ZOE)
    assert "could not tell whether it is really from you" in " ".join(text_of(challenge).split())
    town.deliver(written(ZOE, reply_address(challenge), "yes", answers=challenge, verdict=""))
    town.later(hours=1).tick()
    town.tick()
    assert "A research post" in text_of(town.last(PHILIPPA))
    packet = town.last(PHILIPPA)
    town.deliver(written(PHILIPPA, reply_address(packet), "Good news.", answers=packet))
    town.later(hours=1).tick()
    post = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(post), "Thanks.", answers=post, verdict=""))
    assert town.later(hours=1).tick().held == 0
    assert "Thanks." in text_of(town.last(PHILIPPA))


def test_a_colleague_who_answers_a_forwarded_form_is_held_and_its_owner_asked(town: Town, form) -> None:
    town.deliver(written("colleague@elsewhere.test", reply_address(form), answered(form, ANSWERS), answers=form))
    assert town.tick().held == 1
    asked = " ".join(text_of(town.last(ZOE)).split())
    assert "sent from an address that is not registered for you" in asked
    assert "NO" in asked
    (told,) = town.letters("colleague@elsewhere.test")
    assert "did not reach anybody" in text_of(told)
    assert "research" not in text_of(told)


def test_asked_again_after_three_and_ten_days_and_closed_after_thirty(town: Town, form) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, verdict="fail"))
    town.tick()
    before = len(town.letters(ZOE))
    for days, letters in ((1, 0), (3, 1), (5, 1), (11, 2), (20, 2), (31, 3)):
        town.at(FIRST_FORM).later(days=days, hours=1).tick()
        assert len(town.letters(ZOE)) - before == letters, days
    assert town.counts()["inbox"]["refused"] == 1


def test_a_stranger_gets_one_polite_answer_a_day(town: Town, form) -> None:
    for number in range(3):
        town.deliver(written("curious@nowhere.test", OURS, f"Who are you? {number}", subject=f"Hello {number}"))
    assert town.tick().refused == 3
    (answer,) = town.letters("curious@nowhere.test")
    assert "coordinator@riverside.test" in text_of(answer)
    assert parsed(town.submission.sent[-1])["Auto-Submitted"] == "auto-replied"


def test_a_forged_stranger_gets_none(town: Town, form) -> None:
    town.deliver(written("curious@nowhere.test", OURS, "Who are you?", verdict="fail"))
    town.deliver(written("curious@nowhere.test", OURS, "Who are you now?", verdict=""))
    town.tick()
    assert town.letters("curious@nowhere.test") == []


def test_an_unknown_token_gets_a_friendly_answer(town: Town, form) -> None:
    town.deliver(written(ZOE, "mentoring+t-aaaaaaaaaaaaaaaaaaaaaaaa@example.org", "Hello?"))
    assert town.tick().refused == 1
    assert "coordinator@riverside.test" in text_of(town.last(ZOE))


def test_one_mentee_cannot_write_into_the_thread_of_another(town: Town, form) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form))
    town.tick()
    packet = town.last(PHILIPPA)
    town.deliver(written(PHILIPPA, reply_address(packet), "Good news.", answers=packet))
    town.later(hours=1).tick()
    post = town.last(ZOE)
    town.deliver(written(IBRAHIM, reply_address(post), "I am Zoë, trust me.", answers=post))
    assert town.tick().held == 1
    assert all("trust me" not in text_of(letter) for letter in town.letters(PHILIPPA))
