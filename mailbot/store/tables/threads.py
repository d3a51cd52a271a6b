"""Conversations of pairs: their posts, and each post's Message-ID on either side."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from mailbot.store.tables.base import Row, table, to


class ThreadRow(Row, table=True):
    """One conversation. `sealed` is its subject, under the key of who began it."""

    __tablename__ = "thread"
    __table_args__ = (Index(None, "pair"),)

    id: str = Field(primary_key=True)
    pair: str = Field(sa_column_args=to("pair.id"))
    author: str = Field(sa_column_args=to("person.id"))
    round: str | None = Field(default=None, sa_column_args=to("round.id"))
    sealed: bytes
    started_at: datetime


class PostRow(Row, table=True):
    """One message of a thread. `sealed` is its text, under its author's key; `reference` is under the system key."""

    __tablename__ = "post"
    __table_args__ = (Index(None, "thread", "number"), Index(None, "author", "at"))

    id: str = Field(primary_key=True)
    thread: str = Field(sa_column_args=to("thread.id"))
    author: str = Field(sa_column_args=to("person.id"))
    inbox: str | None = None
    number: int  # in the thread, from 1
    sealed: bytes
    reference: bytes
    at: datetime


class PostReferenceRow(Row, table=True):
    """A post's Message-ID as one side's mail program knows it. Not unique: the writer's own id is theirs to choose."""

    __tablename__ = "post_reference"
    __table_args__ = (Index(None, "message_index"),)

    post: str = Field(primary_key=True, sa_column_args=to("post.id"))
    side: str = Field(primary_key=True)
    thread: str = Field(sa_column_args=to("thread.id"))
    pair: str = Field(sa_column_args=to("pair.id"))
    message_index: bytes


THREAD = table("thread")
POST = table("post")
POST_REFERENCE = table("post_reference")
