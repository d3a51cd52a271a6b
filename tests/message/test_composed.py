"""Our own messages are read back by a short way: it must see what the general parser sees, or nothing at all."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.errors import MalformedMessage
from mailbot.message import exposed
from mailbot.message.compose import compose
from mailbot.message.composed import composed_parts
from mailbot.model.outbound import Automation
from tests.message.builders import DRAFT, draft

LINES = st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\n\x00"), max_size=120)
TEXTS = st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=400)
RAW = compose(DRAFT)
INSERTED = (
    *(b"\r\n", b"\n", b"\r", b" ", b"\t", b":", b"--", b"\xff", b"=", b"\r\n\r\n", b"--=_boundary234567\r\n"),
    *(b"\r\n--=_boundary234567--\r\n", b"Content-Type: text/html\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n"),
    b"From x\r\n",
)


def seen(raw: bytes) -> tuple[exposed.View, ...] | str:
    try:
        return exposed.views(raw)
    except MalformedMessage as error:
        return str(error)


def seen_by_the_general_parser(raw: bytes) -> tuple[exposed.View, ...] | str:
    with patch.object(exposed, "composed_parts", return_value=None):
        return seen(raw)


@given(subject=LINES, name=LINES, text=TEXTS, html=TEXTS, automation=st.sampled_from(Automation))
def test_whatever_is_composed_is_seen_as_the_general_parser_sees_it(subject, name, text, html, automation):
    references = ("<o@example.org>",) * 9
    sent = draft(subject=subject, from_name=name, text=text, html=html, automation=automation, references=references)
    assert seen(compose(sent)) == seen_by_the_general_parser(compose(sent))


@given(at=st.integers(0, len(RAW)), gone=st.integers(0, 40), new=st.sampled_from(INSERTED) | st.binary(max_size=3))
@settings(max_examples=400)
def test_whatever_is_changed_in_it_is_seen_too(at, gone, new):
    raw = RAW[:at] + new + RAW[at + gone :]
    assert seen(raw) == seen_by_the_general_parser(raw)


def test_a_message_and_its_parts():
    parts = composed_parts(compose(draft(text="Zoë", html="<p>" + "ю" * 50)))
    assert parts is not None
    assert [(part.kind, part.content.decode()) for part in parts] == [
        ("", ""),
        ("plain", "Zoë\r\n"),
        ("html", "<p>" + "ю" * 50 + "\r\n"),
    ]
    assert parts[0].headers[:2] == (
        ("Date", "Tue, 05 Jan 2027 08:00:00 +0000"),
        ("From", "Your mentee Heron <mentoring+t-mzxw6ytboi4dcnrqgezdgnbv@example.org>"),
    )
    assert parts[2].headers == (
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Transfer-Encoding", "base64"),
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        compose(draft(html="")),
        RAW.replace(b"words", b"w\xc3\xb6rds"),
        RAW.replace(b"Hello\r\n", b"Hello\n"),
        RAW.replace(b"\r\nMIME", b"\r\n  MIME"),
        RAW.replace(b"MIME-Version: 1.0\r\n", b"Content-Language: en\r\n"),
        RAW.replace(b"MIME-Version", b"X: y\r\n" * 200 + b"MIME-Version"),
        RAW.replace(b"MIME-Version", b"X: " + b"y" * 20_000 + b"\r\nMIME-Version"),
        RAW.replace(b"multipart/alternative", b"multipart/mixed"),
        RAW.replace(b"Content-Type: multipart/alternative", b"Content-Typo: multipart/alternative").replace(
            b"MIME-Version", b"Content-Language"
        ),
        RAW.replace(b"Some words.", b"Some --=_boundary234567 words."),
        RAW.replace(b"\r\n\r\n--=_", b"\r\n\r\nx--=_", 1),
        RAW + b"x",
        RAW.replace(b"text/html", b"text/calendar"),
        RAW.replace(b"\r\n\r\n--=_boundary234567--", b"--=_boundary234567--"),
        RAW.replace(b"quoted-printable\r\n\r\nHello\r\n\r\nSome words.", b"base64\r\n\r\nHello"),
        RAW.replace(b"Hello", b"Hello" * 200_000),
    ],
)  # fmt: skip
def test_anything_else_is_left_to_the_general_parser(raw):
    assert composed_parts(raw) is None
    assert seen(raw) == seen_by_the_general_parser(raw)
