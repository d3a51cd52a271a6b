"""The store: one database of sealed rows, opened once, worked on in short transactions.

Start with `tables/` for what is kept, `apply.py` for what a decision can write, `resolve.py` for how a message finds
its conversation. The words of people are only ever in the clear inside a transaction.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, text

from mailbot import eventlog
from mailbot.model.effect import Effect
from mailbot.store.apply import apply_effects
from mailbot.store.confirmations import Confirmations
from mailbot.store.context import Contexts
from mailbot.store.counts import Counting
from mailbot.store.destruction import Destruction
from mailbot.store.engine import content_engine, quick_engine
from mailbot.store.inbox import Inbox
from mailbot.store.intake import Intake, raw_index
from mailbot.store.migrate import bring_to_head
from mailbot.store.outbox import Outbox
from mailbot.store.pairs import Pairs
from mailbot.store.people import People
from mailbot.store.presence import Presence
from mailbot.store.rosters import Rosters
from mailbot.store.rounds import Rounds
from mailbot.store.schedule import Schedule
from mailbot.store.sealing import Keyring
from mailbot.store.sweep import Sweep
from mailbot.store.tokens import Tokens
from mailbot.store.withholding import Withholdings

SLOW_SECONDS = 0.25


class Unit(
    Intake,
    Inbox,
    Contexts,
    Outbox,
    People,
    Pairs,
    Rounds,
    Schedule,
    Confirmations,
    Counting,
    Sweep,
    Rosters,
    Withholdings,
    Destruction,
    Tokens,
):
    """One transaction, with every query and every effect."""

    def apply(self, effects: tuple[Effect, ...], *, now: datetime) -> None:
        """All of those effects are rows now. StoreConflict when a unique key says that one was done before."""
        apply_effects(self, effects, now=now)

    def lock(self, name: str) -> bool:
        """Whether this transaction alone holds the lock of that name; on SQLite every transaction does."""
        if not self.on_postgres:
            return True
        taken = text("SELECT pg_try_advisory_xact_lock(hashtext(:name))")
        return bool(self.connection.scalar(taken, {"name": f"mailbot/{name}"}))


class Store:
    """The database and its keyring. Safe to use from several threads and several processes."""

    def __init__(self, engine: Engine, keyring: Keyring, presence: Presence | None) -> None:
        self._engine = engine
        self._quick = quick_engine(engine.url.render_as_string(hide_password=False)) if presence is None else engine
        self._presence = presence
        self._keyring = keyring
        # SQLite has one writer: threads queue here, in turn, and not in its busy loop, which is unfair and sleeps.
        self._turn = threading.Lock() if engine.dialect.name == "sqlite" else nullcontext()

    @classmethod
    def open(cls, *, database_url: str, data: Path, master_key: bytes) -> Store:
        """The store at that URL, made or migrated as needed. SealBroken when the master key is not its own."""
        is_sqlite = database_url.startswith("sqlite")
        if is_sqlite:
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
        keyring = Keyring.open(data / "keys.db" if is_sqlite else database_url, master_key)
        engine = content_engine(database_url)
        try:
            bring_to_head(engine)
            return cls(engine, keyring, None if is_sqlite else Presence(engine))
        except BaseException:
            engine.dispose()
            keyring.close()
            raise

    @contextmanager
    def begin(self, *, durable: bool = True) -> Iterator[Unit]:
        """One transaction: committed at the end of the block, rolled back when it raises.

        With `durable` it survives a power cut. Without, it survives the death of the process: enough for a lease or
        an attempt, whose loss has something done again that was not done yet.

        StoreConflict says that a unique key was taken, TemporaryFailure that the database did not answer or is full.
        """
        with self._turn:
            started = time.monotonic()
            with (self._engine if durable else self._quick).begin() as connection:
                yield Unit(connection, self._keyring, presence=self._presence.name if self._presence else "")
            seconds = time.monotonic() - started
        if seconds > SLOW_SECONDS:
            eventlog.slow_transaction(seconds=seconds)

    def raw_index(self, raw: bytes) -> bytes:
        """The blind index by which every row with those bytes is found."""
        return raw_index(self._keyring, hashlib.sha256(raw).digest())

    def truncate_log(self) -> bool:
        """Whether no log of SQLite's keeps pages as they were before; False while another process reads."""
        if self._engine.dialect.name != "sqlite":
            return True
        with self._turn, closing(self._engine.raw_connection()) as connection:
            busy, _, _ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def close(self) -> None:
        """Every connection is closed and every key forgotten."""
        if self._presence is not None:
            self._presence.close()
        self._quick.dispose()
        self._engine.dispose()
        self._keyring.close()
