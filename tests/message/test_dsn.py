from __future__ import annotations

import pytest

from mailbot.message.dsn_status import best_status, is_permanent
from mailbot.message.dsn_text import failures_in_text
from mailbot.message.parse import parse
from mailbot.model.inbound import Delivery
from tests.message.builders import mail

DAEMON = "From: Mail Delivery System <MAILER-DAEMON@mx.example.org>"
RETURNED = "Received: from x\r\nMessage-ID: <ours@example.org>\r\nSubject: Your form\r\n\r\nwords\r\n"


def report(*blocks: str, returned: str = RETURNED, kind: str = "message/rfc822", text: str = "It bounced.") -> bytes:
    parts = [
        f"Content-Type: text/plain\r\n\r\n{text}\r\n",
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n" + "\r\n".join(blocks) + "\r\n",
        f"Content-Type: {kind}\r\n\r\n{returned}",
    ]
    body = "".join(f"--b\r\n{part}\r\n" for part in parts) + "--b--\r\n"
    return mail("Content-Type: multipart/report; report-type=delivery-status; boundary=b", body=body, start=DAEMON)


def block(recipient: str = "jo@example.net", status: str = "5.1.1", action: str = "failed", more: str = "") -> str:
    return f"Final-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n{more}"


def test_a_hard_bounce_of_postfix():
    message = parse(report(block()))
    assert message.delivery == (
        Delivery(recipient="jo@example.net", status="5.1.1", permanent=True, original_message_id="<ours@example.org>"),
    )
    assert message.automatic == "daemon"


@pytest.mark.parametrize("kind", ["text/rfc822-headers", "message/global-headers"])
def test_only_the_headers_came_back(kind):
    assert parse(report(block(), kind=kind)).delivery[0].original_message_id == "<ours@example.org>"


def test_several_recipients_late_and_lost_and_reached():
    message = parse(
        report(
            block("one@x.org", "5.1.1"),
            block("Two@x.org", "4.4.1", "delayed"),
            block("three@x.org", "2.1.5", "delivered"),
            block("four@x.org", "2.0.0", "relayed"),
            "X-Nothing: here\r\n",
        ),
    )
    assert [(d.recipient, d.status, d.permanent) for d in message.delivery] == [
        ("one@x.org", "5.1.1", True),
        ("two@x.org", "4.4.1", False),
    ]


def test_a_delay_is_never_final_whatever_status_it_carries():
    assert not parse(report(block(status="5.1.1", action="delayed"))).delivery[0].permanent


def test_the_address_that_we_wrote_to_goes_before_the_one_it_became():
    message = parse(report("Original-Recipient: rfc822;us@x.org\r\n" + block("became@y.org")))
    assert message.delivery[0].recipient == "us@x.org"


def test_a_report_that_names_nobody():
    assert parse(report("Final-Recipient: unknown\r\nStatus: 5.0.0\r\n")).delivery[0].recipient == ""


def test_a_report_without_the_message():
    message = parse(report(block(), returned="Subject: x\r\n\r\nwords\r\n"))
    assert message.delivery[0].original_message_id is None
    assert (
        parse(report(block(), kind="text/rfc822-headers", returned="Subject: x\r\n")).delivery[0].original_message_id
        is None
    )


def test_a_receipt_is_a_report_but_no_bounce():
    message = parse(mail("Content-Type: multipart/report; report-type=disposition-notification; boundary=b"))
    assert message.delivery == ()
    assert message.automatic == "read_receipt"


@pytest.mark.parametrize(
    ("stated", "diagnosis", "status", "permanent"),
    [
        ("5.1.1", "", "5.1.1", True),
        ("5.0.0", "smtp; 550 5.1.1 no such user", "5.1.1", True),
        ("5.0.0", "smtp; 550 no such user", "5.0.0", True),
        ("", "smtp; 550 5.1.10 recipient not found", "5.1.10", True),
        ("", "smtp; 450 greylisted", "4.0.0", False),
        ("", "smtp; 554 refused", "5.0.0", True),
        ("", "", "5.0.0", True),
        ("", "will keep trying", "4.0.0", False),
        ("4.2.2", "mailbox full", "4.2.2", False),
        ("5.2.2", "over quota", "5.2.2", False),
        ("5.2.2", "", "5.2.2", False),
        ("5.2.1", "", "5.2.1", True),
        ("5.1.1", "552 mailbox full", "5.1.1", False),
        ("5.7.1", "blocked as spam", "5.7.1", False),
        ("5.7.1", "550 user unknown", "5.7.1", True),
        ("5.4.4", "", "5.4.4", True),
        ("5.4.1", "", "5.4.1", False),
        ("5.4.1", "recipient address rejected: Access denied; address not found", "5.4.1", True),
        ("5.3.4", "too big", "5.3.4", False),
        ("5.6.1", "", "5.6.1", False),
        ("5.1.8", "sender refused", "5.1.8", False),
        ("15.1.1", "", "5.0.0", True),
    ],
)
def test_what_a_status_means_for_the_address(stated, diagnosis, status, permanent):
    assert best_status(stated, diagnosis) == status
    assert is_permanent(status, diagnosis) is permanent


