from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import ConfigError
from mailbot.schedule.positions import KeyPath, parse_toml, recovered_toml

EXPECTED = 'expected key = "text in quotes", a date such as 2027-01-05, or a [section]'
TEXT = """top = 1
[programme]
name = "x" # a comment
a.b = 1
[[question]]
id = "é"
opts = [ # a comment
  { from = 2027-08-01, to = 3 },
  { from = 4 }, 5,
]
[question.de]
ask = '''
two lines'''
[[question]]
"quo ted" = 2
[question.de]
ask = "b"
[question.de.deeper]
x = {}
[[a.b]]
c = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 1),
        (("programme",), 2),
        (("programme", "name"), 3),
        (("programme", "a", "b"), 4),
        (("programme", "absent"), 2),
        (("question", 0), 5),
        (("question", 0, "id"), 6),
        (("question", 0, "opts"), 7),
        (("question", 0, "opts", 0, "to"), 8),
        (("question", 0, "opts", 1, "from"), 9),
        (("question", 0, "opts", 2), 9),
        (("question", 0, "de", "ask"), 12),
        (("question", 1, "quo ted"), 15),
        (("question", 1, "de", "ask"), 17),
        (("question", 1, "de", "deeper", "x"), 19),
        (("a", "b", 0, "c"), 21),
        (("absent",), None),
        ((), None),
    ],
)
def test_every_key_is_found_at_its_line(path: KeyPath, line: int | None) -> None:
    _, positions = parse_toml(TEXT, "x.toml")
    assert positions.line(path) == line


def test_windows_line_ends_count_once() -> None:
    values, positions = parse_toml(TEXT.replace("\n", "\r\n"), "x.toml")
    assert positions.line(("a", "b", 0, "c")) == 21
    assert values["top"] == 1


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            'a = "x\nb = 2\nc = \n',
            [
                f"x.toml:1: cannot be read as TOML at column 7 (the closing quote is missing); {EXPECTED}",
                f"x.toml:3: cannot be read as TOML at column 5 (this is no value); {EXPECTED}",
            ],
        ),
        (
            "a = 1\na = 2\n",
            ["x.toml:2: this key or section stands a second time (Cannot overwrite a value); expected each once"],
        ),
        (
            "[a]\n[b]\n[a]\n",
            ["x.toml:3: this key or section stands a second time (Cannot declare ('a',) twice); expected each once"],
        ),
        (
            "a = 1\nb = [1,\n",
            ["x.toml:3: the file ends too early (Invalid value): a quote or a bracket is still open"],
        ),
        ("a = '''", ["x.toml: the file ends too early (Expected \"'''\"): a quote or a bracket is still open"]),
    ],
)
def test_every_broken_line_is_named(text: str, faults: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_toml(text, "x.toml")
    assert [str(fault) for fault in caught.value.faults] == faults


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "1" * 5000])
def test_what_nobody_writes_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="not a file that people write"):
        parse_toml(text, "x.toml")


def test_what_stands_on_good_lines_is_read_when_others_are_broken() -> None:
    values, positions, faults = recovered_toml("a = 1\nb = \n[s]\nc = 3\n", "x.toml")
    assert values == {"a": 1, "s": {"c": 3}}
    assert positions.line(("s", "c")) == 4
    assert [fault.line for fault in faults] == [2]


def test_keys_whose_section_has_a_broken_header_are_not_taken_for_others() -> None:
    values, _, faults = recovered_toml("[s]\na = 1\n[t\na = 2\nb = \n", "x.toml")
    assert values == {}
    assert [fault.line for fault in faults] == [3, 4, 5]


def test_no_more_than_ten_broken_lines_are_named() -> None:
    _, _, faults = recovered_toml("= 1\n" * 40, "x.toml")
    assert len(faults) == 10


toml_shaped = st.text(alphabet="ab[]{}=\",.'#\n 01:-é\\", max_size=60)


@given(toml_shaped | st.text(max_size=60))
def test_any_text_is_read_or_refused_with_its_lines(text: str) -> None:
    _, positions, faults = recovered_toml(text, "x.toml")
    assert positions.line(("never",)) is None
    assert all(fault.line is None or 1 <= fault.line <= text.count("\n") + 1 for fault in faults)
    assert len(faults) <= 11
