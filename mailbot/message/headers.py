"""The headers of one part, each read once: raw values by name, and their text with encoded words undone (RFC 2047)."""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping

from mailbot.message import charsets
from mailbot.message.structure import Node

# No two unbounded runs in a row: linear on any input.
_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\s]*)\?=")
_FOLD = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
Headers = Mapping[str, tuple[str, ...]]


def read_headers(node: Node) -> Headers:
    """Every header's values by lower-case name, top down, unfolded, bytes above 127 as surrogates."""
    found: dict[str, list[str]] = {}
    for name, value in node.raw_items():
        found.setdefault(name.strip().lower(), []).append(_FOLD.sub("", value).strip(" \t"))
    return {name: tuple(values) for name, values in found.items()}


def first(headers: Headers, name: str) -> str:
    """The topmost value of that header, "" when there is none."""
    values = headers.get(name)
    return values[0] if values else ""


def _decoded_bytes(raw: bytes, charset: str) -> str:
    return charsets.decoded(raw, charset.partition("*")[0]).text  # RFC 2231 5: charset*language


def _unquoted(body: str, encoding: str) -> bytes:
    raw = body.encode("utf-8", "surrogateescape")
    if encoding in "qQ":
        return binascii.a2b_qp(raw, header=True)
    try:
        return binascii.a2b_base64(raw + b"==")
    except binascii.Error:
        return raw


def plain(value: str) -> str:
    """Text that any table can hold: raw bytes decoded, no lone surrogate."""
    if value.isascii():
        return value
    return _decoded_bytes(value.encode("utf-8", "surrogateescape"), "utf-8") if _has_surrogate(value) else value


def _has_surrogate(value: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in value)


def decoded(value: str) -> str:
    """The header's text. Neighbouring encoded words are joined before decoding: many clients cut inside a letter."""
    pieces: list[str] = []
    pending, charset, end = b"", "", 0
    for word in _ENCODED_WORD.finditer(value):
        between = value[end : word.start()]
        if pending and (between.strip() or word[1].lower() != charset):
            pieces.append(_decoded_bytes(pending, charset))
            pending = b""
        if between.strip() or end == 0:
            pieces.append(plain(between))
        charset = word[1].lower()
        pending += _unquoted(word[3], word[2])
        end = word.end()
    if pending:
        pieces.append(_decoded_bytes(pending, charset))
    pieces.append(plain(value[end:]))
    return "".join(pieces).encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """The text with every run of control characters made one space: what a subject or a name may hold."""
    return _CONTROL.sub(" ", text).strip()
