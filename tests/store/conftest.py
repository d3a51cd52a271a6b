from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mailbot.store.engine import content_engine
from mailbot.store.store import Store
from mailbot.store.tables import METADATA
from tests.services.postgres import Postgres
from tests.store.cast import NOON, cast

MASTER_KEY = bytes(range(32))


@dataclass(slots=True)
class Opened:
    """A database that stores open, one or several, once or again."""

    url: str
    data: Path
    stores: list[Store] = field(default_factory=list)

    def open(self) -> Store:
        store = Store.open(database_url=self.url, data=self.data, master_key=MASTER_KEY)
        self.stores.append(store)
        return store

    def reopen(self) -> Store:
        """As after a crash: nothing that was in memory is left."""
        self.close()
        return self.open()

    def close(self) -> None:
        for store in self.stores:
            store.close()
        self.stores.clear()


@pytest.fixture(scope="session")
def blank_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty, migrated database and its keys: copied for each test, which is quicker than made anew."""
    folder = tmp_path_factory.mktemp("blank")
    Store.open(database_url=f"sqlite:///{folder}/mailbot.db", data=folder, master_key=MASTER_KEY).close()
    return folder


@pytest.fixture(scope="session")
def shared_postgres(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a migrated database that tests use one after the other, each emptying it."""
    url = postgres.new_database()
    Store.open(database_url=url, data=tmp_path_factory.mktemp("unused"), master_key=MASTER_KEY).close()
    return url


def copied_sqlite(blank: Path, folder: Path) -> Opened:
    for name in ("mailbot.db", "keys.db"):
        shutil.copy(blank / name, folder / name)
    return Opened(url=f"sqlite:///{folder}/mailbot.db", data=folder)


def emptied(url: str) -> None:
    """Every row goes; foreign keys are checked at commit, so the order does not matter."""
    engine = content_engine(url)
    with engine.begin() as connection:
        for table in METADATA.tables.values():
            connection.execute(table.delete())
        connection.exec_driver_sql("DELETE FROM mailbot_keys.data_key WHERE name NOT IN ('system', 'index')")
    engine.dispose()


@pytest.fixture
def sqlite(blank_sqlite: Path, tmp_path: Path) -> Iterator[Opened]:
    opened = copied_sqlite(blank_sqlite, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def on_postgres(shared_postgres: str, tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(url=shared_postgres, data=tmp_path)
    yield opened
    opened.close()
    emptied(shared_postgres)


BOTH = [pytest.param("sqlite"), pytest.param("on_postgres", marks=pytest.mark.services)]


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest) -> Opened:
    """A migrated database, on SQLite and on PostgreSQL."""
    opened: Opened = request.getfixturevalue(request.param)
    return opened


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.services)])
def fresh_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opened]:
    """A database without a table."""
    url = f"sqlite:///{tmp_path}/mailbot.db" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    opened = Opened(url=url, data=tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Opened) -> Store:
    """A store with the whole cast in it."""
    return with_cast(database)


def with_cast(opened: Opened) -> Store:
    store = opened.open()
    with store.begin() as unit:
        unit.apply(cast(), now=NOON)
    return store
