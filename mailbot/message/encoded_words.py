"""Text for headers (RFC 2047, RFC 5322 2.2.3): encoded and folded at 76 columns, or refused."""

from __future__ import annotations

import binascii
import re

LINE = 76
_FORBIDDEN = re.compile(r"[\r\n\x00]")
_PLAIN = re.compile(r"[!-~](?:[ -~]*[!-~])?")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_WORD_BYTES = 39  # 52 characters of base64, 64 with "=?utf-8?b?" and "?=": within the 75 of RFC 2047 2
_LONGEST_PLAIN_WORD = 60


def checked(value: str) -> str:
    """The value itself; ValueError when it holds a CR, LF or NUL, which would begin a header of their own."""
    if _FORBIDDEN.search(value):
        raise ValueError("a header value must not contain a line end or NUL")
    return value


def unstructured(name: str, text: str) -> str:
    """A whole header line, folded, with its CRLF: `Subject: ...`."""
    return _folded(f"{name}:", _words(checked(text)))


def mailbox(name: str, display_name: str, address: str) -> str:
    """A whole header line for one mailbox, folded, with its CRLF: `From: "Your mentor" <t-...@example.org>`."""
    if not display_name:
        return _folded(f"{name}:", [address])
    return _folded(f"{name}:", [*_phrase(checked(display_name)), f"<{address}>"])


def tokens(name: str, values: list[str]) -> str:
    """A whole header line of words that need no encoding, folded between them: `References: <a> <b>`."""
    return _folded(f"{name}:", values)


def _words(text: str) -> list[str]:
    """The text as pieces to be joined by one space each; encoded words if any part of it needs them."""
    if not text:
        return []
    words = text.split(" ")
    if _PLAIN.fullmatch(text) and "=?" not in text and max(map(len, words)) <= _LONGEST_PLAIN_WORD and "" not in words:
        return words
    return _encoded(text)


def _phrase(text: str) -> list[str]:
    words = _words(text)
    if words and words[0].startswith("=?"):
        return words
    if _ATOMS.fullmatch(text):
        return words
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.split(" ")


def _encoded(text: str) -> list[str]:
    """Encoded words in base64, cut between characters; a lone surrogate becomes a replacement mark."""
    pieces: list[bytes] = [b""]
    for letter in text:
        raw = letter.encode("utf-8", "replace")
        if len(pieces[-1]) + len(raw) > _WORD_BYTES:
            pieces.append(b"")
        pieces[-1] += raw
    return [f"=?utf-8?b?{binascii.b2a_base64(piece, newline=False).decode('ascii')}?=" for piece in pieces]


def _folded(start: str, words: list[str]) -> str:
    lines = [start]
    for word in words:
        # The first word stays beside the name: old Exchange reads a header that starts with a fold as empty.
        if len(lines[-1]) + 1 + len(word) > LINE and lines[-1] != start:
            lines.append(f" {word}")
        else:
            lines[-1] += f" {word}"
    return "\r\n".join(lines) + "\r\n"
