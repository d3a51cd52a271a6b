"""Words that may not pass as they are: the whole life of each, on the real store and a clock that is set by hand."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from sqlalchemy import text

from mailbot.flows.sweep import sweep
from tests.flows.town import OURS, PROGRAMME, Town, answered, reply_address, text_of, written

ZOE, PHILIPPA, IBRAHIM = "zoe@quillfeather.test", "philippa@northgate.test", "ibrahim@lakeside.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
PHONE = "07700 900123"
NHS = "943 476 5919"  # the published test number
ANSWERS = {1: "4", 2: "- passed the exam\n- wrote a paper", 3: "A research post"}


@pytest.fixture
def form(town: Town) -> EmailMessage:
    town.tick()
    town.at(FIRST_FORM).tick()
    return town.last(ZOE)


@pytest.fixture
def packet(town: Town, form: EmailMessage) -> EmailMessage:
    """A conversation that has begun: the mentee's answers lie with the mentor."""
    say(town, ZOE, form, answered(form, ANSWERS))
    return town.last(PHILIPPA)


def under(town: Town, rule: str) -> None:
    """The programme's coordinator has changed the rule for identifiers."""
    text = PROGRAMME.format(joining="recorded") + f'\n[relay]\nidentifiers = "{rule}"\n'
    (town.folder / "schedules" / "riverside.toml").write_text(text)


def say(town: Town, who: str, letter: EmailMessage, text: str, **headers: str) -> None:
    headers.setdefault("subject", f"Re: {letter['Subject']}")
    town.deliver(written(who, reply_address(letter), text, answers=letter, **headers))
    town.later(minutes=10).tick()


def squeezed(letter: EmailMessage) -> str:
    """Its text without the ends of lines."""
    return " ".join(text_of(letter).split())


def inbox(town: Town) -> dict[str, int]:
    return town.counts()["inbox"]


def swept(town: Town, **later: float) -> Town:
    town.later(**later)
    sweep(town.world)
    town.tick()
    return town


# --- posts -----------------------------------------------------------------------------------------------------------


def test_a_held_post_goes_as_it_is_after_send(town: Town, packet: EmailMessage) -> None:
    say(town, PHILIPPA, packet, f"Well done.\n\nRing me on {PHONE} any evening.")
    held = town.last(PHILIPPA)
    assert f"- line 3: a telephone number ({PHONE})" in text_of(held)
    assert not any(PHONE in text_of(one) for one in town.letters(ZOE))
    assert inbox(town)["held"] == 1
    say(town, PHILIPPA, held, "SEND")
    relayed = town.last(ZOE)
    assert PHONE in text_of(relayed)
    assert "Thank you for your SEND" in text_of(town.last(PHILIPPA))
    assert inbox(town)["held"] == 0
    count = len(town.letters(ZOE))
    say(town, PHILIPPA, held, "SEND", message_id="<again@northgate.test>")
    assert len(town.letters(ZOE)) == count
    assert "Nothing of yours is waiting" in str(town.last(PHILIPPA)["Subject"])


def test_a_corrected_post_goes_into_the_same_thread(town: Town, packet: EmailMessage) -> None:
    say(town, PHILIPPA, packet, "What are your plans?")
    asked = town.last(ZOE)
    say(town, ZOE, asked, f"See me at https://example.com/me or {PHONE}.")
    held = town.last(ZOE)
    say(town, ZOE, held, "I plan to write to you here.")
    relayed = town.last(PHILIPPA)
    assert "I plan to write to you here." in text_of(relayed)
    assert "Answers to form 1" in str(relayed["Subject"])
    assert relayed["In-Reply-To"]
    assert inbox(town)["held"] == 0
    say(town, ZOE, held, "SEND", message_id="<late@quillfeather.test>")
    assert "Nothing of yours" in str(town.last(ZOE)["Subject"])


