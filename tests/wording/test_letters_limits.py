"""What is said of each limit: the number where it helps, and what to do."""

from __future__ import annotations

import re

import pytest

from mailbot.wording.letters import OverLimit
from tests.wording.cases import WORDING
from tests.wording.seen import seen_blocks


@pytest.mark.parametrize(
    ("what", "limit", "said"),
    [
        ("size", 26_214_400, ("larger than 25 MB", "new email")),
        ("decoded", 104_857_600, ("larger than 100 MB", "new email")),
        ("parts", 0, ("more pieces", "new email")),
        ("depth", 0, ("more pieces",)),
        ("headers", 0, ("more pieces",)),
        ("lines", 0, ("more pieces",)),
        ("addresses", 200, ("more than 200 addresses", "this address alone")),
        ("hour", 60, ("60 messages", "in an hour", "automatic answers")),
        ("day", 100, ("100 of your messages", "tomorrow")),
    ],
)
def test_the_writer_learns_what_was_too_much_and_what_to_do(what, limit, said):
    words = WORDING.words(OverLimit(what=what, limit=limit), "en")
    assert 20 <= len(words.subject) <= 50
    text = " ".join(words.text.split())
    assert [one for one in said if one not in text] == []
    for block in seen_blocks(words.html):
        assert all(len(sentence.split()) <= 25 for sentence in re.split(r"(?<=[.?:;])\s", block))
