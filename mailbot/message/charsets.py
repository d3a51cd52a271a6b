"""Bytes of a body part -> text, whatever the part says about itself. Never an exception."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from mailbot.message.charset_names import bare_name, codec_of

# Seven-bit encodings: their bytes are valid UTF-8 too, so here the declaration is all there is.
_SEVEN_BIT = ("iso-2022-", "iso2022", "hz", "utf-7", "utf7", "unicode-1-1-utf-7", "csiso2022")
_WIDE = ("utf-16", "utf16", "utf-32", "utf32", "ucs-2", "iso-10646-ucs-2")
_MARKS = (  # byte order marks, the longer ones first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JAPANESE = (b"\x1b$B", b"\x1b$@")  # escapes of ISO-2022-JP
_NULS_OF_WIDE = 0.3  # of every second byte: western text in UTF-16
_USUAL = "\n\r .,\u3001\u3002"  # what any text has, to tell the two byte orders apart
_DAMAGED = 0.1  # of the characters beyond ASCII: with more of them broken it is another charset
_DOUBLY = re.compile(r"[ÂÃâ][^\x00-\x7f]{1,2}")
_SIGNS_OF_IT = ("Ã", "Â", "â€")
_LOOKED_AT = 20_000  # characters
_MOST_MENDED = 10_000  # broken bytes looked at one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text, and whether it is sure: False where the bytes were neither UTF-8 nor what they were declared as."""

    text: str
    sure: bool = True


def decoded(raw: bytes, declared: str | None = "") -> Decoded:
    """The text: by its byte order mark, strict UTF-8, the declared charset, either with damage, Windows-1252.

    UTF-8 comes before the declaration because clients declare us-ascii, iso-8859-1 or Big5 over UTF-8 bytes, and no
    text in those charsets is valid UTF-8 by accident. What not even Windows-1252 knows is read as Latin-1.
    """
    name = bare_name(declared or "")
    seven_bit = name.startswith(_SEVEN_BIT)
    if raw.isascii() and b"\0" not in raw and b"\x1b" not in raw and not seven_bit:
        return Decoded(text=raw.decode("ascii"))  # whatever it is called; most of all headers and many bodies
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if (wide := _wide(raw, name)) is not None:
        return wide
    order = ["utf-8", codec_of(name)]
    if seven_bit:
        order.reverse()
    elif any(escape in raw for escape in _JAPANESE):
        order.insert(0, "iso2022_jp_ext")
    for codec in order:
        if codec and (text := _strict(raw, codec)) is not None:
            return Decoded(text=text)
    for codec in order:
        if codec and (text := _damaged(raw, codec)) is not None:
            return Decoded(text=text, sure=False)
    text = _strict(raw, "cp1252")
    return Decoded(text=raw.decode("latin-1") if text is None else text, sure=codec_of(name) == "cp1252")


def is_doubly_encoded(text: str) -> bool:
    """Whether words stand in it that were UTF-8, were read as Windows-1252 and written as UTF-8 again ("cafÃ©")."""
    return any(sign in text for sign in _SIGNS_OF_IT) and any(
        _is_utf8_again(run[:length]) for run in _DOUBLY.findall(text[:_LOOKED_AT]) for length in (2, 3)
    )


def _is_utf8_again(run: str) -> bool:
    try:
        return bool(run.encode("cp1252").decode("utf-8"))
    except UnicodeError:
        return False


def _wide(raw: bytes, name: str) -> Decoded | None:
    """Text of two or four bytes a character: marked as such, or declared so, or with every second byte empty."""
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return Decoded(text=raw.decode(codec, "replace"))
    declared = name.startswith(_WIDE)
    if not declared and b"\0" not in raw:
        return None
    if "32" in name and declared:
        return Decoded(text=_more_usual(raw, "utf-32-le", "utf-32-be"))
    half = max(1, len(raw) // 2)
    left, right = raw[::2].count(0) / half, raw[1::2].count(0) / half
    if max(left, right) >= _NULS_OF_WIDE > min(left, right):
        return Decoded(text=_lenient(raw, "utf-16-be" if left > right else "utf-16-le"), sure=declared)
    if not declared or (b"\0" not in raw and _strict(raw, "utf-8") is not None):
        return None  # plain ASCII is valid UTF-16 as well, and reads as Chinese
    return Decoded(text=_more_usual(raw, "utf-16-le", "utf-16-be"))


def _lenient(raw: bytes, codec: str) -> str:
    return raw.decode(codec, "replace")


def _more_usual(raw: bytes, *orders: str) -> str:
    return max(
        (_lenient(raw, one) for one in orders), key=lambda text: sum(map(text.count, _USUAL)) - text.count("\ufffd")
    )


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (LookupError, ValueError):
        return None


def _damaged(raw: bytes, codec: str) -> str | None:
    """The text with a few broken places: a server cut a long line inside a letter, a footer has another charset."""
    try:
        replaced = raw.decode(codec, "replace")
    except (LookupError, ValueError):
        return None
    broken = replaced.count("\ufffd")
    foreign = len(replaced) - len(replaced.encode("ascii", "ignore")) - broken
    if broken > _DAMAGED * foreign:
        return None
    return replaced if broken > _MOST_MENDED else raw.decode(codec, _BY_WINDOWS)


def _as_windows(fault: UnicodeDecodeError) -> tuple[str, int]:
    """A broken byte as Windows-1252 shows it: a footer pasted below UTF-8 text keeps its letters."""
    byte = fault.object[fault.start : fault.start + 1]
    return byte.decode("cp1252", "replace"), fault.start + 1


_BY_WINDOWS = "mailbot-windows"
codecs.register_error(_BY_WINDOWS, cast("Callable[[UnicodeError], tuple[str, int]]", _as_windows))
