"""What goes out. queued -> sending (lease) -> sent | queued again | failed; queued -> suppressed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from mailbot.store.tables.base import Row, table, to

# Spelt the same in the partial indexes and in the queries that use them.
QUEUED = "state = 'queued'"
LIMIT = "template = 'over_limit'"


class OutboxRow(Row, table=True):
    """One message with its final bytes.

    `due_at` is when a worker may take it: the time it waits for while queued, the end of the lease while sending, NULL
    once nothing is left to do. So one index serves every claim, however many rows are done.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("event", "template", "address_index"),
        UniqueConstraint("message_index"),
        UniqueConstraint("bounce_index"),
        Index(None, "rank", "due_at"),
        Index(None, "due_at"),
        Index(None, "state"),
        Index(None, "thread"),
        Index(None, "to_address_id", "state"),
        Index(None, "sent_at"),
        Index("ix_outbox_limit", "address_index", "queued_at", sqlite_where=text(LIMIT), postgresql_where=text(LIMIT)),
        Index("ix_outbox_queued", "to_person", sqlite_where=text(QUEUED), postgresql_where=text(QUEUED)),
        Index(
            "ix_outbox_kept",
            "settled_at",
            sqlite_where=text("raw IS NOT NULL"),
            postgresql_where=text("raw IS NOT NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    state: str
    event: str
    template: str
    rank: int  # posts 0, notices 1, forms 2
    address_index: bytes
    message_index: bytes
    bounce_index: bytes
    to_person: str | None = Field(default=None, sa_column_args=to("person.id"))
    to_address_id: str | None = Field(default=None, sa_column_args=to("address.id"))
    round: str | None = None
    thread: str | None = None
    key_name: str | None = None
    raw: bytes | None = None
    envelope: bytes | None = None
    message_id: bytes  # sealed under the system key: it outlives the words
    attempts: int = 0
    worker: str = ""
    error: str = ""  # a short code, never an address
    queued_at: datetime
    due_at: datetime | None = None
    sent_at: datetime | None = None
    settled_at: datetime | None = None


class BounceRow(Row, table=True):
    """One message that came back. Soft and then hard counts as both; the same again counts once."""

    __tablename__ = "bounce"
    __table_args__ = (Index(None, "address_id", "at"),)

    outbox: str = Field(primary_key=True, sa_column_args=to("outbox.id"))
    permanent: bool = Field(primary_key=True)
    address_id: str = Field(sa_column_args=to("address.id"))
    at: datetime


class AutomaticAnswerRow(Row, table=True):
    """One automatic answer to an address; the daily limit is counted over these."""

    __tablename__ = "automatic_answer"
    __table_args__ = (Index(None, "address_index", "at"), Index(None, "at"))

    id: int | None = Field(default=None, primary_key=True)
    address_index: bytes
    at: datetime


OUTBOX = table("outbox")
BOUNCE = table("bounce")
AUTOMATIC_ANSWER = table("automatic_answer")
