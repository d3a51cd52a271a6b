"""A person's second address, listed beside their name: it speaks in their conversations, and receives nothing."""

from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.flows.town import ROSTER, Town, answered, found_town, reply_address, text_of, written

ZOE, HOME, PHILIPPA = "zoe@quillfeather.test", "zoe@home.test", "philippa@northgate.test"
ANSWERS = {1: "4", 2: "- one\n- two", 3: "A research post"}


def started(tmp_path: Path, roster: str = ROSTER.replace(",t01,Zo,", f",t01,Zo;{HOME},")) -> tuple[Town, EmailMessage]:
    town = found_town(tmp_path, roster=roster)
    town.tick()
    town.at(datetime(2027, 1, 5, 8, 0, tzinfo=UTC)).tick()
    return town, town.last(ZOE)


def test_a_second_address_speaks_and_receives_nothing(tmp_path: Path) -> None:
    town, form = started(tmp_path)
    town.deliver(written(HOME, reply_address(form), answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    assert "A research post" in text_of(town.last(PHILIPPA))
    assert not town.letters(HOME)
    town.close()


@pytest.mark.parametrize("verdict", ["", "fail"])
def test_it_is_asked_about_where_the_server_does_not_vouch_for_it(tmp_path: Path, verdict: str) -> None:
    town, form = started(tmp_path)
    town.deliver(written(HOME, reply_address(form), answered(form, ANSWERS), answers=form, verdict=verdict))
    town.later(hours=1).tick()
    assert "Did you write this?" in str(town.last(ZOE)["Subject"])
    assert not any("A research post" in text_of(one) for one in town.letters(PHILIPPA))
    town.close()


def test_at_the_mailbox_itself_it_speaks_for_nobody(tmp_path: Path) -> None:
    """There no token says whose it is: a coordinator could have listed an address of their own."""
    town, _ = started(tmp_path)
    town.deliver(written(HOME, "mentoring@example.org", "STOP", subject="STOP"))
    town.later(hours=1).tick()
    assert town.counts()["people"]["left"] == 0
    town.close()


def test_an_address_that_nobody_listed_speaks_after_one_yes(tmp_path: Path) -> None:
    town, form = started(tmp_path, ROSTER)
    town.deliver(written(HOME, reply_address(form), answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    asked = town.last(ZOE)
    assert not [one for one in town.letters(PHILIPPA) if "form 1" in str(one["Subject"])]
    town.deliver(written(ZOE, reply_address(asked), "YES", answers=asked))
    town.later(hours=1).tick()
    assert "A research post" in text_of(town.last(PHILIPPA))
    town.deliver(written(HOME, reply_address(form), "3. A consultant post", answers=town.last(ZOE)))
    town.later(hours=1).tick()
    assert "A consultant post" in text_of(town.last(PHILIPPA))
    assert not any("post" in text_of(one) for one in town.letters(HOME))
    town.close()
