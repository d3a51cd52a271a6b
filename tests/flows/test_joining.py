"""Nothing but one invitation before ACCEPT, and a roster that is no way to read."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.flows.town import OURS, ROSTER, Town, answered, found_town, reply_address, text_of, written

ZOE, PHILIPPA, IBRAHIM = "zoe@quillfeather.test", "philippa@northgate.test", "ibrahim@lakeside.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)


@pytest.fixture
def inviting(tmp_path: Path) -> Iterator[Town]:
    made = found_town(tmp_path, joining="invite")
    yield made
    made.close()


def says(town: Town, who: str, word: str) -> None:
    letter = town.last(who)
    town.deliver(written(who, reply_address(letter), f"{word}\n", answers=letter))
    town.later(minutes=5).tick()
    town.tick()


def test_one_invitation_and_nothing_else_until_both_accept(inviting: Town) -> None:
    for _ in range(3):
        inviting.tick()
    assert [len(inviting.letters(who)) for who in (ZOE, IBRAHIM, PHILIPPA)] == [1, 1, 1]
    says(inviting, ZOE, "Accept")
    assert "paired" not in str([m["Subject"] for m in inviting.letters(PHILIPPA)])
    assert len(inviting.letters(PHILIPPA)) == 1
    says(inviting, PHILIPPA, "ACCEPT")
    assert [m["From"].addresses[0].display_name for m in inviting.letters(ZOE)][-1] == "Your mentor"
    counts = inviting.at(FIRST_FORM).tick()
    assert counts.dispatched == 1  # Ibrahim has not accepted


def test_decline_is_final_and_asks_nothing(inviting: Town) -> None:
    inviting.tick()
    says(inviting, IBRAHIM, "decline")
    says(inviting, PHILIPPA, "accept")
    assert inviting.counts()["people"] == {"invited": 1, "declined": 1, "active": 1, "paused": 0, "left": 0}
    sent = len(inviting.submission.sent)
    inviting.at(FIRST_FORM).tick()
    assert len(inviting.submission.sent) == sent


def test_an_answer_that_is_no_word_of_ours_is_asked_again(inviting: Town) -> None:
    inviting.tick()
    says(inviting, ZOE, "I think I would like that, thank you very much for asking me")
    assert len(inviting.letters(ZOE)) == 2
    says(inviting, ZOE, "ACCEPT")
    assert inviting.counts()["people"]["active"] == 1


def test_a_changed_address_gets_no_words_before_it_confirms_and_the_old_one_is_told(town: Town) -> None:
    town.tick()
    town.at(FIRST_FORM).tick()
    form = town.last(ZOE)
    roster = town.folder / "schedules" / "riverside.people.csv"
    roster.write_text(ROSTER.replace(ZOE, "spy@coordinator.test"))
    town.later(hours=1).tick()
    assert "spy" not in str(town.last(ZOE)).lower()
    (asked,) = town.letters("spy@coordinator.test")
    told = len(town.letters(ZOE))
    # a reply from the new address is not believed, and the next form still goes to the old one
    town.deliver(written("spy@coordinator.test", reply_address(form), answered(form, {1: "1"}), answers=form))
    assert town.tick().held == 1
    town.at(datetime(2027, 3, 5, 8, 0, tzinfo=UTC)).tick()
    assert len(town.letters(ZOE)) >= told + 1
    (_, not_passed_on) = town.letters("spy@coordinator.test")
    assert "does not go with the address" in " ".join(text_of(not_passed_on).split())
    assert "satisfied" not in text_of(not_passed_on)
    town.deliver(written("spy@coordinator.test", reply_address(asked), "YES", answers=asked))
    town.later(hours=1).tick()
    town.tick()
    town.at(datetime(2027, 5, 5, 8, 0, tzinfo=UTC)).tick()
    assert any("form 3" in str(m["Subject"]) for m in town.letters("spy@coordinator.test"))


def test_a_changed_mentor_is_a_new_pair_that_both_accept(town: Town) -> None:
    town.tick()
    town.at(FIRST_FORM).tick()
    form = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(form), answered(form, {3: "Leave surgery altogether"}), answers=form))
    town.later(hours=1).tick()
    roster = town.folder / "schedules" / "riverside.people.csv"
    roster.write_text(
        ROSTER.replace("zoe@quillfeather.test,t01", "zoe@quillfeather.test,t02")
        + "t02,mentor,Wanda Brightwater,wanda@spy.test,,,,,,,,,2026-06-01,2026-12-01\n"
    )
    town.later(hours=1).tick()
    town.tick()
    says(town, "wanda@spy.test", "ACCEPT")
    old_thread = town.last(PHILIPPA)
    town.deliver(written(PHILIPPA, reply_address(old_thread), "Still there?", answers=old_thread))
    town.later(hours=1).tick()
    assert not any("Still there?" in text_of(m) for m in town.letters(ZOE))
    assert not any("Leave surgery" in text_of(m) for m in town.letters("wanda@spy.test"))
    says(town, ZOE, "ACCEPT")
    town.at(datetime(2027, 3, 5, 8, 0, tzinfo=UTC)).tick()
    form = town.last(ZOE)
    assert "form 2" in form["Subject"]
    town.deliver(written(ZOE, reply_address(form), answered(form, {3: "Stay after all"}), answers=form))
    town.later(hours=1).tick()
    assert "Stay after all" in text_of(town.last("wanda@spy.test"))
    assert "Leave surgery" not in text_of(town.last("wanda@spy.test"))


def test_a_row_that_is_removed_has_left(town: Town) -> None:
    town.tick()
    roster = town.folder / "schedules" / "riverside.people.csv"
    roster.write_text("\n".join(line for line in ROSTER.splitlines() if not line.startswith("m02")) + "\n")
    town.tick()
    assert town.at(FIRST_FORM).tick().dispatched == 1
    assert town.counts()["people"]["left"] == 1


def test_a_faulty_edit_changes_nothing_and_the_coordinator_is_told_once(town: Town) -> None:
    town.tick()
    schedule = town.folder / "schedules" / "riverside.toml"
    schedule.write_text(schedule.read_text().replace('every = "2 months"', 'evry = "2 months"'))
    for _ in range(3):
        town.tick()
    (report,) = town.letters("coordinator@riverside.test")
    assert "riverside.toml" in text_of(report)
    assert "every" in text_of(report)
    assert town.at(FIRST_FORM).tick().dispatched == 2


def test_stop_acts_at_once_the_partner_is_told_neutrally_and_resume_undoes_it(town: Town) -> None:
    town.tick()
    town.at(FIRST_FORM).tick()
    form = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(form), "Stop.\n", answers=form))
    town.later(hours=1).tick()
    assert town.counts()["people"]["left"] == 1
    assert "Heron" not in town.last(ZOE)["Subject"]
    assert town.at(datetime(2027, 3, 5, 8, 0, tzinfo=UTC)).tick().dispatched == 1
    town.deliver(written(ZOE, OURS, "RESUME", subject="Resume"))
    town.later(hours=1).tick()
    assert town.at(datetime(2027, 5, 5, 8, 0, tzinfo=UTC)).tick().dispatched == 2


def test_words_about_stopping_are_a_post(town: Town) -> None:
    town.tick()
    letter = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(letter), "I want to stop worrying about the exam.", subject="A worry"))
    town.later(hours=1).tick()
    assert "stop worrying" in text_of(town.last(PHILIPPA))
    assert "A worry" in town.last(PHILIPPA)["Subject"]


def test_list_unsubscribe_with_an_empty_body_is_a_stop(town: Town) -> None:
    town.tick()
    town.at(FIRST_FORM).tick()
    form = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(form), "", subject="STOP"))
    town.later(hours=1).tick()
    assert town.counts()["people"]["left"] == 1
