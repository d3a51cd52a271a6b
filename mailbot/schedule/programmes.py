"""schedules/NAME.toml to a Programme, with every fault of the file at once and every default filled in."""

from __future__ import annotations

import re
from datetime import time, timedelta
from itertools import pairwise

from mailbot.errors import ConfigError, Fault
from mailbot.model.ids import ProgrammeName
from mailbot.model.programme import Contact, MentorRules, Privacy, Programme, RelayRules, RosterRow
from mailbot.schedule.addresses import parse_address, parse_language, parse_timezone
from mailbot.schedule.cadence import read_cadence
from mailbot.schedule.durations import parse_duration, parse_hours
from mailbot.schedule.positions import recovered_toml
from mailbot.schedule.questions import read_questions
from mailbot.schedule.tables import FaultLog, Table

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SECTIONS = ("programme", "privacy", "cadence", "reminders", "mentor", "relay", "contact", "question")
_REMINDERS_AFTER = (timedelta(days=7), timedelta(days=14))
_NUDGE_AFTER = (timedelta(days=5), timedelta(days=10))
_TELL_MENTEE_AFTER: timedelta | None = timedelta(days=14)
_QUIET_HOURS: tuple[time, time] | None = (time(20), time(8))


def read_programme(name: str, text: str, *, file: str, roster: tuple[RosterRow, ...] = ()) -> Programme:
    """The programme of that name (the file's stem) with that roster. Raises ConfigError with every fault."""
    programme, faults = examined_programme(name, text, file=file, roster=roster)
    if faults:
        raise ConfigError(*faults)
    return programme


def examined_programme(
    name: str, text: str, *, file: str, roster: tuple[RosterRow, ...] = ()
) -> tuple[Programme, tuple[Fault, ...]]:
    """The programme as far as it can be read, defaults standing for what cannot, and every fault by line."""
    values, positions, broken = recovered_toml(text.removeprefix("\ufeff"), file)
    log = FaultLog(file, positions, found=list(broken), broken=bool(broken))
    if not _NAME.fullmatch(name):
        log.add((), f'expected a file name of letters, digits, "-", "_" or ".", not "{name}.toml"')
    if broken and not values:
        return _programme(name, Table({}, path=(), log=FaultLog(file, positions)), roster), broken
    programme = _programme(name, Table(values, path=(), log=log), roster)
    return programme, tuple(sorted(log.found, key=lambda fault: fault.line or 0))


def _programme(name: str, root: Table, roster: tuple[RosterRow, ...]) -> Programme:
    root.known += _SECTIONS
    head = root.table("programme")
    cadence = read_cadence(root.table("cadence"))
    programme = Programme(
        id=ProgrammeName(name),
        title=" ".join(head.text("name", expected="the programme's name as people know it").split()),
        timezone=head.parsed("timezone", parse_timezone, "UTC", required='a time zone such as "Europe/London"'),
        language=head.parsed("language", parse_language, "en"),
        coordinators=_coordinators(head),
        roster_file=_roster_file(head, name),
        anonymity=head.one_of("anonymity", ("alias", "named"), "alias"),
        joining=head.one_of("joining", ("invite", "recorded"), "invite"),
        privacy=_privacy(root.table("privacy")),
        cadence=cadence,
        reminders_after=_reminders(root.table("reminders"), cadence.close_after),
        mentor_rules=_mentor_rules(root.table("mentor")),
        relay=_relay(root.table("relay")),
        contacts=tuple(_contact(table) for table in root.tables("contact")),
        questions=read_questions(root),
        people=roster,
    )
    head.finish()
    root.finish()
    return programme


def _coordinators(head: Table) -> tuple[str, ...]:
    if not head.given("coordinators"):
        head.missing("coordinators", 'at least one address, such as ["coordinator@example.org"]')
    return head.parsed_list("coordinators", parse_address)


def _roster_file(head: Table, name: str) -> str:
    written = head.text("roster", f"{name}.people.csv") or f"{name}.people.csv"
    if "/" in written or "\\" in written or not written.lower().endswith(".csv"):
        head.fault("roster", f'expected the name of a .csv file beside this one, not "{written}"')
        return ""
    return written


def _privacy(table: Table) -> Privacy:
    """Without these three nothing may be asked of anybody, so an empty one stops the programme."""
    expected = {
        "controller": "the organisation that answers for the data",
        "lawful_basis": 'the ground on which it holds them, such as "public task"',
        "special_category": 'the ground for data on health and beliefs, such as "explicit consent", or "none held"',
    }
    found: dict[str, str] = {}
    for key, words in expected.items():
        before = len(table.log.found)
        found[key] = table.text(key, expected=words)
        if len(table.log.found) > before:
            last = table.log.found.pop()
            message = f"{last.message}; the programme does not start without it"
            table.log.found.append(Fault(file=last.file, line=last.line, message=message))
    table.finish()
    return Privacy(**found)


def _reminders(table: Table, close_after: timedelta) -> tuple[timedelta, ...]:
    usual = tuple(each for each in _REMINDERS_AFTER if each < close_after)
    after = table.parsed_list("after", parse_duration, usual)
    if any(later <= sooner for sooner, later in pairwise(after)) or timedelta() in after:
        table.fault("after", "expected each reminder later than the one before, and the first after the form")
    elif after and after[-1] >= close_after:
        table.fault("after", "the last reminder would come when the form is closed; expected less than close_after")
    table.finish()
    return after


def _mentor_rules(table: Table) -> MentorRules:
    rules = MentorRules(
        nudge_after=table.parsed_list("nudge_after", parse_duration, _NUDGE_AFTER),
        tell_mentee_after=table.parsed("tell_mentee_after", _parse_optional, _TELL_MENTEE_AFTER),
        quiet_hours=table.parsed("quiet_hours", parse_hours, _QUIET_HOURS),
        require_training=table.boolean("require_training", default=True),
    )
    nudges = rules.nudge_after
    if any(later <= sooner for sooner, later in pairwise(nudges)) or timedelta() in nudges:
        table.fault("nudge_after", "expected each nudge later than the one before, and the first after the packet")
    table.finish()
    return rules


def _parse_optional(text: str) -> timedelta | None:
    return parse_duration(text) or None


def _relay(table: Table) -> RelayRules:
    kinds = ("image", "pdf", "office")
    attachments = table.texts("attachments")
    for index, kind in enumerate(attachments):
        if kind not in kinds:
            message = f'attachments: "{kind}" is not known; expected any of: {", ".join(kinds)}'
            table.log.add((*table.path, "attachments", index), message)
    rules = RelayRules(
        identifiers=table.one_of("identifiers", ("hold", "mask", "allow"), "hold"),
        attachments=frozenset(attachments),
        release=table.one_of("release", ("now", "quarter"), "now"),
        jitter=table.parsed("jitter", parse_duration, timedelta(0)),
    )
    table.finish()
    return rules


def _contact(table: Table) -> Contact:
    contact = Contact(
        name=table.text("name", expected="who it is"),
        what=table.text("what", expected="what they are there for"),
        phone=table.text("phone", ""),
        email=table.parsed("email", parse_address, ""),
    )
    table.finish()
    return contact
