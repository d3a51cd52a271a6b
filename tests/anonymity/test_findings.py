from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.anonymity.finding import Found, Seen, found
from mailbot.anonymity.masking import masked
from mailbot.anonymity.patients import patients_in
from mailbot.anonymity.plain import plain
from mailbot.anonymity.unknown import unknown_in


def all_in(text):
    return (*unknown_in(text, ()), *patients_in(text))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("\u0660\u0661 \uff10\uff11 \u2460\u24ea", "01 01 10"),
        ("10\u2079/L and m\u00b2", "10\u2079/L and m\u00b2"),
        ("0\u200b7\u00ad7\ufeff0", "0770"),
        ("a\u2011b\u2013c\u2014d", "a-b-c-d"),
        ("a\u00a0b\u2009c\u2800d", "a b c d"),
        ("\uff41\uff20\uff42\u3002\u0441om", "a@b.com"),
        ("M\u00fcller\u2028x", "Muller\nx"),
    ],
)
def test_a_text_is_read_as_its_reader_takes_it_in(written, read):
    assert plain(written).text == read


def test_a_text_of_every_letter_that_there_is_is_read_too():
    letters = "".join(map(chr, range(0x3400, 0x3400 + 9_000)))
    assert plain(letters).text == letters


def test_a_finding_has_its_place_in_what_was_written_and_its_line():
    text = "Dear mentor,\n\nring \uff10\uff17\u200b700 900123\nor write to jane@example.org"
    first, second = unknown_in(text, ())
    assert text[first.start : first.end] == "\uff10\uff17\u200b700 900123"
    assert (first.line, second.line) == (3, 4)


def test_findings_that_overlap_are_one_of_the_kind_that_is_firm_or_came_first():
    read = plain("0123456789")
    soft, firm = Seen(kind="phone", start=0, end=5), Seen(kind="nhs_number", start=3, end=8, firm=True)
    apart, inside = Seen(kind="link", start=9, end=10), Seen(kind="ip", start=1, end=2)
    assert found(read, [apart, soft, inside, firm]) == (
        Found(kind="nhs_number", start=0, end=8, line=1, firm=True),
        Found(kind="link", start=9, end=10, line=1),
    )
    assert [one.kind for one in found(read, [soft, inside])] == ["phone"]


def test_a_finding_shows_no_value():
    assert "900123" not in repr(unknown_in("ring 07700 900123", ()))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Call me on 07700 900123.", "Call me on [telephone number left out]."),
        ("See https://example.org/a, or jane@example.org!", "See [link left out], or [email address left out]!"),
        ("I am GMC 7654321", "I am GMC [GMC number left out]"),
        ("nothing here", "nothing here"),
    ],
)
def test_what_was_found_is_replaced_by_words_and_nothing_else_changes(text, left):
    assert masked(text, unknown_in(text, ())) == left


def test_masking_takes_findings_in_any_order_and_overlapping():
    one, two = Found(kind="phone", start=4, end=8, line=1), Found(kind="new", start=0, end=6, line=1)
    assert masked("0123456789", (one, two)) == "[detail left out]89"


PIECES = st.sampled_from(
    [
        "07700 900123",
        "jane@example.org",
        " at ",
        " dot ",
        "https://x.org/",
        "943 476 5919",
        "NHS ",
        "GMC 7654321",
        "LS1 3EX",
        "\n",
        "\u200b",
        "(",
        ")",
        "+44 ",
        "patient ",
        "Mr Smith ",
        "DOB ",
        "12/03/1950",
        "bleep ",
        "1234 ",
        "x",
        "０",
        ", ",
        "@",
    ]
)


@settings(deadline=None)  # the first plus sign loads the library of telephone numbers
@given(st.lists(PIECES | st.text(max_size=6), max_size=12).map("".join))
def test_findings_are_apart_in_order_within_the_text_and_masking_leaves_the_rest(text):
    for findings in (unknown_in(text, ()), patients_in(text)):
        done = 0
        for one in findings:
            assert done <= one.start < one.end <= len(text)
            assert one.line == text.count("\n", 0, one.start) + 1
            done = one.end
        rest = masked(text, findings)
        for one in reversed(findings):
            text_without = text[: one.start] + text[one.end :]
            assert len(text_without) < len(text)
        assert rest.count("left out]") >= len(findings)


@pytest.mark.parametrize(
    "text", ["07700 900123", "jane@example.org", "https://x.org/a", "GMC 7654321", "LS1 3EX", "bleep 1234"]
)
def test_what_is_masked_holds_nothing_more(text):
    once = masked(f"So: {text}, yes", all_in(f"So: {text}, yes"))
    assert all_in(once) == ()
