from __future__ import annotations

import pytest

from mailbot.message.parse import parse
from mailbot.message.structure import MAX_LINES, MAX_MESSAGE_BYTES, children, head_of, parameter, read_tree, walk
from mailbot.model.limits import Limits
from tests.message.builders import mail


def nested_multiparts(depth: int) -> bytes:
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth))
    return mail(start="From: jane@example.net\r\n" + head.rstrip("\r\n"), body="\r\ndeep\r\n")


def nested_messages(depth: int) -> bytes:
    return b"From: jane@example.net\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * depth + b"\r\ndeep\r\n"


def many_parts(count: int) -> bytes:
    return mail("Content-Type: multipart/mixed; boundary=b", body="--b\r\n\r\n\r\n" * count + "--b--\r\n")


@pytest.mark.parametrize(
    ("raw", "over"),
    [
        (nested_multiparts(22), "depth"),
        (nested_multiparts(300), "depth"),
        (nested_multiparts(1000), "depth"),
        (nested_messages(22), "depth"),
        (nested_messages(1000), "depth"),
        (many_parts(501), "parts"),
        (many_parts(100_000), "parts"),
        (mail(*(f"X-{n}: y" for n in range(1001))), "headers"),
        (mail(*(f"X-{n}: {'y' * 10_000}" for n in range(11))), "headers"),
        (mail(body="\n" * (MAX_LINES + 1)), "lines"),
        (mail(body="\r" * (MAX_LINES + 1)), "lines"),
        (mail(body="x" * 26_214_400), "size"),
        (mail(f"To: {', '.join(f'a{n}@x.org' for n in range(201))}"), "addresses"),
        (mail(f"Cc: {', '.join(f'a{n}@x.org' for n in range(3_000))}"), "addresses"),
    ],
    ids=range(14),
)
def test_over_a_limit_only_the_headers_are_read(raw, over):
    message = parse(raw)
    assert (message.over_limit, message.size_bytes) == (over, len(raw))
    assert message.sender is not None
    assert message.sender.address == "jane@example.net"


def test_without_headers_nobody_can_be_told():
    for raw in (b"\n" * (MAX_LINES + 1), b"x" * (MAX_MESSAGE_BYTES + 1)):
        message = parse(raw, limits=Limits(message=10**12))
        assert message.over_limit in ("lines", "size")
        assert message.sender is None


@pytest.mark.parametrize(
    ("limits", "over"),
    [
        (Limits(message=200), "size"),
        (Limits(parts=2), "parts"),
        (Limits(depth=0), "depth"),
        (Limits(headers=3), "headers"),
        (Limits(addresses=1), "addresses"),
        (Limits(decoded=20), "decoded"),
        (Limits(), ""),
    ],
)
def test_each_limit_is_a_setting(limits, over):
    parts = "--b\r\n\r\nhi\r\n--b\r\nContent-Type: image/png\r\n\r\n" + "x" * 30 + "\r\n" + "--b\r\n\r\nx\r\n--b--\r\n"
    raw = mail("To: a@x.org, b@x.org", "Subject: x", "Content-Type: multipart/mixed; boundary=b", body=parts)
    assert parse(raw, limits=limits).over_limit == over


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\r\r"])
def test_a_head_ends_at_the_empty_line(end):
    assert head_of(f"From: a@b{end}words".encode()).strip() == b"From: a@b"
    assert head_of(b"From: a@b") == b"From: a@b"


@pytest.mark.parametrize(
    "raw", [nested_multiparts(20), nested_messages(20), many_parts(500), b"", b"\r\n", b"\x00" * 50, b"\n" * 500_000]
)
def test_within_the_limits_is_read(raw):
    assert parse(raw).size_bytes == len(raw)


def test_one_huge_header_is_empty_and_the_message_goes_on():
    message = parse(mail("Subject: " + "x" * 20_001, "To: bob@example.org"))
    assert message.subject == ""
    assert message.recipients == ("bob@example.org",)
    assert "header_too_long" in message.defects


def test_five_thousand_parameters_are_none():
    message = parse(mail("Content-Type: text/plain; " + "a=b; " * 3000))
    assert "too_many_parameters" in message.defects
    assert [line.text for line in message.bodies.plain][:1] == ["Hello"]


def test_messages_in_the_message_stay_shut_unless_asked():
    raw = mail(
        "Content-Type: multipart/mixed; boundary=b",
        body="--b\r\n\r\nhi\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: in\r\n\r\ninner\r\n--b--\r\n",
    )
    root, _ = read_tree(raw)
    assert [node.get_content_type() for node in walk(root)] == ["multipart/mixed", "text/plain", "message/rfc822"]
    assert len(list(walk(root, into_messages=True))) == 4
    assert children(next(walk(root)).get_payload()[0]) == []


@pytest.mark.parametrize(
    ("content_type", "value"),
    [
        ("text/plain; charset=utf-8", "utf-8"),
        ('text/plain; charset="utf-8"', "utf-8"),
        ("text/plain", ""),
        ("text/plain; charset*=utf-8''%C3%A4", "ä"),
        ("text/plain; charset*=nosuch''%C3%A4", ""),
        ("text/plain; charset*=''abc", "abc"),
    ],
)
def test_parameters(content_type, value):
    root, _ = read_tree(mail(f"Content-Type: {content_type}"))
    assert parameter(root, "charset") == value


def test_a_part_of_a_digest_is_a_message_unless_it_says_otherwise():
    body = "--b\r\n\r\nSubject: in\r\n\r\nx\r\n--b\r\nContent-Type: text/plain\r\n\r\ny\r\n--b--\r\n"
    root, _ = read_tree(mail("Content-Type: multipart/digest; boundary=b", body=body))
    assert [part.get_content_type() for part in children(root)] == ["message/rfc822", "text/plain"]
