from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.model.programme import Blackout, Cadence, Period
from mailbot.schedule.calendar import (
    is_open,
    known_calendars,
    latest_occurrence,
    next_occurrence_after,
    occurrence_at,
)

EVERY_DAY = Cadence(
    every=Period(months=2),
    anchor_on=None,
    at=time(8),
    weekdays=frozenset(range(7)),
    roll_forward=True,
    holidays="",
    blackouts=(),
    close_after=timedelta(days=28),
)
WORKING_DAYS = replace(EVERY_DAY, weekdays=frozenset(range(5)))


def local(cadence: Cadence, anchor_on: date, k: int, timezone: str = "Europe/London") -> str:
    at = occurrence_at(cadence, timezone=timezone, anchor_on=anchor_on, k=k)
    assert at.tzinfo is UTC
    return at.astimezone(ZoneInfo(timezone)).isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("anchor_on", "dates"),
    [
        (date(2026, 12, 31), ["2026-12-31", "2027-02-28", "2027-04-30", "2027-06-30", "2027-08-31"]),
        (date(2027, 12, 31), ["2027-12-31", "2028-02-29", "2028-04-30"]),
        (date(2028, 2, 29), ["2028-02-29", "2028-04-29", "2028-06-29"]),
    ],
)
def test_months_count_from_the_anchor_and_short_ones_shift_nothing_after_them(
    anchor_on: date, dates: list[str]
) -> None:
    assert [local(EVERY_DAY, anchor_on, k)[:10] for k in range(len(dates))] == dates


def test_a_leap_day_comes_back_after_four_years() -> None:
    yearly = replace(EVERY_DAY, every=Period(months=12))
    assert [local(yearly, date(2028, 2, 29), k)[:10] for k in (0, 1, 4)] == ["2028-02-29", "2029-02-28", "2032-02-29"]


def test_days_and_weeks_count_on() -> None:
    weekly = replace(EVERY_DAY, every=Period(days=7))
    assert local(weekly, date(2027, 1, 5), 52)[:10] == "2028-01-04"


def test_the_hour_on_the_clock_stays_over_the_change_to_summer_time() -> None:
    daily = replace(EVERY_DAY, every=Period(days=1), at=time(9))
    assert local(daily, date(2027, 3, 27), 0) == "2027-03-27T09:00+00:00"
    assert local(daily, date(2027, 3, 27), 1) == "2027-03-28T09:00+01:00"
    assert local(daily, date(2027, 10, 30), 1) == "2027-10-31T09:00+00:00"


@pytest.mark.parametrize(
    ("timezone", "anchor_on", "at", "utc"),
    [
        ("Europe/London", date(2027, 3, 28), time(1, 30), "2027-03-28T01:30:00+00:00"),  # no 01:30: 02:30 summer time
        ("Europe/London", date(2027, 10, 31), time(1, 30), "2027-10-31T00:30:00+00:00"),  # twice: still summer time
        ("America/New_York", date(2027, 3, 14), time(2, 30), "2027-03-14T07:30:00+00:00"),
        ("America/New_York", date(2027, 11, 7), time(1, 30), "2027-11-07T05:30:00+00:00"),
        ("Australia/Lord_Howe", date(2027, 10, 3), time(2, 15), "2027-10-02T15:45:00+00:00"),  # a gap of half an hour
        ("Asia/Kathmandu", date(2027, 1, 1), time(8), "2027-01-01T02:15:00+00:00"),
        ("Pacific/Apia", date(2011, 12, 30), time(8), "2011-12-30T18:00:00+00:00"),  # a day that never was
    ],
)
def test_a_skipped_hour_moves_forward_and_a_doubled_one_means_its_first_pass(
    timezone: str, anchor_on: date, at: time, utc: str
) -> None:
    due = occurrence_at(replace(EVERY_DAY, at=at), timezone=timezone, anchor_on=anchor_on, k=0)
    assert due.isoformat() == utc


@pytest.mark.parametrize(
    ("cadence", "anchor_on", "sent_on"),
    [
        (WORKING_DAYS, date(2027, 1, 9), "2027-01-11"),  # Saturday
        (replace(WORKING_DAYS, roll_forward=False), date(2027, 1, 9), "2027-01-08"),
        (replace(WORKING_DAYS, holidays="GB-ENG"), date(2027, 3, 26), "2027-03-30"),  # Good Friday to Tuesday
        (replace(WORKING_DAYS, holidays="GB-SCT"), date(2027, 3, 26), "2027-03-29"),  # no Easter Monday in Scotland
        (replace(WORKING_DAYS, holidays="GB-ENG", roll_forward=False), date(2027, 3, 29), "2027-03-25"),
        (replace(WORKING_DAYS, holidays="DE-BY"), date(2027, 1, 6), "2027-01-07"),  # Epiphany
        (replace(WORKING_DAYS, holidays="DE-BE"), date(2027, 1, 6), "2027-01-06"),
        (replace(WORKING_DAYS, holidays="XNYS"), date(2027, 11, 25), "2027-11-26"),  # Thanksgiving
        (replace(WORKING_DAYS, weekdays=frozenset({2})), date(2027, 1, 7), "2027-01-13"),  # Wednesdays only
        (
            replace(WORKING_DAYS, blackouts=(Blackout(first_on=date(2027, 8, 1), last_on=date(2027, 8, 8)),)),
            date(2027, 8, 1),
            "2027-08-09",
        ),
        (
            replace(WORKING_DAYS, blackouts=(Blackout(first_on=date(2027, 8, 2), last_on=date(2027, 8, 2)),)),
            date(2027, 8, 2),
            "2027-08-03",
        ),
    ],
)
def test_a_closed_day_rolls_to_an_open_one(cadence: Cadence, anchor_on: date, sent_on: str) -> None:
    assert local(cadence, anchor_on, 0)[:10] == sent_on


