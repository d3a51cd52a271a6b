from __future__ import annotations

import pytest

from mailbot.message.body_limits import MAX_BODY_CHARACTERS, MAX_BODY_LINES, cut_long_bodies
from mailbot.message.parse import parse
from mailbot.message.structure import read_tree
from tests.message.builders import mail

LONG = "x" * (MAX_BODY_CHARACTERS + 1)


@pytest.mark.parametrize(
    ("raw", "length"),
    [
        (mail(body=LONG), MAX_BODY_CHARACTERS),
        (mail("Content-Type: text/html", body=LONG), MAX_BODY_CHARACTERS),
        (mail(body="\n" * (MAX_BODY_LINES + 5)), MAX_BODY_LINES - 1),
    ],
    ids=["text", "html", "lines"],
)
def test_a_body_over_a_limit_is_cut_and_says_so(raw, length):
    root, _ = read_tree(raw)
    assert cut_long_bodies(root) == "body_cut"
    assert len(root.get_payload()) == length


@pytest.mark.parametrize(
    "raw",
    [
        mail(body="x" * MAX_BODY_CHARACTERS),
        mail(body="\n" * MAX_BODY_LINES),
        mail("Content-Type: text/csv", body=LONG),
        mail("Content-Disposition: attachment", body=LONG),
        mail("Content-Type: multipart/mixed; boundary=b", body="--b\r\n\r\nx\r\n--b--\r\n"),
    ],
    ids=range(5),
)
def test_everything_else_stays_whole(raw):
    root, _ = read_tree(raw)
    before = root.as_bytes()
    assert cut_long_bodies(root) == ""
    assert root.as_bytes() == before


def test_the_cut_is_among_the_defects():
    assert "body_cut" in parse(mail(body=LONG)).defects
