from __future__ import annotations

from datetime import date

import pytest

from mailbot.errors import ConfigError
from mailbot.model.programme import Role, RosterRow
from mailbot.schedule.roster import COLUMNS, read_roster

HEADER = ",".join(COLUMNS) + "\n"
MENTOR = "t1,mentor,Jane Hill,Jane.Hill@Example.ORG,,Janie;jane@Example.net,,York,Consultant,,,,2026-09-01,2026-10-01\n"
MENTEE = "m1,Mentee,Ali  Khan,ali@bücher.example,t1,,Bob Stone,Leeds,ST1,Asia/Karachi,ur,2027-01-05,,2026-10-02\n"


def faults_of(rows: str, **rules: object) -> list[str]:
    try:
        read_roster(HEADER + rows, file="x.csv", **rules)  # type: ignore[arg-type]
    except ConfigError as refused:
        return [str(fault).removeprefix("x.csv:") for fault in refused.faults]
    return []


def test_every_cell_is_read_and_made_regular() -> None:
    mentor, mentee = read_roster(HEADER + MENTOR + MENTEE, file="x.csv", require_training=True, joining="recorded")
    assert (mentor.id, mentor.role, mentor.email) == ("t1", Role.MENTOR, "Jane.Hill@example.org")
    assert mentor.also_known_as == ("Janie", "jane@example.net")
    assert mentee == RosterRow(
        line=3,
        id=mentee.id,
        role=Role.MENTEE,
        name="Ali Khan",
        email="ali@xn--bcher-kva.example",
        mentor=mentor.id,
        supervisor="Bob Stone",
        site="Leeds",
        grade="ST1",
        timezone="Asia/Karachi",
        language="ur",
        start_on=date(2027, 1, 5),
        agreed_on=date(2026, 10, 2),
    )


def test_only_four_columns_must_be_there() -> None:
    (row,) = read_roster("email;name;role;id\nx@example.org;X Y;mentee;a\n", file="x.csv")
    assert (row.mentor, row.also_known_as, row.start_on) == (None, (), None)


