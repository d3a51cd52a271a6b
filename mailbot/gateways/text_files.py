"""A text file that a person edits, read whole, or a fault that says why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from mailbot.errors import ConfigError, Fault

MOST_BYTES = 2_000_000  # a roster of ten thousand people is one megabyte


def read_text(path: Path, *, file: str) -> str:
    """The text of a UTF-8 file, with or without a byte order mark, of at most 2 MB. Else ConfigError with one fault."""
    try:
        with path.open("rb") as opened:
            raw = opened.read(MOST_BYTES + 1)
    except IsADirectoryError:
        raise ConfigError(Fault(file=file, line=None, message="is a folder; expected a file")) from None
    except OSError as trouble:
        message = f"cannot be read: {(trouble.strerror or 'unknown trouble').lower()}"
        raise ConfigError(Fault(file=file, line=None, message=message)) from None
    if len(raw) > MOST_BYTES:
        raise ConfigError(Fault(file=file, line=None, message="is larger than 2 MB; expected a few kilobytes of text"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        message = 'is not UTF-8 here; save it again as UTF-8 (in Excel: "CSV UTF-8")'
        raise ConfigError(Fault(file=file, line=raw.count(b"\n", 0, wrong.start) + 1, message=message)) from None
