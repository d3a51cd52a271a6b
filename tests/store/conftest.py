from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mailbot.store.store import Store
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


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.services)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opened]:
    url = f"sqlite:///{tmp_path}/mailbot.db" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    opened = Opened(url=url, data=tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(url=f"sqlite:///{tmp_path}/mailbot.db", data=tmp_path)
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


@pytest.fixture
def database_of(tmp_path: Path) -> Callable[[str], Opened]:
    """A database at that URL, for a test that is about one kind of database only."""
    return lambda url: Opened(url=url, data=tmp_path)
