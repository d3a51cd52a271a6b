"""Brings a database to the tables of this version: migrations are shipped in the package and run when it opens."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

HEAD = "0004"  # a test compares it with the newest file in migrations/versions
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_to_head(engine: Engine) -> None:
    """The tables are those of this version; two processes that start together take turns."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('mailbot/migrate'))"))
        if _version(connection) != HEAD:
            _upgrade(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return None if found is None else str(found[0])


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - only a new or an older database pays for its import
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
