from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from mailbot.errors import ConfigError
from mailbot.gateways.schedule_files import load_catalogue
from mailbot.model.form import QuestionKind, Wording
from mailbot.model.ids import ProgrammeName
from mailbot.model.programme import (
    Blackout,
    Cadence,
    Contact,
    MentorRules,
    Period,
    Privacy,
    Programme,
    RelayRules,
    Role,
)
from mailbot.schedule.programmes import read_programme

SAMPLES = Path(__file__).parent / "samples"
DOCUMENTED = (SAMPLES / "northern.toml").read_text(encoding="utf-8")
SHORTEST = """
[programme]
name = "Short"
timezone = "UTC"
coordinators = ["c@example.org"]
[privacy]
controller = "x"
lawful_basis = "y"
special_category = "z"
[cadence]
every = "1 month"
anchor = "enrolment"
[[question]]
id = "news"
kind = "text"
ask = "What is new since the last time?"
"""


def faults_of(text: str, name: str = "northern") -> list[str]:
    try:
        read_programme(name, text, file="northern.toml")
    except ConfigError as refused:
        return [str(fault) for fault in refused.faults]
    return []


@pytest.fixture(scope="module")
def documented() -> Programme:
    return load_catalogue(SAMPLES)[ProgrammeName("northern")]


def test_the_documented_programme_is_read_as_it_stands(documented: Programme) -> None:
    assert documented.title == "Northern surgical e-mentoring"
    assert (documented.timezone, documented.language) == ("Europe/London", "en")
    assert documented.coordinators == ("coordinator@example.org",)
    assert (documented.roster_file, documented.anonymity, documented.joining) == (
        "northern.people.csv",
        "alias",
        "invite",
    )
    assert documented.privacy == Privacy(
        controller="Northern Deanery", lawful_basis="public task", special_category="explicit consent"
    )
    assert documented.reminders_after == (timedelta(days=7), timedelta(days=14))
    assert documented.contacts == (
        Contact(name="Occupational health", what="confidential, for all staff", phone="020 7946 0000"),
    )


def test_the_documented_rules_are_read_as_they_stand(documented: Programme) -> None:
    assert documented.cadence == Cadence(
        every=Period(months=2),
        anchor_on=date(2027, 1, 5),
        at=time(8),
        weekdays=frozenset(range(5)),
        roll_forward=True,
        holidays="GB-ENG",
        blackouts=(Blackout(first_on=date(2027, 8, 1), last_on=date(2027, 8, 8), why="changeover week"),),
        close_after=timedelta(days=28),
    )
    assert documented.mentor_rules == MentorRules(
        nudge_after=(timedelta(days=5), timedelta(days=10)),
        tell_mentee_after=timedelta(days=14),
        quiet_hours=(time(20), time(8)),
        require_training=True,
    )
    assert documented.relay == RelayRules(identifiers="hold", attachments=frozenset(), release="now")


def test_the_documented_questions_are_read_as_they_stand(documented: Programme) -> None:
    satisfaction, positives = documented.questions
    assert (satisfaction.id, satisfaction.kind, satisfaction.at_least) == ("satisfaction", QuestionKind.SCALE, 0)
    assert satisfaction.words[""] == Wording(
        ask="How satisfied are you with your training?",
        labels=("very unsatisfied", "unsatisfied", "neither", "satisfied", "very satisfied"),
    )
    assert (positives.id, positives.kind, positives.at_least) == ("positives", QuestionKind.LIST, 2)
    assert positives.wording("en").help == "for example: first solo appendicectomy"
    assert positives.wording("de") == Wording(
        ask="Was ist in den letzten zwei Monaten gut gelaufen? Bitte mindestens zwei Punkte.",
        help="zum Beispiel: erste Appendektomie allein",
    )


def test_the_roster_beside_the_documented_programme_is_its_people(documented: Programme) -> None:
    assert [(row.id, row.role, row.mentor) for row in documented.people] == [
        ("t1", Role.MENTOR, None),
        ("m1", Role.MENTEE, "t1"),
    ]


def test_what_is_left_out_has_the_documented_defaults(documented: Programme) -> None:
    short = read_programme("short", SHORTEST, file="short.toml")
    assert (short.language, short.roster_file, short.anonymity, short.joining) == (
        "en",
        "short.people.csv",
        "alias",
        "invite",
    )
    assert short.cadence == Cadence(
        every=Period(months=1),
        anchor_on=None,
        at=time(8),
        weekdays=frozenset(range(5)),
        roll_forward=True,
        holidays="",
        blackouts=(),
        close_after=timedelta(days=28),
    )
    assert short.reminders_after == documented.reminders_after
    assert short.mentor_rules == documented.mentor_rules
    assert short.relay == documented.relay
    assert (short.contacts, short.people) == ((), ())


