"""Every error that mailbot raises on purpose, one tree, split by whose fault it is and what to do about it.

MailbotError
├── ConfigError        the coordinator's or operator's files; exit code 2, all faults at once
├── MalformedMessage   the message's; kept and shunted, never retried by itself
├── TemporaryFailure   the network's or a server's; retried with backoff
├── PermanentFailure   a server's final refusal; failed, perhaps suppressed
├── StoreConflict      nobody's: it was already done by somebody else
└── SealBroken         a sealed column that does not open: tampering, or the wrong or an erased key
"""

from __future__ import annotations

from dataclasses import dataclass


class MailbotError(Exception):
    """The root: its text is in plain words and safe to show to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong in a file that a person edits: where it is, what it is, and what would be right."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.message}"


class ConfigError(MailbotError):
    """Something in config.toml, a schedule, a roster or a template is wrong; carries every fault found."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class MalformedMessage(MailbotError):
    """The bytes cannot be read as a message within our limits."""


class TemporaryFailure(MailbotError):
    """The other side did not answer, or said 4xx: the same thing may succeed later."""


class PermanentFailure(MailbotError):
    """The other side said 5xx: the same thing will never succeed."""


class StoreConflict(MailbotError):
    """A unique key says that this was already done."""


class SealBroken(MailbotError):
    """Sealed words did not open under their key and place."""
