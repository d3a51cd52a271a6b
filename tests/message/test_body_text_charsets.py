"""Bytes and the charset they claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.message.charsets import decoded


@pytest.mark.parametrize(
    ("raw", "declared", "text", "used"),
    [
        ("é".encode(), "us-ascii", "é", "utf-8"),
        ("é".encode(), "big5", "é", "utf-8"),
        ("é".encode(), None, "é", "utf-8"),
        ("é".encode("latin-1"), "iso-8859-1", "é", "iso-8859-1"),
        ("ł".encode("iso-8859-2"), '"ISO-8859-2"', "ł", "iso-8859-2"),
        ("“é”".encode("cp1252"), "utf-8", "“é”", "cp1252"),
        ("é".encode("latin-1"), "no-such-charset", "é", "cp1252"),
        ("é".encode("latin-1"), "hex", "é", "cp1252"),
        ("é".encode("latin-1"), "punycode", "é", "cp1252"),
        ("é".encode("latin-1"), "a\x00b", "é", "cp1252"),
        (b"\x81", "us-ascii", "\x81", "latin-1"),
        ("日本".encode("iso-2022-jp"), "iso-2022-jp", "日本", "iso-2022-jp"),
        ("hi".encode("utf-16"), "utf-16", "hi", "utf-16"),
        (b"", "", "", "utf-8"),
    ],
)
def test_the_charset_that_fits_is_used(raw, declared, text, used):
    assert decoded(raw, declared) == (text, used)


@given(st.binary(max_size=40), st.sampled_from(("utf-8", "utf-7", "idna", "rot13", "zip", "", "utf-32", "x" * 300)))
def test_any_bytes_become_text(raw, declared):
    assert isinstance(decoded(raw, declared)[0], str)
