from __future__ import annotations

import smtplib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest

from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.gateways.smtp_listener import Arrival, Listener, ListenerSettings
from mailbot.gateways.smtp_sessions import ConnectionCaps
from tests.services.process import free_port

RAW = b"From: a@example.net\r\nSubject: x\r\n\r\n.dot\r\nwords \xe9\r\n"


@contextmanager
def listening(accept: Callable[[Arrival], None], **settings: Any) -> Iterator[int]:
    port = free_port()
    listener = Listener(ListenerSettings(**{"protocol": "lmtp", "host": "127.0.0.1", "port": port, **settings}), accept)
    listener.start()
    try:
        yield port
    finally:
        listener.stop()


@contextmanager
def talk(port: int) -> Iterator[socket.socket]:
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as sock:
        assert answer(sock).startswith(b"220 ")
        yield sock


def answer(sock: socket.socket, *, lines: int = 1) -> bytes:
    found = b""
    while found.count(b"\r\n") < lines:
        more = sock.recv(4096)
        if not more:
            break
        found += more
    return found


def say(sock: socket.socket, words: bytes, *, lines: int = 1) -> bytes:
    sock.sendall(words)
    return answer(sock, lines=lines)


def say_hello(sock: socket.socket, *recipients: bytes) -> None:
    sock.sendall(b"LHLO mx.example.org\r\n")
    while b"250 " not in answer(sock):
        pass
    assert say(sock, b"MAIL FROM:<w@example.net>\r\n").startswith(b"250")
    for recipient in recipients:
        assert say(sock, b"RCPT TO:<" + recipient + b">\r\n").startswith(b"250")
    assert say(sock, b"DATA\r\n").startswith(b"354")


@pytest.mark.parametrize(("protocol", "client_type"), [("lmtp", smtplib.LMTP), ("smtp", smtplib.SMTP)])
def test_a_message_arrives_with_its_envelope_byte_for_byte(protocol: str, client_type: type[smtplib.SMTP]) -> None:
    arrivals: list[Arrival] = []
    with listening(arrivals.append, protocol=protocol) as port, client_type("127.0.0.1", port, timeout=20) as client:
        client.ehlo_or_helo_if_needed()
        client.sendmail("", ["mentoring+t-abc@example.org"], RAW)
        client.sendmail("w@example.net", ["mentoring@example.org"], RAW)
    assert arrivals == [
        Arrival(envelope_sender="", envelope_recipients=("mentoring+t-abc@example.org",), raw=RAW),
        Arrival(envelope_sender="w@example.net", envelope_recipients=("mentoring@example.org",), raw=RAW),
    ]


def test_lmtp_answers_once_for_each_recipient_that_it_took() -> None:
    arrivals: list[Arrival] = []
    with listening(arrivals.append) as port, talk(port) as sock:
        say_hello(sock, b"one@example.org", b"two@example.org")
        assert say(sock, RAW + b".\r\n", lines=2) == b"250 2.0.0 Taken\r\n" * 2
        assert say(sock, b"NOOP\r\n").startswith(b"250")
    assert [one.envelope_recipients for one in arrivals] == [("one@example.org", "two@example.org")]


def test_a_message_that_is_too_big_is_refused_for_each_recipient() -> None:
    arrivals: list[Arrival] = []
    with listening(arrivals.append, max_message_bytes=1000) as port, talk(port) as sock:
        say_hello(sock, b"one@example.org", b"two@example.org")
        refused = say(sock, b"x" * 70 + b"\r\n" + (b"y" * 70 + b"\r\n") * 20 + b".\r\n", lines=2)
        assert [line[:3] for line in refused.splitlines()] == [b"552", b"552"]
        assert say(sock, b"NOOP\r\n").startswith(b"250")
    assert arrivals == []


