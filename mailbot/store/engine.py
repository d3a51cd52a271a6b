"""Database engines, set up for durability: what is committed survives a power cut, and errors carry no parameters."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError

from mailbot.errors import MailbotError, StoreConflict, TemporaryFailure

_BUSY_SECONDS = 30
_SQLITE_UNIQUE = frozenset({"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"})
_SQLITE_PASSING = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY")
_SQLITE_DAMAGED = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_POSTGRES_UNIQUE = "23505"  # unique_violation

# What is destroyed is overwritten in the file too. FAST would leave it on free pages, and so would a message that is
# sealed anew; the cost is below a tenth of a message's.
_CONTENT_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
# A rollback journal and not WAL: a log would keep the pages of destroyed keys until its next checkpoint.
_KEYS_PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA", "secure_delete=ON")


def content_engine(url: str) -> Engine:
    """The engine of the main database. On SQLite each transaction takes the write lock when it begins."""
    return _engine(url, pragmas=_CONTENT_PRAGMAS)


def quick_engine(url: str) -> Engine:
    """The main database for what may be lost in a power cut, but not when the process dies: leases and attempts.

    In a write-ahead log NORMAL leaves out the wait for the disk; the next FULL commit takes these along.
    """
    return _engine(url, pragmas=tuple(pragma.replace("=FULL", "=NORMAL") for pragma in _CONTENT_PRAGMAS))


def keys_engine(url: str) -> Engine:
    """The engine of the keys' own database."""
    return _engine(url, pragmas=_KEYS_PRAGMAS)


def _engine(url: str, *, pragmas: tuple[str, ...]) -> Engine:
    if url.startswith("sqlite"):
        engine = create_engine(url, hide_parameters=True, connect_args={"timeout": _BUSY_SECONDS})
        _prepare_sqlite(engine, pragmas)
    else:
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
    event.listen(engine, "handle_error", _in_our_terms)
    return engine


def _prepare_sqlite(engine: Engine, pragmas: tuple[str, ...]) -> None:
    def on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
        connection.isolation_level = None  # sqlite3 would begin late, and deferred
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def on_begin(connection: Connection) -> None:
        # The write lock first: two that both read and then want to write would each refuse to wait for the other.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)


def _in_our_terms(context: ExceptionContext) -> None:
    """A taken key is a StoreConflict, a database that does not answer a TemporaryFailure; anything else stays a bug."""
    error = context.sqlalchemy_exception
    if isinstance(error, IntegrityError) and _is_unique(error.orig):
        raise StoreConflict("this was already done") from None
    if isinstance(error, OperationalError | InterfaceError) and _may_pass(error.orig):
        raise TemporaryFailure("the database is busy, full or away; the same thing is tried again later") from None
    if str(getattr(context.original_exception, "sqlite_errorname", "")).startswith(_SQLITE_DAMAGED):
        raise MailbotError(
            "the database file is damaged, or it is no database; put the last backup of the data folder in its place"
        ) from None


def _is_unique(original: object) -> bool:
    return (
        getattr(original, "sqlite_errorname", "") in _SQLITE_UNIQUE
        or getattr(original, "sqlstate", "") == _POSTGRES_UNIQUE
    )


def _may_pass(original: object) -> bool:
    """Whether waiting can help. SQLite calls a misspelt table an operational error too, and that is a bug."""
    code = str(getattr(original, "sqlite_errorname", ""))
    return not code or code.startswith(_SQLITE_PASSING)
