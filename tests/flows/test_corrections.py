"""Partial is welcome; a later reply completes or corrects; the mentor hears once what changed."""

from datetime import UTC, datetime

import pytest

from tests.flows.town import Town, answered, reply_address, text_of, written

ZOE, PHILIPPA = "zoe@quillfeather.test", "philippa@northgate.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)


@pytest.fixture
def form(town: Town):
    town.tick()
    town.at(FIRST_FORM).tick()
    return town.last(ZOE)


def test_a_partial_answer_is_completed_by_replying_to_the_receipt(town: Town, form) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, {1: "4", 2: "- passed the exam"}), answers=form))
    town.later(hours=1).tick()
    receipt = town.last(ZOE)
    assert "short-term career goal" in text_of(receipt)
    town.deliver(written(ZOE, reply_address(receipt), "3. A research post in Leeds", answers=receipt))
    town.later(hours=1).tick()
    update = town.last(PHILIPPA)
    assert "A research post in Leeds" in text_of(update)
    assert "passed the exam" not in text_of(update)
    assert update["In-Reply-To"]
    assert town.counts()["outbox"]["sent"] == len(town.submission.sent)
    rounds = [one for one in town.counts()["rounds"] if one["answered"]]
    assert [one["answered"] for one in rounds] == [1]


def test_a_correction_changes_that_answer_alone(town: Town, form) -> None:
    full = {1: "2", 2: "- one\n- two", 3: "A research post"}
    town.deliver(written(ZOE, reply_address(form), answered(form, full), answers=form))
    town.later(hours=1).tick()
    receipt = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(receipt), "1. 4", answers=receipt))
    town.later(hours=1).tick()
    update, corrected = text_of(town.last(PHILIPPA)), text_of(town.last(ZOE))
    assert "4 = satisfied" in update
    assert "A research post" not in update
    assert "A research post" in corrected


def test_an_unclear_answer_is_asked_back_and_marked_for_the_mentor(town: Town, form) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, {1: "3-4", 2: "- one\n- two"}), answers=form))
    town.later(hours=1).tick()
    receipt = text_of(town.last(ZOE))
    assert "3-4" in receipt
    assert "one number from 1 to 5" in receipt


def test_the_untouched_form_sent_back_gets_a_helping_hand(town: Town, form) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, {}), answers=form))
    town.later(hours=1).tick()
    assert len(town.letters(PHILIPPA)) == 2
    assert "form" in text_of(town.last(ZOE)).lower()


def test_words_that_fit_nowhere_reach_the_mentor(town: Town, form) -> None:
    body = "I am moving house this month.\n\n" + answered(form, {1: "4", 2: "- one\n- two", 3: "Research"})
    town.deliver(written(ZOE, reply_address(form), body, answers=form))
    town.later(hours=1).tick()
    assert "moving house" in text_of(town.last(PHILIPPA))


def test_a_name_in_an_answer_never_reaches_the_mentor(town: Town, form) -> None:
    body = answered(form, {2: "- Quillfeather got a prize\n- mail me at zoe@quillfeather.test", 3: "Research"})
    town.deliver(written(ZOE, reply_address(form), body, answers=form))
    town.later(hours=1).tick()
    for letter in town.letters(PHILIPPA):
        assert b"quillfeather" not in letter.as_bytes().lower()


def test_the_new_round_shows_what_changed_since_the_last(town: Town, form) -> None:
    full = {1: "2", 2: "- one\n- two", 3: "A research post"}
    town.deliver(written(ZOE, reply_address(form), answered(form, full), answers=form))
    town.later(hours=1).tick()
    town.at(datetime(2027, 3, 5, 8, 0, tzinfo=UTC)).tick()
    second = town.last(ZOE)
    assert "form 2" in second["Subject"]
    town.deliver(written(ZOE, reply_address(second), answered(second, full | {1: "5"}), answers=second))
    town.later(hours=1).tick()
    packet = " ".join(text_of(town.last(PHILIPPA)).split())
    assert "2 = unsatisfied" in packet
    assert "5 = very satisfied" in packet


def test_a_letter_instead_of_answers_reaches_the_mentor_and_the_mentee_learns_how_to_answer(town: Town, form) -> None:
    town.deliver(written(ZOE, reply_address(form), "Sorry, I have no time for this before the exam.", answers=form))
    town.later(hours=1).tick()
    assert "before the exam" in text_of(town.last(PHILIPPA))
    assert "before the exam" in text_of(town.last(ZOE))
    assert "one number" not in text_of(town.last(ZOE))


def test_a_second_point_is_gently_asked_for_once(town: Town, form) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, {1: "4", 2: "- passed the exam"}), answers=form))
    town.later(hours=1).tick()
    receipt = town.last(ZOE)
    assert "welcome to add one more point" in text_of(receipt)
    town.deliver(written(ZOE, reply_address(receipt), "2. a prize, instead", answers=receipt))
    town.later(hours=1).tick()
    corrected = text_of(town.last(ZOE))
    assert "a prize, instead" in corrected
    assert "welcome to add" not in corrected
