"""Words that wait for their writer, counts by writer, and names that a pair wants to exchange."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_QUEUED = "state = 'queued'"
_WAITS = "settled_at IS NULL"
_DOOMED = "destroy_at IS NOT NULL"
_MOMENTS = (
    ("person", "away_at"),
    ("pair", "mentee_reveal_at"),
    ("pair", "mentor_reveal_at"),
    ("pair", "revealed_at"),
)


def upgrade() -> None:
    _withheld()
    op.add_column("inbox", sa.Column("insisted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("inbox", sa.Column("writer_index", sa.LargeBinary(), nullable=True))
    op.create_index("ix_inbox_writer", "inbox", ["writer_index", "received_at", "reason"])
    for table, column in _MOMENTS:
        op.add_column(table, sa.Column(column, sa.DateTime(timezone=True), nullable=True))
    op.add_column("confirmation", sa.Column("pair", sa.String(), nullable=True))
    _partial_index("ix_outbox_queued", "outbox", ["to_person"], _QUEUED)


def downgrade() -> None:
    op.drop_index("ix_outbox_queued", "outbox")
    op.drop_column("confirmation", "pair")
    for table, column in reversed(_MOMENTS):
        op.drop_column(table, column)
    op.drop_index("ix_inbox_writer", "inbox")
    op.drop_column("inbox", "writer_index")
    op.drop_column("inbox", "insisted")
    op.drop_table("withheld")


def _withheld() -> None:
    op.create_table(
        "withheld",
        sa.Column("inbox", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("pair", sa.String(), nullable=False),
        sa.Column("round", sa.String(), nullable=True),
        sa.Column("places", sa.String(), nullable=False),
        sa.Column("patient", sa.Boolean(), nullable=False),
        sa.Column("firm", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("destroy_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("destroyed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("original_id", sa.LargeBinary(), nullable=True),
        _points_to("inbox"),
        _points_to("person"),
        _points_to("pair"),
        _points_to("round"),
        sa.PrimaryKeyConstraint("inbox", name="pk_withheld"),
    )
    _partial_index("ix_withheld_waiting", "withheld", ["pair", "person"], _WAITS)
    _partial_index("ix_withheld_asked", "withheld", ["asked_at"], _WAITS)
    _partial_index("ix_withheld_doomed", "withheld", ["destroy_at"], _DOOMED)


def _points_to(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [table], [f"{table}.id"], name=f"fk_withheld_{table}", initially="DEFERRED", deferrable=True
    )


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
