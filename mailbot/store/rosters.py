"""Which version of the rosters has been brought in: a start with the same files opens nobody."""

from __future__ import annotations

from sqlalchemy import delete, select

from mailbot.store.tables import BROUGHT_IN
from mailbot.store.work import Work


class Rosters(Work):
    """Queries about the files that people come from."""

    def is_brought_in(self, fingerprint: str) -> bool:
        """Whether people and pairs stand as in that version of the files."""
        return self.one(select(BROUGHT_IN).where(BROUGHT_IN.c.fingerprint == fingerprint)) is not None

    def note_brought_in(self, fingerprint: str) -> None:
        """From now on they do; "" makes the next start look again."""
        self.connection.execute(delete(BROUGHT_IN))
        if fingerprint:
            self.insert(BROUGHT_IN, {"fingerprint": fingerprint})
