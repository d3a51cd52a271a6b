"""What must be true between the rows of a roster: one person each, a mentor who exists and may be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mailbot.errors import Fault
from mailbot.model.ids import ParticipantId
from mailbot.model.programme import Role, RosterRow
from mailbot.schedule.nearest import did_you_mean


def faults_between(rows: Sequence[RosterRow], *, file: str, require_training: bool, joining: str) -> tuple[Fault, ...]:
    """Every fault that shows only when rows are compared; cells left empty by their own faults are passed over."""
    mentors = {row.id: row for row in rows if row.role is Role.MENTOR and row.id}
    mentoring = {row.mentor for row in rows if row.role is Role.MENTEE}
    found = [*_duplicates(rows)]
    for row in rows:
        if row.role is Role.MENTOR and row.mentor is not None:
            message = "a mentor has no mentor here; somebody who is both gets a second row with an id of its own"
            found.append((row, f"mentor: {message}"))
        if row.role is Role.MENTEE and row.mentor is not None:
            found += ((row, message) for message in _mentor_faults(row, rows, mentors))
        if require_training and row.id in mentors and row.id in mentoring and row.trained_on is None:
            message = "is empty, and no pair starts before its mentor is trained; expected a date such as 2027-01-05"
            found.append((row, f"trained_on: {message}"))
        if joining == "recorded" and row.agreed_on is None:
            message = 'is empty, but joining = "recorded" counts on it; expected the date on which the person agreed'
            found.append((row, f"agreed_on: {message}"))
    return tuple(Fault(file=file, line=row.line, message=message) for row, message in found)


def _duplicates(rows: Sequence[RosterRow]) -> Iterator[tuple[RosterRow, str]]:
    ids: dict[str, RosterRow] = {}
    addresses: dict[tuple[Role, str], RosterRow] = {}
    for row in rows:
        if row.id:
            first = ids.setdefault(row.id.casefold(), row)
            if first is not row:
                yield row, f'id: "{row.id}" stands on line {first.line} already; expected an id of its own'
        for address in sorted(_addresses(row)):
            first = addresses.setdefault((row.role, address), row)
            if first is not row:
                yield row, f"email: this address belongs to {first.id} on line {first.line} already"


def _mentor_faults(
    row: RosterRow, rows: Sequence[RosterRow], mentors: Mapping[ParticipantId, RosterRow]
) -> Iterator[str]:
    mentor = mentors.get(row.mentor) if row.mentor else None
    if mentor is None:
        if any(other.id == row.mentor for other in rows):
            yield f'mentor: "{row.mentor}" is not a mentor on this roster; expected the id of a row with role mentor'
        else:
            yield f'mentor: nobody has the id "{row.mentor}"{did_you_mean(row.mentor or "", mentors)}'
        return
    if _addresses(row) & _addresses(mentor) or row.name.casefold() == mentor.name.casefold():
        yield f"mentor: {mentor.id} on line {mentor.line} looks like the same person (two of one name: add an initial)"
    elif row.supervisor and _is(mentor, row.supervisor):
        yield f"mentor: {mentor.id} is also the supervisor; a mentor never assesses a mentee"


def _is(person: RosterRow, called: str) -> bool:
    names = (person.id, person.name, *person.also_known_as)
    return called.casefold() in {name.casefold() for name in names} or called.casefold() in _addresses(person)


def _addresses(row: RosterRow) -> set[str]:
    return {text.casefold() for text in (row.email, *row.also_known_as) if "@" in text}
