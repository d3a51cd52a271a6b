"""T1: a message taken in, sealed under the day's intake key, and how far a mailbox was read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from mailbot.model.effect import InboxState
from mailbot.model.ids import InboxId
from mailbot.store.codec import packed
from mailbot.store.sealing import Keyring, intake_key
from mailbot.store.tables import CURSOR, INBOX
from mailbot.store.work import Work

_UNDECIDED = {
    "state": InboxState.RECEIVED.value,
    "kind": "",
    "reason": "",
    "error_id": "",
    "attempts": 0,
    "released": False,
    "insisted": False,
    "believed": False,
    "taken_by": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """How far an IMAP account was read.

    UIDs up to `ignored` were there before mailbot. It is 0 where nothing was, and where the folder was numbered anew
    since: then such mail came before `started_at`.
    """

    uidvalidity: int
    last_uid: int
    ignored: int
    started_at: datetime | None = None


_RENUMBERED = (
    select(INBOX.c.id)
    .where(INBOX.c.raw_index == bindparam("raw"), INBOX.c.account_index == bindparam("account"))
    .where(INBOX.c.uidvalidity != bindparam("numbering"))
    .limit(1)
)


def raw_index(keyring: Keyring, digest: bytes) -> bytes:
    """The blind index of a message's bytes, of which that is the SHA-256."""
    return keyring.index(digest, "raw")


class Intake(Work):
    """Queries of T1."""

    def take_in(  # noqa: PLR0913 - a message has an envelope and a place in its mailbox
        self,
        *,
        inbox: InboxId,
        raw: bytes,
        envelope_sender: str | None,
        recipients: tuple[str, ...],
        received_at: datetime,
        source: str,
        account: str | None = None,
        uidvalidity: int | None = None,
        uid: int | None = None,
    ) -> bool:
        """Whether the message is new.

        False when that (account, uidvalidity, uid) was taken in before, or, under another UIDVALIDITY, the same bytes
        from the same account.
        """
        digest = hashlib.sha256(raw).digest()
        index = raw_index(self.keyring, digest)
        account_index = None if account is None else self.index(account, "account")
        if account_index is not None and self._is_known(account_index, uidvalidity, index):
            return False
        key = intake_key(received_at.date())
        envelope = packed({"sender": envelope_sender, "recipients": recipients})
        return self.insert_new(
            INBOX,
            _UNDECIDED
            | {
                "id": inbox,
                "source": source,
                "account_index": account_index,
                "uidvalidity": uidvalidity,
                "uid": uid,
                "raw_index": index,
                "delivery_index": self.delivery_index(digest, recipients),
                "key_name": key,
                "raw": self.seal(raw, under=key, table="inbox", row=inbox, column="raw"),
                "envelope": self.seal(envelope, under=key, table="inbox", row=inbox, column="envelope"),
                "size_bytes": len(raw),
                "received_at": received_at,
            },
        )

    def delivery_index(self, digest: bytes, recipients: tuple[str, ...]) -> bytes:
        """The blind index of the same bytes for the same recipients."""
        return self.index(digest + "\0".join(sorted(recipients)).encode("utf-8", "surrogatepass"), "delivery")

    def cursor(self, account: str) -> Cursor | None:
        """How far that account was read, None before the first time."""
        found = self.one(select(CURSOR).where(CURSOR.c.account_index == self.index(account, "account")))
        if found is None:
            return None
        return Cursor(
            uidvalidity=found.uidvalidity,
            last_uid=found.last_uid,
            ignored=found.ignored,
            started_at=found.started_at,
        )

    def set_cursor(
        self,
        account: str,
        *,
        uidvalidity: int,
        last_uid: int,
        ignored: int | None = None,
        started_at: datetime | None = None,
    ) -> None:
        """The account was read up to there; what is None stays as it was."""
        index = self.index(account, "account")
        values = {"uidvalidity": uidvalidity, "last_uid": last_uid}
        optional = {"ignored": ignored, "started_at": started_at}
        given = values | {name: value for name, value in optional.items() if value is not None}
        if not self.changed(update(CURSOR).where(CURSOR.c.account_index == index).values(given)):
            self.insert(CURSOR, {"account_index": index, "ignored": 0} | given)

    def _is_known(self, account_index: bytes, uidvalidity: int | None, raw_index: bytes) -> bool:
        """Whether a renumbered mailbox gave these bytes before; the same numbering is the unique key's affair."""
        given = {"raw": raw_index, "account": account_index, "numbering": uidvalidity}
        return self.one(_RENUMBERED, given) is not None
