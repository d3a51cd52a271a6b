"""A text with the letters decoded that a program left encoded: M&uuml;ller, M=FCller, J%61ne, =?utf-8?q?J=C3=A4n?=."""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from html.entities import html5

from mailbot.anonymity.names.folding import Places

_ENCODED = re.compile(
    r"=\?[\w-]{1,20}\?(?P<how>[bq])\?(?P<word>[^?\s]{0,500})\?="
    r"|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d{0,2});|(?:=[0-9a-f]{2}|%[0-9a-f]{2}){1,200}",
    re.IGNORECASE,
)


def decoded(text: str) -> tuple[str, Places] | None:
    """The text as it was meant, and where its characters stand; None where nothing is encoded."""
    if not ("=" in text or "&" in text or "%" in text):
        return None
    pieces, changes, done = [], [], 0
    for match in _ENCODED.finditer(text):
        meant = _meant(match)
        if meant == match[0]:
            continue
        pieces += [text[done : match.start()], meant]
        changes.append((match.start(), len(match[0]), len(meant)))
        done = match.end()
    if not changes:
        return None
    return "".join([*pieces, text[done:]]), Places(changes)


def _meant(match: re.Match[str]) -> str:
    if match["how"]:
        return _word(match)
    if match[0].startswith("&#"):
        return html.unescape(match[0])
    if match[0].startswith("&"):
        return html5.get(match[0][1:], match[0])
    return _text(bytes.fromhex(match[0].replace("=", "").replace("%", "")))


def _word(match: re.Match[str]) -> str:
    """An encoded word of a header (RFC 2047 section 4); as it is where it cannot be decoded."""
    word = match["word"].encode("ascii", "replace")
    if match["how"] in "qQ":
        return _text(quopri.decodestring(word, header=True))
    try:
        return _text(base64.b64decode(word + b"==="))
    except binascii.Error:
        return match[0]


def _text(octets: bytes) -> str:
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")
