"""Who is alive, on PostgreSQL: a worker's claim on an undecided message ends with its connection, not with a clock.

Each store keeps one idle connection. Its process id and start time are its presence; what a worker had taken when it
died is free at once for the others, and a message that two workers read is still decided once (a row lock in T2).
"""

from __future__ import annotations

from sqlalchemy import Engine, Text, literal_column, select, text

_NAME = "pid::text || '/' || extract(epoch from backend_start)::text"

LIVE = (
    select(literal_column(_NAME, Text)).select_from(text("pg_stat_activity")).where(text("backend_start IS NOT NULL"))
)


class Presence:
    """One idle connection, and the name by which others see that it is there."""

    def __init__(self, engine: Engine) -> None:
        self._connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        own = text(f"SELECT {_NAME} FROM pg_stat_activity WHERE pid = pg_backend_pid()")  # noqa: S608 - no values in it
        self.name = str(self._connection.scalar(own))

    def close(self) -> None:
        """Gone: what this worker had taken is anybody's."""
        self._connection.close()
