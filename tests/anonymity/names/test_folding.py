from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.anonymity.names.folding import folded, lowered, places


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
@given(st.text(st.sampled_from("aJ\u00df\u200b\u00e9\ufb01-\u4eac\u338f\u0301\u2019"), max_size=30))
def test_every_folded_character_has_a_place_in_the_text(text):
    shape, where = folded(text), places(text)
    origin = [at for at, letter in enumerate(text) for _ in folded(letter)]
    assert [where.start(at) for at in range(len(shape))] == origin
    assert where.start(len(shape)) == len(text)
    for at in range(len(shape)):
        assert text[where.start(at) : where.end(at + 1)] != ""
        assert (
            folded(text[where.start(at) : where.end(at + 1)]).startswith(shape[at]) or len(folded(text[origin[at]])) > 1
        )


def test_marks_that_show_nothing_go_with_what_ends_before_them():
    text = "J\u200bane\u200b\u0301 x"
    where = places(text)
    assert text[where.start(0) : where.end(4)] == "J\u200bane\u200b\u0301"
    assert folded(text) == "Jane x"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_lower_case_keeps_the_length(text):
    assert len(lowered(text)) == len(text)


def test_a_letter_whose_lower_case_is_two_stays():
    assert lowered("Aİ") == "aİ"


def test_a_text_of_more_letters_than_are_kept_is_folded_all_the_same():
    every = "".join(map(chr, range(0x4E00, 0x4E00 + 9000)))
    assert folded(every + "é" + every) == every + "e" + every