QMAIL = """Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<jo@example.net>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.1.1 User unknown

--- Below this line is a copy of the message.

Return-Path: <x@example.org>
Message-ID: <ours@example.org>
To: other@example.net
"""
EXIM = """This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  jo@example.net
    mailbox is full: retry timeout exceeded

------ This is a copy of the message, including all the headers. ------

Message-Id: <ours@example.org>
"""
SENDMAIL = """The original message was received at Tue, 5 Jan 2027 08:00:00 GMT

   ----- The following addresses had permanent fatal errors -----
<jo@example.net>
    (reason: 550 5.1.1 <jo@example.net>... User unknown)

   ----- Transcript of session follows -----
"""
EXCHANGE = """Your message did not reach some or all of the intended recipients.

The following recipient(s) could not be reached:

      'jo@example.net' on 05/01/2027 08:00
            The e-mail account does not exist at the organization this message was sent to. <mx #5.1.1>
"""
OFFICE = """Delivery has failed to these recipients or groups:

Jo Doe (jo@example.net)
The email address you entered couldn't be found. 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found
"""
GMAIL = """Delivery to the following recipient failed permanently:

     jo@example.net

Technical details of permanent failure:
550 5.1.1 The email account that you tried to reach does not exist.

----- Original message -----

Message-ID: <ours@example.org>
From: someone@example.org
"""
GMAIL_NEW = """** Address not found **

Your message wasn't delivered to jo@example.net because the address couldn't be found, or is unable to receive mail.
"""
YAHOO = """Sorry, we were unable to deliver your message to the following address.

<jo@example.net>:
554: delivery error: dd This user doesn't have a yahoo.com account (jo@example.net)
"""
DELAY = """This is a warning message only. YOU DO NOT NEED TO RESEND YOUR MESSAGE.
Delivery to the following recipient has been delayed:

     jo@example.net

Message will be retried for 2 more day(s)
"""


@pytest.mark.parametrize(
    ("text", "status", "permanent", "original"),
    [
        (QMAIL, "5.1.1", True, "<ours@example.org>"),
        (EXIM, "5.0.0", False, "<ours@example.org>"),
        (SENDMAIL, "5.1.1", True, None),
        (EXCHANGE, "5.1.1", True, None),
        (OFFICE, "5.1.10", True, None),
        (GMAIL, "5.1.1", True, "<ours@example.org>"),
        (GMAIL_NEW, "5.0.0", True, None),
        (YAHOO, "5.0.0", True, None),
        (DELAY, "4.0.0", False, None),
    ],
    ids=["qmail", "exim", "sendmail", "exchange", "office", "gmail", "gmail-new", "yahoo", "delay"],
)
def test_bounces_that_only_people_can_read(text, status, permanent, original):
    message = parse(mail("Subject: Mail delivery failed: returning message to sender", body=text, start=DAEMON))
    assert message.delivery == (
        Delivery(recipient="jo@example.net", status=status, permanent=permanent, original_message_id=original),
    )


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("User's mailbox is full: <jo@example.net>\nUnable to deliver mail.\n", "jo@example.net"),
        ("Your message to jo@example.net has reached us, but this address is wrong.\n", "jo@example.net"),
        ("Unknown user: Jo@example.net\nRCPT TO generated following response:\n553 5.3.0 unknown\n", "jo@example.net"),
        (
            "Delivery failed: the following addresses\n  new@y.org\n    (generated from jo@example.net)\n",
            "jo@example.net",
        ),
        ("Delivery failed: the following addresses\n  jo@example.net\n    (generated from nobody)\n", "jo@example.net"),
        (
            "could not be delivered:\n* [jo@example.net]: 550 over quota\nOriginal message details:\n* To: x@y.org\n",
            "jo@example.net",
        ),
        ("did not reach the following recipient(s):\nc=US;a= ;p=X;dda:SMTP=jo@example.net; on Fri\n", "jo@example.net"),
        ("Sent by x@y.org, returned to me@x.org. Not delivered to\njo@example.net\n", "jo@example.net"),
    ],
    ids=range(8),
)
def test_bounces_without_a_list_of_recipients(text, recipient):
    message = parse(mail("Subject: failure notice", "To: me@x.org", body=text, start=DAEMON))
    assert [delivery.recipient for delivery in message.delivery] == [recipient]


