"""What the flows work with: the ports, the store, the hour, and the programmes of the last good load."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mailbot.decide.desk import Desk
from mailbot.flows.ports import Mailbox, SenderCheck, Submission
from mailbot.model.context import Catalogue, Service
from mailbot.model.mint import Mint
from mailbot.store.store import Store
from mailbot.wording.render import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a provider lets us send; 0 is no limit."""

    per_minute: int = 0
    per_day: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How long bytes are kept: raw mail, bytes of sent messages, copies in the Processed folder."""

    raw: timedelta
    sent: timedelta
    processed: timedelta


@dataclass(slots=True, kw_only=True)
class World:
    """Built once by the daemon; `catalogue` is replaced whole on reload, everything else stays."""

    store: Store
    mailbox: Mailbox | None
    submission: Submission
    service: Service
    catalogue: Catalogue
    wording: Wording
    clock: Callable[[], datetime]
    limits: Limits
    keeping: Keeping
    trusted_authserv_ids: tuple[str, ...]
    worker: str
    senders: ThreadPoolExecutor  # one kept connection to the smart host per thread
    connections: int  # how many threads it has
    from_start: bool = False
    sender_check: SenderCheck | None = None  # [inbound] verify_dkim
    fingerprint: str = ""
    refused_fingerprint: str = field(default="", init=False)
    swept_at: datetime | None = field(default=None, init=False)
    all_moved: bool = field(default=False, init=False)  # nothing that was taken in can still lie in the mailbox
    looked_first: bool = field(default=False, init=False)  # whether it is written down where the mailbox began
    trouble: str = field(default="", init=False)  # why the mailbox could not be read in the last pass

    def now(self) -> datetime:
        """The hour, aware UTC, by the daemon's own clock."""
        return self.clock()

    def desk(self, now: datetime) -> Desk:
        """A fresh desk for one decision, with its own mint."""
        return Desk(
            service=self.service,
            catalogue=self.catalogue,
            wording=self.wording,
            mint=Mint(secrets.token_bytes(32)),
            now=now,
        )

    def new_id(self) -> str:
        """A row id for what is not a decision: a message taken in, an error."""
        return Mint(secrets.token_bytes(32)).row_id()