def test_a_rolled_form_does_not_move_those_after_it() -> None:
    assert [local(WORKING_DAYS, date(2027, 5, 8), k)[:10] for k in range(3)] == [
        "2027-05-10",
        "2027-07-08",
        "2027-09-08",
    ]


def test_a_calendar_without_an_open_day_is_an_error_and_no_endless_search() -> None:
    closed = replace(EVERY_DAY, blackouts=(Blackout(first_on=date(2027, 1, 1), last_on=date(2029, 1, 1)),))
    with pytest.raises(ValueError, match="no day within 400 days of 2027-01-05 is open"):
        occurrence_at(closed, timezone="UTC", anchor_on=date(2027, 1, 5), k=0)


def test_the_next_form_is_the_first_one_strictly_later() -> None:
    anchor_on = date(2027, 1, 5)
    first = occurrence_at(EVERY_DAY, timezone="Europe/London", anchor_on=anchor_on, k=0)
    second = occurrence_at(EVERY_DAY, timezone="Europe/London", anchor_on=anchor_on, k=1)

    def following(after: datetime) -> tuple[int, datetime]:
        return next_occurrence_after(EVERY_DAY, timezone="Europe/London", anchor_on=anchor_on, after=after)

    assert following(datetime(2020, 1, 1, tzinfo=UTC)) == (0, first)
    assert following(first - timedelta(seconds=1)) == (0, first)
    assert following(first) == (1, second)
    assert following(second - timedelta(seconds=1)) == (1, second)


def test_forms_that_rolled_onto_one_day_count_as_one() -> None:
    daily = replace(WORKING_DAYS, every=Period(days=1))
    friday = occurrence_at(daily, timezone="UTC", anchor_on=date(2027, 1, 8), k=0)
    k, monday = next_occurrence_after(daily, timezone="UTC", anchor_on=date(2027, 1, 8), after=friday)
    assert (k, monday.date()) == (1, date(2027, 1, 11))
    k, tuesday = next_occurrence_after(daily, timezone="UTC", anchor_on=date(2027, 1, 8), after=monday)
    assert (k, tuesday.date()) == (4, date(2027, 1, 12))
    assert latest_occurrence(daily, timezone="UTC", anchor_on=date(2027, 1, 8), now=monday) == 3


def test_no_form_was_due_before_the_anchor() -> None:
    before = datetime(2027, 1, 5, 7, 59, tzinfo=UTC)
    day = {"timezone": "Europe/London", "anchor_on": date(2027, 1, 5)}
    assert latest_occurrence(EVERY_DAY, **day, now=before) is None
    assert latest_occurrence(EVERY_DAY, **day, now=before + timedelta(minutes=1)) == 0
    assert latest_occurrence(EVERY_DAY, **day, now=before + timedelta(days=800)) == 13


cadences = st.builds(
    Cadence,
    every=st.builds(Period, months=st.integers(0, 30), days=st.integers(1, 60)) | st.just(Period(months=2)),
    anchor_on=st.none(),
    at=st.times().map(lambda moment: moment.replace(microsecond=0)),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    roll_forward=st.booleans(),
    holidays=st.sampled_from(["", "GB-ENG", "DE-BY"]),
    blackouts=st.just(()) | st.just((Blackout(first_on=date(2027, 8, 1), last_on=date(2027, 9, 8)),)),
    close_after=st.just(timedelta(days=28)),
)


@given(
    cadences,
    st.dates(date(2020, 1, 1), date(2031, 1, 1)),
    st.sampled_from(["Europe/London", "America/St_Johns", "Pacific/Auckland"]),
    st.integers(0, 60),
)
def test_every_form_is_on_an_open_day_in_order_and_found_again_from_its_time(
    cadence: Cadence, anchor_on: date, timezone: str, k: int
) -> None:
    day = {"timezone": timezone, "anchor_on": anchor_on}
    due, following = (occurrence_at(cadence, **day, k=k + step) for step in (0, 1))
    assert due <= following
    assert is_open(cadence, due.astimezone(ZoneInfo(timezone)).date())
    latest = latest_occurrence(cadence, **day, now=due)
    assert latest is not None
    assert latest >= k
    assert occurrence_at(cadence, **day, k=latest) == due
    after_k, after_at = next_occurrence_after(cadence, **day, after=due)
    assert (after_k, after_at > due) == (latest + 1, True)


def test_the_calendars_are_countries_regions_and_exchanges() -> None:
    assert {"GB", "GB-ENG", "DE-BY", "IE", "XNYS"} <= set(known_calendars())
