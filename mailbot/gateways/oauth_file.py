"""The refresh token's file: mode 0600, replaced in one step, one process at a time.

A token server that rotates refresh tokens kills the old one as it gives the new: whoever refreshes holds the lock
from reading to writing, or `mailbot login` and `mailbot run` would end each other's logins.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mailbot.errors import PermanentFailure


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock beside that file, across processes, while the block runs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path.with_name(f"{path.name}.lock"), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def read_refresh_token(path: Path) -> str:
    """The token; PermanentFailure when nobody has logged in yet."""
    try:
        token = path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        token = ""
    if not token:
        raise PermanentFailure("There is no refresh token yet: please run `mailbot login`.")
    return token


def write_refresh_token(path: Path, token: str) -> None:
    """The file holds that token afterwards, also after a power cut, and was never half written."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{token}\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
