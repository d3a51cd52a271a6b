"""A TrueType or OpenType font inside a PDF, with the tables that draw letters and none that tell of people."""

from __future__ import annotations

import struct

from mailbot.anonymity.attachments.outcome import CannotPass

_VERSIONS = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_DRAWING = frozenset({
    b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"cvt ", b"fpgm", b"prep", b"post", b"OS/2", b"CFF ",
    b"vhea", b"vmtx", b"VORG", b"gasp",
})  # fmt: skip
_TIMES = slice(20, 36)  # of table head: created and modified
_MOST_TABLES = 100


def drawing_tables(font: bytes) -> bytes:
    """The font anew (OpenType, font file): table by table, its times zero; CannotPass if it cannot be read."""
    if font[:4] not in _VERSIONS:
        raise CannotPass("not_understood")
    count = int.from_bytes(font[4:6], "big")
    if count > _MOST_TABLES:
        raise CannotPass("not_understood")
    tables = []
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        table = font[offset : offset + length]
        if tag not in _DRAWING:
            continue
        if tag == b"head":
            table = table[: _TIMES.start] + bytes(16) + table[_TIMES.stop :]
        tables.append((tag, table))
    return _assembled(font[:4], tables)


def _assembled(version: bytes, tables: list[tuple[bytes, bytes]]) -> bytes:
    power = max(len(tables).bit_length() - 1, 0)
    search = 16 << power
    head = [version, struct.pack(">HHHH", len(tables), search, power, 16 * len(tables) - search if tables else 0)]
    at = 12 + 16 * len(tables)
    body = []
    for tag, table in tables:
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        head.append(struct.pack(">4sIII", tag, total, at, len(table)))
        body.append(padded)
        at += len(padded)
    return b"".join((*head, *body))
