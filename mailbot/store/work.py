"""One open transaction with its keys: what every query and every effect works with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Insert, Row, Table
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from mailbot.model.ids import InboxId, PairId, PersonId
from mailbot.model.people import Pair, Participant
from mailbot.store.sealing import SYSTEM, Keyring, person_key

if TYPE_CHECKING:
    from sqlalchemy.sql.base import Executable

Found = Row[Any]  # Core rows are typed by their columns' names alone


@cache
def _insert_into(table: Table) -> Insert:
    return table.insert()


@cache
def _insert_if_new(table: Table, *, on_postgres: bool) -> Insert:
    insert = postgres_insert if on_postgres else sqlite_insert
    return insert(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)


class Work:
    """A transaction on the main database; the keyring has its own, which always commits first."""

    def __init__(self, connection: Connection, keyring: Keyring, *, presence: str = "") -> None:
        self.connection = connection
        self.keyring = keyring
        self.known_people: dict[PersonId, Participant] = {}  # opened in this transaction, until an effect is applied
        self.known_pairs: dict[PairId, Pair] = {}
        self.open_pairs: dict[str, list[Found]] = {}  # of each person, all that they have
        self.locked: dict[InboxId, Found] = {}  # the undecided message that this transaction holds
        self.presence = presence  # of this process, as other machines see it (PostgreSQL)

    @property
    def on_postgres(self) -> bool:
        """Whether other machines may be working on the same rows."""
        return self.connection.dialect.name == "postgresql"

    def one(self, statement: Executable, given: dict[str, Any] | None = None) -> Found | None:
        """The first row, None when there is none."""
        return self.connection.execute(statement, given).first()

    def all(self, statement: Executable, given: dict[str, Any] | None = None) -> Sequence[Found]:
        """Every row."""
        return self.connection.execute(statement, given).all()

    def changed(self, statement: Executable, given: dict[str, Any] | None = None) -> int:
        """How many rows an update or delete touched."""
        return self.connection.execute(statement, given).rowcount

    def insert(self, table: Table, values: dict[str, Any] | list[dict[str, Any]]) -> None:
        """The rows are there; StoreConflict when a unique key says that they were already."""
        self.connection.execute(_insert_into(table), values)

    def insert_new(self, table: Table, values: dict[str, Any]) -> bool:
        """Whether the row is new; False, and no error, when a unique key says that it was there."""
        statement = _insert_if_new(table, on_postgres=self.on_postgres)
        return self.connection.execute(statement, values).rowcount > 0

    def forget(self) -> None:
        """What was opened before is opened anew: an effect may have changed it."""
        self.known_people.clear()
        self.known_pairs.clear()
        self.open_pairs.clear()

    def index(self, value: str | bytes, purpose: str) -> bytes:
        """The blind index of a value."""
        return self.keyring.index(value, purpose)

    def address_index(self, address: str) -> bytes:
        """The blind index of an address, however its letters are cased."""
        return self.keyring.index(address.strip().lower(), "address")

    def indexes(self, values: Iterable[str], purpose: str) -> dict[bytes, str]:
        """The blind indexes of several values, each with its value, in the order given."""
        return {self.keyring.index(value, purpose): value for value in values}

    def seal(self, plain: bytes, *, under: str, table: str, row: str, column: str = "sealed") -> bytes:
        """The words sealed for that place under the key of that name."""
        return self.keyring.sealing_key(under).sealed(plain, table=table, row=row, column=column)

    def unseal(self, sealed: bytes, *, under: str, table: str, row: str, column: str = "sealed") -> bytes:
        """The words in the clear; SealBroken when they do not open there."""
        return self.keyring.opening_key(under).opened(sealed, table=table, row=row, column=column)


def key_of(person: str | None) -> str:
    """The name of the key that seals what that person wrote, or what nobody did."""
    return SYSTEM if person is None else person_key(person)  # type: ignore[arg-type]