def test_250_is_said_only_after_accept_has_returned() -> None:
    entered, may_return = threading.Event(), threading.Event()

    def accept(_arrival: Arrival) -> None:
        entered.set()
        assert may_return.wait(20)

    with listening(accept) as port, talk(port) as sock:
        say_hello(sock, b"one@example.org")
        sock.sendall(RAW + b".\r\n")
        assert entered.wait(20)
        sock.settimeout(0.1)
        with pytest.raises(TimeoutError):
            sock.recv(100)
        with talk(port) as other:  # the loop is free meanwhile
            assert say(other, b"NOOP\r\n").startswith(b"250")
        may_return.set()
        sock.settimeout(20)
        assert answer(sock).startswith(b"250")


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (TemporaryFailure("the database is busy"), b"451 4.3.0"),
        (OSError(28, "No space left on device"), b"451 4.3.0"),
        (RuntimeError("one@example.org"), b"451 4.3.0"),
        (PermanentFailure("never"), b"550 5.7.1"),
    ],
)
def test_a_failure_is_no_250_and_says_nothing_about_itself(fault: Exception, code: bytes) -> None:
    def accept(_arrival: Arrival) -> None:
        raise fault

    with listening(accept) as port, talk(port) as sock:
        say_hello(sock, b"one@example.org")
        reply = say(sock, RAW + b".\r\n")
        assert reply.startswith(code)
        assert str(fault).encode() not in reply
        assert say(sock, b"NOOP\r\n").startswith(b"250")


@pytest.mark.parametrize(
    "end",
    [
        b"\n.\n", b"\n.\r\n", b"\r\n.\n", b"\r.\r", b"\r\n.\r", b"\r.\r\n", b"\n.\r", b"\0\n.\r\n", b"\r\0\n.\r\n",
        b"\r\n.\r\r\n",
    ],
)  # fmt: skip
def test_nothing_can_be_smuggled_behind_a_false_end(end: bytes) -> None:
    arrivals: list[Arrival] = []
    with listening(arrivals.append) as port, talk(port) as sock:
        say_hello(sock, b"one@example.org")
        smuggled = b"MAIL FROM:<evil@example.net>\r\nRCPT TO:<two@example.org>\r\nDATA\r\nworse\r\n.\r\n"
        sock.sendall(b"Subject: x\r\n\r\nwords" + end + smuggled)
        assert answer(sock).startswith(b"550 5.6.0")
    assert arrivals == []


def test_too_many_recipients_and_too_many_commands_are_stopped() -> None:
    with listening(lambda _arrival: None, recipients=2) as port, talk(port) as sock:
        sock.sendall(b"LHLO a.example\r\n")
        while b"250 " not in answer(sock):
            pass
        say(sock, b"MAIL FROM:<w@example.net>\r\n")
        codes = [say(sock, b"RCPT TO:<n%d@example.org>\r\n" % number)[:3] for number in range(3)]
        assert codes == [b"250", b"250", b"452"]
        replies = [say(sock, b"VRFY <x@example.org>\r\n")[:3] for _ in range(21)]
        assert replies[-1] == b"421"


def test_a_connection_beyond_the_cap_is_turned_away_and_room_comes_back() -> None:
    with listening(lambda _arrival: None, connections=2) as port, talk(port), talk(port) as second:
        with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as third:
            assert answer(third).startswith(b"421 4.3.2")
            assert third.recv(10) == b""
        assert say(second, b"QUIT\r\n").startswith(b"221")
        assert second.recv(10) == b""
        with talk(port) as again:
            assert say(again, b"NOOP\r\n").startswith(b"250")


def test_one_address_has_fewer_connections_than_all_together() -> None:
    caps = ConnectionCaps(total=5, per_address=2)
    assert [caps.admit("192.0.2.1") for _ in range(3)] == [True, True, False]
    assert [caps.admit("127.0.0.1") for _ in range(3)] == [True, True, True]  # loopback has no cap of its own
    assert not caps.admit("192.0.2.2")
    caps.leave("192.0.2.1")
    assert caps.admit("192.0.2.1")
    caps.leave("127.0.0.1")
    assert caps.admit("odd")


def test_a_silent_connection_is_closed() -> None:
    with listening(lambda _arrival: None, timeout_seconds=0.2) as port, talk(port) as sock:
        assert sock.recv(100) == b""


def test_a_port_that_is_taken_is_a_temporary_failure() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        settings = ListenerSettings(protocol="smtp", host="127.0.0.1", port=taken.getsockname()[1])
        listener = Listener(settings, lambda _arrival: None)
        with pytest.raises(TemporaryFailure, match="could not open its port"):
            listener.start()
        listener.stop()
