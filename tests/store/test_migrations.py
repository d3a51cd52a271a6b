"""The migrations make exactly the tables that the code speaks of, on either database, and are part of the package."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, inspect, select

from mailbot.store import migrate
from mailbot.store.engine import content_engine
from mailbot.store.tables import BOUNCE, INBOX, METADATA, PAIR
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


OLD_ROWS: dict[str, list[dict[str, object]]] = {
    "person": [
        {"id": "p", "programme": "northern", "participant": "m01", "role": "mentee", "state": "active", "sealed": b"s"},
        {"id": "q", "programme": "northern", "participant": "t01", "role": "mentor", "state": "active", "sealed": b"s"},
    ],
    "address": [
        {"id": "a", "person": "p", "state": "confirmed", "sealed": b"s", "address_index": b"i", "domain_index": b"d"}
        | {"number": 1, "hard_bounces": 1, "soft_bounces": 1}
    ],
    "pair": [
        {"id": "pair", "programme": "northern", "mentee": "p", "mentor": "q", "state": "live", "mentee_accepted": True}
        | {"mentor_accepted": True, "mentee_token_index": b"1", "mentor_token_index": b"2", "sealed": b"s"}
    ],
    "inbox": [
        {"id": "in", "state": "held", "kind": "post", "reason": "identifiers_found", "error_id": "", "attempts": 1}
        | {"released": False, "taken_by": "", "source": "lmtp", "raw_index": b"r", "delivery_index": b"d"}
        | {"size_bytes": 9, "received_at": NOON}
    ],
    "confirmation": [
        {"id": "c", "purpose": "release", "person": "p", "address_id": "a", "inbox": "in", "token_index": b"t"}
        | {"sealed": b"s", "asked_at": NOON}
    ],
    "outbox": [
        {"id": f"o-{state}{error}", "state": state, "event": f"{state}{error}", "template": "post", "rank": 0}
        | {"address_index": b"i", "message_index": f"m{state}{error}".encode(), "attempts": 1, "worker": ""}
        | {"bounce_index": f"b{state}{error}".encode(), "to_address_id": "a", "message_id": b"s", "error": error}
        | {"queued_at": NOON, "settled_at": NOON if state == "sent" else None}
        for state, error in (("sent", ""), ("sent", "5.1.1"), ("sent", "4.2.2"), ("failed", "5.7.1"), ("queued", "4"))
    ],
}


def old_row(table: str, row: dict[str, object]) -> dict[str, object]:
    return row | ({"created_at": NOON, "changed_at": NOON} if table in ("person", "address", "pair") else {})


def test_a_store_of_the_second_version_keeps_its_rows_and_its_bounces(fresh_database: Opened) -> None:
    engine = content_engine(fresh_database.url)
    with engine.begin() as connection:
        old = config()
        old.attributes["connection"] = connection
        command.upgrade(old, "0003")
        then = MetaData()
        then.reflect(connection)
        for table, rows in OLD_ROWS.items():
            connection.execute(then.tables[table].insert(), [old_row(table, row) for row in rows])
    engine.dispose()
    with fresh_database.open().begin() as unit:
        assert unit.counts().inbox["held"] == 1
        assert unit.counts().outbox == {"queued": 1, "sending": 0, "sent": 3, "failed": 1, "suppressed": 0}
        row = unit.one(select(INBOX))
        assert row is not None
        assert (row.insisted, row.believed, row.writer_index) == (False, False, None)
        bounces = {(row.outbox, row.permanent, row.address_id, row.at) for row in unit.all(select(BOUNCE))}
        assert bounces == {("o-sent5.1.1", True, "a", NOON), ("o-sent4.2.2", False, "a", NOON)}
        pair = unit.one(select(PAIR))
        assert pair is not None
        assert (pair.mentee_reveal_at, pair.mentor_reveal_at, pair.revealed_at) == (None, None, None)
        assert unit.words_that_wait(now=NOON + timedelta(days=99)) == ()


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
