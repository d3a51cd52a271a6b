"""Text or a file as the body of a part: CRLF, seven bits, no line over 76 (RFC 2045 6.7 and 6.8)."""

from __future__ import annotations

import binascii
import re

_LINE_END = re.compile(r"\r\n|\r|\n")
_FROM_LINE = re.compile(rb"(?m)^From ")  # mbox files turn it into ">From ", which breaks signatures (RFC 4155)


def text_part(subtype: str, text: str) -> bytes:
    """Header and body of one text part, ending in CRLF. NUL is dropped, any line end becomes CRLF.

    Quoted-printable where most of it is ASCII (readable in the raw), base64 where that is shorter.
    """
    lines = _LINE_END.sub("\r\n", text.replace("\x00", ""))
    raw = lines.encode("utf-8", "replace")
    if not raw.endswith(b"\r\n"):
        raw += b"\r\n"
    foreign = 0 if raw.isascii() else len(raw) - len(raw.decode("utf-8").encode("ascii", "ignore"))
    if foreign * 6 > len(raw):
        encoding, body = b"base64", _base64_lines(raw)
    else:
        encoding, body = b"quoted-printable", _quoted_printable(raw)
    return (
        b"Content-Type: text/%s; charset=utf-8\r\n" % subtype.encode("ascii")
        + b"Content-Transfer-Encoding: %s\r\n\r\n" % encoding
        + body
    )


def file_part(content_type: str, name: str, content: bytes) -> bytes:
    """Header and body of one attached file, ending in CRLF: type, name and bytes, and not what a file tells (RFC 2183).

    Type and name are plain ASCII without quotes; `compose` sees to that.
    """
    head = f"Content-Type: {content_type}\r\nContent-Transfer-Encoding: base64\r\n"
    disposition = f'Content-Disposition: attachment; filename="{name}"\r\n\r\n'
    return (head + disposition).encode("ascii") + _base64_lines(content)


def _base64_lines(raw: bytes) -> bytes:
    lines = (binascii.b2a_base64(raw[at : at + 57], newline=False) for at in range(0, len(raw), 57))
    return b"\r\n".join(lines) + b"\r\n"


def _quoted_printable(raw: bytes) -> bytes:
    return _FROM_LINE.sub(b"=46rom ", binascii.b2a_qp(raw, istext=True))
