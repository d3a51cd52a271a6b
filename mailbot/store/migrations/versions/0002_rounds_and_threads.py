"""The calendar, the forms with their answers, and the threads."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("enrolment", "round", "answer", "reply", "thread", "post", "post_reference")


def upgrade() -> None:
    _enrolment()
    _round()
    _answer()
    _reply()
    _thread()
    _post()
    _post_reference()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


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
