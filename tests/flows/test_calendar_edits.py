"""Coordinators change the calendar while it runs, people travel, and downtime ends: no form twice, none for years."""

from datetime import UTC, datetime

import pytest

from tests.flows.town import ROSTER, Town

ZOE, IBRAHIM = "zoe@quillfeather.test", "ibrahim@lakeside.test"


def forms(town: Town, who: str) -> list[str]:
    return [str(one["Subject"]).partition(":")[0] for one in town.letters(who) if "Your form" in str(one["Subject"])]


def edit_schedule(town: Town, before: str, after: str) -> None:
    schedule = town.folder / "schedules" / "riverside.toml"
    words = schedule.read_text()
    assert before in words
    schedule.write_text(words.replace(before, after))
    town.later(hours=1).tick()


def walk(town: Town, *days: datetime) -> None:
    for day in days:
        town.at(day).tick()


def months(year: int, *numbers: int, day: int = 7) -> tuple[datetime, ...]:
    return tuple(datetime(year, number, day, 12, 0, tzinfo=UTC) for number in numbers)


def test_a_longer_interval_does_not_put_the_next_form_off_for_years(town: Town) -> None:
    town.tick()
    walk(town, *months(2027, 1, 3, 5, 7))
    assert len(forms(town, ZOE)) == 4
    edit_schedule(town, '"2 months"', '"6 months"')
    walk(town, *months(2027, 8, 9, 10, 11, 12), *months(2028, 1, 2, 3, 4, 5, 6, 7))
    later = forms(town, ZOE)[4:]
    assert 2 <= len(later) <= 3
    assert len(set(forms(town, ZOE))) == len(forms(town, ZOE))


def test_a_shorter_interval_begins_with_the_next_form(town: Town) -> None:
    town.tick()
    walk(town, *months(2027, 1, 3))
    edit_schedule(town, '"2 months"', '"1 month"')
    walk(town, *months(2027, 4, 5, 6, 7))
    assert len(forms(town, ZOE)) in (5, 6)
    assert len(set(forms(town, ZOE))) == len(forms(town, ZOE))


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland"])
def test_a_person_who_moves_gets_each_form_once(town: Town, zone: str) -> None:
    town.tick()
    walk(town, datetime(2027, 1, 5, 12, 0, tzinfo=UTC))
    roster = ROSTER.replace("t01,Zo,,,,,,", f"t01,Zo,,,,{zone},,")
    assert roster != ROSTER
    (town.folder / "schedules" / "riverside.people.csv").write_text(roster)
    for hour in range(0, 72, 3):
        town.at(datetime(2027, 3, 4, 0, 0, tzinfo=UTC)).later(hours=hour).tick()
    assert forms(town, ZOE) == ["Your form 1", "Your form 2"]
    for hour in range(0, 72, 3):
        town.at(datetime(2027, 5, 4, 0, 0, tzinfo=UTC)).later(hours=hour).tick()
    assert forms(town, ZOE) == ["Your form 1", "Your form 2", "Your form 3"]


def test_a_form_put_off_past_the_next_one_is_sent_once(town: Town) -> None:
    town.tick()
    walk(town, *months(2027, 1))
    schedule = town.folder / "schedules" / "riverside.toml"
    words, people = schedule.read_text(), (town.folder / "schedules" / "riverside.people.csv").read_text()
    (town.folder / "schedules" / "other.toml").write_text(words.replace("riverside.people", "other.people"))
    others = people.splitlines()[0] + "\nm01,mentee,Peter Pan,peter@never.test,,,,,,,,,,2026-12-01\n"
    (town.folder / "schedules" / "other.people.csv").write_text(others)
    schedule.unlink()
    walk(town, *months(2027, 3, 4, 5))
    assert len(forms(town, ZOE)) == 1
    schedule.write_text(words)
    walk(town, *months(2027, 6, 7))
    assert forms(town, ZOE) in (["Your form 1", "Your form 3", "Your form 4"], ["Your form 1", "Your form 3"])
