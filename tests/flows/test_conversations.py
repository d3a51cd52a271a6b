"""Threads as each side's mail program knows them, several pairs and programmes, old tokens and late answers."""

from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from mailbot.flows.accept import accept_mailbox, accept_raw
from mailbot.flows.tick import TickCounts
from tests.flows.town import OURS, ROSTER, Town, answered, found_town, reply_address, text_of, written

ZOE, PHILIPPA, IBRAHIM = "zoe@quillfeather.test", "philippa@northgate.test", "ibrahim@lakeside.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
ANSWERS = {1: "4", 2: "- one\n- two", 3: "A research post"}


@pytest.fixture
def form(town: Town) -> EmailMessage:
    town.tick()
    town.at(FIRST_FORM).tick()
    return town.last(ZOE)


def ids(header: str | None) -> set[str]:
    return set(str(header or "").split())


def test_each_mailbox_is_cited_only_what_it_has(town: Town, form: EmailMessage) -> None:
    has: dict[str, set[str]] = {ZOE: set(), PHILIPPA: set()}

    def say(who: str, letter: EmailMessage, text: str) -> None:
        raw = written(who, reply_address(letter), text, answers=letter)
        has[who].add(next(line.split(" ")[1] for line in raw.decode().splitlines() if line.startswith("Message-ID:")))
        town.deliver(raw)
        town.later(hours=1).tick()

    say(ZOE, form, answered(form, ANSWERS))
    for number in range(4):
        say(PHILIPPA, town.last(PHILIPPA), f"Advice number {number}.")
        say(ZOE, town.last(ZOE), f"Thanks for number {number}.")
    for who, own in has.items():
        got = {str(one["Message-ID"]) for one in town.letters(who)} | own
        for letter in town.letters(who):
            cited = ids(letter["In-Reply-To"]) | ids(letter["References"])
            assert cited <= got, (who, letter["Subject"], cited - got)
    threaded = [one for one in town.letters(PHILIPPA) if "Thanks for" in text_of(one)]
    assert len({str(one["Subject"]) for one in threaded}) == 1
    assert all(one["In-Reply-To"] for one in threaded)


def test_a_mentor_of_two_who_writes_to_the_mailbox_is_asked_whom_they_mean(town: Town, form: EmailMessage) -> None:
    town.deliver(written(PHILIPPA, OURS, "How are you?", subject="Hello"))
    town.later(hours=1).tick()
    asked = town.last(PHILIPPA)
    assert text_of(asked).count("mentoring+t-") == 2
    assert not any("How are you?" in text_of(one) for one in (*town.letters(ZOE), *town.letters(IBRAHIM)))


def test_a_late_answer_goes_into_its_own_round(town: Town, form: EmailMessage) -> None:
    town.at(datetime(2027, 3, 5, 8, 0, tzinfo=UTC)).tick()
    second = town.last(ZOE)
    assert second["Message-ID"] != form["Message-ID"]
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    assert "form 1" in str(town.last(ZOE)["Subject"]).lower() or "form 1" in text_of(town.last(ZOE)).lower()
    rounds = {one["round"]: one["answered"] + one["partial"] for one in town.counts()["rounds"]}
    assert (rounds[1], rounds[2]) == (1, 0)


