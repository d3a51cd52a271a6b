"""What mentees and mentors write all day, full of figures and capitals, and what must never be held for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailbot.anonymity.patients import patients_in
from mailbot.anonymity.unknown import unknown_in

CLEAN = Path(__file__).with_name("clean_words.txt").read_text("utf-8").splitlines()


def test_there_are_many():
    assert len(CLEAN) > 500


@pytest.mark.parametrize("text", CLEAN)
def test_plain_words_and_figures_pass(text):
    assert (*unknown_in(text, ()), *patients_in(text)) == ()
