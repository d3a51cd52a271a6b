from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.anonymity.folding import folded, lowered, positions


@pytest.mark.parametrize(
    ("text", "comparable"),
    [
        ("Jane", "Jane"),
        ("Zoë Łukasz", "Zoe Lukasz"),
        ("J\u200bane", "Jane"),
        ("Ja\u00adne", "Jane"),
        ("\u202eJane", "Jane"),
        ("Jаne", "Jane"),  # a Cyrillic letter in the middle
        ("Ｊａｎｅ", "Jane"),
        ("ﬁona", "fiona"),
        ("Groß", "Gross"),
        ("O’Brien", "O'Brien"),
        ("Smith–Jones", "Smith-Jones"),
        ("王伟", "王伟"),
        ("a\u0301b", "ab"),
    ],
)
def test_comparable_forms(text, comparable):
    assert folded(text) == comparable


@settings(deadline=None)
@given(st.text(max_size=60))
def test_every_folded_character_has_a_place_in_the_text(text):
    shape = folded(text)
    origin = positions(text)
    assert len(origin) == len(shape) + 1
    assert origin == sorted(origin)
    assert origin[-1] == len(text)
    assert all(folded(text[origin[at]]) for at in range(len(shape)))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_lower_case_keeps_the_length(text):
    assert len(lowered(text)) == len(text)


def test_a_letter_whose_lower_case_is_two_stays():
    assert lowered("Aİ") == "aİ"


def test_a_text_of_more_letters_than_are_kept_is_folded_all_the_same():
    every = "".join(map(chr, range(0x4E00, 0x4E00 + 9000)))
    assert folded(every + "é" + every) == every + "e" + every
