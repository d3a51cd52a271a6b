"""Bounces without a machine-readable report that own up to it in odd ways, and mail of people that looks like one."""

from __future__ import annotations

import logging

import pytest

from mailbot.message.dsn_detectors import detected
from mailbot.message.dsn_status import best_status, is_permanent
from mailbot.message.parse import parse
from tests.message.builders import mail

DAEMON = "From: MAILER-DAEMON@mx.example.net"
NOT_DELIVERED = "Your message could not be delivered to\r\njo@example.net\r\n"
AOL = (
    "\r\nYour mail to the following recipients could not be delivered because "
    "they are not accepting mail from list@example.org:\r\n\tscreenname\r\n"
)
REPORT = (
    "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
    "Final-Recipient: rfc822; {}\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--\r\n"
)


def recipients(raw: bytes) -> list[str]:
    return [one.recipient for one in parse(raw).delivery]


@pytest.mark.parametrize(
    ("headers", "body", "found"),
    [
        (("Subject: RE: Your message : non remis (delivery failed)",), NOT_DELIVERED, ["jo@example.net"]),
        (("Subject: Non-Delivery: Dates",), f"--- Report ---\r\n{NOT_DELIVERED}", ["jo@example.net"]),
        (("Subject: Dates",), NOT_DELIVERED, []),
        (("Subject: Undeliverable: Dates", "In-Reply-To: <a@b>"), NOT_DELIVERED, []),
        (("Subject: Undeliverable: Dates", "References: <a@b>"), NOT_DELIVERED, []),
        (("Subject: Undeliverable: Dates",), "Look\r\nwhat\r\ncame\r\ntoday\r\n" + NOT_DELIVERED, []),
        (("Subject: Undeliverable: Dates",), "Your message could not be delivered, a pity.\r\n", []),
    ],
    ids=range(7),
)
def test_a_server_that_hides_behind_an_ordinary_address(headers, body, found):
    assert recipients(mail(*headers, body=body, start="From: mail-gw.service@example.net")) == found


@pytest.mark.parametrize("author", ["From: Jane Doe <jane@example.net>", "From: jane@example.net (Jane Doe)"])
def test_a_person_who_pastes_a_bounce_is_no_server(author):
    assert recipients(mail("Subject: Undeliverable: Dates", body=NOT_DELIVERED, start=author)) == []
    assert recipients(mail("Subject: Undeliverable: Dates", body=NOT_DELIVERED, start="From: <jane@example.net>")) != []


def test_a_report_that_a_person_forwards_is_not_about_our_mail():
    inner = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n" + REPORT.format("a@b.org")
    body = f"--o\r\n\r\nLook what came.\r\n--o\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--o--\r\n"
    assert recipients(mail("Content-Type: multipart/mixed; boundary=o", body=body)) == []
    loose = REPORT.format("a@b.org").replace("--b--", "--o--").replace("--b", "--o", 1)
    assert recipients(mail("Content-Type: multipart/mixed; boundary=o", body=loose)) == []
    assert recipients(mail("Content-Type: multipart/mixed; boundary=o", body=body, start=DAEMON)) == ["a@b.org"]


def test_an_address_that_is_none_by_the_book_is_taken_as_the_server_wrote_it():
    kind = "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
    assert recipients(mail(kind, body=REPORT.format("<Jo@#example.net>"), start=DAEMON)) == ["jo@#example.net"]
    assert recipients(mail(kind, body=REPORT.format("nobody at all"), start=DAEMON)) == [""]
    assert recipients(mail(kind, body=REPORT.format("@"), start=DAEMON)) == [""]


def test_a_report_that_names_nobody_is_one_all_the_same():
    text = "Your message\r\n\r\n  To: Jo\r\n\r\ndid not reach the following recipient(s):\r\n\r\nJo Doe on Friday\r\n"
    assert recipients(mail("Subject: Undeliverable: x", body=text, start=DAEMON)) == [""]
    assert recipients(mail("Subject: Undeliverable: x", body="Good morning\r\n", start=DAEMON)) == []


def test_no_subject_or_none_in_latin_letters():
    assert recipients(mail(body="Your message was not delivered.\r\n<jo@example.net>:\r\n", start=DAEMON)) == [
        "jo@example.net"
    ]
    assert recipients(mail("Subject: 退信", body=NOT_DELIVERED, start=DAEMON)) == ["jo@example.net"]


def test_complaints_and_read_receipts_are_no_bounces_but_a_refusal_in_their_shape_is():
    kind = "Content-Type: multipart/report; report-type={}; boundary=b"
    body = "--b\r\n\r\nYour message to <jo@example.net> was automatically rejected:\r\nQuota exceeded\r\n--b--\r\n"
    rejected = ("Subject: Automatically rejected mail", kind.format("disposition-notification"))
    assert recipients(mail(*rejected, "Auto-Submitted: auto-replied (rejected)", body=body)) == ["jo@example.net"]
    assert recipients(mail(*rejected, body=body)) == []
    assert recipients(mail("Subject: Returned", kind.format("feedback-report"), body=body, start=DAEMON)) == []


