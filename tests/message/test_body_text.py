"""Bodies as lines: which parts count, which charset, where they are joined."""

from __future__ import annotations

import email
from email.message import Message

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.message import body_text
from mailbot.message.body_text import body_kind, read_bodies

PIECES = (
    "Content-Type: ", "text/plain", "text/html", "multipart/mixed", "; boundary=", '"', "b", "\n", "\n\n",
    "--b", "--", "; charset=", "utf-16", "hex", "*0*=", "''", "; format=flowed", "Content-Transfer-Encoding: ",
    "base64", "x-uuencode", "quoted-printable", "=", "ÿ", "\x00", "<p>", "</", "> ", "message/rfc822",
    "Content-Disposition: ", "attachment",
)  # fmt: skip


def parsed(text):
    raw = text if isinstance(text, bytes) else text.encode()
    return email.message_from_bytes(raw)


def texts(lines):
    return [line.text for line in lines]


def part(kind, body, more=""):
    return f"--b\nContent-Type: {kind}\n{more}\n{body}\n"


def multipart(kind, *parts):
    return f'Content-Type: multipart/{kind}; boundary="b"\n\n' + "".join(parts) + "--b--\n"


def test_each_alternative_stands_alone():
    bodies = read_bodies(parsed(multipart("alternative", part("text/plain", "one"), part("text/html", "<p>two</p>"))))
    assert (texts(bodies.plain), texts(bodies.html)) == (["one"], ["two"])


def test_several_text_parts_are_joined_in_order():
    image = part("image/png", "AAAA", "Content-Transfer-Encoding: base64\n")
    bodies = read_bodies(parsed(multipart("mixed", part("text/plain", "one"), image, part("text/plain", "two"))))
    assert texts(bodies.plain) == ["one", "", "two"]
    assert bodies.html == ()


def test_a_part_outside_the_alternative_is_seen_by_both():
    inner = 'Content-Type: multipart/alternative; boundary="c"\n\n--c\n\none\n--c\nContent-Type: text/html\n\n'
    inner += "<p>one</p>\n--c--\n"
    bodies = read_bodies(parsed(multipart("mixed", f"--b\n{inner}\n", part("text/plain", "footer"))))
    assert texts(bodies.plain) == ["one", "", "footer"]
    assert texts(bodies.html) == ["one", "", "footer"]


def test_attachments_and_attached_messages_are_left_out():
    attached = part("text/plain", "file", "Content-Disposition: attachment; filename=a.txt\n")
    message = part("message/rfc822", "Subject: x\n\ninner")
    bodies = read_bodies(parsed(multipart("mixed", part("text/plain", "mine"), attached, message)))
    assert texts(bodies.plain) == ["mine"]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ("Content-Type: text/plain", "plain"),
        ("", "plain"),
        ("Content-Type: text/html; charset=x", "html"),
        ("Content-Type: text/calendar", ""),
        ("Content-Type: text/plain\nContent-Disposition: ATTACHMENT", ""),
        ("Content-Type: text/plain\nContent-Disposition: inline; filename=x.txt", "plain"),
    ],
)
def test_which_leaf_is_a_body(headers, expected):
    assert body_kind(parsed(f"{headers}\n\nx")) == expected


def test_a_disposition_that_breaks_the_parser_is_no_attachment(monkeypatch):
    def broken(self):
        raise ValueError

    monkeypatch.setattr(Message, "get_content_disposition", broken)
    assert body_kind(parsed("\n\nx")) == "plain"


def test_a_parameter_that_breaks_the_parser_counts_as_absent(monkeypatch):
    def broken(self, *args, **kwargs):
        raise IndexError if args == ("never",) else LookupError

    monkeypatch.setattr(Message, "get_param", broken)
    assert texts(read_bodies(parsed("Content-Type: text/plain; format=flowed\n\na \nb")).plain) == ["a ", "b"]


def test_a_part_that_cannot_be_decoded_is_named(monkeypatch):
    def broken(self, *args, **kwargs):
        if kwargs.get("decode"):
            raise ValueError
        return "x"

    monkeypatch.setattr(Message, "get_payload", broken)
    bodies = read_bodies(parsed("\n\nx"))
    assert (texts(bodies.plain), bodies.defects) == ([""], ("undecodable_part",))


def test_flowed_lines_are_joined_and_delsp_is_honoured():
    body = "one \ntwo\n"
    assert texts(read_bodies(parsed(f"Content-Type: text/plain; format=flowed\n\n{body}")).plain) == ["one two", ""]
    assert texts(read_bodies(parsed(f"Content-Type: text/plain; format=Flowed; delsp=Yes\n\n{body}")).plain) == [
        "onetwo",
        "",
    ]


def test_a_parameter_in_rfc_2231_form_is_read():
    bodies = read_bodies(parsed("Content-Type: text/plain; charset*=us-ascii'en'utf-8\n\nx"))
    assert (texts(bodies.plain), bodies.defects) == (["x"], ())


def test_a_wrong_charset_is_named_and_the_text_is_right():
    bodies = read_bodies(parsed(b"Content-Type: text/plain; charset=us-ascii\n\ncaf\xe9"))
    assert (texts(bodies.plain), bodies.defects) == (["café"], ("charset",))


def test_struck_words_are_set_aside():
    assert read_bodies(parsed("Content-Type: text/html\n\n<p>4 <s>5</s></p>")).struck == ("5",)


def test_a_body_beyond_the_limit_is_cut(monkeypatch):
    monkeypatch.setattr(body_text, "MAX_CHARACTERS", 5)
    bodies = read_bodies(parsed("\nabc\nabc\nabc"))
    assert (texts(bodies.plain), bodies.defects) == (["abc"], ("body_cut",))


def test_more_parts_than_the_limit_are_named(monkeypatch):
    monkeypatch.setattr(body_text, "MAX_LEAVES", 1)
    bodies = read_bodies(parsed(multipart("mixed", part("text/plain", "one"), part("text/plain", "two"))))
    assert (texts(bodies.plain), bodies.defects) == (["one"], ("too_many_parts",))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=60,
    )
)
def test_no_bytes_raise(pieces):
    bodies = read_bodies(email.message_from_bytes("".join(pieces).encode("latin-1")))
    assert all("\n" not in line.text for line in bodies.plain)
