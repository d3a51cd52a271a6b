"""What a picture says besides what it shows: EXIF, XMP, comments, text chunks, the name of its colour profile."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from mailbot.errors import MalformedMessage

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_GIF = (b"GIF87a", b"GIF89a")
_RIFF, _WEBP = b"RIFF", b"WEBP"
_TIFF = (b"II*\x00", b"MM\x00*")
_PACKED = (b"zTXt", b"iTXt", b"iCCP")
_PIXELS = (b"IDAT", b"fdAT", b"VP8 ", b"VP8L", b"ANMF", b"ALPH")
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
_LONE_MARKERS = (0x01, *range(0xD0, 0xD8))  # without a length (ITU T.81, B.1.1.3)
_MOST_UNPACKED = 1_000_000
_LEVELS = (0x01, 0x5E, 0x9C, 0xDA)  # the second byte of a zlib stream (RFC 1950 2.2)


def is_picture(content: bytes) -> bool:
    """Whether it begins as a picture of a kind that is known here."""
    is_webp = content.startswith(_RIFF) and content[8:12] == _WEBP
    return is_webp or content.startswith((_PNG, _JPEG, *_GIF, *_TIFF))


def properties(content: bytes) -> Iterator[bytes]:
    """Everything in it but the pixels; MalformedMessage where its parts do not add up."""
    try:
        if content.startswith(_PNG):
            yield from _chunks(content, len(_PNG), ">I4s", padded=False, trailer=4)
        elif content.startswith(_RIFF):
            yield from _chunks(content, 12, "<4sI", padded=True, trailer=0)
        elif content.startswith(_JPEG):
            yield from _segments(content)
        elif content.startswith(_GIF):
            yield from _comments(content)
        else:
            yield content
    except (struct.error, zlib.error, IndexError) as fault:
        raise MalformedMessage("this picture is damaged") from fault


def _chunks(content: bytes, at: int, head: str, *, padded: bool, trailer: int) -> Iterator[bytes]:
    while at < len(content):
        first, second = struct.unpack_from(head, content, at)
        kind, length = (first, second) if isinstance(first, bytes) else (second, first)
        body = content[at + 8 : at + 8 + length]
        if kind not in _PIXELS:
            yield body
        if kind in _PACKED:
            yield _unpacked(body)
        at += 8 + length + trailer + (length % 2 if padded else 0)


def _unpacked(body: bytes) -> bytes:
    """The compressed text after its keyword; b"" where it is not compressed."""
    for at in range(len(body) - 1):
        if body[at] == 0x78 and body[at + 1] in _LEVELS:  # noqa: PLR2004 - deflate with a window of 32 kB
            return zlib.decompressobj().decompress(body[at:], _MOST_UNPACKED)
    return b""


def _segments(content: bytes) -> Iterator[bytes]:
    at = 2
    while content[at] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker = content[at + 1]
        if marker in (_START_OF_SCAN, _END_OF_IMAGE):
            return
        if marker in _LONE_MARKERS:
            at += 2
            continue
        length = struct.unpack_from(">H", content, at + 2)[0]
        yield content[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)
    raise MalformedMessage("this picture is damaged")


def _comments(content: bytes) -> Iterator[bytes]:
    """The comment and application blocks of a GIF: 21 FE and 21 FF, then sub-blocks until an empty one."""
    for start in (b"\x21\xfe", b"\x21\xff"):
        at = content.find(start)
        while at >= 0:
            yield content[at + 2 : at + 2 + 255 * 16]
            at = content.find(start, at + 2)
