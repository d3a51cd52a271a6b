"""Quote marks, flowed text and stuffing of a text/plain part."""

from __future__ import annotations

import pytest

from mailbot.message.plain_lines import plain_lines


def rows(text, **more):
    return [(line.depth, line.prefix, line.text) for line in plain_lines(text, **more)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("words", (0, "", "words")),
        ("> words", (1, "> ", "words")),
        (">words", (1, ">", "words")),
        (">> words", (2, ">> ", "words")),
        ("> > words", (2, "> > ", "words")),
        (">| words", (2, ">| ", "words")),
        ("| words", (1, "| ", "words")),
        (" > words", (1, " > ", "words")),
        ("     > code", (0, "", "     > code")),
        (">", (1, ">", "")),
        ("    indented", (0, "", "    indented")),
        ("a > b", (0, "", "a > b")),
        ("", (0, "", "")),
    ],
)
def test_the_quote_mark_is_taken_off_and_counted(row, expected):
    assert rows(row) == [expected]


def test_every_kind_of_line_end_ends_a_line():
    assert [row[2] for row in rows("a\r\nb\rc\nd")] == ["a", "b", "c", "d"]


def test_a_name_before_a_mark_counts_only_on_six_lines():
    assert rows("Zoe> hi\n" * 6)[0] == (1, "> ", "hi")
    assert rows("Zoe> hi\n" * 5)[0] == (0, "", "Zoe> hi")
    assert rows(": hi\n" * 6)[0] == (1, "> ", "hi")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one \ntwo", [(0, "", "one two")]),
        ("> one \n> two\nthree", [(1, "> ", "one two"), (0, "", "three")]),
        ("> one \nthree", [(1, "> ", "one "), (0, "", "three")]),
        (" > typed", [(0, " ", "> typed")]),
        ("  From here", [(0, " ", " From here")]),
        ("-- \nZoë", [(0, "", "-- "), (0, "", "Zoë")]),
        ("> > two marks", [(2, "> > ", "two marks")]),
        ("| piped", [(1, "| ", "piped")]),
        ("open \n", [(0, "", "open ")]),
        ("open ", [(0, "", "open ")]),
    ],
)
def test_flowed_text_is_joined(text, expected):
    assert rows(text, flowed=True) == expected


def test_delsp_takes_the_blank_away():
    assert rows("日 \n本", flowed=True, delsp=True) == [(0, "", "日本")]
