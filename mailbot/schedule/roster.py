"""NAME.people.csv to roster rows: each cell checked alone here, rows against each other in people.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from mailbot.errors import ConfigError, Fault
from mailbot.model.ids import ParticipantId
from mailbot.model.programme import Role, RosterRow
from mailbot.schedule.addresses import parse_address, parse_language, parse_timezone
from mailbot.schedule.cells import CellRow, read_cells
from mailbot.schedule.nearest import did_you_mean
from mailbot.schedule.people import faults_between

T = TypeVar("T")

REQUIRED = ("id", "role", "name", "email")
COLUMNS = (
    *("id", "role", "name", "email", "mentor", "also_known_as", "supervisor"),
    *("site", "grade", "timezone", "language", "start", "trained_on", "agreed_on"),
)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def read_roster(
    text: str, *, file: str, require_training: bool = False, joining: str = "invite"
) -> tuple[RosterRow, ...]:
    """Everybody on the roster, in its order. Raises ConfigError with every fault, each at its line.

    `require_training` refuses a mentor of somebody without `trained_on`; with joining "recorded" nobody may lack
    `agreed_on`.
    """
    rows, faults = examined_roster(text, file=file, require_training=require_training, joining=joining)
    if faults:
        raise ConfigError(*faults)
    return rows


def examined_roster(
    text: str, *, file: str, require_training: bool, joining: str
) -> tuple[tuple[RosterRow, ...], tuple[Fault, ...]]:
    """Every row that can be read, and every fault in the order of lines."""
    cell_rows, shape = read_cells(text, file=file, columns=COLUMNS, required=REQUIRED)
    faults = list(shape)
    if any(fault.message.startswith("the header row lacks") for fault in shape):
        return (), shape
    rows: list[RosterRow] = []
    for cell_row in cell_rows:
        reader = _RowReader(cell_row, file)
        rows.append(reader.row())
        faults += reader.faults
    if not rows and not faults:
        faults.append(Fault(file=file, line=1, message="names nobody; expected a row for each person below the header"))
    faults += faults_between(rows, file=file, require_training=require_training, joining=joining)
    return tuple(rows), tuple(sorted(faults, key=lambda fault: fault.line or 0))


class _RowReader:
    """Reads one row and notes what is wrong with it."""

    def __init__(self, cell_row: CellRow, file: str) -> None:
        self.cell_row = cell_row
        self.file = file
        self.faults: list[Fault] = []

    def row(self) -> RosterRow:
        """The row; a cell that cannot be read stands as if it were empty."""
        mentor = self.cell("mentor")
        return RosterRow(
            line=self.cell_row.line,
            id=ParticipantId(self.parsed("id", _parse_id, "", required=True)),
            role=self.parsed("role", _parse_role, Role.MENTEE, required=True),
            name=self.parsed("name", _parse_words, "", required=True),
            email=self.parsed("email", parse_address, "", required=True),
            mentor=ParticipantId(mentor) if mentor else None,
            also_known_as=tuple(filter(None, (_known_as(part) for part in self.cell("also_known_as").split(";")))),
            supervisor=self.parsed("supervisor", _parse_words, ""),
            site=self.parsed("site", _parse_words, ""),
            grade=self.parsed("grade", _parse_words, ""),
            timezone=self.parsed("timezone", parse_timezone, ""),
            language=self.parsed("language", parse_language, ""),
            start_on=self.parsed("start", _parse_date, None),
            trained_on=self.parsed("trained_on", _parse_date, None),
            agreed_on=self.parsed("agreed_on", _parse_date, None),
        )

    def cell(self, column: str) -> str:
        """The trimmed cell, "" when the file has no such column."""
        return self.cell_row.cells.get(column, "")

    def parsed(self, column: str, parse: Callable[[str], T], default: T, *, required: bool = False) -> T:
        """What `parse` makes of the cell; its ValueError becomes a fault of this line."""
        text = self.cell(column)
        if not text:
            if required:
                self.fault(f"{column} is empty; every row needs {', '.join(REQUIRED)}")
            return default
        try:
            return parse(text)
        except ValueError as wrong:
            self.fault(f"{column}: {wrong}")
            return default

    def fault(self, message: str) -> None:
        """A fault of this line is noted."""
        self.faults.append(Fault(file=self.file, line=self.cell_row.line, message=message))


def _parse_id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f'expected letters, digits, "-", "_" or ".", at most 64, such as "m01", not "{text}"')
    return text


def _parse_role(text: str) -> Role:
    try:
        return Role(text.lower())
    except ValueError:
        raise ValueError(f'expected mentee or mentor, not "{text}"{did_you_mean(text, Role)}') from None


def _parse_words(text: str) -> str:
    words = " ".join(text.split())
    if not words.isprintable():
        raise ValueError("holds a character that cannot be printed; please type it again")
    return words


def _parse_date(text: str) -> date:
    try:
        # Excel turns dates into the country's own form, in which 03/04 is March or April
        found = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        found = None
    if found is None or not 1990 <= found.year <= 2200:  # noqa: PLR2004 -- years of living people
        raise ValueError(f'expected a date such as 2027-01-05 (year, month, day), not "{text}"')
    return found


def _known_as(text: str) -> str:
    words = " ".join(text.split())
    try:
        return parse_address(words) if "@" in words else words
    except ValueError:
        return words
