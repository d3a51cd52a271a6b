"""The section [cadence] and its days: how often, from when, on which days not."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mailbot.model.programme import Blackout, Cadence, Period
from mailbot.schedule.calendar import known_calendars, occurrence_at
from mailbot.schedule.durations import parse_clock, parse_period
from mailbot.schedule.nearest import nearest
from mailbot.schedule.tables import Table

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
        blackouts=_blackouts(table),
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


def _blackouts(table: Table) -> tuple[Blackout, ...]:
    expected = 'a list such as [{ from = 2027-08-01, to = 2027-08-08, why = "changeover week" }]'
    return tuple(filter(None, (_blackout(each) for each in table.tables("blackouts", expected=expected))))


def _blackout(table: Table) -> Blackout | None:
    first_on, last_on = _end(table, "from"), _end(table, "to")
    why = table.text("why", "")
    table.finish()
    if first_on is None or last_on is None:
        return None
    if last_on < first_on:
        table.fault("to", f"{last_on} is before the beginning, {first_on}; expected the later day second")
        return None
    return Blackout(first_on=first_on, last_on=last_on, why=why)


def _end(table: Table, key: str) -> date | None:
    value = table.given(key)
    if value is None:
        table.missing(key, "a date without quotes, such as 2027-08-01")
    elif plain_date(value) is None:
        table.fault(key, "expected a date without quotes, such as 2027-08-01")
    return plain_date(value)


def _check_open(table: Table, cadence: Cadence) -> None:
    """A stretch of closed days so long that a form finds no day would stop the clock: it is a fault now."""
    for index, blackout in enumerate(cadence.blackouts):
        start_on = blackout.first_on if cadence.roll_forward else blackout.last_on
        try:
            occurrence_at(cadence, timezone="UTC", anchor_on=start_on, k=0)
        except ValueError as closed:
            table.log.add((*table.path, "blackouts", index), f"blackouts: {closed}; expected shorter ones")
