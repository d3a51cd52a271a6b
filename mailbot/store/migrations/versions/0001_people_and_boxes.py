"""People, their pairs, and both boxes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ("person", "address", "pair", "inbox", "cursor", "confirmation", "outbox", "automatic_answer")


def upgrade() -> None:
    _person()
    _address()
    _pair()
    _inbox()
    _cursor()
    _confirmation()
    _outbox()
    _automatic_answer()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("participant", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("programme", "participant", name="uq_person_programme_participant"),
    )
    op.create_index("ix_person_state", "person", ["state"])


def _address() -> None:
    op.create_table(
        "address",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("address_index", sa.LargeBinary(), nullable=False),
        sa.Column("domain_index", sa.LargeBinary(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hard_bounces", sa.Integer(), nullable=False),
        sa.Column("soft_bounces", sa.Integer(), nullable=False),
        sa.Column("remembered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"], ["person.id"], name="fk_address_person", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_address"),
    )
    op.create_index("ix_address_address_index", "address", ["address_index"])
    op.create_index("ix_address_domain_index", "address", ["domain_index"])
    op.create_index("ix_address_person", "address", ["person"])


def _pair() -> None:
    op.create_table(
        "pair",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("mentee", sa.String(), nullable=False),
        sa.Column("mentor", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("mentee_accepted", sa.Boolean(), nullable=False),
        sa.Column("mentor_accepted", sa.Boolean(), nullable=False),
        sa.Column("mentee_token_index", sa.LargeBinary(), nullable=False),
        sa.Column("mentor_token_index", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["mentee"], ["person.id"], name="fk_pair_mentee", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["mentor"], ["person.id"], name="fk_pair_mentor", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_pair"),
        sa.UniqueConstraint("mentee_token_index", name="uq_pair_mentee_token_index"),
        sa.UniqueConstraint("mentor_token_index", name="uq_pair_mentor_token_index"),
    )
    op.create_index("ix_pair_mentee_state", "pair", ["mentee", "state"])
    op.create_index("ix_pair_mentor_state", "pair", ["mentor", "state"])
    op.create_index("ix_pair_programme", "pair", ["programme"])


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("error_id", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("released", sa.Boolean(), nullable=False),
        sa.Column("taken_by", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("account_index", sa.LargeBinary(), nullable=True),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=True),
        sa.Column("uid", sa.BigInteger(), nullable=True),
        sa.Column("raw_index", sa.LargeBinary(), nullable=False),
        sa.Column("delivery_index", sa.LargeBinary(), nullable=False),
        sa.Column("key_name", sa.String(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("envelope", sa.LargeBinary(), nullable=True),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("account_index", "uidvalidity", "uid", name="uq_inbox_account_index_uidvalidity_uid"),
    )
    op.create_index("ix_inbox_delivery_index", "inbox", ["delivery_index"])
    op.create_index(
        "ix_inbox_kept",
        "inbox",
        ["received_at"],
        sqlite_where=sa.text("raw IS NOT NULL"),
        postgresql_where=sa.text("raw IS NOT NULL"),
    )
    op.create_index("ix_inbox_key_name", "inbox", ["key_name"])
    op.create_index("ix_inbox_raw_index", "inbox", ["raw_index"])
    op.create_index("ix_inbox_state_received_at", "inbox", ["state", "received_at"])


def _cursor() -> None:
    op.create_table(
        "cursor",
        sa.Column("account_index", sa.LargeBinary(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("last_uid", sa.BigInteger(), nullable=False),
        sa.Column("ignored", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("account_index", name="pk_cursor"),
    )


def _confirmation() -> None:
    op.create_table(
        "confirmation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("address_id", sa.String(), nullable=False),
        sa.Column("inbox", sa.String(), nullable=True),
        sa.Column("token_index", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["address_id"],
            ["address.id"],
            name="fk_confirmation_address_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["inbox"], ["inbox.id"], name="fk_confirmation_inbox", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["person.id"], name="fk_confirmation_person", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_confirmation"),
        sa.UniqueConstraint("token_index", name="uq_confirmation_token_index"),
    )
    op.create_index("ix_confirmation_inbox", "confirmation", ["inbox"])
    op.create_index("ix_confirmation_person_purpose", "confirmation", ["person", "purpose"])


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("address_index", sa.LargeBinary(), nullable=False),
        sa.Column("message_index", sa.LargeBinary(), nullable=False),
        sa.Column("bounce_index", sa.LargeBinary(), nullable=False),
        sa.Column("to_person", sa.String(), nullable=True),
        sa.Column("to_address_id", sa.String(), nullable=True),
        sa.Column("round", sa.String(), nullable=True),
        sa.Column("thread", sa.String(), nullable=True),
        sa.Column("key_name", sa.String(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("envelope", sa.LargeBinary(), nullable=True),
        sa.Column("message_id", sa.LargeBinary(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("worker", sa.String(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["to_address_id"],
            ["address.id"],
            name="fk_outbox_to_address_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["to_person"], ["person.id"], name="fk_outbox_to_person", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("bounce_index", name="uq_outbox_bounce_index"),
        sa.UniqueConstraint("event", "template", "address_index", name="uq_outbox_event_template_address_index"),
        sa.UniqueConstraint("message_index", name="uq_outbox_message_index"),
    )
    op.create_index("ix_outbox_due_at", "outbox", ["due_at"])
    op.create_index(
        "ix_outbox_kept",
        "outbox",
        ["settled_at"],
        sqlite_where=sa.text("raw IS NOT NULL"),
        postgresql_where=sa.text("raw IS NOT NULL"),
    )
    op.create_index("ix_outbox_rank_due_at", "outbox", ["rank", "due_at"])
    op.create_index("ix_outbox_sent_at", "outbox", ["sent_at"])
    op.create_index("ix_outbox_state", "outbox", ["state"])
    op.create_index("ix_outbox_thread", "outbox", ["thread"])
    op.create_index("ix_outbox_to_address_id_state", "outbox", ["to_address_id", "state"])


def _automatic_answer() -> None:
    op.create_table(
        "automatic_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address_index", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_automatic_answer"),
    )
    op.create_index("ix_automatic_answer_address_index_at", "automatic_answer", ["address_index", "at"])
    op.create_index("ix_automatic_answer_at", "automatic_answer", ["at"])
