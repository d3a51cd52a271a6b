"""Errors of the database in our own terms, and settings that make a commit survive a power cut."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
import traceback
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from mailbot.errors import StoreConflict, TemporaryFailure
from mailbot.model.programme import Role
from mailbot.store import store as store_module
from mailbot.store.store import Store
from tests.store.cast import NOON, RAW, person, thread_starts
from tests.store.conftest import MASTER_KEY, Opened, with_cast
from tests.store.steps import take


def test_what_is_committed_is_on_the_disk(sqlite: Opened) -> None:
    store = sqlite.open()
    with store.begin() as unit:
        found = {
            name: unit.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    with store._keyring._engine.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"


def test_a_read_only_database_is_a_temporary_failure(sqlite: Opened) -> None:
    store = sqlite.open()
    with store.begin() as unit:
        unit.connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(TemporaryFailure):
            take(unit)


def test_a_full_disk_is_a_temporary_failure_and_nothing_is_half_there(sqlite: Opened) -> None:
    store = sqlite.open()
    with store.begin() as unit:
        pages = unit.connection.exec_driver_sql("PRAGMA page_count").scalar()
        unit.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def overfill() -> None:
        with store.begin() as unit:
            take(unit, "in-1", b"small")
            take(unit, "in-2", b"x" * 1_000_000)

    with pytest.raises(TemporaryFailure):
        overfill()
    store = sqlite.reopen()
    with store.begin() as unit:
        assert sum(unit.counts().inbox.values()) == 0
        assert take(unit, "in-2", b"x" * 1_000_000)


WORD = "zebra" + "finch"  # in two, so that a traceback's source lines do not hold it


def test_a_bug_stays_a_bug_and_shows_no_parameters(database: Opened) -> None:
    store = database.open()
    with pytest.raises(DBAPIError) as caught, store.begin() as unit:
        unit.connection.execute(text("SELECT * FROM nowhere WHERE a = :a"), {"a": WORD})
    assert WORD not in "".join(traceback.format_exception(caught.value))


def test_a_conflict_shows_no_parameters(database: Opened) -> None:
    store = with_cast(database)
    again = person(f"Amelia {WORD}", Role.MENTEE, f"{WORD}@trust.example")
    with pytest.raises(StoreConflict) as caught, store.begin() as unit:
        unit.apply((again,), now=NOON)
    assert WORD not in "".join(traceback.format_exception(caught.value))


def test_a_missing_row_of_another_table_stops_the_commit(database: Opened) -> None:
    store = database.open()
    with pytest.raises(DBAPIError), store.begin() as unit:
        unit.apply((thread_starts(),), now=NOON)
    with store.begin() as unit:
        assert unit.connection.exec_driver_sql("SELECT count(*) FROM thread").scalar() == 0


def test_a_slow_transaction_is_logged(sqlite: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[float] = []
    monkeypatch.setattr(store_module.eventlog, "slow_transaction", lambda *, seconds: seen.append(seconds))
    store = sqlite.open()
    monkeypatch.setattr(store_module, "SLOW_SECONDS", -1.0)
    with store.begin():
        pass
    monkeypatch.setattr(store_module, "SLOW_SECONDS", 9e9)
    with store.begin():
        pass
    assert len(seen) == 1


KILLED = """
    import os, sys
    from pathlib import Path
    from mailbot.store.store import Store
    from tests.store.conftest import MASTER_KEY
    from tests.store.steps import take
    store = Store.open(database_url=sys.argv[1], data=Path(sys.argv[2]), master_key=MASTER_KEY)
    with store.begin() as unit:
        take(unit, "in-1")
    with store.begin() as unit:
        take(unit, "in-2", b"never committed")
        os.kill(os.getpid(), 9)
"""


def test_a_killed_process_leaves_what_it_committed_and_nothing_else(database: Opened) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", textwrap.dedent(KILLED), database.url, str(database.data)]
    assert subprocess.run(command, cwd=root, check=False).returncode == -9
    with database.open().begin() as unit:
        assert unit.counts().inbox["received"] == 1
        assert unit.taken_in("in-1").raw == RAW


def test_a_database_in_the_middle_of_anothers_write_waits(sqlite: Opened) -> None:
    one = sqlite.open()
    other = Store.open(database_url=sqlite.url, data=sqlite.data, master_key=MASTER_KEY)
    sqlite.stores.append(other)
    with one.begin() as unit:
        take(unit)
        # A reader beside it (a backup, say) sees the last commit.
        beside = sqlite3.connect(f"file:{sqlite.data}/mailbot.db?mode=ro", uri=True)
        assert beside.execute("SELECT count(*) FROM inbox").fetchone() == (0,)
        beside.close()
    with other.begin() as unit:
        assert unit.counts().inbox["received"] == 1
