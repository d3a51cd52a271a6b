"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "automatic_answer",
    "cursor",
    "inbox",
    "person",
    "address",
    "enrolment",
    "pair",
    "confirmation",
    "outbox",
    "round",
    "answer",
    "reply",
    "thread",
    "post",
    "post_reference",
)


def upgrade() -> None:
    _automatic_answer()
    _cursor()
    _inbox()
    _person()
    _address()
    _enrolment()
    _pair()
    _confirmation()
    _outbox()
    _round()
    _answer()
    _reply()
    _thread()
    _post()
    _post_reference()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


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


def _enrolment() -> None:
    op.create_table(
        "enrolment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("mentee", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("anchor_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_occurrence", sa.Integer(), nullable=False),
        sa.Column("next_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["mentee"], ["person.id"], name="fk_enrolment_mentee", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_enrolment"),
        sa.UniqueConstraint("mentee", name="uq_enrolment_mentee"),
    )
    op.create_index("ix_enrolment_next_due_at", "enrolment", ["next_due_at"])
    op.create_index("ix_enrolment_programme", "enrolment", ["programme"])


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


def _round() -> None:
    op.create_table(
        "round",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("enrolment", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("pair", sa.String(), nullable=False),
        sa.Column("mentee", sa.String(), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=True),
        sa.Column("token_index", sa.LargeBinary(), nullable=False),
        sa.Column("reference_index", sa.LargeBinary(), nullable=False),
        sa.Column("message_index", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["enrolment"], ["enrolment.id"], name="fk_round_enrolment", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["mentee"], ["person.id"], name="fk_round_mentee", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["pair"], ["pair.id"], name="fk_round_pair", initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id", name="pk_round"),
        sa.UniqueConstraint("enrolment", "occurrence", name="uq_round_enrolment_occurrence"),
        sa.UniqueConstraint("message_index", name="uq_round_message_index"),
        sa.UniqueConstraint("reference_index", name="uq_round_reference_index"),
        sa.UniqueConstraint("token_index", name="uq_round_token_index"),
    )
    op.create_index("ix_round_programme_occurrence_state", "round", ["programme", "occurrence", "state"])


def _answer() -> None:
    op.create_table(
        "answer",
        sa.Column("round", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("inbox", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author"], ["person.id"], name="fk_answer_author", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_answer_round", initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("round", "question", "version", name="pk_answer"),
    )


def _reply() -> None:
    op.create_table(
        "reply",
        sa.Column("inbox", sa.String(), nullable=False),
        sa.Column("round", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author"], ["person.id"], name="fk_reply_author", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["inbox"], ["inbox.id"], name="fk_reply_inbox", initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_reply_round", initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("inbox", name="pk_reply"),
    )
    op.create_index("ix_reply_round", "reply", ["round"])


def _thread() -> None:
    op.create_table(
        "thread",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("pair", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("round", sa.String(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author"], ["person.id"], name="fk_thread_author", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["pair"], ["pair.id"], name="fk_thread_pair", initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["round"], ["round.id"], name="fk_thread_round", initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id", name="pk_thread"),
    )
    op.create_index("ix_thread_pair", "thread", ["pair"])


def _post() -> None:
    op.create_table(
        "post",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("inbox", sa.String(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("reference", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author"], ["person.id"], name="fk_post_author", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["thread"], ["thread.id"], name="fk_post_thread", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_post"),
    )
    op.create_index("ix_post_thread_number", "post", ["thread", "number"])


def _post_reference() -> None:
    op.create_table(
        "post_reference",
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("pair", sa.String(), nullable=False),
        sa.Column("message_index", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pair"], ["pair.id"], name="fk_post_reference_pair", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["post"], ["post.id"], name="fk_post_reference_post", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["thread"], ["thread.id"], name="fk_post_reference_thread", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("post", "side", name="pk_post_reference"),
    )
    op.create_index("ix_post_reference_message_index", "post_reference", ["message_index"])
