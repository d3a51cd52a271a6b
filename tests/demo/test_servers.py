from __future__ import annotations

import threading
from email import message_from_bytes

import pytest

from mailbot.demo.mail_program import Inbox, submit
from mailbot.demo.servers import Servers
from tests.demo.conftest import ANN, BOT, EVE

NOTE = b"From: %s\r\nTo: %s\r\nSubject: Hello\r\nMessage-ID: <1@hill.example>\r\n\r\nGood morning.\r\n"


def send(servers, *, author=ANN, to=BOT.address, account=ANN, envelope_from=None, raw=None):
    submit(
        raw or NOTE % (author.address.encode(), to.encode()),
        port=servers.smtp_port,
        host=author.host,
        to=(to,),
        envelope_from=author.address if envelope_from is None else envelope_from,
        account=account,
    )


def fetched(servers, account):
    inbox = Inbox(account, servers.imap_port)
    try:
        return [message_from_bytes(letter.raw) for letter in inbox.fetch_new()]
    finally:
        inbox.close()


def test_mail_reaches_the_mailbox_of_its_plus_address_and_keeps_the_whole_address(servers):
    send(servers, to="mentoring+t-abc@programme.example")
    (message,) = fetched(servers, BOT)
    assert message["Delivered-To"] == "mentoring+t-abc@programme.example"
    assert message["Return-Path"] == "<ann@hill.example>"
    assert "from ann-laptop.hill.example" in message["Received"]
    assert "Mon, 06 Jan 2025 09:00:00 +0000" in message["Received"]
    assert message.get_payload() == "Good morning.\r\n"


@pytest.mark.parametrize(
    ("author", "account", "verdict"),
    [(ANN, ANN, "dmarc=pass"), (ANN, EVE, "dmarc=fail"), (ANN, None, "dmarc=fail"), (ANN, BOT, "dmarc=pass")],
    ids=["owner", "somebody else", "nobody", "the bot for its people"],
)
def test_the_verdict_is_about_who_logged_in(servers, author, account, verdict):
    send(servers, author=author, account=account)
    (message,) = fetched(servers, BOT)
    assert message["Authentication-Results"].startswith("mx.postroom.example;")
    assert verdict in message["Authentication-Results"]


def test_a_verdict_that_the_sender_wrote_in_our_name_is_removed(servers):
    forged = b"Authentication-Results: mx.postroom.example;\r\n dmarc=pass\r\n"
    forged += b"Authentication-Results: mx.else.example; spf=pass\r\n"
    send(servers, account=None, raw=forged + NOTE % (b"ann@hill.example", b"mentoring@programme.example"))
    (message,) = fetched(servers, BOT)
    ours, theirs = message.get_all("Authentication-Results")
    assert "dmarc=fail" in ours
    assert theirs == "mx.else.example; spf=pass"


def test_a_wrong_password_is_refused(servers):
    from dataclasses import replace
    from smtplib import SMTPAuthenticationError

    with pytest.raises(SMTPAuthenticationError):
        send(servers, account=replace(ANN, password="guess"))


def test_an_unknown_recipient_comes_back_as_a_delivery_report(servers):
    send(servers, to="nobody@programme.example")
    (report,) = fetched(servers, ANN)
    assert report.get_content_type() == "multipart/report"
    assert report["Return-Path"] == "<>"
    _, status, returned = report.get_payload()
    fields = status.get_payload()[1]
    assert fields["Status"] == "5.1.1"
    assert fields["Final-Recipient"] == "rfc822; nobody@programme.example"
    assert returned.get_payload()[0]["Message-ID"] == "<1@hill.example>"


def test_a_mailbox_that_refuses_bounces_until_it_takes_mail_again(servers):
    servers.smart_host.refusing[ANN.address] = ("5.2.2", "Mailbox full")
    send(servers, author=BOT, account=BOT, to=ANN.address, envelope_from="mentoring+b-xyz@programme.example")
    servers.smart_host.refusing.clear()
    send(servers, author=BOT, account=BOT, to=ANN.address)
    (report,) = fetched(servers, BOT)
    assert report["Delivered-To"] == "mentoring+b-xyz@programme.example"
    assert report.get_payload()[1].get_payload()[1]["Status"] == "5.2.2"
    assert len(fetched(servers, ANN)) == 1
    assert [p.outcome for p in servers.smart_host.passages] == ["5.2.2", "delivered", "delivered"]


def test_a_report_never_answers_a_report(servers):
    send(servers, to="nobody@programme.example", envelope_from="")
    assert [p.outcome for p in servers.smart_host.passages] == ["5.1.1"]


def test_an_away_note_goes_to_the_author_of_what_came_in(servers):
    servers.smart_host.away[ANN.address] = "Back in a week."
    folded = NOTE.replace(b"From: ", b"From: The Mentoring Programme\r\n ") % (
        b"<mentoring+f-x@programme.example>",
        b"x",
    )
    send(servers, author=BOT, account=BOT, to=ANN.address, raw=folded)
    (note,) = fetched(servers, BOT)
    assert note["Delivered-To"] == "mentoring+f-x@programme.example"
    assert note["Auto-Submitted"] == "auto-generated"
    assert note["Return-Path"] == "<>"
    assert note["In-Reply-To"] == "<1@hill.example>"
    assert note.get_payload() == "Back in a week.\r\n"


def test_an_inbox_fetches_each_message_once(servers):
    inbox = Inbox(BOT, servers.imap_port)
    assert inbox.fetch_new() == ()
    send(servers)
    assert len(inbox.fetch_new()) == 1
    assert inbox.fetch_new() == ()
    send(servers)
    send(servers)
    assert len(inbox.fetch_new()) == 2
    inbox.close()


def test_mail_can_be_put_into_a_mailbox_past_the_smart_host(servers):
    servers.put(ANN.address, b"Subject: planted\r\n\r\n")
    assert [message["Subject"] for message in fetched(servers, ANN)] == ["planted"]


def test_they_listen_on_loopback_only_and_are_gone_afterwards(clock):
    before = set(threading.enumerate())
    with Servers((BOT,), clock) as running:
        left_open = Inbox(BOT, running.imap_port)
        ports = running.imap_port, running.smtp_port
        assert {sock.getsockname()[0] for sock in (running._imap, running._smtp)} == {"127.0.0.1"}
    left_open._imap.shutdown()
    assert set(threading.enumerate()) <= before
    for port in ports:
        with pytest.raises(OSError):
            Inbox(BOT, port)