def test_other_ways_to_write_the_same_are_understood() -> None:
    text = DOCUMENTED.replace('at = "08:00"', "at = 08:00:00").replace('"Mon", "Tue"', '"monday", "TUE"')
    text = text.replace('tell_mentee_after = "14 days"', 'tell_mentee_after = "0"')
    text = text.replace('quiet_hours = "20:00-08:00"', 'quiet_hours = ""').replace(
        "attachments = []", 'attachments = ["pdf"]'
    )
    programme = read_programme("northern", "\ufeff" + text, file="northern.toml")
    assert (programme.cadence.at, programme.cadence.weekdays) == (time(8), frozenset(range(5)))
    assert (programme.mentor_rules.tell_mentee_after, programme.mentor_rules.quiet_hours) == (None, None)
    assert programme.relay.attachments == {"pdf"}


def test_the_usual_reminders_of_a_form_that_closes_early_are_those_before_it_closes() -> None:
    text = SHORTEST.replace("[[question]]", 'close_after = "10 days"\n[[question]]')
    assert read_programme("short", text, file="short.toml").reminders_after == (timedelta(days=7),)


def cases() -> list[tuple[str, str, list[str]]]:
    blocks = (SAMPLES / "faults.txt").read_text(encoding="utf-8").split("\n\n")[1:]

    def lines(block: str, mark: str) -> list[str]:
        return [line[2:] for line in block.splitlines() if line[:2].rstrip() == mark]

    return [("\n".join(lines(b, "-")), "\n".join(lines(b, "+")), lines(b, "!")) for b in blocks]


@pytest.mark.parametrize(("piece", "instead", "named"), cases())
def test_every_slip_is_named_with_its_line_and_what_was_expected(piece: str, instead: str, named: list[str]) -> None:
    assert piece in DOCUMENTED
    assert named
    assert faults_of(DOCUMENTED.replace(piece, instead)) == [f"northern.toml{fault}" for fault in named]


def test_the_slips_of_all_sections_are_named_at_once() -> None:
    text = DOCUMENTED
    for piece, instead in [("anonymity", "anonimity"), ("public task", ""), ("2 months", "often"), ("scale", "scael")]:
        text = text.replace(f'"{piece}"', f'"{instead}"', 1).replace(f"{piece} =", f"{instead} =", 1)
    text += "x = \n"
    assert [fault.split(":")[1] for fault in faults_of(text)] == ["7", "12", "16", "46", "60"]


def test_the_answers_that_lead_to_a_question_may_be_numbers_or_labels() -> None:
    ask_if = 'ask_if = { question = "satisfaction", is = [1, "Unsatisfied", "3"] }\nhelp = "for'
    programme = read_programme("northern", DOCUMENTED.replace('help = "for', ask_if), file="northern.toml")
    condition = programme.questions[1].ask_if
    assert condition is not None
    assert (condition.question, condition.values) == ("satisfaction", ("1", "2", "3"))


def test_a_choice_and_a_yes_no_question_may_lead_to_others() -> None:
    text = SHORTEST + (
        '[[question]]\nid = "place"\nkind = "choice"\nask = "Where have you been?"\noptions = ["A ward", "Theatre"]\n'
        '[question.fr]\nask = "Où ?"\noptions = ["Un service", "Le bloc"]\n'
        '[[question]]\nid = "nights"\nkind = "yes_no"\nask = "Nights too?"\n'
        'ask_if = { question = "place", is = ["a ward"] }\n'
        '[[question]]\nid = "rest"\nkind = "text"\nask = "And rest?"\nask_if = { question = "nights", is = ["Yes"] }\n'
    )
    questions = read_programme("short", text, file="short.toml").questions
    assert [question.ask_if.values for question in questions if question.ask_if] == [("A ward",), ("yes",)]
    assert questions[1].wording("fr").options == ("Un service", "Le bloc")


def test_a_programme_without_questions_asks_nothing_and_is_refused() -> None:
    text = SHORTEST.partition("[[question]]")[0]
    assert faults_of(text) == [
        "northern.toml: there is no [[question]]; expected at least one, with id, kind and ask",
    ]


@pytest.mark.parametrize("name", ["", "two words", ".hidden", "a/b"])
def test_a_file_name_that_commands_could_not_carry_is_refused(name: str) -> None:
    assert any("expected a file name of letters" in fault for fault in faults_of(SHORTEST, name))


def test_an_empty_file_lacks_everything_that_must_be_there() -> None:
    named = "\n".join(faults_of(""))
    for key in (
        "name",
        "timezone",
        "coordinators",
        "controller",
        "lawful_basis",
        "special_category",
        "every",
        "anchor",
    ):
        assert f'"{key}" is missing' in named
