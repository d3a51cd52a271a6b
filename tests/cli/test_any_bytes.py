"""`mailbot explain`: for any bytes at all there is one line of JSON for each file and exit code 0."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.desk import Desk
from tests.flows.town import OURS

NAMES = [
    "From", "To", "Cc", "Delivered-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Received",
    "Return-Path", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "MIME-Version", "X-Loop",
    "Authentication-Results", "Auto-Submitted", "Precedence", "Reply-To", "Sender", "List-Id", "",
]  # fmt: skip
VALUES = [
    OURS, "mentoring+t-aaaaaaaa@example.org", "=?utf-8?B?", "=?x-unknown?Q?=FF?=", "multipart/mixed; boundary=x",
    "multipart/report; report-type=delivery-status; boundary=x", "message/rfc822", "text/html; charset=utf-16",
    "text/plain; charset*0*=''%ff", "base64", "quoted-printable", "uuencode", "auto-replied", "<>", "Re: hello",
    "mx.example.org; dmarc=pass header.from=x", '"', "(((", "multipart/signed; boundary=", "a@b, c@d;", "\x00",
]  # fmt: skip
HEADER = st.builds(
    lambda name, value, end: f"{name}: ".encode() + value + end,
    st.sampled_from(NAMES),
    st.one_of(st.sampled_from([one.encode() for one in VALUES]), st.binary(max_size=40)),
    st.sampled_from([b"\r\n", b"\n", b"\r", b"\r\n\t", b""]),
)
BODY = st.one_of(
    st.binary(max_size=200),
    st.lists(
        st.sampled_from(
            [
                b"--x\r\n",
                b"--x--\r\n",
                b"\r\n",
                b"> 1. How satisfied",
                b"Answer 1:\r\n",
                b"4\r\n",
                b"STOP\r\n",
                b"<div><p>",
                b"<table" * 50,
                b"=\r\n",
                b"=C3=28",
                b"\xff\xfe",
                b"Content-Type: message/rfc822\r\n\r\n",
            ]
        ),
        max_size=12,
    ).map(b"".join),
)
LETTER = st.builds(lambda head, body: b"".join(head) + b"\r\n" + body, st.lists(HEADER, max_size=8), BODY)
FILES = st.lists(st.one_of(st.binary(max_size=300), LETTER), min_size=1, max_size=12)


def explained(desk: Desk, contents: list[bytes], *words: str | Path) -> None:
    paths = [desk.file(f"{number}.eml", raw) for number, raw in enumerate(contents)]
    said = desk.types("explain", *paths, *words, "--json")
    assert (said.code, said.err) == (0, "")
    assert [one["file"] for one in said.lines] == [str(path) for path in paths]
    assert "unexpected_failure" not in {one["reason"] for one in said.lines}


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES)
def test_any_bytes_on_a_store(desk: Desk, contents: list[bytes]) -> None:
    explained(desk, contents)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES)
def test_any_bytes_as_a_reply_to_a_questionnaire(desk: Desk, contents: list[bytes]) -> None:
    explained(desk, contents, "--questionnaire", desk.folder / "schedules" / "riverside.toml")


NASTY = {
    "nothing": b"",
    "one nul": b"\x00",
    "only line ends": b"\r\n" * 5000,
    "a long line": b"Subject: " + b"x" * 200_000 + b"\r\n\r\nbody",
    "no end of header": b"From: a@b\r\nTo: ",
    "deep parts": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(400)
    ),
    "deep messages": b"Content-Type: message/rfc822\r\n\r\n" * 400,
    "deep html": b"Content-Type: text/html\r\n\r\n" + b"<div>" * 20_000 + b"hello",
    "many headers": b"".join(b"X-%d: y\r\n" % number for number in range(20_000)) + b"\r\nhello",
    "a picture": bytes(range(256)) * 200,
    "utf-16 with a mark": "From: a@b.test\r\n\r\nhello".encode("utf-16"),
    "half of an encoded word": b"Subject: =?utf-8?B?4pyT\r\nFrom: =?utf-8?q?=F0=9F?= <a@b>\r\n\r\nhello",
    "a strange charset": b"Content-Type: text/plain; charset=klingon-8\r\n\r\n\xe9\xff",
    "lone surrogates": b"Content-Type: text/plain; charset=utf-7\r\n\r\n+2D0-",
    "surrogates by entity": b"Content-Type: text/html\r\n\r\n<p>&#xD83D; &#55357;</p>",
    "many recipients": b"To: " + b"a@b.test, " * 20_000 + b"\r\n\r\nhello",
}


@pytest.mark.parametrize("as_reply", [False, True])
def test_what_breaks_mail_programs(desk: Desk, as_reply: bool) -> None:
    words = ("--questionnaire", desk.folder / "schedules" / "riverside.toml") if as_reply else ()
    explained(desk, list(NASTY.values()), *words)
