"""Words in bytes of whatever kind: as UTF-8, as Latin-1, as UTF-16 in either order."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WIDE = (re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){3,}"), re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]){3,}"))
_PLAIN = re.compile(rb"[\x20-\x7e]{5,}")
_RUN = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]{3,}")


def plain_texts_in(content: bytes) -> Iterator[str]:
    """Every text in plain letters: in pixels and packed bytes, where any others are noise."""
    yield b"\n".join(_PLAIN.findall(content)).decode("ascii")
    if b"\0" in content:
        yield from _wide_texts(content)


def texts_in(content: bytes) -> Iterator[str]:
    """Every text that the bytes may hold."""
    runs = b"\n".join(_RUN.findall(content))
    yield runs.decode("latin-1")
    if not runs.isascii():
        yield runs.decode("utf-8", "ignore")
    if b"\0" in content:
        yield from _wide_texts(content)


def _wide_texts(content: bytes) -> Iterator[str]:
    for wide in _WIDE:
        yield "\n".join(run.replace(b"\0", b"").decode("latin-1") for run in wide.findall(content))
