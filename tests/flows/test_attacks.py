"""Attempts to speak as somebody else, to read what is not one's own, to make STOP be missed, to lose a mail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from mailbot.decide.pseudonyms import WORDS
from mailbot.model.effect import ChangeAddress
from mailbot.model.ids import ProgrammeName
from mailbot.model.people import AddressState
from tests.flows.town import OURS, ROSTER, Town, answered, found_town, reply_address, text_of, written

ZOE, PHILIPPA, IBRAHIM = "zoe@quillfeather.test", "philippa@northgate.test", "ibrahim@lakeside.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
ANSWERS = {1: "4", 2: "- one\n- two", 3: "A research post"}


@pytest.fixture
def form(town: Town) -> EmailMessage:
    town.tick()
    town.at(FIRST_FORM).tick()
    return town.last(ZOE)


@pytest.fixture
def inviting(tmp_path: Path) -> Iterator[Town]:
    made = found_town(tmp_path, joining="invite")
    yield made
    made.close()


def edit_roster(town: Town, *changes: tuple[str, str], add: str = "") -> None:
    roster = ROSTER
    for before, after in changes:
        assert before in roster
        roster = roster.replace(before, after)
    (town.folder / "schedules" / "riverside.people.csv").write_text(roster + add)
    town.later(hours=1).tick()


# --- nothing is lost -------------------------------------------------------------------------------------------------


def test_a_held_message_that_came_twice_is_still_read_once_it_is_released(town: Town, form: EmailMessage) -> None:
    raw = written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, verdict="fail")
    town.deliver(raw)
    town.deliver(raw)
    town.tick()
    challenge = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(challenge), "YES", answers=challenge))
    town.later(hours=1).tick()
    town.tick()
    assert "A research post" in text_of(town.last(PHILIPPA))


def test_mail_to_the_bare_address_that_is_not_believed_is_held_and_its_owner_asked(
    town: Town, form: EmailMessage
) -> None:
    town.deliver(written(ZOE, OURS, "A word for my mentor.", subject="A word", verdict=""))
    assert town.tick().held == 1
    challenge = town.last(ZOE)
    assert "A word for" not in text_of(challenge)
    town.deliver(written(ZOE, reply_address(challenge), "yes", answers=challenge, verdict=""))
    town.later(hours=1).tick()
    town.tick()
    assert "A word for my mentor." in text_of(town.last(PHILIPPA))


def test_a_known_person_without_an_open_pair_is_told_so(inviting: Town) -> None:
    inviting.tick()
    invitation = inviting.last(ZOE)
    inviting.deliver(written(ZOE, reply_address(invitation), "ACCEPT", answers=invitation))
    inviting.later(hours=1).tick()
    letters = len(inviting.letters(ZOE))
    inviting.deliver(written(ZOE, OURS, "When do we begin?", subject="A question"))
    assert inviting.later(hours=1).tick().refused == 1
    assert len(inviting.letters(ZOE)) == letters + 1


def test_an_answer_from_a_writer_who_left_is_not_passed_on_and_they_are_told(town: Town, form: EmailMessage) -> None:
    paired = town.letters(ZOE)[0]
    town.deliver(written(ZOE, reply_address(form), "STOP", answers=form))
    town.later(hours=1).tick()
    letters = len(town.letters(PHILIPPA))
    town.deliver(written(ZOE, reply_address(paired), "One more thing to say.", answers=paired))
    town.later(hours=1).tick()
    assert len(town.letters(PHILIPPA)) == letters
    assert "RESUME" in text_of(town.last(ZOE))


def test_a_letter_to_both_of_our_addresses_is_read_once_and_not_lost(town: Town, form: EmailMessage) -> None:
    paired = town.letters(ZOE)[0]
    to = f"{reply_address(form)}, {reply_address(paired)}"
    town.deliver(written(ZOE, to, answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    packets = [m for m in town.letters(PHILIPPA) if "A research post" in text_of(m)]
    assert len(packets) == 1
    assert "Answers" in packets[0]["Subject"]


def test_an_empty_message_and_one_with_an_attachment_only_are_answered(town: Town, form: EmailMessage) -> None:
    paired = town.letters(ZOE)[0]
    town.deliver(written(ZOE, reply_address(paired), "", answers=paired))
    town.later(hours=1).tick()
    first = town.last(ZOE)
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = ZOE, reply_address(paired), "My paper"
    message["Authentication-Results"] = "mx.example.org; dmarc=pass header.from=quillfeather.test"
    message["Message-ID"] = "<attached@laptop.test>"
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="zoe.pdf")
    town.deliver(message.as_bytes())
    town.later(hours=1).tick()
    assert town.last(ZOE)["Message-ID"] != first["Message-ID"]
    assert len(town.letters(PHILIPPA)) == 2


def test_a_line_of_two_hundred_kilobytes_is_relayed_whole(town: Town, form: EmailMessage) -> None:
    paired = town.letters(ZOE)[0]
    words = "I have been thinking about this. " * 6200
    town.deliver(written(ZOE, reply_address(paired), words, answers=paired))
    town.later(hours=1).tick()
    post = town.last(PHILIPPA)
    assert text_of(post).count("thinking") == 6200
    assert max(map(len, post.as_bytes().splitlines())) < 998


def test_the_other_persons_real_address_beside_ours_changes_nothing(town: Town, form: EmailMessage) -> None:
    paired = town.letters(ZOE)[0]
    town.deliver(
        written(ZOE, reply_address(paired), "Hello there.", answers=paired, Cc=f"{PHILIPPA}, someone@else.test")
    )
    town.later(hours=1).tick()
    post = town.last(PHILIPPA)
    assert "Hello there." in text_of(post)
    assert b"else.test" not in post.as_bytes()
    assert b"quillfeather" not in post.as_bytes().lower()


def test_a_message_that_came_as_a_blind_copy_is_found_by_what_it_answers(town: Town, form: EmailMessage) -> None:
    town.deliver(written(ZOE, "undisclosed-recipients:;", answered(form, ANSWERS), answers=form))
    town.later(hours=1).tick()
    assert "A research post" in text_of(town.last(PHILIPPA))


# --- STOP ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "STOP\n\nSent from my iPhone\n\n{quote}",
        "Stop.\n\n{quote}",
        "stop\n\n-- \nZoe Quillfeather\nSpecialty trainee\n\n{quote}",
        "\n\n  *STOP*\n\nGet Outlook for Android\n\n{quote}",
        "STOP\n\nthank you\nZoe\n\n{quote}",
    ],
)
def test_stop_above_the_quoted_form_is_heard(town: Town, form: EmailMessage, text: str) -> None:
    town.deliver(written(ZOE, reply_address(form), text.format(quote=answered(form, {})), answers=form))
    town.later(hours=1).tick()
    assert town.counts()["people"]["left"] == 1


def test_the_word_stop_in_the_quoted_form_stops_nobody(town: Town, form: EmailMessage) -> None:
    assert "STOP" in text_of(form)
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form))
    town.deliver(written(IBRAHIM, reply_address(town.last(IBRAHIM)), answered(town.last(IBRAHIM), {}), answers=form))
    town.later(hours=1).tick()
    assert town.counts()["people"]["left"] == 0


@pytest.mark.parametrize("word", ["Help", "Pause", "Stop"])
def test_a_word_of_ours_as_an_answer_is_an_answer(town: Town, form: EmailMessage, word: str) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, {3: word}), answers=form))
    town.later(hours=1).tick()
    assert town.counts()["people"]["left"] == 0
    assert town.counts()["people"]["paused"] == 0
    assert word in text_of(town.last(PHILIPPA))


def test_stop_in_answer_to_a_challenge_stops(town: Town, form: EmailMessage) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, verdict="fail"))
    town.tick()
    challenge = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(challenge), "STOP", answers=challenge))
    town.later(hours=1).tick()
    assert town.counts()["people"]["left"] == 1
    assert town.counts()["inbox"]["held"] == 0


def test_stop_is_heard_from_a_person_whose_name_stands_in_our_letters(tmp_path: Path) -> None:
    town = found_town(tmp_path, roster=ROSTER.replace("Zoë Quillfeather", "Thank Pair"))
    town.tick()
    town.at(FIRST_FORM).tick()
    form = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(form), "STOP", answers=form))
    town.later(hours=1).tick()
    assert town.counts()["inbox"]["shunted"] == 0
    assert town.counts()["people"]["left"] == 1
    town.close()


def test_an_invitation_answered_in_the_subject_alone_is_answered(inviting: Town) -> None:
    inviting.tick()
    invitation = inviting.last(ZOE)
    inviting.deliver(written(ZOE, reply_address(invitation), "", subject="ACCEPT"))
    inviting.later(hours=1).tick()
    assert inviting.counts()["people"]["active"] == 1


# --- machines --------------------------------------------------------------------------------------------------------


def test_a_machine_that_answers_every_letter_is_not_answered_for_ever(town: Town, form: EmailMessage) -> None:
    letter = form
    for number in range(40):
        town.deliver(written(ZOE, reply_address(letter), f"I am away, note {number}.", answers=letter))
        town.later(minutes=5).tick()
        letter = town.last(ZOE)
    assert len(town.letters(ZOE)) <= 2 + 20


def test_a_machine_that_answers_a_settled_question_is_not_answered_for_ever(inviting: Town) -> None:
    inviting.tick()
    letter = inviting.last(ZOE)
    for number in range(40):
        inviting.deliver(written(ZOE, reply_address(letter), "ACCEPT", subject=f"Re: {number}", answers=letter))
        inviting.later(minutes=5).tick()
    assert len(inviting.letters(ZOE)) <= 22


def test_a_report_that_answers_our_message_counts_as_a_bounce(town: Town, form: EmailMessage) -> None:
    """Exchange writes In-Reply-To into its reports; without VERP that must not hide the returned Message-ID."""
    original = form.as_bytes().split(b"\n\n")[0].decode()
    for number in range(2):
        town.deliver(
            (
                f"From: postmaster@mx.test\r\nTo: {OURS}\r\nSubject: Undeliverable\r\nMessage-ID: <n{number}@mx>\r\n"
                f"In-Reply-To: {form['Message-ID']}\r\nReferences: {form['Message-ID']}\r\nMIME-Version: 1.0\r\n"
                'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
                "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
                "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\n"
                f"Final-Recipient: rfc822; {ZOE}\r\nAction: failed\r\nStatus: 5.1.1\r\n"
                f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n{original}\r\n--b--\r\n"
            ).encode()
        )
    town.tick()
    assert town.at(datetime(2027, 3, 5, 9, 0, tzinfo=UTC)).tick().dispatched == 1


# --- confirmations ---------------------------------------------------------------------------------------------------


def test_a_confirmation_from_another_address_decides_nothing(town: Town, form: EmailMessage) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, verdict="fail"))
    town.tick()
    challenge = town.last(ZOE)
    for who in (PHILIPPA, IBRAHIM, "spy@elsewhere.test"):
        town.deliver(written(who, reply_address(challenge), "YES", answers=challenge))
    town.deliver(written(ZOE, reply_address(challenge), "YES, certainly", answers=challenge, verdict="fail"))
    town.later(hours=1).tick()
    assert town.counts()["inbox"]["held"] == 1
    assert not any("A research post" in text_of(letter) for letter in town.letters(PHILIPPA))
    assert "does not go with the address" in " ".join(text_of(town.last(PHILIPPA)).split())


def test_the_owner_of_a_mistyped_address_cannot_accept_after_it_was_corrected(inviting: Town) -> None:
    inviting.tick()
    edit_roster(inviting, (ZOE, "zoe@mistyped.test"))
    invitation = inviting.last("zoe@mistyped.test")
    edit_roster(inviting)
    inviting.deliver(written("zoe@mistyped.test", reply_address(invitation), "ACCEPT", answers=invitation))
    inviting.later(hours=1).tick()
    assert inviting.counts()["people"]["active"] == 0
    real = inviting.last(ZOE)
    inviting.deliver(written(ZOE, reply_address(real), "ACCEPT", answers=real))
    inviting.later(hours=1).tick()
    assert inviting.counts()["people"]["active"] == 1
    inviting.deliver(written("zoe@mistyped.test", reply_address(invitation), "ACCEPT please", answers=invitation))
    inviting.deliver(written("zoe@mistyped.test", reply_address(invitation), "Accept", answers=invitation))
    inviting.later(hours=1).tick()
    letter = inviting.last("philippa@northgate.test")
    inviting.deliver(written(PHILIPPA, reply_address(letter), "ACCEPT", answers=letter))
    inviting.later(hours=1).tick()
    inviting.at(FIRST_FORM).tick()
    assert "form 1" in inviting.last(ZOE)["Subject"]
    assert not any("form 1" in str(m["Subject"]) for m in inviting.letters("zoe@mistyped.test"))


def test_an_old_address_question_cannot_be_answered_after_a_newer_one(town: Town, form: EmailMessage) -> None:
    edit_roster(town, (ZOE, "first@spy.test"))
    first = town.last("first@spy.test")
    edit_roster(town, (ZOE, "zoe@newplace.test"))
    second = town.last("zoe@newplace.test")
    town.deliver(written("zoe@newplace.test", reply_address(second), "YES", answers=second))
    town.later(hours=1).tick()
    town.deliver(written("first@spy.test", reply_address(first), "YES", answers=first))
    town.later(hours=1).tick()
    town.at(datetime(2027, 3, 5, 9, 0, tzinfo=UTC)).tick()
    assert "form 2" in town.last("zoe@newplace.test")["Subject"]
    assert len(town.letters("first@spy.test")) <= 2


def test_a_held_message_can_be_claimed_from_the_new_address_after_a_change(town: Town, form: EmailMessage) -> None:
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form, verdict="fail"))
    town.tick()
    edit_roster(town, (ZOE, "zoe@newplace.test"))
    asked = town.last("zoe@newplace.test")
    town.deliver(written("zoe@newplace.test", reply_address(asked), "YES", answers=asked))
    town.later(hours=1).tick()
    town.later(days=3).tick()
    again = town.last("zoe@newplace.test")
    town.deliver(written("zoe@newplace.test", reply_address(again), "YES", answers=again))
    town.later(hours=1).tick()
    town.tick()
    assert "A research post" in text_of(town.last(PHILIPPA))


# --- rosters and files -----------------------------------------------------------------------------------------------


def test_a_mentor_changed_before_anybody_accepted(inviting: Town) -> None:
    inviting.tick()
    edit_roster(
        inviting,
        (f"{ZOE},t01", f"{ZOE},t02"),
        add="t02,mentor,Wanda Brightwater,wanda@spy.test,,,,,,,,,2026-06-01,\n",
    )
    for who in (ZOE, "wanda@spy.test"):
        assert len(inviting.letters(who)) == 1
        letter = inviting.last(who)
        inviting.deliver(written(who, reply_address(letter), "ACCEPT", answers=letter))
    inviting.later(hours=1).tick()
    assert [m["From"].addresses[0].display_name for m in inviting.letters(ZOE)].count("Your mentor") == 1


def test_a_mentor_changed_and_changed_back_is_asked_again(town: Town, form: EmailMessage) -> None:
    wanda = "t02,mentor,Wanda Brightwater,wanda@spy.test,,,,,,,,,2026-06-01,2026-12-01\n"
    edit_roster(town, (f"{ZOE},t01", f"{ZOE},t02"), add=wanda)
    edit_roster(town, add=wanda)
    for who in (ZOE, PHILIPPA):
        letter = town.last(who)
        town.deliver(written(who, reply_address(letter), "ACCEPT", answers=letter))
    town.later(hours=1).tick()
    assert [m["From"].addresses[0].display_name for m in town.letters(ZOE)].count("Your mentor") == 2
    for _ in range(3):
        edit_roster(town, add=wanda)
    assert len(town.letters("wanda@spy.test")) == 1


def test_an_address_listed_beside_the_name_can_become_the_main_one(tmp_path: Path) -> None:
    second = "zoe@second.test"
    town = found_town(tmp_path, roster=ROSTER.replace(",t01,Zo,", f",t01,Zo;{second},"))
    town.tick()
    edit_roster(town, (f"{ZOE},t01,Zo,", f"{second},t01,Zo;{second},"))
    asked = town.last(second)
    town.deliver(written(second, reply_address(asked), "YES", answers=asked))
    town.later(hours=1).tick()
    town.at(FIRST_FORM).tick()
    assert "form 1" in town.last(second)["Subject"]
    town.close()


def test_a_name_that_the_roster_no_longer_has_is_still_kept_from_the_other_side(town: Town, form: EmailMessage) -> None:
    edit_roster(town, ("Zoë Quillfeather", "Anna Newname"))
    paired = town.letters(ZOE)[0]
    town.deliver(written(ZOE, reply_address(paired), "They call me Quillfeather here.", answers=paired))
    town.later(hours=1).tick()
    assert not any(b"quillfeather" in m.as_bytes().lower() for m in town.letters(PHILIPPA))


def test_a_pair_is_never_called_by_the_name_of_somebody(tmp_path: Path) -> None:
    names = ROSTER.replace(",t01,Zo,", f",t01,{';'.join(word for word in WORDS if word != 'Quince')},")
    town = found_town(tmp_path, roster=names)
    town.tick()
    words = {str(m["From"].addresses[0].display_name) for m in town.letters(PHILIPPA)}
    assert words == {"Your mentee Quince", "Your mentee Quince 2"}
    town.close()


def test_a_mentor_whose_name_stands_in_the_programmes_title_can_write(tmp_path: Path) -> None:
    town = found_town(tmp_path, roster=ROSTER.replace("Dr Philippa Ashgrove", "Dr Philippa Riverside"))
    town.tick()
    paired = town.last(PHILIPPA)
    town.deliver(written(PHILIPPA, reply_address(paired), "Good to meet you.", answers=paired))
    town.later(hours=1).tick()
    assert any("Good to meet you." in text_of(m) for m in [*town.letters(ZOE), *town.letters(IBRAHIM)])
    town.close()


def test_mail_that_comes_while_the_programme_is_gone_is_kept(town: Town, form: EmailMessage) -> None:
    paired = town.letters(ZOE)[0]
    schedule = town.folder / "schedules" / "riverside.toml"
    words = schedule.read_text()
    other = words.replace("riverside.people.csv", "other.people.csv")
    (town.folder / "schedules" / "other.toml").write_text(other)
    (town.folder / "schedules" / "other.people.csv").write_text(ROSTER.splitlines()[0] + "\n" + OTHERS)
    schedule.unlink()
    town.later(hours=1).tick()
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form))
    town.deliver(written(ZOE, reply_address(paired), "A post meanwhile.", answers=paired))
    town.deliver(written(ZOE, OURS, "To the mailbox itself.", subject="Hello"))
    assert town.later(hours=1).tick().held == 3
    schedule.write_text(words)
    town.later(hours=1).tick()
    town.tick()
    assert town.counts()["inbox"]["held"] == 0
    read = [text_of(one) for one in town.letters(PHILIPPA)]
    for said in ("A research post", "A post meanwhile.", "To the mailbox itself."):
        assert any(said in one for one in read), said


OTHERS = (
    "m01,mentee,Peter Pan,peter@never.test,t01,,,,,,,,,2026-12-01\n"
    "t01,mentor,Wendy Darling,wendy@never.test,,,,,,,,,2026-06-01,2026-12-01\n"
)


def test_a_faulty_file_that_comes_back_after_another_fault_stops_nothing(town: Town, form: EmailMessage) -> None:
    schedule = town.folder / "schedules" / "riverside.toml"
    good = schedule.read_text()
    for wrong in ("evry", "evrey", "evry"):
        schedule.write_text(good.replace('every = "2 months"', f'{wrong} = "2 months"'))
        town.later(hours=1).tick()
    assert len(town.letters("coordinator@riverside.test")) == 2


def test_two_spellings_of_one_coordinator_get_one_report(tmp_path: Path) -> None:
    town = found_town(tmp_path)
    schedule = town.folder / "schedules" / "riverside.toml"
    twice = schedule.read_text().replace(
        '["coordinator@riverside.test"]', '["coordinator@riverside.test", "Coordinator@riverside.test"]'
    )
    schedule.write_text(twice)
    town.tick()
    schedule.write_text(twice.replace('every = "2 months"', 'evry = "2 months"'))
    town.tick()
    assert len(town.letters("coordinator@riverside.test")) == 1
    town.close()


def test_an_address_that_bounced_and_works_again_is_heard_and_used_again(town: Town, form: EmailMessage) -> None:
    with town.world.store.begin() as unit:
        (zoe,) = (one for one in unit.participants(ProgrammeName("riverside")) if one.address == ZOE)
        assert zoe.address_id is not None
        gone = ChangeAddress(address_id=zoe.address_id, state=AddressState.SUPPRESSED, at=FIRST_FORM)
        unit.apply((gone,), now=FIRST_FORM)
    town.deliver(written(ZOE, reply_address(form), answered(form, ANSWERS), answers=form))
    assert town.later(hours=1).tick().held == 1
    challenge = town.last(ZOE)
    town.deliver(written(ZOE, reply_address(challenge), "YES", answers=challenge))
    town.later(hours=1).tick()
    town.tick()
    assert "A research post" in text_of(town.last(PHILIPPA))
    assert town.at(datetime(2027, 3, 5, 9, 0, tzinfo=UTC)).tick().dispatched == 2
