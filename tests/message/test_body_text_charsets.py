"""Bytes and the charset they claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.message import charsets
from mailbot.message.charset_names import bare_name
from mailbot.message.charsets import Decoded, decoded, is_doubly_encoded

RUSSIAN = "Хорошо, доволен\n"
CHINESE = "很好，没有问题。\n"
JAPANESE = "満足しています。\n"


@pytest.mark.parametrize(
    ("raw", "declared", "text"),
    [
        ("é".encode(), "us-ascii", "é"),
        ("é".encode(), "big5", "é"),
        ("é".encode(), None, "é"),
        ("é".encode(), "utf-8; format=flowed", "é"),
        ("é".encode("latin-1"), "iso-8859-1", "é"),
        ("“5 €” – é".encode("cp1252"), "iso-8859-1", "“5 €” – é"),
        ("“5 €”".encode("cp1252"), "windows-1252", "“5 €”"),
        ("ł".encode("iso-8859-2"), '"ISO-8859-2"', "ł"),
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "KOI8-R", RUSSIAN),
        (CHINESE.encode("gb18030"), "gb2312", CHINESE),
        ("\U00020000朱镕基".encode("gb18030"), "gb2312", "\U00020000朱镕基"),
        ("中文碁銹".encode("cp950"), "big5", "中文碁銹"),
        ("똠방각하".encode("cp949"), "ks_c_5601-1987", "똠방각하"),
        ("①満足".encode("cp932"), "shift_jis", "①満足"),
        (JAPANESE.encode("iso-2022-jp"), "iso-2022-jp", JAPANESE),
        (JAPANESE.encode("iso-2022-jp"), "", JAPANESE),
        ("שלום".encode("cp1255"), "iso-8859-8-i", "שלום"),
        ("é".encode("mac_roman"), "x-mac-roman", "é"),
        ("Hi é".encode("utf-7"), "unicode-1-1-utf-7", "Hi é"),
        ("hi é".encode("utf-16"), "utf-16", "hi é"),
        ("hi é".encode("utf-16-le"), "utf-16", "hi é"),
        ("hi é".encode("utf-16-be"), "utf-16", "hi é"),
        (CHINESE.encode("utf-16-be"), "utf-16", CHINESE),
        (CHINESE.encode("utf-16-le"), "utf-16", CHINESE),
        (RUSSIAN.encode("utf-16-le"), "utf-16", RUSSIAN),
        ("hi".encode("utf-32"), "utf-32", "hi"),
        ("hi".encode("utf-32-be"), "utf-32", "hi"),
        (b"only ascii, even", "utf-16", "only ascii, even"),
        ("é".encode("utf-8-sig"), "utf-8", "é"),
        (b"", "", ""),
    ],
)
def test_the_charset_that_fits_is_used(raw, declared, text):
    assert decoded(raw, declared) == Decoded(text=text)


@pytest.mark.parametrize(
    ("raw", "declared", "text"),
    [
        ("“é”".encode("cp1252"), "utf-8", "“é”"),
        ("é".encode("latin-1"), "us-ascii", "é"),
        ("é".encode("latin-1"), "no-such-charset", "é"),
        ("é".encode("latin-1"), "hex", "é"),
        ("é".encode("latin-1"), "punycode", "é"),
        ("é".encode("latin-1"), "a\x00b", "é"),
        (b"\x81", "us-ascii", "\x81"),
        ("hi é".encode("utf-16-le"), "utf-8", "hi é"),
        ("hi é".encode("utf-16-be"), "", "hi é"),
        ("ééééééééééé".encode() + b"\xe9", "utf-8", "ééééééééééé\u00e9"),
        ("ééééééééééé".encode() + b"\x81", "utf-8", "ééééééééééé\ufffd"),
        (CHINESE.encode("gb18030") * 3 + b"\xff", "gb2312", CHINESE * 3 + "ÿ"),
    ],
)
def test_what_had_to_be_guessed_is_marked(raw, declared, text):
    assert decoded(raw, declared) == Decoded(text=text, sure=False)


def test_with_much_damage_each_place_gets_the_usual_mark(monkeypatch):
    monkeypatch.setattr(charsets, "_MOST_MENDED", 0)
    assert decoded("ééééééééééé".encode() + b"\xe9").text == "ééééééééééé\ufffd"


@pytest.mark.parametrize(
    ("text", "doubly"),
    [("cafÃ©", True), ("itâ€™s", True), ("Ã©Ã©", True), ("café", False), ("NÃO", False), ("cafe", False)],
)  # fmt: skip
def test_text_that_was_encoded_twice_is_known(text, doubly):
    assert is_doubly_encoded(text) == doubly


@pytest.mark.parametrize(("declared", "name"), [("", ""), (" 'X' ", "x"), ("utf-8, b", "utf-8"), (";", "")])
def test_the_name_as_it_was_meant(declared, name):
    assert bare_name(declared) == name


@given(st.binary(max_size=40), st.sampled_from(("utf-8", "utf-7", "idna", "rot13", "zip", "", "utf-32", "x" * 300)))
def test_any_bytes_become_text(raw, declared):
    assert isinstance(decoded(raw, declared).text, str)
