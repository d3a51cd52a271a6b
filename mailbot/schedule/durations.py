"""Lengths of time as coordinators write them: "2 months", "28 days", "15m", "20:00-08:00"."""

from __future__ import annotations

import re
from datetime import time, timedelta

from mailbot.model.programme import Period

_COUNTED = re.compile(r"(\d{1,6})\s*([a-z]+)")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")

_CALENDAR_UNITS = {
    "day": Period(days=1),
    "d": Period(days=1),
    "week": Period(days=7),
    "w": Period(days=7),
    "month": Period(months=1),
    "year": Period(months=12),
}
_EXACT_UNITS = {
    "second": timedelta(seconds=1),
    "s": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "min": timedelta(minutes=1),
    "m": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "h": timedelta(hours=1),
    "day": timedelta(days=1),
    "d": timedelta(days=1),
    "week": timedelta(weeks=1),
    "w": timedelta(weeks=1),
}
_LONGEST_DAYS = 36_525  # a hundred years: beyond it somebody's finger slipped


def _counted(text: str) -> tuple[int, str] | None:
    found = _COUNTED.fullmatch(text.strip().lower())
    if found is None:
        return None
    unit = found[2]
    return int(found[1]), unit[:-1] if len(unit) > len("min") and unit.endswith("s") else unit


def parse_period(text: str) -> Period:
    """The calendar distance between two forms: "2 months", "1 week", "10 days"; never nothing.

    Raises ValueError, in plain words, for anything else.
    """
    counted = _counted(text)
    unit = _CALENDAR_UNITS.get(counted[1]) if counted else None
    if counted is None or unit is None:
        raise ValueError(f'expected a length such as "2 months", "1 week" or "28 days", not "{text}"')
    count = counted[0]
    if not 0 < count * (unit.days + unit.months * 30) <= _LONGEST_DAYS:
        raise ValueError(f'expected something between one day and a hundred years, not "{text}"')
    return Period(months=unit.months * count, days=unit.days * count)


def parse_duration(text: str) -> timedelta:
    """An exact length of time: "7 days", "12 hours", "15m", or "0" for none at all.

    Raises ValueError, in plain words, for anything else; months are refused because their length differs.
    """
    if text.strip() == "0":
        return timedelta()
    counted = _counted(text)
    unit = _EXACT_UNITS.get(counted[1]) if counted else None
    if counted is None or unit is None:
        raise ValueError(f'expected a length such as "7 days", "12 hours", "15 minutes" or "0", not "{text}"')
    if counted[0] * unit > timedelta(days=_LONGEST_DAYS):
        raise ValueError(f'expected at most a hundred years, not "{text}"')
    return counted[0] * unit


def parse_clock(text: str) -> time:
    """A time of day on the 24-hour clock: "08:00". Raises ValueError, in plain words, for anything else."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise ValueError(f'expected a time such as "08:00", not "{text}"')
    return time(int(found[1]), int(found[2]))


def parse_hours(text: str) -> tuple[time, time] | None:
    """A stretch of the day, over midnight or not: "20:00-08:00"; None for "".

    Raises ValueError, in plain words, for anything else, and for a stretch without length.
    """
    if not text.strip():
        return None
    first, dash, last = text.partition("-")
    if not dash:
        raise ValueError(f'expected two times such as "20:00-08:00", not "{text}"')
    start, end = parse_clock(first), parse_clock(last)
    if start == end:
        raise ValueError(f'"{text}" begins and ends at the same time; expected two times such as "20:00-08:00"')
    return start, end
