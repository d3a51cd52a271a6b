"""A JPEG inside a PDF without what only speaks of it: the same pixels to the bit, and no segment that paints nothing.

Painting it anew would change its colours, which the PDF around it says how to read.
"""

from __future__ import annotations

import re

from mailbot.anonymity.attachments.outcome import CannotPass

_BEGIN, _END, _SCAN, _ADOBE = 0xD8, 0xD9, 0xDA, 0xEE
_PAINTING = frozenset({*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD}) - {0xC8}
_MARKER = re.compile(rb"\xff{1,16}([\x01-\xcf\xd8-\xfe])")  # 00 is a byte of the scan, D0 to D7 restart it


def bare_jpeg(data: bytes) -> bytes:
    """The frame, tables and scans, and Adobe's mark of the colour transform (ISO 10918-1 B.1; PDF reads it)."""
    if data[:2] != b"\xff\xd8":
        raise CannotPass("picture_inside")
    kept = [b"\xff\xd8"]
    at = 2
    while True:
        marker = _MARKER.match(data, at)
        if marker is None:
            raise CannotPass("picture_inside")
        code, at = marker[1][0], marker.end()
        if code == _END:
            return b"".join([*kept, b"\xff\xd9"])
        length = int.from_bytes(data[at : at + 2], "big")
        segment = data[at : at + length]
        if length < 2 or len(segment) < length:  # noqa: PLR2004 - the length counts its own two bytes
            raise CannotPass("picture_inside")
        at += length
        if code == _SCAN:
            following = _MARKER.search(data, at)
            scanned = data[at : following.start()] if following else data[at:]
            kept.append(b"\xff\xda" + segment + scanned)
            if following is None:  # cut short: viewers show it, and so it ends here
                return b"".join([*kept, b"\xff\xd9"])
            at = following.start()
        elif code in _PAINTING:
            kept.append(bytes((0xFF, code)) + segment)
        elif code == _ADOBE and segment[2:7] == b"Adobe" and length >= 14:  # noqa: PLR2004 - as Adobe writes it
            kept.append(b"\xff\xee\x00\x0e" + segment[2:14])
