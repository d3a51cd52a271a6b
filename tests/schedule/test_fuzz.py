"""Any text at all is a programme, a roster, or refused with faults: never another exception."""

from __future__ import annotations

import contextlib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import ConfigError
from mailbot.schedule.programmes import read_programme
from mailbot.schedule.roster import COLUMNS, read_roster

LINES = (Path(__file__).parent / "samples" / "northern.toml").read_text(encoding="utf-8").splitlines()
VALUES = [
    "1",
    '""',
    '"x"',
    "[]",
    "[1]",
    '["x"]',
    "{}",
    "{ a = 1 }",
    "[{}]",
    "true",
    "1.5",
    "2027-01-05",
    "08:00:00",
    "nan",
]
KEYS = [line.split("=")[0].strip() for line in LINES if "=" in line and not line.startswith(" ")]

any_line = st.sampled_from(LINES) | st.builds("{} = {}".format, st.sampled_from(KEYS), st.sampled_from(VALUES))


@given(st.lists(any_line | st.text(max_size=20), max_size=40).map("\n".join))
def test_any_lines_are_a_programme_or_refused(text: str) -> None:
    with contextlib.suppress(ConfigError):
        read_programme("x", text, file="x.toml")


@given(st.data())
def test_a_value_of_any_kind_in_any_place_is_taken_or_refused(data: st.DataObject) -> None:
    lines = list(LINES)
    for number in data.draw(st.lists(st.integers(0, len(lines) - 1), min_size=1, max_size=4)):
        key, equals, _ = lines[number].partition("=")
        lines[number] = f"{key}= {data.draw(st.sampled_from(VALUES))}" if equals else lines[number]
    with contextlib.suppress(ConfigError):
        read_programme("x", "\n".join(lines), file="x.toml")


csv_cell = st.sampled_from(["m1", "t1", "mentor", "mentee", "a@example.org", "2027-01-05", "UTC", '"', "x;y", ""])


@given(st.lists(st.lists(csv_cell | st.text(max_size=8), max_size=16).map(",".join), max_size=8).map("\n".join))
def test_any_rows_are_a_roster_or_refused(text: str) -> None:
    for whole in (text, ",".join(COLUMNS) + "\n" + text):
        with contextlib.suppress(ConfigError):
            read_roster(whole, file="x.csv", require_training=True, joining="recorded")
