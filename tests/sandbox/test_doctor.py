"""`mailbot doctor` on a real account: what it says when its message is lost, comes back, or comes back changed."""

from __future__ import annotations

import itertools
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.sandbox.account import Account, lay_out
from tests.services.dovecot import Dovecot
from tests.services.postfix import Postfix
from tests.services.sink import Sunk

NUMBERS = itertools.count(1)
Change = Callable[[bytes], bytes]


@pytest.fixture
def account(tmp_path: Path, dovecot: Dovecot, postfix: Postfix) -> Account:
    return lay_out(tmp_path, dovecot, postfix, f"doctor{tmp_path.stat().st_ino}x{next(NUMBERS)}")


@contextmanager
def house_of_one(
    account: Account, dovecot: Dovecot, postfix: Postfix, *, change: Change = bytes, **stamped: str | None
) -> Iterator[None]:
    """The smart host delivers into the account's own mailbox, as a provider does with its own people's mail."""
    done, brought = threading.Event(), set[int]()

    def ours() -> list[Sunk]:
        local = (one.envelope_to[0].partition("@")[0].partition("+")[0] for one in postfix.sink.messages)
        return [one for one, name in zip(list(postfix.sink.messages), local, strict=False) if name == account.user]

    def walk() -> None:
        while not done.wait(0.05):
            for one in ours():
                if id(one) not in brought:
                    brought.add(id(one))
                    dovecot.deliver(one.envelope_to[0], change(one.raw), sender=one.envelope_from, **stamped)

    postman = threading.Thread(target=walk)
    postman.start()
    try:
        yield
    finally:
        done.set()
        postman.join()


def test_a_message_that_never_comes(account: Account) -> None:
    said = account.mailbot("doctor", "--wait", "2", expect=1)
    assert "ok    mailbox" in said
    assert "did not come back within 2 seconds" in said  # this smart host delivers everything to a sink
    assert "No faults" in account.mailbot("check")


def test_all_is_well_in_one_house(account: Account, dovecot: Dovecot, postfix: Postfix) -> None:
    with house_of_one(account, dovecot, postfix):
        said = account.mailbot("doctor")
    assert "ok    message to ourselves: came back whole" in said
    assert said.rstrip().endswith("All is well. Next: `mailbot run`.")
    seen = json.loads((account.folder / "data" / "doctor.json").read_text())
    assert seen == dict.fromkeys(seen, True)
    assert "No faults" in account.mailbot("check")
    assert dovecot.read(account.user) == []  # the test message is put away
    assert account.json("status")["inbox"] == dict.fromkeys(account.json("status")["inbox"], 0)


def test_a_house_that_stamps_nothing(account: Account, dovecot: Dovecot, postfix: Postfix) -> None:
    with house_of_one(account, dovecot, postfix, stamp=None):
        said = account.mailbot("doctor")
    assert "writers will be asked to confirm" in said


def test_a_house_that_changes_the_sender(account: Account, dovecot: Dovecot, postfix: Postfix) -> None:
    def rewritten(raw: bytes) -> bytes:
        return re.sub(rb"(?m)^From: .*(?:\r\n[ \t].*)*", b"From: " + account.address.encode(), raw, count=1)

    with house_of_one(account, dovecot, postfix, change=rewritten):
        said = account.mailbot("doctor", expect=1)
    assert 'set [smtp] from_style = "reply_to"' in said
    assert 'from_style = "proxy": `mailbot doctor` saw the From changed' in account.mailbot("check", expect=2)


def test_a_password_that_is_refused(account: Account, dovecot: Dovecot) -> None:
    (account.folder / "imap.password").write_text("wrong\n")
    said = account.mailbot("doctor", "--wait", "1", expect=1)
    assert "FAIL  mailbox: The mailbox server refused our login" in said
    assert dovecot.password not in said
