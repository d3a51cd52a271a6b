"""The spare key of a form, wherever it is left."""

from __future__ import annotations

import pytest

from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies
from mailbot.reading.references import spare_reference

KEY = "7F3A-K2QM-9XDB-LR4T"


def bodies(text):
    return Bodies(plain=tuple(plain_lines(text)))


@pytest.mark.parametrize(
    "text",
    [
        f"Reference: {KEY} (please leave this line in your reply)",
        f"> > Reference: {KEY}",
        f"*Reference:* {KEY.lower()}",
        f"Referenz: {KEY.replace('-', '‑')}.",
        "> Reference: 7F3A-K2QM-\n> 9XDB-LR4T (please leave",
        f"see {KEY}",
        f"> Reference: {KEY}\n>> Reference: 2222-2222-2222-2222",
        f">> Reference: 2222-2222-2222-2222\n> Reference: {KEY}",
    ],
)
def test_the_key_is_found(text):
    assert spare_reference(bodies(text)) == KEY


def test_a_key_without_digits_counts_behind_a_colon():
    assert spare_reference(bodies("Reference: ABCD-EFGH-IJKL-MNOP")) == "ABCD-EFGH-IJKL-MNOP"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a well-made-good-test of it",
        "550e8400-e29b-41d4-a716-446655440000",
        "7F3A-K2QM-9XDB",
        f"x{KEY}",
        f"{KEY}-7F3A",
    ],
)
def test_what_is_no_key(text):
    assert spare_reference(bodies(text)) == ""


def test_the_html_and_the_subject_come_after_the_text():
    html = tuple(plain_lines(f"Reference: {KEY}"))
    assert spare_reference(Bodies(html=html)) == KEY
    assert spare_reference(Bodies(), f"Re: form {KEY}") == KEY
    assert spare_reference(Bodies(html=html), "Re: 2222-2222-2222-2222") == KEY
