"""Words that wait for their writer, counts by writer, bounces, and names that a pair wants to exchange."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_QUEUED = "state = 'queued'"
_LIMIT = "template = 'over_limit'"
_WAITS = "settled_at IS NULL"
_DOOMED = "destroy_at IS NOT NULL"
_MOMENTS = (
    ("person", "away_at"),
    ("address", "told_at"),
    ("pair", "mentee_reveal_at"),
    ("pair", "mentor_reveal_at"),
    ("pair", "revealed_at"),
)
_COUNTERS = ("hard_bounces", "soft_bounces")
# What has come back so far stands with the messages themselves.
_KNOWN_BOUNCES = """
INSERT INTO bounce (outbox, permanent, address_id, at)
SELECT id, error LIKE '5%', to_address_id, COALESCE(settled_at, queued_at) FROM outbox
WHERE state = 'sent' AND error <> '' AND to_address_id IS NOT NULL
"""


def upgrade() -> None:
    _withheld()
    op.add_column("inbox", sa.Column("insisted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("inbox", sa.Column("writer_index", sa.LargeBinary(), nullable=True))
    op.add_column("inbox", sa.Column("believed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_inbox_writer", "inbox", ["writer_index", "received_at", "reason", "believed"])
    for table, column in _MOMENTS:
        op.add_column(table, sa.Column(column, sa.DateTime(timezone=True), nullable=True))
    op.add_column("confirmation", sa.Column("pair", sa.String(), nullable=True))
    _partial_index("ix_outbox_queued", "outbox", ["to_person"], _QUEUED)
    _partial_index("ix_outbox_limit", "outbox", ["address_index", "queued_at"], _LIMIT)
    op.create_index("ix_post_author_at", "post", ["author", "at"])
    _bounce()
    _voice()


def downgrade() -> None:
    op.drop_table("voice")
    op.drop_table("bounce")
    for column in _COUNTERS:
        op.add_column("address", sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
    op.drop_index("ix_post_author_at", "post")
    op.drop_index("ix_outbox_limit", "outbox")
    op.drop_index("ix_outbox_queued", "outbox")
    op.drop_column("confirmation", "pair")
    for table, column in reversed(_MOMENTS):
        op.drop_column(table, column)
    op.drop_index("ix_inbox_writer", "inbox")
    op.drop_column("inbox", "believed")
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
    op.create_index("ix_withheld_destroyed_at", "withheld", ["destroyed_at"])


def _bounce() -> None:
    op.create_table(
        "bounce",
        sa.Column("outbox", sa.String(), nullable=False),
        sa.Column("permanent", sa.Boolean(), nullable=False),
        sa.Column("address_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _points_to("outbox", of="bounce"),
        _points_to("address", "address_id", of="bounce"),
        sa.PrimaryKeyConstraint("outbox", "permanent", name="pk_bounce"),
    )
    op.create_index("ix_bounce_address_id_at", "bounce", ["address_id", "at"])
    op.execute(_KNOWN_BOUNCES)
    for column in _COUNTERS:
        op.drop_column("address", column)


def _voice() -> None:
    op.create_table(
        "voice",
        sa.Column("address_index", sa.LargeBinary(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("remembered_at", sa.DateTime(timezone=True), nullable=False),
        _points_to("person", of="voice"),
        sa.PrimaryKeyConstraint("address_index", "person", name="pk_voice"),
    )


def _points_to(table: str, column: str = "", *, of: str = "withheld") -> sa.ForeignKeyConstraint:
    column = column or table
    return sa.ForeignKeyConstraint(
        [column], [f"{table}.id"], name=f"fk_{of}_{column}", initially="DEFERRED", deferrable=True
    )


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
