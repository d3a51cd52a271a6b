"""Bounces end to end: who hears what, how often, and what is never said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailbot.errors import PermanentFailure
from tests.flows.town import Town, parsed, reply_address, text_of, written

ZOE, PHILIPPA, COORDINATOR = "zoe@quillfeather.test", "philippa@northgate.test", "coordinator@riverside.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
SECRETS = (ZOE, PHILIPPA, "Quillfeather", "Ashgrove", "mx.test", "5.1.1", "Mailbox gone")


def started(town: Town) -> None:
    town.tick()
    town.at(FIRST_FORM).tick()


def post(town: Town, sender: str, text: str) -> None:
    """One more post, into the conversation as its writer has it."""
    last = [one for one in town.letters(sender) if reply_address(one).startswith("mentoring+t-")][-1]
    town.deliver(written(sender, reply_address(last), text, answers=last))
    town.later(minutes=5).tick()


def report(town: Town, to: str, *, status: str = "5.1.1", subject: str = "", number: int = 0) -> bytes:
    """What the mail server of that address says about the last message that went there."""
    sent = [one for one in town.submission.sent if one.envelope_to == to and subject in parsed(one)["Subject"]][-1]
    original = sent.raw.split(b"\r\n\r\n")[0].decode()
    action = "failed" if status.startswith("5") else "delayed"
    return (
        "From: Mail Delivery System <MAILER-DAEMON@mx.test>\r\n"
        f"To: {sent.envelope_from}\r\nSubject: Undelivered Mail\r\nMIME-Version: 1.0\r\n"
        f"Message-ID: <{number}.{town.hour[0].timestamp()}@mx.test>\r\n"
        f"Return-Path: <>\r\nDelivered-To: {sent.envelope_from}\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nSorry. Mailbox gone.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\n"
        f"Final-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {status}\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n{original}\r\n--b--\r\n"
    ).encode()


def test_a_post_that_bounced_is_told_to_its_writer_and_to_nobody_else(town: Town) -> None:
    started(town)
    post(town, ZOE, "How was your week? Mine was long.")
    before = len(town.submission.sent)
    town.deliver(report(town, PHILIPPA, subject="Your mentee"))
    town.tick()
    (told,) = town.submission.sent[before:]
    assert told.envelope_to == ZOE
    assert "could not be delivered yet" in " ".join(text_of(parsed(told)).split())
    assert [secret for secret in SECRETS[1:] if secret in str(parsed(told))] == []
    town.deliver(report(town, PHILIPPA, subject="Your mentee", number=2))
    town.tick()
    assert [one.envelope_to for one in town.submission.sent[before + 1 :]] == [
        COORDINATOR
    ]  # and never the writer twice


def test_coordinators_hear_once_of_an_address_that_fails_by_its_id(town: Town) -> None:
    started(town)
    for number in range(4):
        post(town, ZOE, f"A question of today, number {number}, about the course.")
        town.deliver(report(town, PHILIPPA))
        town.tick()
    letters = town.letters(COORDINATOR)
    assert [one["Subject"] for one in letters] == ["Please check an address: mail comes back"]
    assert "riverside/t01" in text_of(letters[0])
    assert [secret for secret in SECRETS if secret in str(letters[0])] == []


def test_an_address_that_bounced_once_is_written_to_as_before_and_half_a_year_later_is_forgotten(town: Town) -> None:
    started(town)
    town.deliver(report(town, ZOE))
    town.tick()
    town.at(datetime(2027, 7, 6, 8, 0, tzinfo=UTC)).tick()
    town.deliver(report(town, ZOE))
    town.tick()
    assert town.letters(COORDINATOR) == []
    before = len(town.letters(ZOE))
    town.at(datetime(2027, 9, 6, 8, 0, tzinfo=UTC)).tick()
    assert len(town.letters(ZOE)) > before


def test_a_mailbox_that_is_full_for_weeks_is_looked_at_and_mail_goes_on(town: Town) -> None:
    started(town)
    for number in range(8):
        post(town, ZOE, f"A question of day {number} about the course and the rota.")
        town.deliver(report(town, PHILIPPA, status="4.2.2"))
        town.tick()
        town.later(days=3)
    (letter,) = town.letters(COORDINATOR)
    assert letter["Subject"] == "Please check an address: mail is delayed there"
    assert "riverside/t01" in text_of(letter)
    assert len([one for one in town.letters(PHILIPPA) if "question of day" in text_of(one)]) == 8


@pytest.mark.parametrize("style", ["verp", "message_id"])
def test_a_forged_report_about_nothing_of_ours_changes_nothing(town: Town, style: str) -> None:
    started(town)
    sent = len(town.submission.sent)
    raw = report(town, ZOE).replace(b"Message-ID: <", b"Message-ID: <x")
    raw = raw.replace(b"mentoring+b-", b"mentoring+b-z" if style == "verp" else b"mentoring+x-")
    town.deliver(raw)
    town.tick()
    assert len(town.submission.sent) == sent
    assert town.counts()["inbox"]["shunted"] == 0


def test_a_smart_host_that_knows_the_address_is_dead_counts_as_a_report(town: Town) -> None:
    started(town)
    for number in range(3):
        town.submission.refuse(PHILIPPA, PermanentFailure("5.1.1"))
        post(town, ZOE, f"Another question, number {number}, about the course.")
    assert town.counts()["outbox"]["failed"] == 2
    told = [one for one in town.letters(ZOE) if "could not be delivered" in one["Subject"]]
    assert len(told) == 2
    assert [one["Subject"] for one in town.letters(COORDINATOR)] == ["Please check an address: mail comes back"]


def test_a_post_that_left_in_vain_for_five_days_is_told_to_its_writer(town: Town) -> None:
    started(town)
    town.submission.refuse(PHILIPPA, PermanentFailure("5.7.1"))
    post(town, ZOE, "A question about the course.")
    assert [one for one in town.letters(ZOE) if "could not be delivered" in one["Subject"]] != []
    assert town.letters(COORDINATOR) == []
