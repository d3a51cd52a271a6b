"""Headers and parts to bytes, in the order and encoding that the client at hand uses. CRLF throughout."""

from __future__ import annotations

import quopri
from base64 import encodebytes
from collections.abc import Sequence
from email.header import Header

Headers = Sequence[tuple[str, str]]


def message(headers: Headers, body: bytes) -> bytes:
    """A whole message; values that are not ASCII become encoded words (RFC 2047)."""
    lines = [f"{name}: {_folded(name, value)}" for name, value in headers]
    return _crlf("\n".join(lines).encode("ascii")) + b"\r\n" + body


def single(text: str, content_type: str, encoding: str) -> tuple[Headers, bytes]:
    """The two content headers and the encoded body; `encoding` is 7bit, 8bit, quoted-printable or base64."""
    return (("Content-Type", content_type), ("Content-Transfer-Encoding", encoding)), b"\r\n" + encoded(text, encoding)


def alternative(parts: Sequence[tuple[str, str, str]], boundary: str) -> bytes:
    """The body of a multipart/alternative whose parts are (text, content type, encoding)."""
    out = b"\r\n"
    for text, content_type, encoding in parts:
        headers, body = single(text, content_type, encoding)
        head = "\n".join(f"{name}: {value}" for name, value in headers)
        out += f"--{boundary}\r\n".encode() + _crlf(head.encode()) + b"\r\n" + body + b"\r\n"
    return out + f"--{boundary}--\r\n".encode()


def encoded(text: str, encoding: str) -> bytes:
    """The text in UTF-8 and that transfer encoding (RFC 2045 6)."""
    raw = text.encode("utf-8")
    if encoding == "quoted-printable":
        return _crlf(quopri.encodestring(raw))
    if encoding == "base64":
        return _crlf(encodebytes(_crlf(raw)))
    return _crlf(raw)


def _folded(name: str, value: str) -> str:
    if name == "References":  # a year's thread outgrows the 998 characters of a line (RFC 5322 2.1.1)
        return value.replace(" ", "\n ")
    return value if value.isascii() else Header(value, "utf-8").encode()


def _crlf(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
