"""The master key's file: it wraps every other key, and lives outside the database and its backups."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
import stat
from pathlib import Path

from mailbot.errors import ConfigError, Fault
from mailbot.store.cipher import KEY_BYTES


def read_master_key(path: Path) -> bytes:
    """The 32 bytes of the key file. ConfigError when it is missing, readable by others, or not such a key."""
    try:
        mode = path.stat().st_mode
        text = path.read_text("ascii")
    except FileNotFoundError:
        raise _fault(path, "the master key file does not exist; `mailbot init` makes one") from None
    except (OSError, UnicodeDecodeError):
        raise _fault(path, "the master key file cannot be read") from None
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise _fault(path, f"other users may read the master key; run: chmod 600 {path}")
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        raise _fault(path, "the master key is not in base64; restore it from its backup") from None
    if len(key) != KEY_BYTES:
        raise _fault(path, f"the master key has {len(key)} bytes instead of {KEY_BYTES}; restore it from its backup")
    return key


def create_master_key(path: Path) -> bytes:
    """A new random key, in a new file that only its owner may read. FileExistsError when there is one already."""
    key = secrets.token_bytes(KEY_BYTES)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(base64.b64encode(key) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return key


def _fault(path: Path, message: str) -> ConfigError:
    return ConfigError(Fault(file=str(path), line=None, message=message))
