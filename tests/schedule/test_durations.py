from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.model.programme import Period
from mailbot.schedule.durations import parse_clock, parse_duration, parse_hours, parse_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2 months", Period(months=2)),
        ("1 month", Period(months=1)),
        ("1 year", Period(months=12)),
        ("1 week", Period(days=7)),
        (" 10 Days ", Period(days=10)),
        ("3w", Period(days=21)),
    ],
)
def test_a_period_counts_months_and_days_apart(text: str, period: Period) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    "text", ["", "2", "months", "2 moons", "0 days", "-1 day", "5 minutes", "200 years", "1.5 days"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("7 days", timedelta(days=7)),
        ("12 hours", timedelta(hours=12)),
        ("15 minutes", timedelta(minutes=15)),
        ("15m", timedelta(minutes=15)),
        ("90s", timedelta(seconds=90)),
        ("2 weeks", timedelta(days=14)),
        ("0", timedelta()),
        ("0 days", timedelta()),
    ],
)
def test_a_duration_is_exact(text: str, duration: timedelta) -> None:
    assert parse_duration(text) == duration


@pytest.mark.parametrize("text", ["", "7", "1 month", "1 year", "soon", "999999 days", "ss", "1 ss"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("20:00-08:00", (time(20), time(8))), ("9:30 - 17:15", (time(9, 30), time(17, 15))), ("", None), (" ", None)],
)
def test_hours_are_two_times_or_none(text: str, hours: tuple[time, time] | None) -> None:
    assert parse_hours(text) == hours


@pytest.mark.parametrize("text", ["20:00", "20:00-", "8-9", "24:00-08:00", "08:00-08:00", "a-b"])
def test_what_is_no_stretch_of_the_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse_hours(text)


@given(st.times(timezones=st.none()))
def test_every_minute_of_the_day_can_be_written(moment: time) -> None:
    assert parse_clock(f"{moment:%H:%M}") == moment.replace(second=0, microsecond=0)


def refusal(parse: Callable[[str], object], text: str) -> str:
    try:
        parse(text)
    except ValueError as wrong:
        return str(wrong)
    return ""


@given(st.text())
def test_any_text_is_understood_or_refused_in_words(text: str) -> None:
    for parse in (parse_period, parse_duration, parse_clock, parse_hours):
        said = refusal(parse, text)
        assert not said or "expected" in said