@pytest.mark.parametrize("answer", ["SEND", "Write to me here."])
def test_send_said_twice_sends_nothing_else_that_waits(town: Town, packet: EmailMessage, answer: str) -> None:
    say(town, PHILIPPA, packet, f"Ring me on {PHONE}.")
    first = town.last(PHILIPPA)
    say(town, PHILIPPA, packet, "My other number is 07700 900456, or do not ring at all.")
    say(town, PHILIPPA, first, answer)
    say(town, PHILIPPA, first, "SEND", message_id="<again@northgate.test>")
    assert "900456" not in "".join(text_of(one) for one in town.letters(ZOE))
    assert inbox(town)["held"] == 1


@pytest.mark.parametrize("answer", ["SEND", "Hello, here I am."])
def test_a_conversation_that_began_with_a_held_post_has_no_subject_of_ours(
    town: Town, packet: EmailMessage, answer: str
) -> None:
    welcome = next(one for one in town.letters(ZOE) if "Meet your mentor" in str(one["Subject"]))
    say(town, ZOE, welcome, f"Hello, this is {PHONE}.")
    say(town, ZOE, town.last(ZOE), answer)
    relayed = town.last(PHILIPPA)
    assert str(relayed["Subject"]).endswith("has written to you")
    assert inbox(town)["held"] == 0


def test_a_typed_subject_is_looked_at_and_goes_with_the_words_after_send(town: Town, packet: EmailMessage) -> None:
    welcome = next(one for one in town.letters(ZOE) if "Meet your mentor" in str(one["Subject"]))
    town.deliver(written(ZOE, reply_address(welcome), "Are you free?", subject=f"Zoë, {PHONE}"))
    town.later(minutes=5).tick()
    held = town.last(ZOE)
    assert "- the subject: a telephone number" in text_of(held)
    say(town, ZOE, held, "SEND")
    assert str(town.last(PHILIPPA)["Subject"]).endswith(f"Heron, {PHONE}") or PHONE in str(
        town.last(PHILIPPA)["Subject"]
    )
    assert "Zo" not in str(town.last(PHILIPPA)["Subject"])


def test_nobody_answers_and_it_is_given_up_after_thirty_days(town: Town, packet: EmailMessage) -> None:
    say(town, PHILIPPA, packet, f"Ring me on {PHONE}.")
    before = len(town.letters(PHILIPPA))
    for days, count in ((2.9, 0), (0.2, 1), (6, 1), (1, 2), (19, 2), (1, 3), (5, 3)):
        swept(town, days=days)
        assert len(town.letters(PHILIPPA)) - before == count, days
    assert "Your words were not passed on" in str(town.last(PHILIPPA)["Subject"])
    assert inbox(town)["held"] == 0
    assert inbox(town)["refused"] == 1


def test_an_answer_to_a_reminder_is_an_answer(town: Town, packet: EmailMessage) -> None:
    say(town, PHILIPPA, packet, f"Ring me on {PHONE}.")
    reminder = swept(town, days=4).last(PHILIPPA)
    assert "still wait" in str(reminder["Subject"])
    say(town, PHILIPPA, reminder, "Let us talk here.")
    assert "Let us talk here." in text_of(town.last(ZOE))
    assert inbox(town)["held"] == 0


def test_a_patient_is_never_passed_on_and_the_original_is_destroyed_a_day_after_the_correction(
    town: Town, packet: EmailMessage
) -> None:
    say(town, PHILIPPA, packet, f"I saw a patient, NHS number {NHS}, like that.")
    held, row = town.last(PHILIPPA), held_row(town)
    assert "- line 1: an NHS number" in text_of(held)
    assert NHS not in text_of(held)
    say(town, PHILIPPA, held, "SEND")
    refused = town.last(PHILIPPA)
    assert "cannot go as they are" in str(refused["Subject"])
    assert inbox(town)["held"] == 1
    say(town, PHILIPPA, refused, "I saw somebody like that.")
    assert "I saw somebody like that." in text_of(town.last(ZOE))
    assert inbox(town)["held"] == 0
    swept(town, hours=23)
    assert is_kept(town, row)
    swept(town, hours=2)
    assert not is_kept(town, row)


