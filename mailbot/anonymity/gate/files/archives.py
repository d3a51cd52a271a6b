"""The members of a zip archive (an office file is one), within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.errors import MalformedMessage

_ENCRYPTED = 0x1
_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError)


@dataclass(slots=True, kw_only=True)
class Budget:
    """What may still be unpacked of one file, archives within it included."""

    members: int = 2_000
    size_bytes: int = 80_000_000


def members(content: bytes, budget: Budget) -> Iterator[tuple[str, bytes]]:
    """Each member's name and bytes, and the archive's own comment; MalformedMessage where it cannot be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield "", archive.comment
            for member in archive.infolist():
                yield member.filename, _unpacked(archive, member, budget)
                yield "", member.comment
    except _FAULTS as fault:
        raise MalformedMessage("this archive cannot be unpacked") from fault


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> bytes:
    if member.flag_bits & _ENCRYPTED:
        raise MalformedMessage("this archive is encrypted")
    with archive.open(member) as packed:
        unpacked = packed.read(budget.size_bytes + 1)
    budget.members -= 1
    budget.size_bytes -= len(unpacked)
    if budget.members < 0 or budget.size_bytes < 0:
        raise MalformedMessage("this archive unpacks to too much")
    return unpacked
