"""What every file that passes is looked through for, however deep it is packed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from hypothesis import HealthCheck, settings

from mailbot.anonymity.attachments import FileLimits, rebuilt
from mailbot.model.inbound import Part

MARK = "SENTINEL"
_MARKS = (*(MARK.encode(code) for code in ("ascii", "utf-16-le", "utf-16-be")), MARK.encode().hex().encode())
ALL = frozenset({"image", "pdf", "office"})
UNHURRIED = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
PART = Part(content_type="application/octet-stream", filename="file", size_bytes=1)


def rebuild(data: bytes, part: Part = PART, allowed: frozenset[str] = ALL, limits: FileLimits | None = None):
    """What becomes of one file: its attachment, or the reason why there is none."""
    done = rebuilt((part,), (data,), allowed, limits or FileLimits())
    assert len(done.kept) + len(done.refused) == 1
    return done.kept[0] if done.kept else done.refused[0].why


def made(data: bytes) -> bytes:
    """The file made anew; it must pass."""
    attachment = rebuild(data)
    assert not isinstance(attachment, str), attachment
    return attachment.content


def unpacked(data: bytes) -> list[bytes]:
    """The bytes, and those of everything that is packed inside, as far down as it goes."""
    found = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            found += [inner for name in file.namelist() for inner in unpacked(file.read(name))]
    for stream in re.finditer(rb"x[\x01\x5e\x9c\xda]", data):
        try:
            found.append(zlib.decompressobj().decompress(data[stream.start() :]))
        except zlib.error:
            continue
    return found


def holds_mark(data: bytes) -> bool:
    return any(mark.lower() in each.lower() for each in unpacked(data) for mark in _MARKS)
