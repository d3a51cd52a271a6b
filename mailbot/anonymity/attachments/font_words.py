"""The words inside the fonts of a PDF, which no reader sees: licences, families, and the names of own handwritings.

Type 1 (Adobe Type 1 Font Format, 2.2), compact fonts (Adobe TN 5176) and maps of codes (TN 5411). Words are written
over and keep their length, so that every offset stays true.
"""

from __future__ import annotations

import re
from itertools import pairwise

from mailbot.anonymity.attachments.outcome import CannotPass

_STRING = re.compile(rb"\(([^()\\]{0,2000})\)")
_COMMENT = re.compile(rb"%[^\r\n]*")
_BEGINNING = re.compile(rb"(%!(?:PS-AdobeFont|FontType1)-[0-9.]{1,5})[^\r\n]*")
_TOP_WORDS = frozenset(
    {0, 1, 2, 3, 4, 1200, 1221, 1222}
)  # version, Notice, FullName, FamilyName, Weight, Copyright ...
_STANDARD_STRINGS = 391
_ESCAPE, _REAL, _LONG, _SHORT = 12, 30, 29, 28
_END_OF_REAL = 0xF


def wordless_type_1(program: bytes, clear_text: int) -> bytes:
    """The font with every string and comment of its clear part written over; the drawing part is encrypted."""
    head, rest = program[:clear_text], program[clear_text:]
    begun = _BEGINNING.match(head)  # by it readers know the kind
    opening = begun[1].ljust(len(begun[0])) if begun else b""
    blank = _COMMENT.sub(lambda found: b"%" + b" " * (len(found[0]) - 1), head[len(opening) :])
    return opening + _STRING.sub(lambda found: b"(" + b" " * len(found[1]) + b")", blank) + rest


def wordless_map(data: bytes) -> bytes:
    """A map of codes without its comments, and with no name of whose it is."""
    return _STRING.sub(b"(Adobe)", _COMMENT.sub(b"", data))


def wordless_compact(font: bytes) -> bytes:
    """The compact font with the words of its top dictionary written over; CannotPass when it cannot be read."""
    try:
        changed = bytearray(font)
        names, at = _index(font, font[2])
        tops, at = _index(font, at)
        strings, _ = _index(font, at)
    except (IndexError, ValueError) as fault:
        raise CannotPass("not_understood") from fault
    words = [number for begin, end in tops for number in _words_of(font[begin:end])]
    places = [strings[number] for number in words if 0 <= number < len(strings)]
    for begin, end in (*names, *places):
        changed[begin:end] = b"F" * (end - begin)
    return bytes(changed)


def _index(font: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """Where each member of an INDEX begins and ends, and where the INDEX ends (TN 5176, 5)."""
    count = int.from_bytes(font[at : at + 2], "big")
    if count == 0:
        return [], at + 2
    size = font[at + 2]
    if not 1 <= size <= 4:  # noqa: PLR2004 - bytes of an offset
        raise ValueError("no INDEX")
    base = at + 3 + (count + 1) * size - 1
    offsets = [int.from_bytes(font[place : place + size], "big") for place in range(at + 3, base + 1, size)]
    if base + offsets[-1] > len(font) or sorted(offsets) != offsets:
        raise ValueError("no INDEX")
    return [(base + begin, base + end) for begin, end in pairwise(offsets)], base + offsets[-1]


def _words_of(top: bytes) -> list[int]:
    """The numbers of the strings that a top dictionary names as words about the font (TN 5176, 4 and 9)."""
    found: list[int] = []
    value, at = 0, 0
    while at < len(top):
        code = top[at]
        at += 1
        if code <= 21:  # noqa: PLR2004 - an operator
            operator = code if code != _ESCAPE else 1200 + top[at]
            at += code == _ESCAPE
            if operator in _TOP_WORDS:
                found.append(value - _STANDARD_STRINGS)
        elif code == _REAL:
            while at < len(top) and _END_OF_REAL not in (top[at] & 0xF, top[at] >> 4):
                at += 1
            at += 1
        else:
            value, at = _number(top, code, at)
    return found


def _number(top: bytes, code: int, at: int) -> tuple[int, int]:
    if code == _LONG:
        return int.from_bytes(top[at : at + 4], "big", signed=True), at + 4
    if code == _SHORT:
        return int.from_bytes(top[at : at + 2], "big", signed=True), at + 2
    if code >= 247:  # noqa: PLR2004 - two bytes
        sign = 1 if code <= 250 else -1  # noqa: PLR2004
        first = code - (247 if sign > 0 else 251)
        return sign * (first * 256 + top[at : at + 1].ljust(1, b"\0")[0] + 108), at + 1
    return code - 139, at