@pytest.mark.parametrize("start", ["From: MDaemon@mx.example.net", "From: Mail Delivery System <nobody>", "X: y"])
def test_odd_daemons_are_machines_too(start):
    raw = mail("Subject: failure notice", "Return-Path: <>" if start == "X: y" else "X: z", body=GMAIL, start=start)
    assert len(parse(raw).delivery) == 1


def test_a_report_that_its_sender_did_not_fill_in_is_read_as_text():
    raw = mail(
        "Subject: Utilisateur non recens\u00e9",  # MIMEsweeper
        "Content-Type: multipart/report; boundary=b; report-type=delivery-status",
        body="--b\r\n\r\nA message could not be delivered to:\r\njo@example.net\r\n--b--\r\n",
    )
    assert [delivery.recipient for delivery in parse(raw).delivery] == ["jo@example.net"]


def test_an_html_only_bounce():
    html = "<p>Delivery has failed to these recipients or groups:</p>\r\n<p><a href='x'>jo@example.net</a></p>\r\n"
    message = parse(mail("Subject: Undeliverable: x", "Content-Type: text/html", body=html, start=DAEMON))
    assert [delivery.recipient for delivery in message.delivery] == ["jo@example.net"]


def test_exim_names_its_failed_recipients_in_a_header():
    message = parse(
        mail("Subject: x", "X-Failed-Recipients: a@x.org, b@x.org", body="550 no such user\r\n", start=DAEMON)
    )
    assert [(d.recipient, d.permanent) for d in message.delivery] == [("a@x.org", True), ("b@x.org", True)]


@pytest.mark.parametrize(
    "raw",
    [
        mail("Subject: Mail delivery failed", body=GMAIL),  # a person who pastes a bounce
        mail("Subject: Fwd: Undeliverable", body=f"Look what came:\r\n\r\n{QMAIL}"),
        mail("Subject: Weekly digest", body=QMAIL, start=DAEMON),
        mail("Subject: Delivery failure", body="Nothing here, write to jo@x.net or ed@x.net\r\n", start=DAEMON),
        mail(
            "Subject: Automatic reply: Delivery of the rota",
            "Auto-Submitted: auto-replied",
            body="I am away, my mailbox is not read. Write to jo@example.net\r\n",
        ),
        mail(
            "Subject: Delivery of the rota",
            "Auto-Submitted: auto-replied",
            body="I am away. Write to jo@example.net\r\n",
        ),
        mail("Subject: Delivery failure", body="For help write to jo@example.net\r\n", start=DAEMON),
        mail("Subject: Delivery failure", body="They accept no mail from <jo@example.net>\r\n", start=DAEMON),
        mail("Subject: Returned", "Content-Type: image/png", body="x\r\n", start=DAEMON),
        mail("Subject: Returned", "Content-Transfer-Encoding: base64", body="=\r\n", start=DAEMON),
    ],
    ids=range(10),
)
def test_what_is_no_bounce(raw):
    assert parse(raw).delivery == ()


def test_addresses_in_passing_are_not_recipients():
    text = (
        "Delivery failure\n\nFor help write to the people at helpdesk@example.org today.\n"
        "To: jo@example.net\nRecipient: <x@y.org>\n"
    )
    assert list(failures_in_text(text)) == ["jo@example.net", "x@y.org"]


def test_a_bounce_with_a_million_lines_is_cut():
    assert len(failures_in_text("Delivery failure\n" + "".join(f"<a{n}@x.org>\n" for n in range(100_000)))) == 100
