"""The keyring: one key per person, per day of intake and for the system, in a database of their own.

Keys are wrapped by the master key. They are kept apart from the content, so that no backup of the content brings back
words whose key was destroyed. The index key of the blind indexes is random and kept here too: the master key can be
changed without touching the content.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from sqlalchemy import Column, Connection, Date, Engine, LargeBinary, MetaData, String, Table, delete, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.schema import CreateSchema

from mailbot.errors import SealBroken
from mailbot.model.ids import PersonId
from mailbot.store.cipher import KEY_BYTES, DataKey
from mailbot.store.engine import keys_engine

SCHEMA = "mailbot_keys"  # on PostgreSQL; SQLite has a file of its own
SYSTEM = "system"
_INDEX = "index"
_BATCH = 500

_KEYS = Table(
    "data_key",
    MetaData(),
    Column("name", String, primary_key=True),
    Column("intake_on", Date, nullable=True, index=True),
    Column("wrapped", LargeBinary, nullable=True),  # NULL: destroyed, and never made anew
)


def person_key(person: PersonId) -> str:
    """The name of a person's key."""
    return f"person:{person}"


def person_of_key(name: str | None) -> PersonId | None:
    """Whose key has that name, None when it is nobody's."""
    kind, _, person = (name or "").partition(":")
    return PersonId(person) if kind == "person" else None


def intake_key(day: date) -> str:
    """The name of the key for what came in on that day (UTC)."""
    return f"intake:{day.isoformat()}"


class Keyring:
    """Data keys by name, unwrapped once and remembered. Safe to use from several threads."""

    def __init__(self, engine: Engine, master_key: bytes) -> None:
        self._engine = engine
        self._master = DataKey(name="master", secret=master_key)
        self._known: dict[str, DataKey] = {}
        self._lock = threading.RLock()
        self._index = self.sealing_key(_INDEX).secret
        self.sealing_key(SYSTEM)

    @classmethod
    def open(cls, url_or_path: str | Path, master_key: bytes) -> Keyring:
        """The keyring in that file or database, made when absent. SealBroken when the master key is not its own."""
        url = str(url_or_path) if "://" in str(url_or_path) else f"sqlite:///{url_or_path}"
        engine = keys_engine(url)
        if engine.dialect.name == "postgresql":
            engine = engine.execution_options(schema_translate_map={None: SCHEMA})
        try:
            _make_table(engine)
            return cls(engine, master_key)
        except BaseException:
            engine.dispose()
            raise

    def close(self) -> None:
        """Every key is forgotten and the connections are closed."""
        with self._lock:
            self._known.clear()
        self._engine.dispose()

    def person(self, person: PersonId) -> DataKey:
        """That person's key, made and committed when absent. SealBroken when it was destroyed."""
        return self.sealing_key(person_key(person))

    def intake(self, day: date) -> DataKey:
        """The key for raw mail of that day, made and committed when absent."""
        return self.sealing_key(intake_key(day))

    def system(self) -> DataKey:
        """The key for what is nobody's words: envelopes, receipts, notices."""
        return self.sealing_key(SYSTEM)

    def index(self, value: str | bytes, purpose: str) -> bytes:
        """The blind index of a value: 32 bytes that only equal values under equal purposes share (HMAC-SHA256)."""
        raw = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
        return hmac.digest(self._index, purpose.encode() + b"\0" + raw, "sha256")

    def sealing_key(self, name: str) -> DataKey:
        """The key of that name, made and committed when absent. SealBroken when it was destroyed."""
        known = self._known.get(name)
        return known if known is not None else self._fetched((name,), make=True)[name]

    def opening_key(self, name: str) -> DataKey:
        """The key of that name. SealBroken when there is none: what it sealed is gone for good."""
        known = self._known.get(name)
        return known if known is not None else self._fetched((name,), make=False)[name]

    def prefetch(self, names: Iterable[str], *, make: bool) -> None:
        """All those keys are known afterwards, in few statements and one commit; with `make`, absent ones exist."""
        wanted = [name for name in dict.fromkeys(names) if name not in self._known]
        for start in range(0, len(wanted), _BATCH):
            self._load(wanted[start : start + _BATCH], make=make)

    def destroy_intake(self, before: date, *, keep: Collection[str] = ()) -> int:
        """How many intake keys of days before that are gone now; those named in `keep` stay."""
        with self._lock, self._engine.begin() as connection:
            names = self.intake_keys(before, connection)
            doomed = [name for name in names if name not in keep]
            for start in range(0, len(doomed), _BATCH):
                connection.execute(delete(_KEYS).where(_KEYS.c.name.in_(doomed[start : start + _BATCH])))
            for name in doomed:
                self._known.pop(name, None)
        return len(doomed)

    def intake_keys(self, before: date, connection: Connection | None = None) -> tuple[str, ...]:
        """The names of the intake keys of days before that."""
        statement = select(_KEYS.c.name).where(_KEYS.c.intake_on < before)
        if connection is not None:
            return tuple(connection.scalars(statement))
        with self._engine.begin() as own:
            return tuple(own.scalars(statement))

    def destroy_person(self, person: PersonId) -> None:
        """That person's words never open again, here or in any backup of the content; no new key is ever made."""
        name = person_key(person)
        with self._lock, self._engine.begin() as connection:
            self._insert(connection, name, None)
            connection.execute(update(_KEYS).where(_KEYS.c.name == name).values(wrapped=None))
            self._known.pop(name, None)

    def _fetched(self, names: tuple[str, ...], *, make: bool) -> dict[str, DataKey]:
        self._load(list(names), make=make)
        for name in names:
            if name not in self._known:
                raise SealBroken(f"the key {name} does not exist or was destroyed")
        return {name: self._known[name] for name in names}

    def _load(self, names: list[str], *, make: bool) -> None:
        """Fetch those keys; the commit comes before their first use, so that nothing is sealed under a lost key."""
        statement = select(_KEYS.c.name, _KEYS.c.wrapped).where(_KEYS.c.name.in_(names))
        with self._lock, self._engine.begin() as connection:
            rows = {row.name: row.wrapped for row in connection.execute(statement)}
            absent = [name for name in names if name not in rows]
            if make and absent:
                for name in absent:
                    self._insert(connection, name, self._wrapped(name, secrets.token_bytes(KEY_BYTES)))
                rows = {row.name: row.wrapped for row in connection.execute(statement)}  # another may have been faster
        with self._lock:
            for name, wrapped in rows.items():
                if wrapped is not None:
                    self._known[name] = self._unwrapped(name, wrapped)

    def _insert(self, connection: Connection, name: str, wrapped: bytes | None) -> None:
        insert = postgres_insert if connection.dialect.name == "postgresql" else sqlite_insert
        kind, _, rest = name.partition(":")
        day = date.fromisoformat(rest) if kind == "intake" else None
        connection.execute(insert(_KEYS).values(name=name, intake_on=day, wrapped=wrapped).on_conflict_do_nothing())

    def _wrapped(self, name: str, secret: bytes) -> bytes:
        return self._master.sealed(secret, table="data_key", row=name, column="wrapped")

    def _unwrapped(self, name: str, wrapped: bytes) -> DataKey:
        secret = self._master.opened(wrapped, table="data_key", row=name, column="wrapped")
        return DataKey(name=name, secret=secret)


def _make_table(engine: Engine) -> None:
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('mailbot_keys'))")
            connection.execute(CreateSchema(SCHEMA, if_not_exists=True))
        _KEYS.metadata.create_all(connection)
