"""Runs the migrations on the connection that the store lends; there is no other way to run them."""

from __future__ import annotations

from alembic import context

from mailbot.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite alters a table by copying it
)
context.run_migrations()
