"""Kinds of values that only config.toml has: paths beside it, secrets in files, hosts and their TLS, sizes."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from pathlib import Path

from mailbot.schedule.tables import Table

_SIZE = re.compile(r"(\d{1,9})\s*(b|kb|mb|gb)?", re.IGNORECASE)
_BYTES = {"": 1, "b": 1, "kb": 1000, "mb": 1000**2, "gb": 1000**3}
_MOST_SECRET_BYTES = 100_000
TLS = ("required", "starttls", "none")


def parse_size(text: str) -> int:
    """Bytes, from "25 MB" (a million), "500 kB" or a bare number. Raises ValueError, in plain words, else."""
    found = _SIZE.fullmatch(text.strip())
    if found is None or not int(found[1]):
        raise ValueError(f'expected a size such as "25 MB" or "500 kB", not "{text}"')
    return int(found[1]) * _BYTES[(found[2] or "").lower()]


def parse_host(text: str) -> str:
    """A host's name or address. Raises ValueError, in plain words, for what cannot be one."""
    if not text or any(letter.isspace() or letter in "/@" for letter in text):
        raise ValueError(f'expected a host such as "mail.example.org", without a port or "://", not "{text}"')
    return text.strip("[]").lower()


def is_loopback(host: str) -> bool:
    """Whether that host is this very machine, by its literal name or address; no name server is asked."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.rstrip(".") == "localhost"


def read_tls(table: Table, host: str, default: str) -> str:
    """How the connection is protected; "none" only where nobody is in between."""
    tls = table.one_of("tls", TLS, default)
    if tls == "none" and host and not is_loopback(host):
        table.fault(
            "tls", f'"none" would send passwords and words in the clear to {host}; expected required or starttls'
        )
    return tls


@dataclass(frozen=True, slots=True)
class Beside:
    """The folder of config.toml, from which relative paths are taken."""

    folder: Path

    def path(self, table: Table, key: str, default: str) -> Path:
        """That key as an absolute path."""
        return self.folder / Path(table.text(key, default) or default).expanduser()

    def optional_path(self, table: Table, key: str) -> Path | None:
        """That key as an absolute path, None when it is absent or empty."""
        written = table.text(key, "")
        return self.folder / Path(written).expanduser() if written else None

    def secret(self, table: Table, key: str, *, wanted: bool, variable: str) -> tuple[str, Path | None]:
        """The secret itself and the file named for it.

        The environment's value goes before the file's. In the file itself a secret is refused: it would be copied and
        backed up with the rest.
        """
        file = self.optional_path(table, f"{key}_file")
        written = table.values.get(key)
        if written is not None and (*table.path, key) not in table.log.elsewhere:
            table.known.append(key)
            table.fault(key, f"does not belong in this file; write it to a file of its own and name that in {key}_file")
            return "", file
        if written is not None:
            return table.text(key, ""), file
        if file is not None and wanted:
            return _read_secret(table, f"{key}_file", file), file
        if wanted:
            table.missing(f"{key}_file", f"a file that holds the {key.replace('_', ' ')} (or {variable} is set)")
        return "", file


def _read_secret(table: Table, key: str, file: Path) -> str:
    try:
        with file.open("rb") as opened:
            held = opened.read(_MOST_SECRET_BYTES).decode("utf-8-sig").strip("\r\n")
    except OSError as trouble:
        table.fault(key, f"{file} cannot be read: {(trouble.strerror or 'unknown trouble').lower()}")
        return ""
    except UnicodeDecodeError:
        table.fault(key, f"{file} is not text; expected the secret alone on one line")
        return ""
    if not held or "\n" in held:
        table.fault(key, f"{file} should hold the secret alone, on one line")
        return ""
    return held
