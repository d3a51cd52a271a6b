"""What the flows need of the world: the gateways implement these, the tests' fakes pass the same contract tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from mailbot.model.context import Catalogue
from mailbot.model.fetched import Fetched
from mailbot.model.inbound import Verdict

__all__ = ["Fetched", "Mailbox", "SenderCheck", "Submission"]


class Mailbox(Protocol):
    """The bot's IMAP mailbox. Every call may raise TemporaryFailure; the next call connects anew by itself."""

    @property
    def account(self) -> str:
        """Which account this is, for the cursor's key: "user@host/folder", never logged."""

    def uidvalidity(self) -> int:
        """The folder's UIDVALIDITY (RFC 9051 2.3.1.1)."""

    def highest_uid(self) -> int:
        """The highest UID in the folder now, 0 when it is empty."""

    def fetch_above(self, uid: int, *, limit: int) -> Sequence[Fetched]:
        """The next messages above that UID, lowest first, at most `limit` of them and about 25 MB in all."""

    def move_to_processed(self, uids: Sequence[int]) -> None:
        """Those messages leave the folder for Processed, in one command; nothing when `uids` is empty."""

    def expunge_processed(self, before: datetime) -> int:
        """How many copies older than that were expunged from Processed (and from the provider's Sent)."""

    def destroy_copies(
        self, *, size: int, message_id: str, taken_in_up_to: int, is_original: Callable[[bytes], bool]
    ) -> bool:
        """Whether no copy of that message is left, in Processed or among what was taken in of the folder.

        Copies are found by their size and Message-ID ("" where it has none), and nothing goes of which `is_original`
        does not say that it is the same, byte for byte.
        """

    def wait(self, seconds: float) -> bool:
        """Whether the server rang (IDLE) within that time; without IDLE, False after it."""

    def close(self) -> None:
        """The connection is closed; never raises."""


class Submission(Protocol):
    """The smart host, over one kept connection per calling thread."""

    def send(self, *, envelope_from: str, envelope_to: str, raw: bytes) -> None:
        """The smart host said 250. Else TemporaryFailure (4xx, no answer) or PermanentFailure (5xx)."""

    def close(self) -> None:
        """The connections are closed; never raises."""


class SenderCheck(Protocol):
    """A check of our own on who sent a message; it asks DNS."""

    def verdict(self, raw: bytes, address: str) -> Verdict:
        """PASS when the message proves by itself that it is from that address's organisation, else NONE."""


class Schedules(Protocol):
    """The folder that coordinators edit."""

    def fingerprint(self) -> str:
        """A hash of everything in it: the same as long as nothing was edited."""

    def load(self) -> Catalogue:
        """Every programme; ConfigError with all faults of all files."""