@pytest.mark.parametrize("service", ["Reply-To: x@y.org", "X-Bluebottle-Request: <1234>"])
def test_a_challenge_is_neither_bounce_nor_answer(service):
    kind = "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
    author = "From: noreply@boxbe.com" if service.startswith("Reply") else "From: jo@bluebottle.com"
    message = parse(mail(kind, service, body=REPORT.format("jo@example.net"), start=author))
    assert (message.automatic, message.delivery) == ("challenge", ())


def test_a_name_alone_is_completed_by_the_detectors():
    raw = mail("Subject: Mail Delivery Problem", body=AOL, start="From: <MAILER-DAEMON@AOL.com>")
    assert recipients(raw) == ["screenname@aol.com"]


def test_an_address_in_advice_is_no_recipient():
    text = (
        "Message not delivered to the following:\r\n\r\njo@x.org fails, try jo.doe@x.org.\r\nTo reach Jo, mail him.\r\n"
    )
    assert recipients(mail("Subject: Returned mail", body=text, start=DAEMON)) in ([], [""])


def test_detectors_that_raise_or_log_are_kept_behind_the_wall(monkeypatch, caplog):
    def raises(message):
        logging.getLogger("flufl.bounce").error("hush")
        raise IndexError(message)

    monkeypatch.setattr("flufl.bounce.all_failures", raises)
    assert detected(mail("Subject: hush")) == ()
    assert caplog.text == ""
    assert detected(b"") == ()


@pytest.mark.parametrize(
    ("words", "permanent"),
    [
        ("550 no such user here", True),
        ("554 spam detected, no such user", True),
        ("550 Spam detected", False),
        ("554 Relay access denied", False),
        ("552 Account does not have enough space", False),
        ("User mailbox exceeds allowed size", False),
        ("554 Too many hops", False),
        ("Host not found, try again", False),
        ("This is just a warning, you need do nothing", False),
        ("554 refused", True),
    ],
)
def test_a_bare_refusal_is_told_by_its_words(words, permanent):
    assert is_permanent("5.0.0", words) is permanent


def test_words_for_people_decide_where_the_report_says_nothing():
    parts = "--b\r\n\r\nThe mailbox is full.\r\n" + REPORT.format("jo@example.net").replace("5.1.1", "5.0.0")
    kind = "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
    assert not parse(mail(kind, body=parts, start=DAEMON)).delivery[0].permanent
    assert parse(mail(kind, body=parts.replace("full", "gone"), start=DAEMON)).delivery[0].permanent


def test_of_thousands_of_recipients_a_hundred_are_enough():
    many = ", ".join(f"a{number}@x.org" for number in range(700))
    raw = mail(f"X-Failed-Recipients: {many}", "Subject: Returned", body="550 no such user\r\n", start=DAEMON)
    assert len(parse(raw).delivery) == 100
    block = "Final-Recipient: rfc822; a{}@x.org\r\nAction: failed\r\nStatus: 5.0.0\r\n\r\n"
    blocks = "".join(block.format(number) for number in range(200))
    kind = "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
    body = f"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n{blocks}--b--\r\n"
    assert len(parse(mail(kind, body=body, start=DAEMON)).delivery) == 100


def test_a_report_that_goes_on_trying_says_so_anywhere():
    text = (
        "Your message could not be delivered to the following recipients:\r\n\r\njo@example.net\r\n\r\n"
        + "More.\r\n" * 8
        + "Delivery attempts will continue to be made for 5 days.\r\n"
    )
    (late,) = parse(mail("Subject: Undelivered", body=text, start=DAEMON)).delivery
    assert (late.status, late.permanent) == ("4.0.0", False)
    (coded,) = parse(mail("Subject: Undelivered", body=text + "<jo@example.net>: 4.4.1\r\n", start=DAEMON)).delivery
    assert not coded.permanent


def test_a_number_of_another_kind_is_no_status():
    assert best_status("", "id 17:20:2.0.13; 550 gone") == "5.0.0"
    assert best_status("", "id 2.0.13; 5.1.1 gone") == "5.1.1"


def test_a_report_whose_boundary_was_lost_is_read_as_it_stands():
    kind = "Content-Type: multipart/report; report-type=delivery-status;\r\n\tbo"
    text = (
        "--b\r\n\r\n   ----- The following addresses had permanent fatal errors -----\r\n<jo@example.net>\r\n"
        "\r\n--b\r\n"
        "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <ours@example.org>\r\n--b--\r\n"
    )
    (found,) = parse(mail("Subject: Returned mail", kind, body=text, start=DAEMON)).delivery
    assert (found.recipient, found.permanent, found.original_message_id) == (
        "jo@example.net",
        True,
        "<ours@example.org>",
    )
