"""An in-memory mailbox and smart host that pass the same contract tests as the real gateways.

Flow tests use these; `fail_next` and `refuse` play the faults that a real server shows.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from mailbot.errors import MailbotError, PermanentFailure, TemporaryFailure
from mailbot.flows.ports import Fetched
from mailbot.gateways.wire import has_bare_line_end

_BATCH_BYTES = 25_000_000


def _now() -> datetime:
    return datetime.now(UTC)


class FakeMailbox:
    """A mailbox with an INBOX and a Processed folder; anybody may deliver, from any thread."""

    def __init__(self, account: str = "mentoring@fake/INBOX", *, clock: Callable[[], datetime] = _now) -> None:
        self.processed: list[Fetched] = []
        self.closed = False
        self._account = account
        self._clock = clock
        self._inbox: dict[int, Fetched] = {}
        self._last_uid = 0
        self._validity = 1
        self._faults: deque[MailbotError] = deque()
        self._looked = False
        self._rung = threading.Event()
        self._lock = threading.RLock()

    def deliver(self, raw: bytes, *, arrived_at: datetime | None = None) -> int:
        """The UID of the message that is now in the INBOX."""
        with self._lock:
            self._last_uid += 1
            uid = self._last_uid
            self._inbox[uid] = Fetched(uid=uid, raw=raw, arrived_at=arrived_at or self._clock())
            self._rung.set()
            return uid

    def fail_next(self, *faults: MailbotError) -> None:
        """The next calls raise these, one each."""
        self._faults.extend(faults)

    def clear_inbox(self) -> None:
        """Somebody deleted everything in the INBOX."""
        with self._lock:
            self._inbox.clear()

    def renumber(self) -> None:
        """The server lost its index: a new UIDVALIDITY, and every message has a new UID (RFC 9051 2.3.1.1).

        As with the real gateway, the next call after it fails once, if anybody has looked before.
        """
        with self._lock:
            if self._looked:
                self._faults.append(TemporaryFailure("The mailbox server has numbered the folder anew."))
            self._validity += 1
            messages = list(self._inbox.values())
            self._inbox = {
                uid: Fetched(uid=uid, raw=old.raw, arrived_at=old.arrived_at) for uid, old in enumerate(messages, 1)
            }
            self._last_uid = len(messages)

    @property
    def inbox(self) -> list[Fetched]:
        """What is in the INBOX now, oldest first."""
        with self._lock:
            return [self._inbox[uid] for uid in sorted(self._inbox)]

    @property
    def account(self) -> str:
        return self._account

    def uidvalidity(self) -> int:
        self._maybe_fail()
        return self._validity

    def highest_uid(self) -> int:
        self._maybe_fail()
        with self._lock:
            return max(self._inbox, default=0)

    def fetch_above(self, uid: int, *, limit: int) -> Sequence[Fetched]:
        self._maybe_fail()
        batch: list[Fetched] = []
        size = 0
        for message in self.inbox:
            if message.uid <= uid:
                continue
            size += len(message.raw)
            if len(batch) >= limit or (batch and size > _BATCH_BYTES):
                break
            batch.append(message)
        return batch

    def move_to_processed(self, uids: Sequence[int]) -> None:
        self._maybe_fail()
        with self._lock:
            self.processed += [self._inbox.pop(uid) for uid in uids if uid in self._inbox]

    def expunge_processed(self, before: datetime) -> int:
        self._maybe_fail()
        with self._lock:
            kept = [message for message in self.processed if message.arrived_at >= before]
            gone = len(self.processed) - len(kept)
            self.processed = kept
            return gone

    def destroy_copies(
        self, *, size: int, message_id: str, taken_in_up_to: int, is_original: Callable[[bytes], bool]
    ) -> bool:
        self._maybe_fail()

        def is_copy(message: Fetched) -> bool:
            known = len(message.raw) == size or (bool(message_id) and message_id.encode() in message.raw)
            return known and is_original(message.raw)

        with self._lock:
            self.processed = [message for message in self.processed if not is_copy(message)]
            self._inbox = {
                uid: message for uid, message in self._inbox.items() if uid > taken_in_up_to or not is_copy(message)
            }
        return True

    def wait(self, seconds: float) -> bool:
        self._maybe_fail()
        rang = self._rung.wait(seconds)
        self._rung.clear()
        return rang

    def close(self) -> None:
        self.closed = True

    def _maybe_fail(self) -> None:
        self._looked = True
        if self._faults:
            raise self._faults.popleft()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One message as the smart host has it."""

    envelope_from: str
    envelope_to: str
    raw: bytes


class FakeSubmission:
    """A smart host that keeps what it is given."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.closed = False
        self._faults: deque[MailbotError] = deque()
        self._refused: dict[str, MailbotError] = {}
        self._lock = threading.Lock()

    def fail_next(self, *faults: MailbotError) -> None:
        """The next sends raise these, one each, whoever they are for."""
        self._faults.extend(faults)

    def refuse(self, address: str, fault: MailbotError) -> None:
        """Every send to that address raises this."""
        self._refused[address] = fault

    def send(self, *, envelope_from: str, envelope_to: str, raw: bytes) -> None:
        if has_bare_line_end(raw):
            raise PermanentFailure("5.6.0")
        with self._lock:
            if self._faults:
                raise self._faults.popleft()
            if envelope_to in self._refused:
                raise self._refused[envelope_to]
            self.sent.append(Sent(envelope_from=envelope_from, envelope_to=envelope_to, raw=raw))

    def close(self) -> None:
        self.closed = True
