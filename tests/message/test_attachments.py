"""Attachments: which parts they are, their bytes, and both in the same order."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.message.attachments import contents
from mailbot.message.parse import parse

PICTURE = bytes(range(256)) * 5
HEAD = b"From: Jane <jane@example.net>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"


def part(kind: str, body: bytes, encoding: str = "base64", name: str = "") -> bytes:
    coded = base64.encodebytes(body).replace(b"\n", b"\r\n") if encoding == "base64" else body
    disposition = f'Content-Disposition: attachment; filename="{name}"\r\n' if name else ""
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n{disposition}\r\n"
    return b"--b\r\n" + head.encode() + coded + b"\r\n"


def message(*parts: bytes) -> bytes:
    return HEAD + b"".join(parts) + b"--b--\r\n"


def test_each_attachment_comes_with_its_bytes_and_bodies_and_folded_messages_hold_none():
    raw = message(
        part("text/plain", b"Hello", "7bit"),
        part("image/jpeg", PICTURE, name="IMG_1.jpg"),
        part("message/rfc822", b"Subject: inside\r\n\r\nwords", "7bit"),
        part("text/plain", b"a note", "quoted-printable", name="note.txt"),
        part("application/pdf", b"%PDF-1.7", "x-nosuch"),
    )
    assert contents(raw) == (PICTURE, b"", b"a note", b"%PDF-1.7")
    assert [one.content_type for one in parse(raw).parts] == [
        "image/jpeg",
        "message/rfc822",
        "text/plain",
        "application/pdf",
    ]


def test_an_eight_bit_part_keeps_every_byte():
    raw = message(part("image/png", PICTURE.replace(b"\n", b"").replace(b"\r", b""), "8bit"))
    assert contents(raw) == (PICTURE.replace(b"\n", b"").replace(b"\r", b""),)


def test_what_wider_limits_have_accepted_is_read_too():
    assert contents(message(*[part("image/jpeg", b"x", name="a")] * 501)) == (b"x",) * 501


@settings(deadline=None)
@given(st.lists(st.sampled_from([
    part("text/plain", b"words", "7bit"),
    part("image/jpeg", PICTURE, name="a.jpg"),
    part("image/jpeg", PICTURE, "nonsense"),
    part("message/rfc822", b"Content-Type: image/png\r\n\r\nx", "7bit"),
    part("multipart/mixed", b"", "7bit"),
    part("multipart/related; boundary=c", b"--c\r\nContent-Type: image/gif\r\n\r\nGIF8\r\n--c--", "7bit"),
    part("text/html", b"<p>", "7bit", name="page.html"),
    b"--b\r\n\r\n\r\n",
    b"--b--\r\nepilogue\r\n",
])))  # fmt: skip
def test_there_are_as_many_contents_as_parts(parts):
    raw = message(*parts)
    read = parse(raw)
    assert len(contents(raw)) == len(read.parts)
    assert read.raw is raw


@pytest.mark.parametrize(
    ("headers", "addresses"),
    [
        (["To: Jo <Jo@Mail.example.net>, k@example.org"], ("jo@mail.example.net", "k@example.org")),
        (["To: a@example.org", "Cc: A@example.org, b@example.org"], ("a@example.org", "b@example.org")),
        (["To: Friends: a@example.org, (old) b@example.org;"], ("a@example.org", "b@example.org")),
        (["To: undisclosed-recipients:;"], ()),
        (["To: <<<a@example.org", 'Cc: "unclosed, b@example.org, @, a@, \x00'], ("a@example.org", "b@example.org")),
        (["To: a@example.org", "To: b@example.org"], ("a@example.org", "b@example.org")),
        (["Delivered-To: a@example.org", "Bcc: b@example.org"], ()),
    ],
)
def test_whom_the_writer_addressed(headers, addresses):
    raw = "\r\n".join(["From: Jane <jane@example.net>", *headers, "", "Hello"]).encode()
    assert parse(raw).addressed_to == addresses


def test_of_a_thousand_addresses_five_hundred_are_named():
    fields = b"".join(
        b"Cc: " + b", ".join(b"p%d@e.org" % n for n in range(at, at + 100)) + b"\r\n" for at in range(0, 1000, 100)
    )
    assert len(parse(b"From: Jane <jane@example.net>\r\n" + fields + b"\r\nHello").addressed_to) == 500
