from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.errors import MalformedMessage
from mailbot.message import parse as parsing
from mailbot.message.parse import parse
from tests.message.builders import mail

# Random bytes find nothing: headers are built of what header parsers stumble over.
marks = st.sampled_from(
    [*'<>@[]"=?;:,().\\ \t', "\r\n ", "\x00", "a", "b.org", "=?utf-8?q?", "?=", "ü", "=0d=0a", "''", "*"]
)
values = st.lists(marks, max_size=40).map("".join)
names = st.sampled_from(
    [
        *(
            "From",
            "To",
            "Cc",
            "Subject",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Date",
            "Return-Path",
            "Precedence",
        ),
        *("Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Authentication-Results", "X-Loop", ""),
        *(
            "Delivered-To",
            "X-Original-To",
            "X-Failed-Recipients",
            "From ",
            "MIME-Version",
            "Received",
            "Auto-Submitted",
        ),
    ],
)
types = st.sampled_from(
    [
        "text/plain",
        "text/html; charset=",
        "text/plain; charset=undefined",
        "text/plain; charset*=",
        "multipart/mixed; boundary=b",
        "multipart/report; report-type=",
        "multipart/encrypted; boundary=",
        "message/rfc822",
        "message/delivery-status",
        "application/ms-tnef",
        "x",
    ],
)
headers = st.one_of(
    st.tuples(names, values).map(lambda pair: f"{pair[0]}: {pair[1]}"),
    st.tuples(types, values).map(lambda pair: f"Content-Type: {pair[0]}{pair[1]}"),
)
bodies = st.lists(
    st.sampled_from(["--b", "--b--", "", "Content-Type: message/rfc822", "text", "=", "=3D=", "%", "<p>", "\x00"])
)


@settings(max_examples=400, deadline=None)
@given(st.lists(headers, max_size=12), bodies, st.sampled_from(["\r\n", "\n", "\r"]))
def test_whatever_stands_in_the_headers_it_is_read_without_an_exception(head, body, line_end):
    raw = line_end.join([*head, "", *body]).encode("utf-8", "surrogateescape")
    message = parse(raw, trusted_authserv_ids=("", "a", "b.org"))
    assert message.size_bytes == len(raw)
    shown = (
        message.subject,
        *message.recipients,
        *message.defects,
        *message.own_loop_marks,
        message.envelope_sender or "",
    )
    assert all(text.encode("utf-8") is not None for text in shown)  # no lone surrogate reaches a table
    assert message.sender is None or message.sender.address.count("@") == 1


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_bytes_of_any_kind(raw):
    assert parse(raw).size_bytes == len(raw)


@pytest.mark.parametrize(
    "header",
    [
        "From: =?utf-8?q?a=0d=0aBcc:_x=40y?= <ok@y.org>",
        "Message-ID: <>",
        "Message-ID: <",
        "Message-ID: <[",
        "Message-ID: <[[[",
        "From: a@[",
        "From: " + "(" * 2000,
        "From: team: a@b.org;",
        "From: " + "=?utf-8?q?a?=" * 1500,
        "To: " + ", ".join(f"a{n}@example.org" for n in range(1000)),
        "Subject: " + "=?utf-8?q?a?= " * 1400,
        "Content-Type: text/plain; charset=nosuch",
        "Content-Type: multipart/mixed",
        "Content-Type: multipart/mixed; boundary=",
        "Content-Type: multipart/report; report-type*=x'y'z",
        "Content-Type: text/plain; " + "a=b; " * 90,
        "Content-Type: text/plain; charset=" + '"' * 999,
        "Content-Disposition: attachment; filename*0=a; filename*2=b; filename*=c",
        "Content-Disposition: attachment; filename*=\xff''x",
        "Authentication-Results: " + "(" * 9000,
        "Authentication-Results: " + '";="' * 4000,
        "References: " + "<" * 19_000,
        "References: " + "<a@b> " * 3000,
        "Date: " + "9" * 10_000,
        "Date: Mon, 01 Jan 0000 00:00:00 +0000",
    ],
    ids=range(25),
)
def test_inputs_that_make_other_parsers_raise_or_hang(header):
    assert parse(mail(header, start="X: y"), trusted_authserv_ids=("a",)).size_bytes


def test_a_fault_nobody_foresaw_is_the_messages_own(monkeypatch):
    def break_down(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(parsing, "read_bodies", break_down)
    with pytest.raises(MalformedMessage, match="RecursionError"):
        parse(mail())


def test_a_plain_reply_as_values():
    message = parse(
        mail(
            "Received: from a",
            "Received: from b",
            "X-Loop: loopmark",
            "X-Loop: ü",
            "Subject: Re: Your form",
        ),
    )
    assert message.received_count == 2
    assert message.own_loop_marks == ("loopmark", "ü")
    assert message.subject == "Re: Your form"
    assert message.automatic == ""
    assert message.delivery == ()
    assert message.unreadable == ""
    assert message.parts == ()
    assert message.defects == ()
    assert message.bodies.plain[0].text == "Hello"


def test_what_the_parser_noted_is_among_the_defects():
    assert "MissingHeaderBodySeparatorDefect" in parse(b"From: a@b.org\r\nno header\r\n\r\nx").defects
