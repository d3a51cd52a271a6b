"""The calendar of each mentee, the forms that were sent, and what was answered."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from mailbot.store.tables.base import Row, table, to


class EnrolmentRow(Row, table=True):
    """A mentee's place in a programme's calendar; `next_due_at` NULL means never again."""

    __tablename__ = "enrolment"
    __table_args__ = (UniqueConstraint("mentee"), Index(None, "next_due_at"), Index(None, "programme"))

    id: str = Field(primary_key=True)
    mentee: str = Field(sa_column_args=to("person.id"))
    programme: str
    anchor_at: datetime
    next_occurrence: int
    next_due_at: datetime | None = None


class RoundRow(Row, table=True):
    """One form that was sent. `sealed` is its sheet, token and Message-ID, under the mentee's key."""

    __tablename__ = "round"
    __table_args__ = (
        UniqueConstraint("enrolment", "occurrence"),
        UniqueConstraint("token_index"),
        UniqueConstraint("reference_index"),
        UniqueConstraint("message_index"),
        Index(None, "programme", "occurrence", "state"),
    )

    id: str = Field(primary_key=True)
    enrolment: str = Field(sa_column_args=to("enrolment.id"))
    programme: str
    pair: str = Field(sa_column_args=to("pair.id"))
    mentee: str = Field(sa_column_args=to("person.id"))
    occurrence: int
    state: str  # sent -> partial -> answered
    thread: str | None = None  # the packet's, once it went out
    token_index: bytes
    reference_index: bytes
    message_index: bytes
    sealed: bytes
    sent_at: datetime
    answered_at: datetime | None = None


class ReplyRow(Row, table=True):
    """One reply to a form: what fitted no question, sealed under its author's key."""

    __tablename__ = "reply"
    __table_args__ = (Index(None, "round"),)

    inbox: str = Field(primary_key=True, sa_column_args=to("inbox.id"))
    round: str = Field(sa_column_args=to("round.id"))
    author: str = Field(sa_column_args=to("person.id"))
    sealed: bytes
    complete: bool
    at: datetime


class AnswerRow(Row, table=True):
    """One version of one answer, sealed under its author's key; the highest version is the current one."""

    __tablename__ = "answer"

    round: str = Field(primary_key=True, sa_column_args=to("round.id"))
    question: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    author: str = Field(sa_column_args=to("person.id"))
    inbox: str
    state: str
    sealed: bytes
    at: datetime


ENROLMENT = table("enrolment")
ROUND = table("round")
REPLY = table("reply")
ANSWER = table("answer")
