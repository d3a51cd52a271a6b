from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from mailbot.errors import MailbotError, PermanentFailure, TemporaryFailure
from mailbot.flows.ports import Submission
from mailbot.gateways.smtp_connection import SmtpSettings
from mailbot.gateways.smtp_submission import SmtpSubmission
from mailbot.gateways.tls import TlsMode
from tests.services.fakes import FakeSubmission
from tests.services.postfix import Postfix
from tests.services.sink import Sink

REFUSED, LATER = "refused@bad.example", "later@busy.example"  # what tests/services/postfix.py refuses
HEAD = b"From: a@example.org\r\nTo: b@example.net\r\nSubject: x\r\nMessage-ID: <1@example.org>\r\n\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    submission: Submission
    received: Callable[[str, int], list[tuple[str, bytes]]]


@pytest.fixture(params=["fake", "aiosmtpd", pytest.param("postfix", marks=pytest.mark.services)])
def setting(request: pytest.FixtureRequest) -> Iterator[Setting]:
    if request.param == "fake":
        fake = FakeSubmission()
        fake.refuse(REFUSED, PermanentFailure("5.1.1"))
        fake.refuse(LATER, TemporaryFailure("4.7.1"))
        yield Setting(
            submission=fake,
            received=lambda to, _count: [(s.envelope_from, s.raw) for s in fake.sent if s.envelope_to == to],
        )
        return
    sink: Sink = request.getfixturevalue("sink")
    if request.param == "aiosmtpd":
        port = sink.port
        sink.refusals.update({REFUSED: "550 5.1.1 no such user", LATER: "451 4.7.1 try again"})
    else:
        postfix: Postfix = request.getfixturevalue("postfix")
        port = postfix.port
    submission = SmtpSubmission(SmtpSettings(host="127.0.0.1", port=port, tls=TlsMode.NONE, timeout_seconds=30), None)
    yield Setting(
        submission=submission,
        received=lambda to, count: [(s.envelope_from, s.raw) for s in sink.for_address(to, count=count)],
    )
    submission.close()


def fresh_address() -> str:
    return f"{uuid.uuid4().hex}@elsewhere.example"


@pytest.mark.parametrize("envelope_from", ["mentoring+b-abc@example.org", ""])
def test_what_was_sent_arrives_with_its_envelope(setting: Setting, envelope_from: str) -> None:
    to = fresh_address()
    body = b".dot\r\n..two\r\n\r\nend\r\n"
    setting.submission.send(envelope_from=envelope_from, envelope_to=to, raw=HEAD + body)
    ((sender, raw),) = setting.received(to, 1)
    assert sender == envelope_from
    assert raw.endswith(b"\r\n\r\n" + body)
    assert b"Message-ID: <1@example.org>\r\n" in raw


def test_several_messages_go_over_one_connection_after_another(setting: Setting) -> None:
    to = fresh_address()
    for number in range(5):
        setting.submission.send(envelope_from="a@example.org", envelope_to=to, raw=HEAD + b"%d\r\n" % number)
    assert sorted(raw[-3:-2] for _, raw in setting.received(to, 5)) == [b"0", b"1", b"2", b"3", b"4"]


def test_a_refusal_is_permanent_and_says_only_its_status(setting: Setting) -> None:
    with pytest.raises(PermanentFailure) as caught:
        setting.submission.send(envelope_from="a@example.org", envelope_to=REFUSED, raw=HEAD)
    assert str(caught.value) == "5.1.1"


def test_a_4xx_is_temporary_and_says_only_its_status(setting: Setting) -> None:
    with pytest.raises(TemporaryFailure) as caught:
        setting.submission.send(envelope_from="a@example.org", envelope_to=LATER, raw=HEAD)
    assert str(caught.value) == "4.7.1"


def test_the_next_message_goes_out_after_a_refusal(setting: Setting) -> None:
    to = fresh_address()
    for unwilling in (REFUSED, LATER):
        with pytest.raises((PermanentFailure, TemporaryFailure)):
            setting.submission.send(envelope_from="a@example.org", envelope_to=unwilling, raw=HEAD)
    setting.submission.send(envelope_from="a@example.org", envelope_to=to, raw=HEAD + b"after\r\n")
    assert len(setting.received(to, 1)) == 1


@pytest.mark.parametrize("bad", [b"a\nb\r\n", b"a\rb\r\n", b"\n.\r\nMAIL FROM:<x@y.example>\r\n", b"a\r\r\n", b"\r"])
def test_bare_line_ends_never_reach_the_wire(setting: Setting, bad: bytes) -> None:
    with pytest.raises(PermanentFailure, match=r"^5\.6\.0"):
        setting.submission.send(envelope_from="a@example.org", envelope_to=fresh_address(), raw=HEAD + bad)


def test_threads_send_at_the_same_time(setting: Setting) -> None:
    to = fresh_address()
    faults: list[Exception] = []

    def send(number: int) -> None:
        try:
            for turn in range(3):
                raw = HEAD + b"%d-%d\r\n" % (number, turn)
                setting.submission.send(envelope_from="a@example.org", envelope_to=to, raw=raw)
        except MailbotError as error:
            faults.append(error)

    threads = [threading.Thread(target=send, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert faults == []
    assert len({raw[-5:] for _, raw in setting.received(to, 12)}) == 12


def test_close_twice_is_no_fault(setting: Setting) -> None:
    setting.submission.close()
    setting.submission.close()
