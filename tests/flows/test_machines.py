"""Mail that no person wrote is never relayed, never answered, never a reply."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.flows.town import OURS, Town, reply_address, text_of, written

ZOE, PHILIPPA = "zoe@quillfeather.test", "philippa@northgate.test"
FIRST_FORM = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)


def started(town: Town):
    town.tick()
    town.at(FIRST_FORM).tick()
    return town.last(ZOE)


def dsn(town: Town, *, status: str) -> bytes:
    sent = [one for one in town.submission.sent if one.envelope_to == ZOE][-1]
    original = sent.raw.split(b"\r\n\r\n")[0].decode()
    return (
        "From: Mail Delivery System <MAILER-DAEMON@mx.test>\r\n"
        f"To: {sent.envelope_from}\r\nSubject: Undelivered Mail\r\nMIME-Version: 1.0\r\n"
        f"Message-ID: <d{status}@mx.test>\r\n"
        f"Return-Path: <>\r\nDelivered-To: {sent.envelope_from}\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\n"
        f"Final-Recipient: rfc822; {ZOE}\r\nAction: failed\r\nStatus: {status}\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n{original}\r\n--b--\r\n"
    ).encode()


def test_an_out_of_office_note_is_no_reply(town: Town) -> None:
    form = started(town)
    sent = len(town.submission.sent)
    away = written(ZOE, reply_address(form), "I am away until Monday.", answers=form, Auto_Submitted="auto-replied")
    town.deliver(away)
    assert town.tick().processed == 1
    assert len(town.submission.sent) == sent


def test_two_hard_bounces_suppress_the_address(town: Town) -> None:
    started(town)
    town.deliver(dsn(town, status="5.1.1"))
    assert town.tick().processed == 1
    assert town.at(datetime(2027, 3, 5, 9, 0, tzinfo=UTC)).tick().dispatched == 2
    town.deliver(dsn(town, status="5.1.1").replace(b"<d5.1.1@", b"<again@"))
    town.tick()
    assert town.at(datetime(2027, 5, 5, 9, 0, tzinfo=UTC)).tick().dispatched == 1


def test_a_temporary_bounce_changes_nothing(town: Town) -> None:
    started(town)
    for number in range(4):
        town.deliver(dsn(town, status="4.2.2").replace(b"<d4", f"<d{number}".encode()))
    assert town.tick().processed == 4
    assert town.at(datetime(2027, 3, 5, 9, 0, tzinfo=UTC)).tick().dispatched == 2


def test_our_own_mail_fed_back_goes_nowhere(town: Town) -> None:
    started(town)
    sent = len(town.submission.sent)
    town.deliver(town.submission.sent[-1].raw)
    assert town.tick().processed == 1
    assert len(town.submission.sent) == sent


def test_the_same_message_delivered_twice_is_read_once(town: Town) -> None:
    form = started(town)
    raw = written(ZOE, reply_address(form), "1. 4\n2. a, b\n3. Research", answers=form)
    town.deliver(raw)
    town.deliver(raw)
    town.tick()
    packets = [letter for letter in town.letters(PHILIPPA) if "Answers" in letter["Subject"]]
    assert len(packets) == 1
    assert town.counts()["inbox"]["processed"] == 2


def test_rubbish_is_shunted_and_kept_and_the_next_message_is_read(town: Town) -> None:
    form = started(town)
    town.deliver(b"\x00" * 2000)
    town.deliver(b"From: <a@b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n" * 3000)
    town.deliver(written(ZOE, reply_address(form), "1. 4\n2. a, b\n3. Research", answers=form))
    town.tick()
    counts = town.counts()["inbox"]
    assert counts["received"] == 0
    assert counts["processed"] >= 1
    assert sum(counts.values()) == 3
    assert any("Answers" in letter["Subject"] for letter in town.letters(PHILIPPA))


def test_a_coordinator_is_no_stranger(town: Town) -> None:
    started(town)
    town.deliver(written("coordinator@riverside.test", OURS, "When is the next round?"))
    assert town.tick().processed == 1
    assert town.letters("coordinator@riverside.test") == []


def test_operators_hear_once_a_day_of_what_was_put_aside_in_ids_only(town: Town, monkeypatch) -> None:
    town.world.service = replace(town.world.service, operators=("ops@example.net",))
    started(town)
    town.deliver(b"X-Secret: hush\r\n\r\nhush")
    with monkeypatch.context() as patched:
        patched.setattr("mailbot.flows.process.judge", lambda *_: 1 / 0)
        town.tick()
    assert town.counts()["inbox"]["shunted"] == 1
    for hours in (1, 2, 3):
        town.later(hours=hours).tick()
    (report,) = town.letters("ops@example.net")
    assert "1" in text_of(report)
    assert "hush" not in str(report)
    town.later(days=1).tick()
    assert len(town.letters("ops@example.net")) == 2
