"""The one shape that compose gives to a message, read back in one go: a general parser costs five times as much.

Whatever differs from it, be it by one byte, is not read here at all: the general parser sees it.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

from mailbot.message.structure import MAX_HEADERS

_LONGEST = 1_000_000
_LONGEST_HEAD = 20_000  # no header in it can then be too long for the general parser
_HEADER = re.compile(r"([A-Za-z-]{1,50}): ([!-~][ -~]*(?:\r\n [!-~][ -~]*)*)\r\n")
_LAST_HEADER = re.compile(r'multipart/alternative; boundary="([A-Za-z0-9\'()+_,./:=?-]{1,70})"')
_PART = re.compile(
    rb"\r\nContent-Type: text/(plain|html); charset=utf-8\r\n"
    rb"Content-Transfer-Encoding: (quoted-printable|base64)\r\n\r\n"
)


_BASE64 = re.compile(rb"[A-Za-z0-9+/\r\n]*={0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedPart:
    """A part as it was written: its header lines unfolded, what kind of text it is, and its bytes decoded."""

    headers: tuple[tuple[str, str], ...]
    kind: str  # "plain", "html"; "" for the message that holds both
    content: bytes


def composed_parts(raw: bytes) -> tuple[ComposedPart, ...] | None:
    """The message, its text and its HTML; None for anything that compose does not write byte for byte like this."""
    head, _, body = raw.partition(b"\r\n\r\n")
    if len(raw) > _LONGEST or len(head) > _LONGEST_HEAD or not raw.isascii():
        return None
    if not raw.count(b"\r") == raw.count(b"\n") == raw.count(b"\r\n"):
        return None
    headers = _headers(head.decode("ascii") + "\r\n")
    if not headers:
        return None
    boundary = _LAST_HEADER.fullmatch(headers[-1][1])
    if headers[-1][0] != "Content-Type" or boundary is None:
        return None
    pieces = body.split(b"--" + boundary[1].encode("ascii"))
    if len(pieces) != 4 or pieces[0] or pieces[3] != b"--\r\n":  # noqa: PLR2004 - two parts between three boundaries
        return None
    parts = tuple(part for piece in pieces[1:3] if (part := _part(piece)) is not None)
    return (ComposedPart(headers=headers, kind="", content=b""), *parts) if len(parts) == 2 else None  # noqa: PLR2004


def _headers(head: str) -> tuple[tuple[str, str], ...]:
    """All headers in order; none where a line is not as compose writes it or a second one describes the content."""
    found: list[tuple[str, str]] = []
    at = 0
    while header := _HEADER.match(head, at):
        found.append((header[1], header[2].replace("\r\n", "")))
        at = header.end()
    describing = sum(name.lower().startswith("content-") for name, _ in found)
    return tuple(found) if at == len(head) and describing == 1 and len(found) <= MAX_HEADERS else ()


def _part(piece: bytes) -> ComposedPart | None:
    start = _PART.match(piece)
    if start is None or not piece.endswith(b"\r\n"):
        return None
    kind, encoding = start[1].decode("ascii"), start[2].decode("ascii")
    written = piece[start.end() : -2]  # the last line end belongs to the boundary (RFC 2046 5.1.1)
    headers = (("Content-Type", f"text/{kind}; charset=utf-8"), ("Content-Transfer-Encoding", encoding))
    if encoding == "quoted-printable":
        return ComposedPart(headers=headers, kind=kind, content=binascii.a2b_qp(written))
    if not _BASE64.fullmatch(written):
        return None  # damaged, which the general parser mends
    try:
        return ComposedPart(headers=headers, kind=kind, content=binascii.a2b_base64(written + b"=="))
    except binascii.Error:
        return None
