"""What came in. received -> processed | held | refused | shunted; held and shunted may go back to received."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field

from mailbot.store.tables.base import Row, table


class InboxRow(Row, table=True):
    """One message taken in. `key_name` says which key seals `raw` and `envelope`; all three are NULL once purged."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("account_index", "uidvalidity", "uid"),
        Index(None, "state", "received_at"),
        Index(None, "raw_index"),
        Index(None, "delivery_index"),
        Index(None, "key_name"),
        Index("ix_inbox_writer", "writer_index", "received_at", "reason", "believed"),  # counted without the rows
        Index(
            "ix_inbox_kept",
            "received_at",
            sqlite_where=text("raw IS NOT NULL"),
            postgresql_where=text("raw IS NOT NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    state: str
    kind: str = ""
    reason: str = ""
    error_id: str = ""
    attempts: int = 0
    released: bool = False
    insisted: bool = False  # its writer said SEND
    taken_by: str = ""  # the presence of the worker that reads it (PostgreSQL)
    source: str
    account_index: bytes | None = None
    uidvalidity: int | None = Field(default=None, sa_type=BigInteger)  # unsigned 32 bits (RFC 9051 2.3.1.1)
    uid: int | None = Field(default=None, sa_type=BigInteger)
    raw_index: bytes  # of the sha256 of the bytes
    delivery_index: bytes  # of the sha256 and the envelope recipients: one delivery
    writer_index: bytes | None = None  # of the From address, once decided
    believed: bool = False  # it was decided whose words they are
    key_name: str | None = None
    raw: bytes | None = None
    envelope: bytes | None = None
    size_bytes: int
    received_at: datetime
    settled_at: datetime | None = None


class CursorRow(Row, table=True):
    """How far an IMAP account has been read."""

    __tablename__ = "cursor"

    account_index: bytes = Field(primary_key=True)
    uidvalidity: int = Field(sa_type=BigInteger)
    last_uid: int = Field(sa_type=BigInteger)
    ignored: int = Field(default=0, sa_type=BigInteger)
    started_at: datetime | None = None


INBOX = table("inbox")
CURSOR = table("cursor")
