"""People, their addresses, their pairs, and the questions that wait for their reply."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from mailbot.store.tables.base import Row, table, to


class PersonRow(Row, table=True):
    """One person in one programme. `sealed` is their line of the roster, under their own key."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("programme", "participant"), Index(None, "state"))

    id: str = Field(primary_key=True)
    programme: str
    participant: str
    role: str
    state: str
    sealed: bytes
    away_at: datetime | None = None  # when their mail program last said so
    created_at: datetime
    changed_at: datetime


class AddressRow(Row, table=True):
    """One address of a person, sealed under their key, found by its blind index."""

    __tablename__ = "address"
    __table_args__ = (Index(None, "address_index"), Index(None, "person"), Index(None, "domain_index"))

    id: str = Field(primary_key=True)
    person: str = Field(sa_column_args=to("person.id"))
    state: str
    sealed: bytes
    address_index: bytes
    domain_index: bytes
    number: int  # the person's first, second ... address
    remembered_at: datetime | None = None  # the last reply from it that confirmed a message
    told_at: datetime | None = None  # when the coordinators last heard that it fails
    created_at: datetime
    changed_at: datetime


class VoiceRow(Row, table=True):
    """An address that a person has vouched for by saying YES to a message from it; no words are ever sent to it."""

    __tablename__ = "voice"

    address_index: bytes = Field(primary_key=True)
    person: str = Field(primary_key=True, sa_column_args=to("person.id"))
    remembered_at: datetime


class PairRow(Row, table=True):
    """A mentee and a mentor. `sealed` holds the word and both tokens, under the system key."""

    __tablename__ = "pair"
    __table_args__ = (
        UniqueConstraint("mentee_token_index"),
        UniqueConstraint("mentor_token_index"),
        Index(None, "mentee", "state"),
        Index(None, "mentor", "state"),
        Index(None, "programme"),
    )

    id: str = Field(primary_key=True)
    programme: str
    mentee: str = Field(sa_column_args=to("person.id"))
    mentor: str = Field(sa_column_args=to("person.id"))
    state: str
    mentee_accepted: bool = False
    mentor_accepted: bool = False
    mentee_reveal_at: datetime | None = None
    mentor_reveal_at: datetime | None = None
    revealed_at: datetime | None = None
    mentee_token_index: bytes
    mentor_token_index: bytes
    sealed: bytes
    created_at: datetime
    changed_at: datetime


class ConfirmationRow(Row, table=True):
    """A question that waits for a reply to a +c- address. `sealed` is its token, under the system key."""

    __tablename__ = "confirmation"
    __table_args__ = (
        UniqueConstraint("token_index"),
        Index(None, "inbox"),
        Index(None, "person", "purpose"),
    )

    id: str = Field(primary_key=True)
    purpose: str
    person: str = Field(sa_column_args=to("person.id"))
    address_id: str = Field(sa_column_args=to("address.id"))
    inbox: str | None = Field(default=None, sa_column_args=to("inbox.id"))
    pair: str | None = None
    token_index: bytes
    sealed: bytes
    asked_at: datetime
    settled_at: datetime | None = None


class BroughtInRow(Row, table=True):
    """The version of the schedules and rosters that people and pairs stand as in; one row at most."""

    __tablename__ = "brought_in"

    fingerprint: str = Field(primary_key=True)


PERSON = table("person")
ADDRESS = table("address")
VOICE = table("voice")
PAIR = table("pair")
CONFIRMATION = table("confirmation")
BROUGHT_IN = table("brought_in")