def test_a_patient_of_whom_nobody_speaks_again_is_destroyed_after_fourteen_days(
    town: Town, packet: EmailMessage
) -> None:
    say(town, PHILIPPA, packet, f"I saw a patient, NHS number {NHS}, like that.")
    before, row = len(town.letters(PHILIPPA)), held_row(town)
    for days, count in ((4.9, 0), (0.2, 1), (5, 2), (3.8, 2), (0.2, 3)):
        swept(town, days=days)
        assert len(town.letters(PHILIPPA)) - before == count, days
    assert "deleted" in str(town.last(PHILIPPA)["Subject"])
    swept(town, hours=1)
    assert not is_kept(town, row)
    assert inbox(town)["refused"] == 1


def test_a_mentor_who_names_another_mentee_names_somebody(town: Town, packet: EmailMessage) -> None:
    say(town, PHILIPPA, packet, "Ask Ibrahim Vandermolen how he did it.")
    assert "Ask somebody how he did it." in text_of(town.last(ZOE))


def test_masked_where_the_programme_masks(town: Town, packet: EmailMessage) -> None:
    under(town, "mask")
    say(town, PHILIPPA, packet, f"Ring me on {PHONE}.")
    assert PHONE not in text_of(town.last(ZOE))
    assert "left out]" in text_of(town.last(ZOE))
    assert inbox(town)["held"] == 0


def test_let_through_where_the_programme_allows_it_but_never_a_patient(town: Town, packet: EmailMessage) -> None:
    under(town, "allow")
    say(town, PHILIPPA, packet, f"Ring me on {PHONE}.")
    assert PHONE in text_of(town.last(ZOE))
    say(town, PHILIPPA, packet, f"NHS number {NHS} was the one.")
    assert inbox(town)["held"] == 1


def test_copies_to_others_are_told_of_and_mailed_to_nobody(town: Town, packet: EmailMessage) -> None:
    to = reply_address(packet)
    for extra in (ZOE, "wife@home.test"):
        town.deliver(written(PHILIPPA, to, f"Well done, {extra[:3]}.", answers=packet, Cc=f"{OURS}, {extra}"))
        town.later(minutes=5).tick()
    told = [text_of(one) for one in town.letters(PHILIPPA) if "Others have a copy" in text_of(one)]
    assert len(told) == 2
    assert told[0] == told[1]
    assert not town.letters("wife@home.test")


# --- forms -----------------------------------------------------------------------------------------------------------


def test_one_bad_answer_waits_and_the_rest_goes_on(town: Town, form: EmailMessage) -> None:
    say(town, ZOE, form, answered(form, ANSWERS | {3: f"Call me on {PHONE}"}))
    receipt, packet = town.last(ZOE), town.last(PHILIPPA)
    assert "Answer 3 was not kept or passed on: line 1 seems to hold a telephone number." in squeezed(receipt)
    for letter in (receipt, packet):
        assert PHONE not in letter.as_string()
        assert "Call me" not in letter.as_string()
        assert "passed the exam" in text_of(letter)
    assert "Left open: 3." in text_of(packet)
    assert inbox(town)["held"] == 1
    say(town, ZOE, receipt, "3. A research post")
    assert "A research post" in text_of(town.last(PHILIPPA))
    assert inbox(town)["held"] == 0
    assert town.counts()["rounds"][0]["answered"] == 1


def test_after_send_only_the_answer_that_waited_is_recorded(town: Town, form: EmailMessage) -> None:
    say(town, ZOE, form, answered(form, ANSWERS | {3: f"Call me on {PHONE}"}))
    receipt = town.last(ZOE)
    say(town, ZOE, receipt, "1. 2")
    updated = town.last(ZOE)
    say(town, ZOE, updated, "SEND")
    update = text_of(town.last(PHILIPPA))
    assert f"Call me on {PHONE}" in update
    assert "satisfied" not in update
    assert "2 = unsatisfied" in text_of(town.last(ZOE))
    assert inbox(town)["held"] == 0


