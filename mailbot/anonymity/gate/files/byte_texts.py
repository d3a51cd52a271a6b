"""Words in bytes of whatever kind: as UTF-8, as Latin-1, as UTF-16 in either order."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WIDE = (re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){3,}"), re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]){3,}"))
_RUN = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]{3,}")


def texts_in(content: bytes) -> Iterator[str]:
    """Every text that the bytes may hold."""
    runs = b"\n".join(_RUN.findall(content))
    yield runs.decode("latin-1")
    if not runs.isascii():
        yield runs.decode("utf-8", "ignore")
    if b"\0" in content:
        for wide in _WIDE:
            yield "\n".join(run.replace(b"\0", b"").decode("latin-1") for run in wide.findall(content))
