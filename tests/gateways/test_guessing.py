from __future__ import annotations

from contextlib import contextmanager

import pytest

from mailbot.gateways.guessing import GUESSES, SECONDS, Guesses, network_of
from mailbot.gateways.smtp_listener import Listener, ListenerSettings
from tests.gateways.test_smtp_listener import say, talk
from tests.services.process import free_port

KNOWN = b"mentoring+t-known@example.org"


class Hour:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def guess(guesses: Guesses, source: str, count: int, begin: int = 0) -> None:
    for number in range(begin, begin + count):
        guesses.note(source, f"t-{number}@example.org")


def test_twenty_different_guesses_within_an_hour_slow_their_source_alone() -> None:
    guesses = Guesses()
    guess(guesses, "192.0.2.1", GUESSES - 1)
    assert not guesses.is_slowed("192.0.2.1")
    guesses.note("192.0.2.1", " T-0@example.ORG")  # the same once more
    assert not guesses.is_slowed("192.0.2.1")
    guesses.note("192.0.2.1", "t-last@example.org")
    assert guesses.is_slowed("192.0.2.1")
    assert not guesses.is_slowed("192.0.2.2")


def test_each_guess_is_forgotten_after_an_hour() -> None:
    hour = Hour()
    guesses = Guesses(clock=hour)
    guess(guesses, "a", GUESSES // 2)
    hour.now = SECONDS / 2
    guess(guesses, "a", GUESSES, begin=100)
    assert guesses.is_slowed("a")
    hour.now = SECONDS
    assert guesses.is_slowed("a")
    hour.now = SECONDS * 1.5
    assert not guesses.is_slowed("a")
    assert len(guesses) == 0


def test_a_million_sources_take_no_more_room_than_ten() -> None:
    guesses = Guesses(sources=10)
    for number in range(1000):
        guesses.note(f"source {number % 500}", "t-a@example.org")
        guesses.note("busy", f"t-{number % 30}@example.org")
    assert len(guesses) == 10
    assert guesses.is_slowed("busy")


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("[UNAVAILABLE]", ""),
        ("", ""),
    ],
)
def test_one_customer_is_one_source(address: str, source: str) -> None:
    assert network_of(address) == source


class Book:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def is_token(self, address: str) -> bool:
        return "+" in address

    def is_known(self, address: str) -> bool:
        self.asked.append(address)
        if "broken" in address:
            raise OSError("the database is away")
        return address.encode() == KNOWN


@contextmanager
def listening(protocol: str = "smtp"):
    arrivals: list[object] = []
    port = free_port()
    book = Book()
    listener = Listener(ListenerSettings(protocol=protocol, host="127.0.0.1", port=port), arrivals.append, book)
    listener.start()
    try:
        yield port, book, arrivals
    finally:
        listener.stop()


def hello(sock, sender: bytes = b"w@example.net", *, word: bytes = b"EHLO") -> bytes:
    sock.sendall(word + b" mx.example.org\r\n")
    greeting = b""
    while b"250 " not in greeting:
        greeting += sock.recv(4096)
    assert say(sock, b"MAIL FROM:<" + sender + b">\r\n").startswith(b"250")
    return greeting


def rcpt(sock, address: bytes) -> bytes:
    return say(sock, b"RCPT TO:<" + address + b">\r\n")


def test_right_and_wrong_tokens_are_answered_alike_before_and_after_twenty_guesses() -> None:
    with listening() as (port, book, _), talk(port) as sock:
        hello(sock)
        wrong = [rcpt(sock, b"mentoring+t-%d@example.org" % number) for number in range(GUESSES - 1)]
        before = rcpt(sock, KNOWN)
        wrong.append(rcpt(sock, b"mentoring+c-last@example.org"))
        assert set(wrong) == {before} == {b"250 2.1.5 OK\r\n"}
        assert len(book.asked) == GUESSES + 1  # a right one is looked up as well
        after = [rcpt(sock, one) for one in (KNOWN, b"mentoring+t-x@example.org", b"mentoring+b-0@example.org")]
        assert len(set(after)) == 1
        assert after[0].startswith(b"451 4.7.1")
        assert len(book.asked) == GUESSES + 1  # and now neither is
        assert rcpt(sock, b"mentoring@example.org").startswith(b"250")
        with talk(port) as other:  # a new connection changes nothing, another sender of the MTA's is not kept waiting
            hello(other)
            assert rcpt(other, KNOWN).startswith(b"451")
        with talk(port) as third:
            hello(third, b"other@example.net")
            assert rcpt(third, KNOWN).startswith(b"250")


def test_right_tokens_never_count_and_neither_does_a_database_that_is_away() -> None:
    with listening("lmtp") as (port, _, _), talk(port) as sock:
        hello(sock, word=b"LHLO")
        for number in range(GUESSES + 5):
            assert rcpt(sock, KNOWN if number % 2 else b"mentoring+t-broken%d@example.org" % number).startswith(b"250")


def test_the_mta_in_front_says_whose_guesses_they_are() -> None:
    with listening("lmtp") as (port, _, _), talk(port) as sock:
        assert b"XFORWARD ADDR\r\n" in hello(sock, word=b"LHLO")
        assert say(sock, b"RSET\r\n").startswith(b"250")
        for number in range(GUESSES + 1):
            assert say(sock, b"XFORWARD NAME=evil.example ADDR=192.0.2.9 PROTO=ESMTP\r\n").startswith(b"250")
            say(sock, b"MAIL FROM:<s%d@example.net>\r\n" % number)
            last = rcpt(sock, b"mentoring+t-%d@example.org" % number)
            say(sock, b"RSET\r\n")
        assert last.startswith(b"451")
        say(sock, b"XFORWARD ADDR=IPV6:2001:db8::1\r\n")
        say(sock, b"MAIL FROM:<s0@example.net>\r\n")
        assert rcpt(sock, KNOWN).startswith(b"250")
        say(sock, b"RSET\r\n")
        say(sock, b"XFORWARD ADDR=[UNAVAILABLE]\r\n")
        say(sock, b"MAIL FROM:<s0@example.net>\r\n")
        assert rcpt(sock, KNOWN).startswith(b"250")


def test_a_client_of_the_internet_cannot_choose_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailbot.gateways.smtp_sessions._is_loopback", lambda _address: False)
    with listening() as (port, _, _), talk(port) as sock:
        assert b"XFORWARD" not in hello(sock)
        for number in range(GUESSES + 1):
            say(sock, b"RSET\r\n")
            assert say(sock, b"XFORWARD ADDR=192.0.2.%d\r\n" % number).startswith(b"550 5.7.0")
            say(sock, b"MAIL FROM:<s%d@example.net>\r\n" % number)
            last = rcpt(sock, b"mentoring+t-%d@example.org" % number)
        assert last.startswith(b"451 4.7.1")