def test_a_newer_answer_is_not_overwritten_by_send(town: Town, form: EmailMessage) -> None:
    both = ANSWERS | {2: f"- see {PHONE}\n- wrote a paper", 3: f"Call me on {PHONE}"}
    say(town, ZOE, form, answered(form, both))
    say(town, ZOE, town.last(ZOE), "3. A research post")
    assert inbox(town)["held"] == 1
    say(town, ZOE, town.last(ZOE), "SEND")
    assert inbox(town)["held"] == 0
    receipt = text_of(town.last(ZOE))
    assert "A research post" in receipt
    assert f"see {PHONE}" in text_of(town.last(PHILIPPA))
    assert "Call me" not in "".join(text_of(one) for one in town.letters(PHILIPPA))


def test_an_earlier_clean_answer_stays(town: Town, form: EmailMessage) -> None:
    say(town, ZOE, form, answered(form, ANSWERS))
    say(town, ZOE, town.last(ZOE), f"3. Ask at {PHONE}")
    receipt = text_of(town.last(ZOE))
    assert "Your earlier answer stands." in squeezed(town.last(ZOE))
    assert "A research post" in receipt
    say(town, ZOE, town.last(ZOE), "3. A consultant post")
    assert "A consultant post" in text_of(town.last(PHILIPPA))
    assert inbox(town)["held"] == 0


def test_a_patient_in_an_answer_cannot_be_insisted_on(town: Town, form: EmailMessage) -> None:
    say(town, ZOE, form, answered(form, ANSWERS | {2: f"- NHS number {NHS}\n- wrote a paper", 3: f"Ring {PHONE}"}))
    receipt, row = town.last(ZOE), held_row(town)
    say(town, ZOE, receipt, "SEND")
    second = squeezed(town.last(ZOE))
    assert "Answer 2 was not kept or passed on: line 1 seems to hold an NHS number." in second
    assert f"Ring {PHONE}" in text_of(town.last(PHILIPPA))
    assert inbox(town)["held"] == 1
    say(town, ZOE, town.last(ZOE), "SEND", message_id="<second@quillfeather.test>")
    assert "cannot go as they are" in str(town.last(ZOE)["Subject"])
    say(town, ZOE, town.last(ZOE), "2. passed the exam, wrote a paper")
    assert inbox(town)["held"] == 0
    swept(town, days=2)
    assert not is_kept(town, row)


def test_a_patient_that_was_corrected_is_destroyed_although_the_rest_was_sent(town: Town, form: EmailMessage) -> None:
    say(town, ZOE, form, answered(form, ANSWERS | {2: f"- see {PHONE}\n- a paper", 3: f"NHS number {NHS} taught me"}))
    row = held_row(town)
    say(town, ZOE, town.last(ZOE), "3. Somebody taught me")
    say(town, ZOE, town.last(ZOE), "SEND")
    assert inbox(town)["held"] == 0
    swept(town, hours=25)
    assert not is_kept(town, row)


def test_answers_that_wait_are_asked_about_again(town: Town, form: EmailMessage) -> None:
    say(town, ZOE, form, answered(form, ANSWERS | {3: f"Call me on {PHONE}"}))
    reminder = swept(town, days=4).last(ZOE)
    assert "3. What is your short-term career goal" in text_of(reminder)
    say(town, ZOE, reminder, "3. A research post")
    assert "A research post" in text_of(town.last(PHILIPPA))
    assert inbox(town)["held"] == 0


