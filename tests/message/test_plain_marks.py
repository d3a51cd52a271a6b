"""What clients put among the words of a text part: odd quote marks, names of pictures, signatures of PGP."""

from __future__ import annotations

import pytest

from mailbot.message.armour import without_armour
from mailbot.message.plain_lines import plain_lines
from tests.reading import forms

FORM = forms.form_text(forms.surgery_questions()).split("\n")


def rows(text):
    return [(line.depth, line.text) for line in plain_lines(text)]


@pytest.mark.parametrize(
    "mark", ["Night> ", "    Night> ", "J.-P.> ", "Zoë>", ": ", ":", "% ", "# ", "]", "} ", "!!", "; "]
)
def test_a_mark_before_every_line_of_the_form_is_a_quote_mark(mark):
    quoted = [mark + row if row else mark.rstrip() for row in [*FORM, *[""] * 40]]
    if mark == "Zoë>":  # a name needs a blank behind it
        quoted = [f"{mark} {row}" for row in [*FORM, *[""] * 40]]
    at = FORM.index("Answer 3:") + 1
    lines = rows("\n".join([*quoted[:at], "nothing yet", *quoted[at:]]))
    assert lines.pop(at) == (0, "nothing yet")
    assert {depth for depth, _ in lines} == {1}
    assert [text.strip() for _, text in lines] == [*FORM, *[""] * 40]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"#{number} yes" for number in range(1, 13)),
        "\n".join(f"- {number}" for number in range(12)),
        "\n".join(f"* {number}" for number in range(12)),
        "; one\n; two\n; three",
        "\n".join(["! look"] * 6 + ["words"] * 7),
        "====\n" * 12,
        "me> yes\nme> no",
        "\n" * 20,
    ],
    ids=range(8),
)
def test_what_people_begin_their_lines_with_is_no_quote_mark(text):
    assert rows(text) == [(0, row) for row in text.split("\n")]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("yes [cid:image001.png@01DA3C2F.5E4B8A10] no", "yes  no"),
        ("<cid:part1.06@example.org>", ""),
        ("[image: Screenshot 2027.png]", ""),
        ("[Logo, company name\n\nDescription automatically generated]", ""),
        ("[A close-up of a sign AI-generated content may be incorrect.]", ""),
        ("[x] yes", "[x] yes"),
        ("[image of the rota]", "[image of the rota]"),
    ],
)
def test_the_names_of_pictures_are_no_words(text, seen):
    assert rows(text) == [(0, seen)]


def test_every_kind_of_line_end_ends_a_line():
    assert [text for _, text in rows("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h\x00")] == list("abcdefgh")


SIGNED = """Hello,
-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA512

1. 4
- --
Zoe
-----BEGIN PGP SIGNATURE-----

iQEzBAEBCgAdFiEE
-----END PGP SIGNATURE-----
"""


def test_a_clear_signature_is_taken_off():
    assert without_armour(SIGNED) == "Hello,\n1. 4\n--\nZoe"
    assert [line.text for line in plain_lines(SIGNED)] == ["Hello,", "1. 4", "--", "Zoe"]


@pytest.mark.parametrize(
    "text",
    [
        "> -----BEGIN PGP SIGNED MESSAGE-----\n> -----BEGIN PGP SIGNATURE-----\n> -----END PGP SIGNATURE-----",
        SIGNED.replace("-----END PGP SIGNATURE-----\n", ""),
        "-----BEGIN PGP SIGNATURE-----\nx\n-----END PGP SIGNATURE-----",
    ],
)
def test_half_a_signature_stays(text):
    assert without_armour(text) == text
