from __future__ import annotations

from datetime import timedelta

import pytest

from mailbot.errors import ConfigError
from mailbot.schedule.positions import parse_toml
from mailbot.schedule.tables import FaultLog, Table


def table_of(text: str, **places: str) -> Table:
    values, positions = parse_toml(text, "x.toml")
    log = FaultLog("x.toml", positions, elsewhere={("s", key): place for key, place in places.items()})
    return Table(values, path=(), log=log).table("s")


def named(table: Table) -> list[str]:
    return [str(fault) for fault in table.log.found]


def test_a_table_without_faults_raises_nothing() -> None:
    table = table_of('[s]\nn = 3\nyes = true\nwait = 0\nlist = ["a ", "b"]')
    assert table.integer("n", 1, lowest=0, highest=9) == 3
    assert table.boolean("yes", default=False) is True
    assert table.duration("wait", timedelta(days=1)) == timedelta()
    assert table.texts("list") == ("a", "b")
    assert table.integer("absent", 7, lowest=0, highest=9) == 7
    table.finish()
    table.log.raise_any()
    assert named(table) == []


def test_all_faults_are_raised_by_line() -> None:
    table = table_of('[s]\nn = 30\nwait = false\nyes = "no"')
    table.boolean("yes", default=False)
    table.duration("wait", timedelta(days=1))
    table.integer("n", 1, lowest=0, highest=9)
    with pytest.raises(ConfigError) as caught:
        table.log.raise_any()
    assert [fault.line for fault in caught.value.faults] == [2, 3, 4]


def test_a_value_from_elsewhere_is_blamed_on_where_it_came_from() -> None:
    table = table_of("[s]\nn = 30", n="MAILBOT_S__N")
    table.integer("n", 1, lowest=0, highest=9)
    assert named(table) == ["MAILBOT_S__N: n: expected a whole number from 0 to 9, without quotes"]


def test_what_should_be_a_section_and_is_not_is_named() -> None:
    table = table_of('s = "x"')
    assert named(table) == ["x.toml:1: s: expected a section [s], not text"]
    assert table.values == {}


def test_a_key_at_the_top_that_must_be_there_is_missed_in_the_file() -> None:
    values, positions = parse_toml("", "x.toml")
    table = Table(values, path=(), log=FaultLog("x.toml", positions))
    table.text("a", expected="something")
    assert named(table) == ['x.toml: "a" is missing in the file; expected something']


def test_nothing_is_missed_in_a_file_with_lines_left_out() -> None:
    values, positions = parse_toml("", "x.toml")
    table = Table(values, path=("s",), log=FaultLog("x.toml", positions, broken=True))
    assert table.text("a") == ""
    assert named(table) == []
