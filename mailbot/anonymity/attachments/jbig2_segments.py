"""A JBIG2 picture inside a PDF without the comments that its format has room for (ITU-T T.88, 7.2)."""

from __future__ import annotations

from mailbot.anonymity.attachments.outcome import CannotPass

_EXTENSION = 62
_UNKNOWN_LENGTH = 0xFFFFFFFF


def bare_jbig2(data: bytes) -> bytes:
    """The segments that draw; CannotPass when they cannot be told apart."""
    kept = []
    at = 0
    while at < len(data):
        body, length, kind = _header(data, at)
        end = body + length
        if length == _UNKNOWN_LENGTH or end > len(data):
            raise CannotPass("picture_inside")
        if kind != _EXTENSION:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


def _header(data: bytes, at: int) -> tuple[int, int, int]:
    """Where a segment's data begins, how long it is, and its type."""
    number, flags = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 5].ljust(1, b"\0")[0]
    counted = data[at + 5 : at + 6].ljust(1, b"\0")[0]
    referred, place = counted >> 5, at + 6
    if referred == 7:  # noqa: PLR2004 - the long form: 29 bits of count, then a bit for each
        referred = int.from_bytes(data[at + 5 : at + 9], "big") & 0x1FFFFFFF
        place = at + 9 + (referred + 8) // 8
    each = 1 if number <= 256 else 2 if number <= 65_536 else 4  # noqa: PLR2004 - 7.2.5
    place += referred * each + (4 if flags & 0x40 else 1)
    return place + 4, int.from_bytes(data[place : place + 4].ljust(4, b"\xff"), "big"), flags & 0x3F
