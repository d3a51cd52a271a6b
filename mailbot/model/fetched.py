"""One message as an IMAP server gave it, before anything is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One message of the mailbox as the server gave it; `arrived_at` is INTERNALDATE, aware UTC."""

    uid: int
    raw: bytes
    arrived_at: datetime
