from __future__ import annotations

import smtplib
import threading

from mailbot.errors import TemporaryFailure
from mailbot.gateways.smtp_listener import Arrival, Listener, ListenerSettings
from tests.gateways.mailboxes import fresh_name
from tests.services.postfix import INTAKE_DOMAIN, Postfix

RAW = b"From: a@example.net\r\nSubject: x\r\nMessage-ID: <1@example.net>\r\n\r\n.dot\r\nwords\r\n"


def test_postfix_keeps_what_we_do_not_take_and_brings_it_again(postfix: Postfix) -> None:
    seen: list[Arrival] = []
    taken: list[Arrival] = []
    done = threading.Event()

    def accept(arrival: Arrival) -> None:
        seen.append(arrival)
        if len(seen) == 1:
            raise TemporaryFailure("the database is busy")
        taken.append(arrival)
        done.set()

    first, second = (f"mentoring+t-{fresh_name()}@{INTAKE_DOMAIN}" for _ in range(2))
    listener = Listener(ListenerSettings(protocol="lmtp", host="127.0.0.1", port=postfix.intake_port), accept)
    listener.start()
    try:
        with smtplib.SMTP(postfix.host, postfix.port, timeout=30) as client:
            client.sendmail("", [first, second], RAW)
        while not done.wait(1):  # the test's own time limit ends this
            postfix.flush()
        postfix.wait_until_empty()
    finally:
        listener.stop()
    (arrival,) = taken
    assert len(seen) == 2
    assert sorted(arrival.envelope_recipients) == sorted([first, second])
    assert arrival.envelope_sender == ""
    assert arrival.raw.endswith(b"\r\n\r\n.dot\r\nwords\r\n")


class NobodysTokens:
    def is_token(self, _address: str) -> bool:
        return True

    def is_known(self, _address: str) -> bool:
        return False


def test_postfix_says_whose_guess_it_brings(postfix: Postfix) -> None:
    done = threading.Event()
    settings = ListenerSettings(protocol="lmtp", host="127.0.0.1", port=postfix.intake_port)
    listener = Listener(settings, lambda _arrival: done.set(), NobodysTokens())
    listener.start()
    try:
        with smtplib.SMTP(postfix.host, postfix.port, timeout=30) as client:
            client.sendmail("guesser@evil.example", [f"mentoring+t-{fresh_name()}@{INTAKE_DOMAIN}"], RAW)
        assert done.wait(60)
        postfix.wait_until_empty()
    finally:
        listener.stop()
    assert list(listener._handler._guesses._tried) == [
        "127.0.0.1"
    ]  # and not the sender's address, which anybody chooses
