"""RECALL before the quarter hour: nothing leaves, nothing of it is told later, and what has left has left."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest

from tests.flows.town import PROGRAMME, Town, answered, reply_address, text_of, written

ZOE, PHILIPPA = "zoe@quillfeather.test", "philippa@northgate.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
ANSWERS = {1: "4", 2: "- one\n- two", 3: "A research post"}


def by_the_quarter(town: Town) -> None:
    """A programme in which words leave at the next quarter hour."""
    quarter = PROGRAMME.format(joining="recorded") + '\n[relay]\nrelease = "quarter"\n'
    (town.folder / "schedules" / "riverside.toml").write_text(quarter)
    town.tick()


@pytest.fixture
def form(town: Town) -> EmailMessage:
    by_the_quarter(town)
    town.at(FIRST_FORM).tick()
    return town.last(ZOE)


def say(town: Town, who: str, to: EmailMessage, words: str, *, minutes: float = 1) -> None:
    town.deliver(written(who, reply_address(to), words, answers=to, subject=f"Re: {to['Subject']}"))
    town.later(minutes=minutes).tick()


def heard(town: Town, who: str, words: str) -> int:
    return sum(words in text_of(letter) for letter in town.letters(who))


def test_a_post_is_taken_back_and_one_that_has_left_is_not(town: Town, form: EmailMessage) -> None:
    say(town, ZOE, form, answered(form, ANSWERS))
    town.later(minutes=20).tick()
    packet = town.last(PHILIPPA)
    say(town, PHILIPPA, packet, "First thought.")
    say(town, PHILIPPA, packet, "Second thought.")
    say(town, PHILIPPA, packet, "RECALL")
    town.later(minutes=20).tick()
    assert (heard(town, ZOE, "First thought."), heard(town, ZOE, "Second thought.")) == (1, 0)
    say(town, PHILIPPA, packet, "RECALL")
    town.later(minutes=20).tick()
    assert heard(town, ZOE, "First thought.") == 1
    say(town, PHILIPPA, packet, "Third thought.", minutes=20)
    town.later(minutes=20).tick()
    third = town.last(ZOE)
    assert "Third thought." in text_of(third)
    assert "Second" not in third.as_string()


def test_answers_are_taken_back_and_no_later_packet_has_them(town: Town, form: EmailMessage) -> None:
    say(town, ZOE, form, answered(form, ANSWERS | {3: "Anything but surgery"}))
    say(town, ZOE, form, "RECALL")
    town.later(minutes=20).tick()
    assert not any("surgery" in text_of(letter) for letter in town.letters(PHILIPPA))
    say(town, ZOE, form, answered(form, ANSWERS))
    town.later(minutes=20).tick()
    packet = town.last(PHILIPPA)
    assert "A research post" in text_of(packet)
    town.at(FIRST_FORM + timedelta(days=59)).tick()
    later = town.last(ZOE)
    assert later["Subject"] != form["Subject"] or reply_address(later) != reply_address(form)
    say(town, ZOE, later, answered(later, ANSWERS), minutes=30)
    town.later(minutes=30).tick()
    assert "A research post" in text_of(town.last(PHILIPPA))
    assert not any("surgery" in text_of(letter) for letter in town.letters(PHILIPPA))
