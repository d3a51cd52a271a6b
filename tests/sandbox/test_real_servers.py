"""The whole daemon, as the README says, on a real Dovecot account with a real Postfix as its smart host."""

from __future__ import annotations

import email
import email.policy
import itertools
import smtplib
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.flows.town import answered, reply_address, text_of, written
from tests.sandbox.account import Account, eventually, lay_out
from tests.services.dovecot import AUTHSERV_ID, Dovecot
from tests.services.postfix import Postfix
from tests.services.process import free_port
from tests.services.tokens import TokenServer

NUMBERS = itertools.count(1)


@pytest.fixture
def user(request: pytest.FixtureRequest) -> str:
    return f"bot{abs(hash(request.node.nodeid)) % 10**8}x{next(NUMBERS)}"


@pytest.fixture
def account(tmp_path: Path, dovecot: Dovecot, postfix: Postfix, user: str) -> Account:
    # the clock is moved by hand, the server's is not: without this, copies of today are a year old at once
    return lay_out(tmp_path, dovecot, postfix, user, changes={"imap.keep_processed": '"400 days"'})


def sunk(postfix: Postfix, address: str, count: int = 1) -> EmailMessage:
    raw = postfix.sink.for_address(address, count=count)[-1].raw
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def people(user: str) -> tuple[str, str]:
    return f"zoe@{user}.test", f"philippa@{user}.test"


def test_the_readme_steps_by_hand_with_ticks(account: Account, dovecot: Dovecot, postfix: Postfix, user: str) -> None:
    zoe, philippa = people(user)
    for number in range(3):  # a mailbox full of old mail
        dovecot.deliver(account.address, written("old@news.test", account.address, f"Old news {number}"))
    assert "No faults" in account.mailbot("check")
    account.mailbot("tick", "--now", "2026-12-29T09:00:00Z")
    assert account.json("status")["inbox"]["received"] == 0
    assert len(dovecot.read(user)) == 3  # left alone

    counts = account.json("tick", "--now", "2027-01-05T08:00:00Z")
    assert (counts["dispatched"], counts["sent"]) == (2, 2)
    form = sunk(postfix, zoe, count=2)
    reply = written(
        zoe,
        reply_address(form),
        answered(form, {1: "4", 2: "- a list\n- an exam", 3: "Research"}),
        answers=form,
        verdict="",
    )
    dovecot.deliver(reply_address(form), reply, sender=zoe)
    counts = account.json("tick", "--now", "2027-01-05T20:00:00Z")
    assert (counts["accepted"], counts["processed"], counts["sent"]) == (1, 1, 2)
    packet = sunk(postfix, philippa, count=3)
    assert "an exam" in text_of(packet)
    assert len(dovecot.read(user, "Processed")) == 1

    answer = written(philippa, reply_address(packet), "What would help you most?", answers=packet, verdict="")
    dovecot.deliver(reply_address(packet), answer, sender=philippa)
    account.json("tick", "--now", "2027-01-06T20:00:00Z")
    post = sunk(postfix, zoe, count=4)
    assert "What would help you most?" in text_of(post)
    assert b"philippa" not in bytes(post).lower()
    status = account.json("status")
    assert status["inbox"] == {"received": 0, "processed": 2, "held": 0, "refused": 0, "shunted": 0}
    assert b"Research" not in b"".join(path.read_bytes() for path in (account.folder / "data").iterdir())
    account.mailbot("tick", "--now", "2028-06-01T08:00:00Z")
    assert dovecot.read(user, "Processed") == []  # kept for so long, then expunged


def test_the_daemon_runs_reloads_and_stops(account: Account, dovecot: Dovecot, postfix: Postfix, user: str) -> None:
    zoe, philippa = people(user)
    with account.running():
        paired = sunk(postfix, zoe)
        note = written(zoe, reply_address(paired), "Hello, I look forward to this.", answers=paired, verdict="")
        dovecot.deliver(reply_address(paired), note, sender=zoe)
        post = sunk(postfix, philippa, count=3)
        assert "look forward" in text_of(post)
        schedule = account.folder / "schedules" / "riverside.toml"
        good = schedule.read_text()
        schedule.write_text(good.replace("[cadence]", "[cadance]"))
        report = eventually(lambda: postfix.sink.for_address("coordinator@riverside.test", seconds=40))[-1].raw
        assert b"cadence" in report
        schedule.write_text(good)
    log = (account.folder / "log").read_text()
    for secret in (zoe, philippa, "look forward", "Zo\u00eb", "Quillfeather"):
        assert secret not in log


