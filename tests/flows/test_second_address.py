"""A person's second address: once its owner has said YES for it, mail from there is believed."""

from datetime import UTC, datetime
from pathlib import Path

from tests.flows.town import ROSTER, answered, found_town, reply_address, text_of, written

ZOE, HOME, PHILIPPA = "zoe@quillfeather.test", "zoe@home.test", "philippa@northgate.test"


def test_a_second_address_speaks_after_one_yes_and_receives_nothing(tmp_path: Path) -> None:
    town = found_town(tmp_path, roster=ROSTER.replace(",t01,Zo,", f",t01,Zo;{HOME},"))
    town.tick()
    town.at(datetime(2027, 1, 5, 8, 0, tzinfo=UTC)).tick()
    form = town.last(ZOE)
    answers = answered(form, {1: "4", 2: "- one\n- two", 3: "A research post"})
    town.deliver(written(HOME, reply_address(form), answers, answers=form))
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
