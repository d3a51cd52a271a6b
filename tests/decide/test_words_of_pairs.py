"""The neutral word of a pair, and the subject that a person typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.decide.pseudonyms import WORDS, free_word
from mailbot.decide.subjects import typed_subject


@given(st.text(), st.sets(st.sampled_from(WORDS)), st.sets(st.sampled_from(WORDS)))
def test_a_word_is_free_and_nobodys_name(key: str, taken: set[str], names: set[str]) -> None:
    word = free_word(key, taken, {name.lower() for name in names})
    assert word not in taken
    assert word == free_word(key, taken, {name.lower() for name in names})
    assert word.split()[0] not in names or names == set(WORDS)


def test_when_all_are_taken_they_are_numbered() -> None:
    taken = set(WORDS)
    for _ in range(70):
        taken.add(free_word("key", taken))
    assert len(taken) == len(WORDS) + 70
    assert sum(word.endswith(" 2") for word in taken) == len(WORDS)
    assert sum(word.endswith(" 3") for word in taken) == 70 - len(WORDS)


@pytest.mark.parametrize(
    ("subject", "typed"),
    [
        ("A worry", "A worry"),
        ("Re: AW: Fwd: A worry", "A worry"),
        ("RE[2]: a worry", "a worry"),
        ("[EXTERNAL] Re: a worry", "a worry"),
        ("[an aside that is not a mark of a mail program] x", "[an aside that is not a mark of a mail program] x"),
        ("Plan: a worry", "Plan: a worry"),
        ("Re:", ""),
        ("", ""),
        ("x" * 500, "x" * 500),
        ("two\n lines", "two lines"),
    ],
)
def test_what_was_typed_as_a_subject(subject: str, typed: str) -> None:
    assert typed_subject(subject) == typed


@given(st.text(max_size=300))
def test_no_subject_breaks_it(subject: str) -> None:
    assert "\n" not in typed_subject(subject)