@pytest.mark.parametrize(
    ("from_style", "bounce_style"), [("proxy", "verp"), ("reply_to", "message_id"), ("reply_to", "verp")]
)
def test_the_sender_styles(
    tmp_path: Path, dovecot: Dovecot, postfix: Postfix, user: str, from_style: str, bounce_style: str
) -> None:
    styles = {"smtp.from_style": f'"{from_style}"', "smtp.bounce_style": f'"{bounce_style}"'}
    account = lay_out(tmp_path, dovecot, postfix, user, changes=styles)
    zoe, philippa = people(user)
    account.mailbot("tick", "--now", "2026-12-29T09:00:00Z")
    (sent,) = postfix.sink.for_address(zoe)
    paired = sunk(postfix, zoe)
    own = account.address
    assert (paired["From"].addresses[0].addr_spec == own) == (from_style == "reply_to")
    assert (sent.envelope_from == own) == (bounce_style == "message_id")
    note = written(zoe, reply_address(paired), "Hello to you.", answers=paired, verdict="")
    dovecot.deliver(reply_address(paired), note, sender=zoe)
    account.mailbot("tick", "--now", "2026-12-30T09:00:00Z")
    assert "Hello to you." in text_of(sunk(postfix, philippa, count=3))


def test_an_account_that_wants_oauth(
    tmp_path: Path, dovecot: Dovecot, postfix: Postfix, token_server: TokenServer, user: str
) -> None:
    account = lay_out(tmp_path, dovecot, postfix, user, changes={"imap.auth": '"xoauth2"', "smtp.auth": '"xoauth2"'})
    config = account.folder / "config.toml"
    config.write_text(
        config.read_text()
        + f'\n[oauth]\ntoken_url = "{token_server.token_url}"\nclient_id = "mailbot-client"\nscope = "mail"\n'
    )
    account.mailbot("tick", "--now", "2026-12-28T09:00:00Z", expect=1)  # says that `mailbot login` comes first
    assert account.json("status")["outbox"]["failed"] == 0  # and no letter is given up for it
    token = account.folder / "data" / "oauth.token"
    token.write_text(token_server.new_refresh_token(user) + "\n")
    token.chmod(0o600)
    account.mailbot("tick", "--now", "2026-12-29T09:00:00Z")
    paired = sunk(postfix, people(user)[0])
    note = written(people(user)[0], reply_address(paired), "By token.", answers=paired, verdict="")
    dovecot.deliver(reply_address(paired), note, sender=people(user)[0])
    assert account.json("tick", "--now", "2026-12-30T09:00:00Z")["processed"] == 1
    assert "By token." in text_of(sunk(postfix, people(user)[1], count=3))


def test_an_mta_in_front_hands_over_by_lmtp(tmp_path: Path, dovecot: Dovecot, postfix: Postfix, user: str) -> None:
    account = lay_out(tmp_path, dovecot, postfix, user)
    config = account.folder / "config.toml"
    port = free_port()
    config.write_text(config.read_text() + f'\n[listener]\nprotocol = "lmtp"\nhost = "127.0.0.1"\nport = {port}\n')
    zoe, philippa = people(user)
    with account.running():
        paired = sunk(postfix, zoe)
        note = written(zoe, reply_address(paired), "By LMTP.", answers=paired, verdict="pass")
        note = note.replace(b"mx.example.org;", AUTHSERV_ID.encode() + b";")
        with smtplib.LMTP("127.0.0.1", port, timeout=30) as client:
            client.sendmail(zoe, [reply_address(paired)], note)
        assert "By LMTP." in text_of(sunk(postfix, philippa, count=3))
