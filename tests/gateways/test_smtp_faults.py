"""What a smart host can do wrong, and TLS and logins on Postfix with Dovecot's SASL."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.gateways.credentials import Credential, Password
from mailbot.gateways.failures import LoginRefused
from mailbot.gateways.smtp_connection import SmtpSettings
from mailbot.gateways.smtp_submission import SmtpSubmission
from mailbot.gateways.tls import TlsMode
from tests.gateways.mailboxes import SECRET, fresh_name
from tests.gateways.scripted_smtp import DROP, HANG, ScriptedSmtp, scripted
from tests.services.certificates import Certificates
from tests.services.postfix import Postfix
from tests.services.process import free_port
from tests.services.tokens import TokenServer

RAW = b"From: a@example.org\r\nSubject: x\r\n\r\nwords\r\n"


@contextmanager
def against(
    *scripts: Mapping[str, str], credential: Credential | None = None, **changes: Any
) -> Iterator[tuple[SmtpSubmission, ScriptedSmtp]]:
    with scripted(*scripts) as server:
        settings = {"host": "127.0.0.1", "port": server.port, "tls": TlsMode.NONE, "username": "user", **changes}
        submission = SmtpSubmission(SmtpSettings(**settings), credential)
        try:
            yield submission, server
        finally:
            submission.close()


def send(submission: SmtpSubmission, to: str = "b@example.net", raw: bytes = RAW) -> None:
    submission.send(envelope_from="a@example.org", envelope_to=to, raw=raw)


@pytest.mark.parametrize(
    ("script", "status"),
    [
        ({"MAIL": "550 5.7.1 no <a@example.org>"}, "5.7.1"),
        ({"RCPT": "550-5.1.1 nobody\r\n550 5.1.1 here"}, "5.1.1"),
        ({"RCPT": "550 nobody"}, "5.0.0"),
        ({"DATA": "554 5.5.0 no"}, "5.5.0"),
        ({"dot": "554 5.6.0 spam"}, "5.6.0"),
        ({"dot": "552 4.3.1 odd"}, "4.3.1"),
    ],
)
def test_5xx_is_permanent_with_its_status_alone_and_the_connection_is_kept(
    script: Mapping[str, str], status: str
) -> None:
    with against(script) as (submission, server):
        for _ in range(2):
            with pytest.raises(PermanentFailure) as caught:
                send(submission)
            assert str(caught.value) == status
        assert server.connections == 1
        assert server.commands.count("RSET") == 2


@pytest.mark.parametrize(
    ("script", "status"),
    [
        ({"MAIL": "452 4.3.1 full"}, "4.3.1"),
        ({"RCPT": "450 later"}, "4.0.0"),
        ({"DATA": "451 4.3.0 later"}, "4.3.0"),
        ({"dot": "451 4.7.1 greylisted b@example.net"}, "4.7.1"),
        ({"dot": "451 later", "RSET": DROP}, "4.0.0"),
    ],
)
def test_4xx_is_temporary_with_its_status_alone(script: Mapping[str, str], status: str) -> None:
    with against(script) as (submission, _server), pytest.raises(TemporaryFailure) as caught:
        send(submission)
    assert str(caught.value) == status


@pytest.mark.parametrize(
    "script",
    [
        {"greeting": "554 5.3.2 no service"}, {"greeting": "421 4.3.2 later"}, {"greeting": DROP}, {"EHLO": DROP},
        {"MAIL": DROP}, {"MAIL": "421 4.3.2 closing"}, {"RCPT": DROP}, {"DATA": DROP}, {"dot": DROP},
        {"DATA": "421 4.3.2 closing"}, {"dot": "421 4.3.2 closing"}, {"RCPT": "nonsense"}, {"dot": "nonsense"},
    ],
)  # fmt: skip
def test_a_smart_host_that_goes_away_is_temporary_and_the_next_message_gets_a_new_connection(
    script: Mapping[str, str],
) -> None:
    with against(script, {}) as (submission, server):
        with pytest.raises(TemporaryFailure) as caught:
            send(submission)
        assert "example" not in str(caught.value)
        send(submission)
        assert server.connections == 2


def test_a_kept_connection_that_was_dropped_is_retried_on_a_fresh_one_before_it_counts() -> None:
    with against({}) as (submission, server):
        send(submission)
        server.drop_all()
        send(submission)
        assert (server.connections, len(server.taken)) == (2, 2)


def test_the_retry_is_made_once() -> None:
    with against({}, {"MAIL": "421 4.3.2 closing"}, {}) as (submission, server):
        send(submission)
        server.drop_all()
        with pytest.raises(TemporaryFailure):
            send(submission)
        assert (server.connections, len(server.taken)) == (2, 1)
        send(submission)
        assert (server.connections, len(server.taken)) == (3, 2)


def test_silence_after_the_dot_is_temporary_and_never_sent_again_on_the_spot() -> None:
    with against({"dot": HANG}, {}, dot_timeout_seconds=0.2) as (submission, server):
        with pytest.raises(TemporaryFailure, match="no answer to the message's end"):
            send(submission)
        assert (server.connections, len(server.taken)) == (1, 1)


def test_a_250_lost_on_a_kept_connection_is_not_sent_again_on_the_spot() -> None:
    with against({"dot": DROP}, {}) as (submission, server):
        with pytest.raises(TemporaryFailure):
            send(submission)
        assert (server.connections, len(server.taken)) == (1, 1)


@pytest.mark.parametrize(
    "address",
    ["", "a", "a b@example.net", "a@example.net>\r\nRCPT TO:<c@example.net", "ä@example.net", "<a@example.net>"],
)
def test_an_address_that_could_say_more_than_an_address_is_refused(address: str) -> None:
    with against({}) as (submission, server):
        with pytest.raises(PermanentFailure, match=r"^5\.1\.3"):
            send(submission, to=address)
        if address:
            with pytest.raises(PermanentFailure, match=r"^5\.1\.3"):
                submission.send(envelope_from=address, envelope_to="b@example.net", raw=RAW)
        assert server.connections == 0


def test_no_name_of_this_machine_is_said_and_each_thread_has_its_own_connection() -> None:
    with against({}) as (submission, server):
        threads = [threading.Thread(target=send, args=(submission,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=30)
        send(submission)
        send(submission)
        assert (server.connections, len(server.taken)) == (4, 5)


def test_starttls_that_is_not_offered_is_no_reason_for_plain_text() -> None:
    with against({}, credential=Password(secret="s"), tls=TlsMode.STARTTLS) as (submission, server):
        with pytest.raises(TemporaryFailure, match="offers no STARTTLS"):
            send(submission)
        assert set(server.commands) <= {"EHLO", "QUIT"}


def test_a_login_that_is_refused_leaves_the_mail_waiting() -> None:
    for ehlo, auth in [
        ("250-smart\r\n250 AUTH PLAIN", "535 5.7.8 user no"), ("250-smart\r\n250 AUTH CRAM-MD5", ""), ("250 smart", ""),
    ]:  # fmt: skip
        script = {"EHLO": ehlo, "AUTH": auth}
        with against(script, credential=Password(secret="s")) as (submission, _), pytest.raises(LoginRefused) as caught:
            send(submission)
        assert "user no" not in str(caught.value)
    with against({"MAIL": "530 5.7.0 log in first"}) as (submission, _), pytest.raises(LoginRefused):
        send(submission)


def test_a_login_that_fails_for_now_is_temporary() -> None:
    for auth in ("454 4.7.0 later", DROP):
        script = {"EHLO": "250-smart\r\n250 AUTH PLAIN", "AUTH": auth}
        with against(script, credential=Password(secret="s")) as (submission, _):
            with pytest.raises(TemporaryFailure) as caught:
                send(submission)
            assert not isinstance(caught.value, LoginRefused)


def test_plain_text_is_for_this_machine_alone() -> None:
    with pytest.raises(ValueError, match="only for a server on this machine"):
        SmtpSettings(host="smtp.example.org", port=25, tls=TlsMode.NONE)


def test_nobody_there_is_temporary() -> None:
    settings = SmtpSettings(host="127.0.0.1", port=free_port(), tls=TlsMode.NONE)
    with pytest.raises(TemporaryFailure, match="nothing listens"):
        send(SmtpSubmission(settings, None))


class Tokens:
    def __init__(self, *tokens: str) -> None:
        self.left = list(tokens)

    def access_token(self, *, refused: str = "") -> str:
        return self.left.pop(0)


def real(
    postfix: Postfix, certificates: Certificates, tls: TlsMode, credential: Credential, user: str
) -> SmtpSubmission:
    port = postfix.tls_port if tls is TlsMode.REQUIRED else postfix.port
    return SmtpSubmission(
        SmtpSettings(
            host="localhost",
            port=port,
            tls=tls,
            username=user,
            authority_file=certificates.authority,
            timeout_seconds=30,
        ),
        credential,
    )


@pytest.mark.parametrize("tls", [TlsMode.REQUIRED, TlsMode.STARTTLS])
@pytest.mark.parametrize("kind", ["password", "token", "second_token"])
def test_postfix_takes_our_login_over_tls(
    postfix: Postfix, certificates: Certificates, token_server: TokenServer, tls: TlsMode, kind: str
) -> None:
    user = fresh_name()
    good = token_server.new_access_token(user)
    ways: dict[str, Credential] = {
        "password": Password(secret=SECRET), "token": Tokens(good), "second_token": Tokens("revoked", good),
    }  # fmt: skip
    submission = real(postfix, certificates, tls, ways[kind], user)
    send(submission, to=f"{user}@elsewhere.example", raw=RAW + b"\xe9\r\n")
    (sunk,) = postfix.sink.for_address(f"{user}@elsewhere.example")
    assert sunk.raw.endswith(b"words\r\n\xe9\r\n")
    submission.close()


@pytest.mark.parametrize("credential", [Password(secret="wrong"), Tokens("bad", "worse")])
def test_postfix_refuses_a_wrong_login(postfix: Postfix, certificates: Certificates, credential: Credential) -> None:
    user = fresh_name()
    with pytest.raises(LoginRefused) as caught:
        send(real(postfix, certificates, TlsMode.STARTTLS, credential, user))
    assert user not in str(caught.value)


@pytest.mark.parametrize("tls", [TlsMode.REQUIRED, TlsMode.STARTTLS])
def test_a_certificate_that_nobody_vouches_for_is_refused(postfix: Postfix, tls: TlsMode) -> None:
    port = postfix.tls_port if tls is TlsMode.REQUIRED else postfix.port
    submission = SmtpSubmission(SmtpSettings(host="localhost", port=port, tls=tls), None)
    with pytest.raises(TemporaryFailure, match="certificate is not trusted"):
        send(submission)
