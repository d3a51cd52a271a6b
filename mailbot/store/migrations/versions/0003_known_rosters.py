"""Which version of the rosters has been brought in, so that nobody is opened for a file that has not changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "brought_in",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_brought_in"),
    )


def downgrade() -> None:
    op.drop_table("brought_in")
