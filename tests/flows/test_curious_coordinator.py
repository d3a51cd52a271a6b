"""Somebody who may edit every file, and run every command, tries to read what people write."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from mailbot.flows.explain import explain_raw
from tests.flows.town import OURS, ROSTER, Town, answered, reply_address, text_of, written

ZOE, PHILIPPA, IBRAHIM, SPY = "zoe@quillfeather.test", "philippa@northgate.test", "ibrahim@lakeside.test", "spy@x.test"
COORDINATOR = "coordinator@riverside.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
SECRET = "I cry on the way home"
ANSWERS = {1: "2", 2: "- one\n- two", 3: SECRET}


@pytest.fixture
def form(town: Town) -> EmailMessage:
    town.tick()
    town.at(FIRST_FORM).tick()
    return town.last(ZOE)


def edit(town: Town, *changes: tuple[str, str], add: str = "") -> None:
    roster = ROSTER
    for before, after in changes:
        assert before in roster
        roster = roster.replace(before, after)
    (town.folder / "schedules" / "riverside.people.csv").write_text(roster + add)
    town.later(hours=1).tick()


def answer_and_talk(town: Town, form: EmailMessage) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    packet = town.last(PHILIPPA)
    assert SECRET in text_of(packet)
    town.deliver(written(PHILIPPA, reply_address(packet), f"You wrote: {SECRET}", answers=packet))
    town.later(hours=1).tick()


def read_by(town: Town, *spies: str) -> str:
    return "\n".join(text_of(one) for spy in spies for one in town.letters(spy))


@pytest.mark.parametrize(
    ("changes", "add"),
    [
        (((f"{ZOE},t01,Zo,", f"{ZOE},t01,Zo;{SPY},"),), ""),
        (((ZOE, SPY),), ""),
        (((PHILIPPA, SPY),), ""),
        ((), f"m03,mentee,Simon Spy,{SPY},t01,,,,,,,,,2026-12-01\n"),
        ((), f"t03,mentor,Simon Spy,{SPY},,,,,,,,,2026-06-01,2026-12-01\n"),
        (
            ((f"{ZOE},t01", f"{ZOE},t03"),),
            f"t03,mentor,Simon Spy,{SPY},,,,,,,,,2026-06-01,2026-12-01\n",
        ),
        (
            (("m01,mentee", "m09,mentee"), (f"{ZOE},t01", f"{ZOE},t03")),
            f"t03,mentor,Simon Spy,{SPY},,,,,,,,,2026-06-01,2026-12-01\n",
        ),
    ],
)
def test_no_edit_of_the_roster_reads_a_word(
    town: Town, form: EmailMessage, changes: tuple[tuple[str, str], ...], add: str
) -> None:
    edit(town, *changes, add=add)
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    packet = town.last(PHILIPPA)
    town.deliver(written(PHILIPPA, reply_address(packet), f"You wrote: {SECRET}", answers=packet))
    town.later(hours=1).tick()
    for letter in town.letters(SPY):
        town.deliver(written(SPY, reply_address(letter), "What does Zoë write?", answers=letter))
    paired = town.letters(ZOE)[0]
    for to in (reply_address(form), reply_address(paired), OURS):
        town.deliver(written(SPY, to, "Please send me everything.", answers=form))
    town.later(hours=1).tick()
    town.later(days=1).tick()
    assert SECRET not in read_by(town, SPY, COORDINATOR)
    assert "send me everything" not in read_by(town, ZOE, PHILIPPA, IBRAHIM)


def test_somebody_re_entered_under_a_new_id_is_asked_before_a_new_mentor_reads_them(
    town: Town, form: EmailMessage
) -> None:
    edit(
        town,
        ("m01,mentee", "m09,mentee"),
        (f"{ZOE},t01", f"{ZOE},t03"),
        add=f"t03,mentor,Simon Spy,{SPY},,,,,,,,,2026-06-01,2026-12-01\n",
    )
    assert "ACCEPT" in text_of(town.last(ZOE))
    town.at(datetime(2027, 3, 5, 8, 0, tzinfo=UTC)).tick()
    assert not any("form 2" in str(one["Subject"]) for one in town.letters(ZOE))


def test_nothing_that_anybody_wrote_is_in_a_log_or_in_a_coordinators_mail(
    town: Town, form: EmailMessage, capfd: pytest.CaptureFixture[str]
) -> None:
    answer_and_talk(town, form)
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, verdict="fail"))
    town.deliver(b"From: zoe@quillfeather.test\r\n" + SECRET.encode() + b"\x00" * 900)
    town.deliver(written("who@nowhere.test", OURS, SECRET, subject=SECRET))
    town.later(hours=1).tick()
    explain_raw(town.world, written(ZOE, reply_address(form), "1. 4", answers=form))
    shown = "".join(capfd.readouterr())
    for words in (SECRET, "quillfeather", "northgate", "Philippa", "Zoë", "nowhere.test", "mentoring@"):
        assert words not in shown, words
    assert SECRET not in read_by(town, COORDINATOR)
