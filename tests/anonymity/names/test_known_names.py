"""Over three hundred invented people: nothing of their names is left, by a check that shares no code with us."""

from __future__ import annotations

import pytest

from mailbot.anonymity.scrub import scrubbed
from tests.anonymity.names.invented_people import Invented, bare, invented
from tests.anonymity.names.written_forms import FRAMES, address_forms, name_forms

PEOPLE = invented()
SHARE = 8  # of the forms for each person; over the people every form meets every frame


def left(one: Invented, frame: str, form: str, number: int) -> list[str]:
    """The letters of the person that are in the text after scrubbing, and are not there by the frame alone."""
    written = frame.replace("{}", form)
    read = bare(scrubbed(written, ((one.identity(number), "your mentor"),)))
    alone = bare(frame.replace("{}", ""))
    return [piece for piece in one.pieces if read.count(piece) > alone.count(piece)]


@pytest.mark.parametrize("turn", [1, 4, 6])
def test_no_known_name_is_left(turn):
    leaks = []
    for number, one in enumerate(PEOPLE):
        forms = [*name_forms(one).items(), *address_forms(one).items()]
        for at, (called, form) in enumerate(forms):
            if (at + number) % SHARE == turn:
                frame = FRAMES[(at // SHARE + number * 3 + turn) % len(FRAMES)]
                leaks += [(called, form, frame, left(one, frame, form, number))]
    assert [leak for leak in leaks if leak[3]] == []


def test_there_are_enough_people():
    assert len({one.roster_name for one in PEOPLE}) > 300


def test_a_known_name_among_many_people():
    others = tuple((one.identity(number), "somebody") for number, one in enumerate(PEOPLE[:40]))
    for number, one in enumerate(PEOPLE[40:80], start=40):
        people = ((one.identity(number), "your mentor"), *others)
        for form in (one.roster_name, one.given, one.surname, one.address):
            text = scrubbed(f"I met {form} today.", people)
            assert not [piece for piece in one.pieces if piece in bare(text)], text
