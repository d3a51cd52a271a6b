"""REVEAL over the real store: two YES, in any order, bring one exchange; anything less brings none."""

from email.message import EmailMessage

import pytest

from tests.flows.test_conversations import ANSWERS, FIRST_FORM, PHILIPPA, ZOE
from tests.flows.town import Town, answered, reply_address, text_of, written

NAMES = {ZOE: "Philippa", PHILIPPA: "Quillfeather"}  # whose name each would be told


@pytest.fixture
def talk(town: Town) -> Town:
    """A pair in which both have written."""
    town.tick()
    town.at(FIRST_FORM).tick()
    form = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    say(town, PHILIPPA, "Thank you for these answers.", town.last(PHILIPPA))
    return town


def say(town: Town, who: str, text: str, to: EmailMessage) -> EmailMessage:
    """What that person gets next."""
    town.deliver(written(who, reply_address(to), text, answers=to))
    town.later(hours=1).tick()
    return town.last(who)


def post_of(town: Town, who: str) -> EmailMessage:
    return next(one for one in reversed(town.letters(who)) if "mentoring+t-" in reply_address(one))


def told(town: Town, who: str) -> int:
    return sum(NAMES[who] in text_of(one) for one in town.letters(who))


def test_two_yes_exchange_the_names_once(talk: Town) -> None:
    question = say(talk, ZOE, "REVEAL", post_of(talk, ZOE))
    assert "+c-" in reply_address(question)
    assert told(talk, PHILIPPA) == 0
    say(talk, ZOE, "YES", question)
    offered = talk.last(PHILIPPA)
    assert "exchange names" in str(offered["Subject"])
    assert told(talk, ZOE) == told(talk, PHILIPPA) == 0
    say(talk, PHILIPPA, "YES", say(talk, PHILIPPA, "REVEAL", offered))
    assert told(talk, ZOE) == told(talk, PHILIPPA) == 1
    say(talk, ZOE, "REVEAL", post_of(talk, ZOE))
    say(talk, PHILIPPA, "REVEAL", post_of(talk, PHILIPPA))
    assert told(talk, ZOE) == told(talk, PHILIPPA) == 1
    assert not any("quillfeather.test" in text_of(one) for one in talk.letters(PHILIPPA))


def test_stop_reveal_takes_a_yes_back_and_outlives_a_late_one(talk: Town) -> None:
    question = say(talk, ZOE, "REVEAL", post_of(talk, ZOE))
    say(talk, ZOE, "YES", question)
    say(talk, ZOE, "STOP REVEAL", post_of(talk, ZOE))
    say(talk, PHILIPPA, "YES", say(talk, PHILIPPA, "REVEAL", post_of(talk, PHILIPPA)))
    say(talk, ZOE, "YES", question)
    assert told(talk, ZOE) == told(talk, PHILIPPA) == 0


def test_a_yes_counts_only_from_the_address_that_was_asked(talk: Town) -> None:
    say(talk, ZOE, "YES", say(talk, ZOE, "REVEAL", post_of(talk, ZOE)))
    question = say(talk, PHILIPPA, "REVEAL", post_of(talk, PHILIPPA))
    talk.deliver(written(ZOE, reply_address(question), "YES", answers=question))
    talk.later(hours=1).tick()
    assert told(talk, ZOE) == told(talk, PHILIPPA) == 0
