"""The migrations make exactly the tables that the code speaks of, on either database, and are part of the package."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from mailbot.store import migrate
from mailbot.store.engine import content_engine
from mailbot.store.tables import METADATA
from tests.store.cast import NOON
from tests.store.conftest import Opened, with_cast


def config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(migrate.MIGRATIONS))
    return made


def test_autogenerate_finds_no_difference(fresh_database: Opened) -> None:
    store = fresh_database.open()
    with store._engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(config()).get_heads() == [migrate.HEAD]


def test_an_older_database_is_brought_up_and_keeps_its_rows(fresh_database: Opened) -> None:
    engine = content_engine(fresh_database.url)
    with engine.begin() as connection:
        old = config()
        old.attributes["connection"] = connection
        command.upgrade(old, "0001")
        assert not inspect(connection).has_table("round")
    engine.dispose()
    store = with_cast(fresh_database)
    with fresh_database.reopen().begin() as unit:
        assert len(unit.due(now=NOON, limit=9)) == 3
    store.close()


def test_every_migration_can_be_taken_back(fresh_database: Opened) -> None:
    store = fresh_database.open()
    with store._engine.begin() as connection:
        made = config()
        made.attributes["connection"] = connection
        command.downgrade(made, "base")
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
    with fresh_database.reopen().begin() as unit:
        assert sum(unit.counts().inbox.values()) == 0


def test_two_daemons_may_start_on_an_empty_database_together(fresh_database: Opened) -> None:
    with ThreadPoolExecutor(2) as pool:
        stores = [one.result() for one in [pool.submit(fresh_database.open) for _ in range(2)]]
    for store in stores:
        with store.begin() as unit:
            assert unit.due(now=NOON, limit=1) == ()


def test_a_database_at_head_does_not_even_import_the_migrations(
    sqlite: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    sqlite.open()
    monkeypatch.setattr(migrate, "_upgrade", lambda _connection: pytest.fail("migrated again"))
    sqlite.reopen()
