"""Dates, times and sizes as people say them; month names are English until a second language has templates."""

from __future__ import annotations

from datetime import date, datetime

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


def size(size_bytes: int) -> str:
    """The size as people say it: "about 3 kB", "less than 1 kB"."""
    return f"about {round(size_bytes / _KIB)} kB" if size_bytes >= _KIB else "less than 1 kB"
