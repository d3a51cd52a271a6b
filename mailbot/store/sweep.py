"""What was kept long enough goes: raw mail, bytes of sent messages, and the keys of days that nothing needs."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, text, update

from mailbot.model.effect import InboxState
from mailbot.store.tables import AUTOMATIC_ANSWER, INBOX, OUTBOX, WITHHELD
from mailbot.store.work import Work

_KEEP_AUTOMATIC = timedelta(days=8)  # the longest limit counts over a week
# A letter about words that still wait is what its answer quotes; events are "inbox:<id>..." and "waiting:<id>...".
_ASKS_ABOUT_WORDS = (
    select(WITHHELD.c.inbox)
    .where(
        text("withheld.settled_at IS NULL"),
        or_(
            OUTBOX.c.event == "inbox:" + WITHHELD.c.inbox,
            OUTBOX.c.event.startswith("inbox:" + WITHHELD.c.inbox + ":"),
            OUTBOX.c.event.startswith("waiting:" + WITHHELD.c.inbox + ":"),
        ),
    )
    .exists()
)
_ENDED = (InboxState.PROCESSED.value, InboxState.REFUSED.value)


class Sweep(Work):
    """What the sweep does."""

    def purge(self, *, now: datetime, keep_raw: timedelta, keep_sent: timedelta) -> int:
        """How many rows lost their bytes.

        Raw mail of messages that ended, bytes of messages that went out or never will. Intake keys older than
        `keep_raw` are destroyed once no row needs them; held, shunted and undecided messages keep theirs.
        """
        kept = text("raw IS NOT NULL")  # spelt as in the partial indexes, so that purged rows cost nothing
        gone = {"raw": None, "envelope": None, "key_name": None}
        rows = self.changed(
            update(INBOX).where(kept, INBOX.c.received_at < now - keep_raw, INBOX.c.state.in_(_ENDED)).values(gone)
        )
        rows += self.changed(
            update(OUTBOX).where(kept, OUTBOX.c.settled_at < now - keep_sent, ~_ASKS_ABOUT_WORDS).values(gone)
        )
        self.connection.execute(delete(AUTOMATIC_ANSWER).where(AUTOMATIC_ANSWER.c.at < now - _KEEP_AUTOMATIC))
        self._destroy_intake_keys(before=now - keep_raw)
        return rows

    def _destroy_intake_keys(self, *, before: datetime) -> None:
        names = self.keyring.intake_keys(before.date())
        needed = {
            name for name in names if self.one(select(INBOX.c.id).where(INBOX.c.key_name == name).limit(1)) is not None
        }
        if len(needed) < len(names):
            self.keyring.destroy_intake(before.date(), keep=needed)