@pytest.mark.parametrize("order", ["form first", "thread first"])
def test_a_letter_to_two_of_our_addresses_goes_one_way_only(town: Town, form: EmailMessage, order: str) -> None:
    both = [reply_address(form), reply_address(town.letters(ZOE)[0])]
    to = ", ".join(both if order == "form first" else reversed(both))
    before = len(town.letters(PHILIPPA))
    town.deliver(written(ZOE, to, answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    new = town.letters(PHILIPPA)[before:]
    assert len(new) == 1
    assert "A research post" in text_of(new[0])


def test_a_reply_whose_plus_part_was_lost_is_found_by_its_id_and_by_its_reference_line(
    town: Town, form: EmailMessage
) -> None:
    town.deliver(written(ZOE, OURS, answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    assert "A research post" in text_of(town.last(PHILIPPA))
    other = town.letters(IBRAHIM)[-1]
    town.deliver(written(IBRAHIM, OURS, answered(other, {1: "3", 3: "A year abroad"})))
    town.later(hours=1).tick()
    assert "A year abroad" in text_of(town.last(PHILIPPA))


def test_one_address_in_two_programmes(tmp_path: Path) -> None:
    town = found_town(tmp_path)
    folder = town.folder / "schedules"
    words = (folder / "riverside.toml").read_text()
    (folder / "harbour.toml").write_text(
        words.replace("riverside.people", "harbour.people").replace("Riverside e-mentoring", "Harbour e-mentoring")
    )
    (folder / "harbour.people.csv").write_text(
        ROSTER.splitlines()[0]
        + f"\nm01,mentee,Peter Pan,peter@never.test,t01,,,,,,,,,2026-12-01\nt01,mentor,Zoë Quillfeather,{ZOE},,,,,,,,,"
        "2026-06-01,2026-12-01\n"
    )
    town.tick()
    town.tick()
    assert {one["From"].addresses[0].display_name.partition(" ")[2].split()[0] for one in town.letters(ZOE)} == {
        "mentor",
        "mentee",
    }
    town.deliver(written(ZOE, OURS, "Hello from me.", subject="Hello"))
    town.later(hours=1).tick()
    assert text_of(town.last(ZOE)).count("mentoring+t-") == 2
    to_peter = next(one for one in town.letters(ZOE) if "mentee" in one["From"].addresses[0].display_name)
    town.deliver(written(ZOE, reply_address(to_peter), "To my mentee.", answers=to_peter))
    town.later(hours=1).tick()
    assert "To my mentee." in text_of(town.last("peter@never.test"))
    assert not any("To my mentee." in text_of(one) for one in town.letters(PHILIPPA))
    town.deliver(written(ZOE, reply_address(to_peter), "STOP", answers=to_peter))
    town.later(hours=1).tick()
    assert town.at(FIRST_FORM).tick().dispatched == 3
    town.close()


def test_the_token_of_a_pair_that_ended_leads_to_nobody_new(town: Town, form: EmailMessage) -> None:
    old = town.letters(ZOE)[0]
    roster = ROSTER.replace(f"{ZOE},t01", f"{ZOE},t02") + (
        "t02,mentor,Wanda Brightwater,wanda@spy.test,,,,,,,,,2026-06-01,2026-12-01\n"
    )
    (town.folder / "schedules" / "riverside.people.csv").write_text(roster)
    town.later(hours=1).tick()
    for who in (ZOE, "wanda@spy.test"):
        letter = town.last(who)
        town.deliver(written(who, reply_address(letter), "ACCEPT", answers=letter))
    town.later(hours=1).tick()
    town.deliver(written(ZOE, reply_address(old), "For my first mentor only.", answers=old))
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    for who in ("wanda@spy.test", PHILIPPA):
        for letter in town.letters(who):
            assert "For my first mentor only." not in text_of(letter)
            assert "A research post" not in text_of(letter)


def test_a_message_from_a_file_or_the_listener_is_read_by_its_envelope(town: Town, form: EmailMessage) -> None:
    raw = written(ZOE, "somebody@else.test", answered(form, ANSWERS))
    accept_raw(town.world, raw, source="lmtp", envelope_sender=ZOE, recipients=(reply_address(form),))
    town.later(hours=1).tick()
    assert "A research post" in text_of(town.last(PHILIPPA))
    town.world.mailbox = None
    assert accept_mailbox(town.world) == 0
    assert town.later(days=1).tick().is_quiet
    assert TickCounts().is_quiet


def test_a_held_message_waits_while_its_programme_is_gone(town: Town, form: EmailMessage) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, verdict="fail"))
    town.later(hours=1).tick()
    letters = len(town.letters(ZOE))
    schedule = town.folder / "schedules" / "riverside.toml"
    words = schedule.read_text()
    (town.folder / "schedules" / "other.toml").write_text(words.replace("riverside.people", "other.people"))
    (town.folder / "schedules" / "other.people.csv").write_text(
        ROSTER.splitlines()[0] + "\nt01,mentor,Wendy Darling,wendy@never.test,,,,,,,,,2026-06-01,2026-12-01\n"
    )
    schedule.unlink()
    town.later(days=4).tick()
    assert len(town.letters(ZOE)) == letters
    schedule.write_text(words)
    town.later(days=1).tick()
    assert len(town.letters(ZOE)) == letters + 1
