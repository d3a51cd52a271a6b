"""Bodies as lines: which parts count, which charset, where they are joined."""

from __future__ import annotations

import email
from email.message import Message

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.message import body_parts
from mailbot.message.body_parts import body_kind
from mailbot.message.body_text import read_bodies

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
        ("Content-Type: text/markdown", "plain"),
        ("Content-Type: text/enriched", "enriched"),
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


def test_more_parts_than_the_limit_are_named(monkeypatch):
    monkeypatch.setattr(body_parts, "MAX_LEAVES", 1)
    bodies = read_bodies(parsed(multipart("mixed", part("text/plain", "one"), part("text/plain", "two"))))
    assert (texts(bodies.plain), bodies.defects) == (["one"], ("too_many_parts",))


def test_a_charset_with_more_behind_it_is_read_with_what_is_meant():
    bodies = read_bodies(parsed(b'Content-Type: text/plain; charset="utf-8; format=flowed"\n\ncaf\xc3\xa9 \ntwo'))
    assert (texts(bodies.plain), bodies.defects) == (["café two"], ())


def test_a_page_can_name_its_charset_where_its_part_names_none():
    page = '<meta http-equiv=Content-Type content="text/html; charset=windows-1251"><p>да</p>'
    bodies = read_bodies(parsed(b"Content-Type: text/html\n\n" + page.encode("cp1251")))
    assert (texts(bodies.html), bodies.defects) == (["да"], ())
    declared = b"Content-Type: text/html; charset=koi8-r\n\n" + page.encode("koi8-r")
    assert texts(read_bodies(parsed(declared)).html) == ["да"]


def test_text_that_was_encoded_twice_is_named():
    assert read_bodies(parsed("Content-Type: text/plain; charset=utf-8\n\ncafÃ©")).defects == ("doubly_encoded",)


def test_a_page_that_calls_itself_text_is_a_page():
    bodies = read_bodies(parsed("Content-Type: text/plain\n\n <!DOCTYPE HTML><p>one</p>"))
    assert (texts(bodies.plain), texts(bodies.html)) == ([], ["one"])


def test_text_that_calls_itself_a_page_keeps_its_lines():
    assert texts(read_bodies(parsed("Content-Type: text/html\n\none\n> two")).html) == ["one", "two"]


def test_enriched_text_is_read_alone_and_not_beside_its_alternative():
    enriched = "<bold>one</bold>\ntwo\n\n<color><param>red</param>3 << 4</color> <"
    alone = read_bodies(parsed(f"Content-Type: text/enriched\n\n{enriched}"))
    assert texts(alone.plain) == ["one two", "3 < 4 <"]
    beside = multipart("alternative", part("text/plain", "one"), part("text/enriched", "two"))
    assert texts(read_bodies(parsed(beside)).plain) == ["one"]
    only = multipart("alternative", part("text/enriched", "two"))
    assert texts(read_bodies(parsed(only)).plain) == ["two"]


def test_a_digest_and_a_report_have_no_body_of_those_inside():
    digest = multipart("digest", "--b\n\nSubject: in\n\ninner\n")
    assert read_bodies(parsed(digest)).plain == ()
    report = multipart("report", part("text/plain", "mine"), part("message/delivery-status", "Status: 5.0.0\n"))
    assert texts(read_bodies(parsed(report)).plain) == ["mine"]


def test_alternatives_inside_related_inside_mixed_are_found():
    alternative = 'Content-Type: multipart/alternative; boundary="d"\n\n--d\n\none\n--d\nContent-Type: text/html\n\n'
    alternative += "<p>two</p>\n--d--\n"
    related = f'Content-Type: multipart/related; boundary="c"\n\n--c\n{alternative}\n--c\nContent-Type: image/png\n\n'
    bodies = read_bodies(parsed(multipart("mixed", f"--b\n{related}x\n--c--\n", part("application/pdf", "x"))))
    assert (texts(bodies.plain), texts(bodies.html)) == (["one"], ["two"])


def test_a_page_between_texts_is_seen_among_them():
    mixed = multipart("mixed", part("text/plain", "one"), part("text/html", "<p>two</p>"), part("text/plain", "three"))
    bodies = read_bodies(parsed(mixed))
    assert texts(bodies.plain) == texts(bodies.html) == ["one", "", "two", "", "three"]


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