def test_a_letter_in_place_of_answers_is_held_as_a_post(town: Town, form: EmailMessage) -> None:
    say(town, ZOE, form, f"I have no time for this form this week, please ring me on {PHONE} about it.")
    assert inbox(town)["held"] == 1
    say(town, ZOE, town.last(ZOE), "SEND")
    assert PHONE in text_of(town.last(PHILIPPA))
    assert inbox(town)["held"] == 0


def test_nothing_but_a_bad_answer_is_no_reply_yet(town: Town, form: EmailMessage) -> None:
    say(town, ZOE, form, f"3. Call me on {PHONE}")
    assert not [one for one in town.letters(PHILIPPA) if "form 1" in str(one["Subject"])]
    say(town, ZOE, town.last(ZOE), "SEND")
    assert f"Call me on {PHONE}" in text_of(town.last(PHILIPPA))


# --- answers to our letters from programs that quote without marks ---------------------------------------------------


def as_outlook(letter: EmailMessage, typed: str) -> str:
    head = f"From: {letter['From']}\nSent: 05 January 2027 10:00\nTo: somebody\nSubject: {letter['Subject']}"
    body = text_of(letter).replace("\r", "").rstrip("\n")
    return f"{typed}\n\n________________________________\n{head}\n\n{body}\n"


def as_it_stands(letter: EmailMessage, typed: str) -> str:
    return f"{typed}\n\n{text_of(letter)}".replace("\r", "")


@pytest.mark.parametrize("quoting", [as_outlook, as_it_stands])
@pytest.mark.parametrize("answer", ["SEND", "My words without it."])
def test_a_quoted_notice_is_no_part_of_the_answer(
    town: Town, packet: EmailMessage, answer: str, quoting: Callable[[EmailMessage, str], str]
) -> None:
    say(town, PHILIPPA, packet, f"Well done.\n\nRing me on {PHONE} any evening.")
    say(town, PHILIPPA, town.last(PHILIPPA), quoting(town.last(PHILIPPA), answer))
    assert inbox(town)["held"] == 0
    assert "What you can do" not in text_of(town.last(ZOE))


@pytest.mark.parametrize("quoting", [as_outlook, as_it_stands])
@pytest.mark.parametrize("answer", ["SEND", "3. A research post"])
@pytest.mark.parametrize("days", [0, 9])
def test_a_quoted_receipt_is_no_part_of_the_answer(
    town: Town, form: EmailMessage, answer: str, quoting: Callable[[EmailMessage, str], str], days: int
) -> None:
    say(town, ZOE, form, answered(form, ANSWERS | {3: f"Call me on {PHONE}"}))
    receipt = town.last(ZOE)
    swept(town, days=days)
    say(town, ZOE, receipt, quoting(receipt, answer))
    assert inbox(town)["held"] == 0
    update = text_of(town.last(PHILIPPA))
    assert (PHONE if answer == "SEND" else "A research post") in update
    assert "not kept" not in update


def held_row(town: Town) -> str:
    """The id of the one message that is held."""
    with town.world.store.begin() as unit:
        (row,) = unit.connection.exec_driver_sql("select id from inbox where state = 'held'").all()
    return str(row[0])


def is_kept(town: Town, row: str) -> bool:
    """Whether the message as it came is still there."""
    with town.world.store.begin() as unit:
        (raw,) = unit.connection.execute(text("select raw from inbox where id = :row"), {"row": row}).one()
    return raw is not None


def test_a_form_with_a_patient_and_a_telephone_is_destroyed_however_it_is_settled(
    town: Town, form: EmailMessage
) -> None:
    say(town, ZOE, form, answered(form, ANSWERS | {2: f"- one\n- {PHONE}", 3: f"NHS number {NHS}"}))
    receipt, row = town.last(ZOE), held_row(town)
    say(town, ZOE, receipt, "3. A difficult case")
    say(town, ZOE, town.last(ZOE), "SEND", message_id="<send@quillfeather.test>")
    assert PHONE in text_of(town.last(PHILIPPA))
    assert inbox(town)["held"] == 0
    swept(town, hours=26)
    assert not is_kept(town, row)
