"""When forms are due: occurrence k computed in closed form from the anchor, never from the last send."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays
from dateutil.relativedelta import relativedelta

from mailbot.model.programme import Cadence

_LONGEST_ROLL_DAYS = 400
_SHORTEST_MONTH_DAYS = 28


def occurrence_at(cadence: Cadence, *, timezone: str, anchor_on: date, k: int) -> datetime:
    """When form k (from 0) is due, as aware UTC: the anchor's date plus k periods, rolled off closed days, at the hour.

    31 December, 28 February, 30 April: months are counted from the anchor. An hour that the clocks skip is taken with
    the offset before the change, so it moves forward (RFC 5545 3.3.5); an hour that comes twice means its first pass.
    Raises ValueError when no day within 400 is open, and OverflowError past the year 9999.
    """
    local_on = _open_day(cadence, _planned_on(cadence, anchor_on, k))
    local = datetime.combine(local_on, cadence.at, tzinfo=ZoneInfo(timezone))
    return local.replace(fold=0).astimezone(UTC)


def next_occurrence_after(cadence: Cadence, *, timezone: str, anchor_on: date, after: datetime) -> tuple[int, datetime]:
    """The first form due later than `after` (aware), as (k, due time in UTC); forms due together count as one."""
    k = _count_until(cadence, timezone=timezone, anchor_on=anchor_on, until=after)
    return k, occurrence_at(cadence, timezone=timezone, anchor_on=anchor_on, k=k)


def latest_occurrence(cadence: Cadence, *, timezone: str, anchor_on: date, now: datetime) -> int | None:
    """The k of the last form due at `now` (aware) or before; None when none was due yet."""
    count = _count_until(cadence, timezone=timezone, anchor_on=anchor_on, until=now)
    return count - 1 if count else None


def is_open(cadence: Cadence, local_on: date) -> bool:
    """Whether forms may go out on that local date: a right weekday, no holiday, no blackout."""
    if local_on.weekday() not in cadence.weekdays:
        return False
    if any(blackout.first_on <= local_on <= blackout.last_on for blackout in cadence.blackouts):
        return False
    return not (cadence.holidays and local_on in _holidays_of(cadence.holidays, local_on.year))


def known_calendars() -> tuple[str, ...]:
    """Every name that `holidays` may have in a schedule: "GB", "GB-ENG", "DE-BY", "XNYS"."""
    countries = holidays.list_supported_countries()
    parts = (f"{country}-{part}" for country, every in countries.items() for part in every)
    return (*countries, *parts, *holidays.list_supported_financial())


def _planned_on(cadence: Cadence, anchor_on: date, k: int) -> date:
    return anchor_on + relativedelta(months=k * cadence.every.months, days=k * cadence.every.days)


def _open_day(cadence: Cadence, planned_on: date) -> date:
    step = timedelta(days=1 if cadence.roll_forward else -1)
    for days in range(_LONGEST_ROLL_DAYS):
        if is_open(cadence, planned_on + days * step):
            return planned_on + days * step
    raise ValueError(f"no day within {_LONGEST_ROLL_DAYS} days of {planned_on.isoformat()} is open for sending")


def _count_until(cadence: Cadence, *, timezone: str, anchor_on: date, until: datetime) -> int:
    """How many forms are due by then. Due times never fall with k, so halving finds it."""
    days = (until.date() - anchor_on).days + _LONGEST_ROLL_DAYS
    shortest_days = cadence.every.months * _SHORTEST_MONTH_DAYS + cadence.every.days
    most = max(0, days // shortest_days + 1)

    def due(k: int) -> datetime:
        return occurrence_at(cadence, timezone=timezone, anchor_on=anchor_on, k=k)

    return bisect_right(range(most), until, key=due)


@lru_cache(maxsize=256)
def _holidays_of(calendar: str, year: int) -> frozenset[date]:
    country, _, part = calendar.partition("-")
    if country in holidays.list_supported_countries():
        return frozenset(holidays.country_holidays(country, subdiv=part or None, years=year))
    return frozenset(holidays.financial_holidays(calendar, years=year))
