"""Transfer encodings, whole and damaged."""

from __future__ import annotations

import base64
import email

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.message.contents import content, from_base64
from mailbot.message.structure import read_tree
from tests.message.builders import mail

WORDS = "Réponse 3: oui, très bien.\n".encode()
CODED = base64.b64encode(WORDS)


@pytest.mark.parametrize(
    ("encoding", "body", "raw"),
    [
        ("7bit", "caf\u00e9", "caf\u00e9".encode()),
        ("base64", "aGVsbG8=", b"hello"),
        ("Base64 ; x", "aGVs\r\nbG8", b"hello"),
        ("base64", "aGVsb", b"hel"),
        ("quoted-printable", "caf=C3=A9 =", "caf\u00e9 ".encode()),
        ("quoted-printable", "1=very good =ZZ =\r\nx=3", b"1=very good =ZZ x=3"),
        ("nosuch", "as it is", b"as it is"),
        ("x-uuencode", "begin 644 a\r\n#0V%T\r\n~~~\r\n`\r\nend\r\n", b"Cat"),
    ],
)
def test_contents(encoding, body, raw):
    root, _ = read_tree(
        mail(f"Content-Transfer-Encoding: {encoding}", "Content-Type: text/plain; charset=undefined", body=body)
    )
    assert content(root) == raw


def test_only_the_beginning_is_decoded_where_that_is_enough():
    root, _ = read_tree(mail("Content-Transfer-Encoding: base64", body="aGVsbG8gd29ybGQ="))
    assert content(root, most=8) == b"hello "


def test_a_multipart_has_no_content_of_its_own():
    assert content(email.message_from_bytes(b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n")) == b""


@pytest.mark.parametrize(
    ("coded", "raw"),
    [
        (b"", b""),
        (CODED, WORDS),
        (CODED[:9] + b"\r\n \t" + CODED[9:], WORDS),
        (CODED[:9] + b"!" + CODED[9:], WORDS),
        (CODED.replace(b"+", b"-").replace(b"/", b"_"), WORDS),
        (base64.b64encode(b"one") + base64.b64encode(b"four") + base64.b64encode(b"six"), b"onefoursix"),
        (b"Answer 3: very good, thank you.", b"Answer 3: very good, thank you."),
        (b"yes and no\r\nor maybe", b"yes and no\r\nor maybe"),
        (CODED + b"\r\n\r\nSent by a gateway, as I said.\r\n", WORDS + b"\nSent by a gateway, as I said.\r\n"),
        (b"\r\n  \r\n1. yes, 2. no", b"1. yes, 2. no"),
        (b"=====", b""),
    ],
    ids=range(11),
)  # fmt: skip
def test_damaged_base64_gives_what_is_in_it(coded, raw):
    assert from_base64(coded) == raw


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded(raw):
    assert from_base64(base64.b64encode(raw)) == raw
    assert isinstance(from_base64(raw), bytes)
