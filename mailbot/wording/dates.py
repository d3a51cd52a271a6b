"""Dates, times and sizes as people say them; month names are English until a second language has templates."""

from __future__ import annotations

from datetime import date, datetime

from mailbot.model.programme import Period

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS = {2: "two", 3: "three", 4: "four", 6: "six"}
_KIB = 1024


def day(value: date) -> str:
    """The date in full: "5 January 2027"."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """The date for subjects: "5 January"."""
    return f"{value.day} {_MONTHS[value.month - 1]}"


def moment(value: datetime) -> str:
    """The time as the clock of its own zone shows it: "5 January 2027 at 08:05 GMT"."""
    return f"{day(value)} at {value:%H:%M %Z}".rstrip()


def every(period: Period) -> str:
    """How often something comes: "every month", "every two months", "every 28 days"."""
    count, unit = (period.months, "month") if period.months else (period.days, "day")
    if unit == "day" and count % 7 == 0:
        count, unit = count // 7, "week"
    if count == 1:
        return f"every {unit}"
    return f"every {_NUMBERS.get(count, count)} {unit}s"


def size(size_bytes: int) -> str:
    """The size as people say it: "about 3 kB", "less than 1 kB"."""
    return f"about {round(size_bytes / _KIB)} kB" if size_bytes >= _KIB else "less than 1 kB"
