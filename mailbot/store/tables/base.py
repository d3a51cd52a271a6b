"""What all tables share: one metadata, named constraints, foreign keys checked at commit."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import ForeignKey, MetaData, Table
from sqlmodel import SQLModel

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Row(SQLModel):
    """A table's row. Columns typed `bytes` are sealed or blind indexes; times are aware UTC."""

    metadata: ClassVar[MetaData] = METADATA


def to(column: str) -> tuple[ForeignKey]:
    """A foreign key that is checked at commit, so that the effects of one decision may come in any order."""
    return (ForeignKey(column, deferrable=True, initially="DEFERRED"),)


def table(name: str) -> Table:
    """The Core table of that name; its model is already defined."""
    return METADATA.tables[name]
