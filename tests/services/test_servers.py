from __future__ import annotations

import smtplib

import psycopg
import pytest

from tests.services.dovecot import Dovecot
from tests.services.postfix import Postfix
from tests.services.process import need

RAW = b"From: a@example.net\r\nTo: b@example.org\r\nSubject: hello\r\n\r\nwords\r\n"


def test_dovecot_keeps_the_whole_plus_address(dovecot: Dovecot) -> None:
    dovecot.deliver("plus-keeper+t-abc@example.org", RAW)
    (raw,) = dovecot.read("plus-keeper")
    assert b"Delivered-To: plus-keeper+t-abc@example.org\r\n" in raw
    assert b"Authentication-Results: mx.test.example; dmarc=pass header.from=example.net\r\n" in raw


def test_postfix_hands_everything_to_the_sink(postfix: Postfix) -> None:
    with smtplib.SMTP(postfix.host, postfix.port, timeout=30) as client:
        client.sendmail("bounce@example.org", ["through-postfix@elsewhere.example"], RAW)
    (sunk,) = postfix.sink.for_address("through-postfix@elsewhere.example")
    assert sunk.envelope_from == "bounce@example.org"
    assert b"\r\nwords\r\n" in sunk.raw


def test_postgres_runs_as_somebody_without_privileges(postgres_url: str) -> None:
    with psycopg.connect(postgres_url.replace("+psycopg", "")) as connection:
        shown = connection.execute("SHOW data_directory").fetchone()
        assert shown is not None
        assert shown[0].startswith("/tmp/mailbot-postgres-")
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_a_server_that_is_missing_is_a_skip_with_its_reason_or_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAILBOT_REQUIRE_SERVICES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="Dovecot: it is not installed"):
        need("Dovecot", "it is not installed")
    monkeypatch.setenv("MAILBOT_REQUIRE_SERVICES", "1")
    with pytest.raises(pytest.fail.Exception, match="Dovecot: it is not installed"):
        need("Dovecot", "it is not installed")
