"""The section [cadence] and its days: how often, from when, on which days not."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mailbot.model.programme import Blackout, Cadence, Period
from mailbot.schedule.calendar import is_open, known_calendars, occurrence_at
from mailbot.schedule.durations import parse_clock, parse_period
from mailbot.schedule.nearest import nearest
from mailbot.schedule.tables import Table, kind_of

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORKING_DAYS = frozenset(range(5))
_FIRST_YEAR, _LAST_YEAR = 1990, 2200


def read_cadence(table: Table) -> Cadence:
    """When forms are due; `anchor = "enrolment"` gives `anchor_on` None. Faults go to the table's log."""
    weekdays = table.parsed_list("weekdays", parse_weekday)
    if table.given("weekdays") == []:
        table.fault("weekdays", 'is empty, so nothing would ever be sent; expected days such as ["Mon", "Tue"]')
    cadence = Cadence(
        every=table.parsed("every", parse_period, Period(months=2), required='a length such as "2 months"'),
        anchor_on=_anchor(table),
        at=_at(table),
        weekdays=frozenset(weekdays) or _WORKING_DAYS,
        roll_forward=table.one_of("roll", ("forward", "backward"), "forward") == "forward",
        holidays=table.parsed("holidays", _parse_calendar, ""),
        blackouts=tuple(_blackout(each) for each in table.tables("blackouts")),
        close_after=table.duration("close_after", timedelta(days=28)),
    )
    if not cadence.close_after:
        table.fault("close_after", 'expected more than nothing, such as "28 days": a form that is closed at once')
    _check_open(table, cadence)
    table.finish()
    return cadence


def parse_weekday(text: str) -> int:
    """The day's number, Monday 0, from "Mon" or "Monday". Raises ValueError, in plain words, for anything else."""
    for names in (WEEKDAYS, _LONG_NAMES):
        if text.lower() in names:
            return names.index(text.lower())
    raise ValueError(f'"{text}" is not a weekday; expected Mon, Tue, Wed, Thu, Fri, Sat or Sun')


def plain_date(value: object) -> date | None:
    """The value if it is a date of a year that programmes live in, without a time; else None."""
    if isinstance(value, date) and not isinstance(value, datetime) and _FIRST_YEAR <= value.year <= _LAST_YEAR:
        return value
    return None


def _anchor(table: Table) -> date | None:
    value = table.given("anchor")
    expected = 'a date without quotes, such as 2027-01-05, or "enrolment" for each person\'s own start'
    if value is None:
        table.missing("anchor", expected)
    elif value != "enrolment" and plain_date(value) is None:
        table.fault("anchor", f"expected {expected}")
    return plain_date(value)


def _at(table: Table) -> time:
    value = table.given("at")
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    return table.parsed("at", parse_clock, time(8))


def _parse_calendar(text: str) -> str:
    known = known_calendars()
    if text and text not in known:
        guess = nearest(text, known)
        hint = f'; did you mean "{guess}"?' if guess else ""
        raise ValueError(f'there is no calendar "{text}"; expected a country or region such as "GB-ENG"{hint}')
    return text


def _blackout(table: Table) -> Blackout:
    ends: list[date] = []
    for key in ("from", "to"):
        value = table.given(key)
        found = plain_date(value)
        if value is None:
            table.missing(key, "a date without quotes, such as 2027-08-01")
        elif found is None:
            table.fault(key, f"expected a date without quotes, such as 2027-08-01, not {kind_of(value)}")
        ends.append(found or date(_FIRST_YEAR, 1, 1))
    why = table.text("why", "")
    table.finish()
    if ends[1] < ends[0] and all(plain_date(table.given(key)) for key in ("from", "to")):
        table.fault("to", f"{ends[1]} is before the beginning, {ends[0]}; expected the later day second")
    return Blackout(first_on=ends[0], last_on=max(ends), why=why)


def _check_open(table: Table, cadence: Cadence) -> None:
    """A stretch of closed days so long that a form finds no day would stop the clock: it is a fault now."""
    for index, blackout in enumerate(cadence.blackouts):
        start_on = blackout.first_on if cadence.roll_forward else blackout.last_on
        if is_open(cadence, start_on):
            continue
        try:
            occurrence_at(cadence, timezone="UTC", anchor_on=start_on, k=0)
        except ValueError as closed:
            table.log.add((*table.path, "blackouts", index), f"blackouts: {closed}; expected shorter ones")