@pytest.mark.parametrize(
    ("piece", "instead", "named"),
    [
        ("m1,", ",", ["3: id is empty; every row needs id, role, name, email"]),
        ("m1,", "m/1,", ['3: id: expected letters, digits, "-", "_" or ".", at most 64, such as "m01", not "m/1"']),
        ("m1,", "T1,", ['3: id: "T1" stands on line 2 already; expected an id of its own']),
        ("Mentee", "mentea", ['3: role: expected mentee or mentor, not "mentea"; did you mean "mentee"?']),
        ("Ali  Khan", "", ["3: name is empty; every row needs id, role, name, email"]),
        ("Ali  Khan", "Ali\u202eKhan", ["3: name: holds a character that cannot be printed; please type it again"]),
        ("ali@bücher.example", "ali@example", [
            ('3: email: expected an address such as "name@example.org": The part after the @-sign is not valid. It '
            "should have a period."),
        ]),
        ("ali@bücher.example", "ali at example.org", [
            '3: email: expected an address such as "name@example.org": An email address must have an @-sign.',
        ]),
        ("ali@bücher.example", "älı@example.org", [
            ('3: email: expected an address such as "name@example.org": Internationalized characters before the @-sign '
            "are not supported: 'ä', 'ı'."),
        ]),
        ("Asia/Karachi", "Asia/Karaci", [
            ('3: timezone: expected a time zone such as "Europe/London", not "Asia/Karaci"; '
            'did you mean "Asia/Karachi"?'),
        ]),
        (",ur,", ",Urdu,", ['3: language: expected a language such as "en" or "de", not "Urdu"']),
        ("2027-01-05", "05/01/2027", [
            '3: start: expected a date such as 2027-01-05 (year, month, day), not "05/01/2027"',
        ]),
        ("2027-01-05", "2027-02-30", [
            '3: start: expected a date such as 2027-01-05 (year, month, day), not "2027-02-30"',
        ]),
        ("2027-01-05", "0207-01-05", [
            '3: start: expected a date such as 2027-01-05 (year, month, day), not "0207-01-05"',
        ]),
        (",t1,", ",t2,", ['3: mentor: nobody has the id "t2"; there are: t1']),
        (",t1,", ",m1,", ['3: mentor: "m1" is not a mentor on this roster; expected the id of a row with role mentor']),
        ("2026-09-01", "", [
            ("2: trained_on: is empty, and no pair starts before its mentor is trained; expected a date such as "
            "2027-01-05"),
        ]),
        ("2026-10-02", "", [
            ('3: agreed_on: is empty, but joining = "recorded" counts on it; expected the date on which the person '
            "agreed"),
        ]),
        ("Bob Stone", "t1", ["3: mentor: t1 is also the supervisor; a mentor never assesses a mentee"]),
        ("Bob Stone", "JANE HILL", ["3: mentor: t1 is also the supervisor; a mentor never assesses a mentee"]),
        ("Bob Stone", "janie", ["3: mentor: t1 is also the supervisor; a mentor never assesses a mentee"]),
        ("Bob Stone", "Jane@example.net", ["3: mentor: t1 is also the supervisor; a mentor never assesses a mentee"]),
        ("ali@bücher.example", "jane.hill@example.org", [
            "3: mentor: t1 on line 2 looks like the same person (two of one name: add an initial)",
        ]),
        ("Ali  Khan", "jane hill", [
            "3: mentor: t1 on line 2 looks like the same person (two of one name: add an initial)",
        ]),
        ("Hill@Example.ORG,,", "Hill@Example.ORG,t1,", [
            "2: mentor: a mentor has no mentor here; somebody who is both gets a second row with an id of its own",
        ]),
        (MENTOR + MENTEE, "", ["1: names nobody; expected a row for each person below the header"]),
    ],
)  # fmt: skip
def test_every_slip_is_named_with_its_line(piece: str, instead: str, named: list[str]) -> None:
    assert piece in MENTOR + MENTEE
    rows = (MENTOR + MENTEE).replace(piece, instead)
    assert faults_of(rows, require_training=True, joining="recorded") == named


def test_without_the_rules_of_the_programme_nobody_needs_training_or_a_recorded_date() -> None:
    rows = (MENTOR + MENTEE).replace("2026-09-01", "").replace("2026-10-02", "")
    assert faults_of(rows) == []


def test_a_mentor_without_a_mentee_needs_no_training_yet() -> None:
    assert faults_of("t1,mentor,Jane Hill,j@example.org\n", require_training=True) == []


def test_one_address_is_one_person_of_each_role() -> None:
    rows = "a,mentee,A,x@example.org\nb,mentee,B,b@example.org,,X@example.org\nc,mentor,A,x@example.org\n"
    assert faults_of(rows) == ["3: email: this address belongs to a on line 2 already"]


def test_all_slips_of_all_rows_are_named_in_the_order_of_lines() -> None:
    rows = "a,mentee,A,x,t9\nb,mentor,,y@example.org\n,menty,C,c@example.org,,,,,,Mars\n"
    assert [fault.split(":")[0] for fault in faults_of(rows)] == ["2", "2", "3", "4", "4", "4"]


def test_a_header_that_lacks_a_column_is_the_only_fault() -> None:
    with pytest.raises(ConfigError) as caught:
        read_roster("id,role,name\na,x,\n", file="x.csv")
    assert [str(fault) for fault in caught.value.faults] == [
        f"x.csv:1: the header row lacks email; expected: {HEADER.strip()}",
    ]


def test_a_known_as_that_is_no_address_stays_a_name() -> None:
    (row,) = read_roster(HEADER + "a,mentee,A,a@example.org,, Bo ;;b@;c d,\n", file="x.csv")
    assert row.also_known_as == ("Bo", "b@", "c d")
