"""The words that a page of a PDF shows: what its fonts make of the bytes of its text operators (ISO 32000-1, 9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from mailbot.errors import MalformedMessage

_SHOWS = ("Tj", "'", '"', "TJ")
_NEW_LINES = ("T*", "'", '"')
_SPACE_FROM = -180  # thousandths of the letter size: what a wider gap between letters means
_MOST_FORMS = 500
_HEX = rb"<\s{0,4}([0-9A-Fa-f\s]{1,400})>"
_CHARS = re.compile(rb"beginbfchar(.{0,40000}?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.{0,40000}?)endbfrange", re.DOTALL)
_PAIR = re.compile(_HEX + rb"\s{0,8}" + _HEX)
_RANGE = re.compile(_HEX + rb"\s{0,8}" + _HEX + rb"\s{0,8}(?:" + _HEX + rb"|\[([^\]]{0,20000})\])")
_ONE = re.compile(_HEX)
_LONGEST_RANGE = 65_536
_GLYPHS = {"space": " ", "period": ".", "hyphen": "-", "comma": ",", "at": "@", "quoteright": "'", "underscore": "_"}
_GLYPHS |= {"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7"}
_GLYPHS |= {"eight": "8", "nine": "9", "ff": "ff", "fi": "fi", "fl": "fl", "ffi": "ffi", "ffl": "ffl"}
_GLYPHS |= {"germandbls": "ss", "ae": "ae", "AE": "Ae", "oe": "oe", "OE": "Oe", "dotlessi": "i"}
_ACCENTS = (
    "acute",
    "grave",
    "circumflex",
    "dieresis",
    "tilde",
    "ring",
    "caron",
    "cedilla",
    "slash",
    "macron",
    "ogonek",
)

Decode = Callable[[bytes], str]


def words_shown(page: Any) -> str:  # noqa: ANN401 - a PDF object is anything
    """The text of the page and of the forms that it is built of, a new line wherever the writing moves."""
    pieces: list[str] = []
    waiting, seen = [page], 0
    while waiting:
        holder = waiting.pop()
        seen += 1
        if seen > _MOST_FORMS:
            raise MalformedMessage("this PDF is too big to be read")
        resources = holder.get("/Resources", {})
        pieces += _text(holder, resources.get("/Font", {}))
        waiting += [form for form in _values(resources.get("/XObject", {})) if form.get("/Subtype") == "/Form"]
        waiting += [look for note in holder.get("/Annots", []) for look in _appearances(note)]
    return "".join(pieces)


def _values(dictionary: Any) -> list[Any]:  # noqa: ANN401 - as above
    return [value for _, value in dictionary.items()]


def _appearances(note: Any) -> list[Any]:  # noqa: ANN401 - as above
    """How a note or a form field looks on the page."""
    import pikepdf  # noqa: PLC0415 - 40 MB that a message without files does without

    looks = _values(note.get("/AP", {}))
    return [look for look in looks if isinstance(look, pikepdf.Stream)]


def _text(holder: Any, fonts: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    import pikepdf  # noqa: PLC0415 - as above

    decode: Decode = _latin
    known: dict[str, Decode] = {}
    height: object = None  # of the line: some programs place every letter by itself
    for instruction in pikepdf.parse_content_stream(holder):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            name = str(operands[0])
            if name not in known:
                known[name] = _decoder(fonts[name]) if name in fonts else _latin
            decode = known[name]
        if operator in _NEW_LINES:
            yield "\n"
        elif operator in ("Td", "TD"):
            yield " " if float(operands[1]) == 0 else "\n"
        elif operator == "Tm":
            yield " " if operands[5] == height else "\n"
            height = operands[5]
        if operator in _SHOWS:
            yield _spoken(operands[-1], decode)


def _spoken(shown: Any, decode: Decode) -> str:  # noqa: ANN401 - as above
    import pikepdf  # noqa: PLC0415 - as above

    if isinstance(shown, pikepdf.String):
        return decode(bytes(shown))
    return "".join(
        decode(bytes(part)) if isinstance(part, pikepdf.String) else " " if float(part) < _SPACE_FROM else ""
        for part in shown
    )


def _latin(raw: bytes) -> str:
    return raw.decode("cp1252", "replace")


def _decoder(font: Any) -> Decode:  # noqa: ANN401 - as above
    """How the bytes of that font read. MalformedMessage where nothing says so: then nobody knows what is written."""
    import pikepdf  # noqa: PLC0415 - as above

    table = _table(bytes(font.ToUnicode.read_bytes())) if "/ToUnicode" in font else {}
    if font.get("/Subtype") == "/Type0":
        if not table:
            raise MalformedMessage("a font of this PDF says nothing about its letters")
        return _by_table(table)
    letters = {bytes([code]): bytes([code]).decode("cp1252", "replace") for code in range(256)}
    encoding = font.get("/Encoding", None)
    named = _named(encoding.get("/Differences", [])) if isinstance(encoding, pikepdf.Dictionary) else {}
    return _by_table({**letters, **named, **table})


def _named(differences: Any) -> dict[bytes, str]:  # noqa: ANN401 - as above
    """What the codes of a font mean that names its glyphs: a number, then the names from there on."""
    letters: dict[bytes, str] = {}
    code = 0
    for one in differences:
        name = str(one)
        if name.startswith("/"):
            letters[bytes([code % 256])] = _glyph(name[1:])
            code += 1
        else:
            code = int(one)
    return letters


def _glyph(name: str) -> str:
    """What a glyph of that name shows, its accent left out (Adobe Glyph List)."""
    if len(name) == 1 or name[1:] in _ACCENTS:
        return name[0]
    return _GLYPHS.get(name, "*")


def _by_table(table: dict[bytes, str]) -> Decode:
    width = max(map(len, table))

    def decode(raw: bytes) -> str:
        return "".join(table.get(raw[at : at + width], "*") for at in range(0, len(raw), width))

    return decode


def _table(cmap: bytes) -> dict[bytes, str]:
    """The codes of a ToUnicode table and what they mean (Adobe Technical Note 5411)."""
    table: dict[bytes, str] = {}
    for block in _CHARS.findall(cmap):
        table.update((_bytes(code), _utf16(meaning)) for code, meaning in _PAIR.findall(block))
    for block in _RANGES.findall(cmap):
        for first, last, meaning, each in _RANGE.findall(block):
            start, end = _bytes(first), _bytes(last)
            several = [_utf16(one) for one in _ONE.findall(each)]
            count = min(int.from_bytes(end) - int.from_bytes(start) + 1, _LONGEST_RANGE)
            for at in range(max(count, 0)):
                code = (int.from_bytes(start) + at).to_bytes(len(start))
                table[code] = several[at] if at < len(several) else _after(_utf16(meaning), at)
    return table


def _after(meaning: str, steps: int) -> str:
    return meaning[:-1] + chr(ord(meaning[-1]) + steps) if meaning else ""


def _bytes(digits: bytes) -> bytes:
    return bytes.fromhex(digits.decode("ascii"))


def _utf16(digits: bytes) -> str:
    return _bytes(digits).decode("utf-16-be", "ignore")
