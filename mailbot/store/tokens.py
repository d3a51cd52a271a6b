"""Whether a token is one of ours: asked at the door, before a message is taken in."""

from __future__ import annotations

from sqlalchemy import BindParameter, bindparam, exists, select

from mailbot.store.tables import CONFIRMATION, OUTBOX, PAIR, ROUND
from mailbot.store.work import Work

_TOKEN: BindParameter[bytes] = bindparam("token")
# One row comes back, found or not, from the unique indexes alone; of two indexes both are looked at in any case.
_KNOWN = {
    "t": select(
        exists().where(PAIR.c.mentee_token_index == _TOKEN), exists().where(PAIR.c.mentor_token_index == _TOKEN)
    ),
    "f": select(exists().where(ROUND.c.token_index == _TOKEN)),
    "b": select(exists().where(OUTBOX.c.bounce_index == _TOKEN)),
    "c": select(exists().where(CONFIRMATION.c.token_index == _TOKEN)),
}


class Tokens(Work):
    """The look-up of guesses: it opens nothing, so that it takes as long for a right one as for a wrong one."""

    def knows_token(self, kind: str, token: str) -> bool:
        """Whether that token was ever given out."""
        return any(self.connection.execute(_KNOWN[kind], {"token": self.index(token, "token")}).one())
