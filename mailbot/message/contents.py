"""The bytes of a part with its transfer encoding undone (RFC 2045 6), as far as it goes: never an exception.

The stdlib's own way gives damaged base64 back as it stands, which would then be read as words.
"""

from __future__ import annotations

import binascii

from mailbot.message.structure import Node

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_"
_LINE_ENDS = b"\r\n"
_FOREIGN = bytes(code for code in range(256) if code not in _ALPHABET)
_WEB_SAFE = bytes.maketrans(b"-_", b"+/")
_WORDS_FROM = 0.03  # of the characters: with so many that are not base64, it never was
_UUENCODE = ("x-uuencode", "uuencode", "x-uue", "uue")


def content(node: Node, *, most: int = 0) -> bytes:
    """The bytes of a leaf part, b"" for any other; with `most`, only what its first so many characters hold."""
    payload = vars(node)["_payload"]  # get_payload() reads the charset too, and raises for some of them
    if not isinstance(payload, str):
        return b""
    raw = (payload[:most] if most else payload).encode("utf-8", "surrogateescape")
    encoding = str(node.get("content-transfer-encoding", "")).partition(";")[0].strip().lower()
    if encoding == "quoted-printable":
        return binascii.a2b_qp(raw)
    if encoding == "base64":
        return from_base64(raw)
    return _from_uuencode(raw) if encoding in _UUENCODE else raw


def from_base64(raw: bytes) -> bytes:
    """What the base64 says; words that a gateway wrote below it stay words, and what never was base64 stays."""
    if not raw.translate(None, _ALPHABET + _LINE_ENDS):
        return _decoded(raw)
    rows = raw.split(b"\n")
    words = next((number for number, row in enumerate(rows) if row.strip().translate(None, _ALPHABET)), len(rows))
    head, tail = b"\n".join(rows[:words]), b"\n".join(rows[words:])
    if len(tail.translate(None, _ALPHABET + _LINE_ENDS)) <= _WORDS_FROM * len(tail):
        return _decoded(raw)
    return _decoded(head) + (b"\n" if head.strip() else b"") + tail


def _decoded(raw: bytes) -> bytes:
    """Each padded stretch on its own: Exchange has been seen to put several one after the other."""
    bare = raw.translate(_WEB_SAFE, _FOREIGN)
    pieces = []
    for piece in bare.split(b"="):
        whole = piece[: len(piece) - (len(piece) % 4 == 1)]  # one character alone holds no byte: it was cut off
        pieces.append(binascii.a2b_base64(whole + b"=="))
    return b"".join(pieces)


def _from_uuencode(raw: bytes) -> bytes:
    found = []
    for row in raw.splitlines():
        try:
            found.append(b"" if row.startswith((b"begin ", b"end")) else binascii.a2b_uu(row))
        except binascii.Error:
            continue
    return b"".join(found)
