"""Words that wait for their writer: which message, whose, and what became of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from mailbot.store.tables.base import Row, table, to

WAITS = "settled_at IS NULL"  # spelt the same in the partial indexes and in the queries that use them
DOOMED = "destroy_at IS NOT NULL"


class WithheldRow(Row, table=True):
    """One held message of which something was withheld; it says where in the message and never what.

    `places` is a JSON list of question ids and the like. `original_id` is the Message-ID of an original that is being
    destroyed, sealed under the system key: by it its copies in the mailbox are found once its bytes are gone.
    """

    __tablename__ = "withheld"
    __table_args__ = (
        Index("ix_withheld_waiting", "pair", "person", sqlite_where=text(WAITS), postgresql_where=text(WAITS)),
        Index("ix_withheld_asked", "asked_at", sqlite_where=text(WAITS), postgresql_where=text(WAITS)),
        Index("ix_withheld_doomed", "destroy_at", sqlite_where=text(DOOMED), postgresql_where=text(DOOMED)),
        Index(None, "destroyed_at"),
    )

    inbox: str = Field(primary_key=True, sa_column_args=to("inbox.id"))
    person: str = Field(sa_column_args=to("person.id"))
    pair: str = Field(sa_column_args=to("pair.id"))
    round: str | None = Field(default=None, sa_column_args=to("round.id"))
    places: str
    patient: bool
    firm: bool
    asked_at: datetime
    settled_at: datetime | None = None
    outcome: str = ""  # corrected | expired | sent
    destroy_at: datetime | None = None  # NULL again once nothing of the original is left
    destroyed_at: datetime | None = None
    original_id: bytes | None = None


WITHHELD = table("withheld")
