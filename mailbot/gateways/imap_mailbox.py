"""The bot's mailbox over IMAP (RFC 9051, and 3501 servers): fetch above a cursor, move to Processed, wait for mail.

Nothing here decides anything. Flags mean nothing, so other clients may read along; the cursor is the caller's.
"""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from imapclient import IMAPClient
from imapclient.imapclient import SENT

from mailbot.errors import MailbotError, TemporaryFailure
from mailbot.gateways.credentials import Credential
from mailbot.gateways.imap_connection import ImapSettings, connect, disconnect, failures_sorted, wake
from mailbot.gateways.imap_folders import (
    Sought,
    delete,
    destroy_everywhere,
    ensure_folder,
    expunge_older_than,
    special_folder,
)
from mailbot.model.fetched import Fetched

_COMMAND_UIDS = 500  # servers limit the length of a command line
_SEARCH_WIDTH = 50_000  # imaplib refuses lines over 1 MB: about 100,000 UIDs
_OWN_HEADER = "X-Loop"  # every message of ours has it: a person's own sent mail is left alone
_FIRST_IDLE_SECONDS = 1.0
_WAKE_SECONDS = 0.1
_IDLE_SECONDS = 30.0


class ImapMailbox:
    """The Mailbox port on one IMAP account; calls from several threads take turns.

    After any failure the connection is dropped and the next call makes a new one. When the server has numbered the
    folder anew meanwhile (another UIDVALIDITY), exactly one call fails for it, so that no UID is taken for another.
    """

    def __init__(self, settings: ImapSettings, credential: Credential) -> None:
        self._settings = settings
        self._credential = credential
        self._client: IMAPClient | None = None
        self._known_validity: int | None = None
        self._looked_up_to: int | None = None
        self._lock = threading.RLock()
        self._closing = threading.Event()

    @property
    def account(self) -> str:
        """As in the port: the key of the cursor."""
        return f"{self._settings.username}@{self._settings.host}/{self._settings.folder}"

    def uidvalidity(self) -> int:
        """As in the port; of the folder as it was when we connected."""
        with self._connected():
            if self._known_validity is None:
                raise TemporaryFailure("The mailbox server gave no UIDVALIDITY.")
            return self._known_validity

    def highest_uid(self) -> int:
        """As in the port."""
        with self._connected() as client:
            return _highest_uid(client)

    def fetch_above(self, uid: int, *, limit: int) -> Sequence[Fetched]:
        """As in the port; a message that disappears while we look is left out."""
        with self._connected() as client:
            highest = _highest_uid(client)
            for lowest in range(uid + 1, highest + 1, _SEARCH_WIDTH):
                last = min(lowest + _SEARCH_WIDTH - 1, highest)
                found = sorted(client.search(["UID", f"{lowest}:{last}"]))
                while found:
                    wanted = self._within_size(client, found[:limit])
                    batch = _fetch(client, wanted)
                    self._looked_up_to = wanted[-1]
                    if batch:
                        return batch
                    found = found[len(wanted) :]
            self._looked_up_to = max(uid, highest)
            return ()

    def move_to_processed(self, uids: Sequence[int]) -> None:
        """As in the port; UIDs that are gone are passed over."""
        with self._connected() as client:
            for some in _in_commands(uids):
                if client.has_capability("MOVE"):
                    client.move(some, self._settings.processed_folder)
                else:
                    client.copy(some, self._settings.processed_folder)
                    delete(client, some)

    def expunge_processed(self, before: datetime) -> int:
        """As in the port, by INTERNALDATE, to the second."""
        with self._connected() as client:
            sent = special_folder(client, SENT)
            try:
                gone = expunge_older_than(client, self._settings.processed_folder, before)
                if sent:
                    gone += expunge_older_than(client, sent, before, header=_OWN_HEADER)
            finally:
                client.select_folder(self._settings.folder)
            return gone

    def destroy_copies(
        self, *, size: int, message_id: str, taken_in_up_to: int, is_original: Callable[[bytes], bool]
    ) -> bool:
        """As in the port; without UIDPLUS a copy may have to stay, marked as deleted, until the next time."""
        sought = Sought(size=size, message_id=message_id, is_it=is_original)
        folder, processed = self._settings.folder, self._settings.processed_folder
        with self._connected() as client:
            try:
                return destroy_everywhere(client, sought, [processed], inbox=folder, up_to=taken_in_up_to)
            finally:
                client.select_folder(folder)

    def wait(self, seconds: float) -> bool:
        """As in the port; True at once when something came since the last look. `close` ends the wait."""
        deadline = time.monotonic() + seconds
        if self._closing.is_set():
            return False
        try:
            with self._connected() as client:
                if self._looked_up_to is not None and _highest_uid(client) > self._looked_up_to:
                    return True
                if client.has_capability("IDLE"):
                    return _rang(client, deadline)
        except MailbotError:
            if self._closing.is_set():
                return False
            raise
        self._closing.wait(max(0.0, deadline - time.monotonic()))
        return False

    def close(self) -> None:
        """As in the port; a `wait` in another thread ends with False."""
        self._closing.set()
        while not self._lock.acquire(timeout=_WAKE_SECONDS):
            if (client := self._client) is not None:  # None while another thread connects: then it is woken afterwards
                wake(client)
        try:
            self._drop()
        finally:
            self._lock.release()

    @contextmanager
    def _connected(self) -> Iterator[IMAPClient]:
        """The connection, fresh where there was none; dropped after any failure."""
        with self._lock:
            try:
                if self._client is None:
                    self._closing.clear()
                    self._client = connect(self._settings, self._credential)
                    self._select(self._client)
                with failures_sorted():
                    yield self._client
            except BaseException:
                self._drop()
                raise

    def _select(self, client: IMAPClient) -> None:
        with failures_sorted():
            ensure_folder(client, self._settings.processed_folder)
            answer = client.select_folder(self._settings.folder)
        validity = answer.get(b"UIDVALIDITY")
        known, self._known_validity = self._known_validity, validity
        if known is not None and known != validity:
            self._looked_up_to = None
            raise TemporaryFailure("The mailbox server has numbered the folder anew; we start over with it.")

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            disconnect(client)

    def _within_size(self, client: IMAPClient, uids: Sequence[int]) -> list[int]:
        """The first of them, at least one, that are together within the batch's size."""
        sizes = client.fetch(uids, ["RFC822.SIZE"])
        total = 0
        wanted: list[int] = []
        for uid in uids:
            total += sizes.get(uid, {}).get(b"RFC822.SIZE", 0)
            if wanted and total > self._settings.batch_bytes:
                break
            wanted.append(uid)
        return wanted


def _highest_uid(client: IMAPClient) -> int:
    client.noop()  # pymap, and servers that cache a view, show new mail to a search only after it
    return max(client.search(["UID", "*"]), default=0)


def _fetch(client: IMAPClient, uids: Sequence[int]) -> list[Fetched]:
    found = client.fetch(uids, ["BODY.PEEK[]", "INTERNALDATE"])
    return [
        Fetched(uid=uid, raw=found[uid][b"BODY[]"], arrived_at=found[uid][b"INTERNALDATE"].astimezone(UTC))
        for uid in uids
        if found.get(uid, {}).get(b"BODY[]") is not None
    ]


def _in_commands(uids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (uids[start : start + _COMMAND_UIDS] for start in range(0, len(uids), _COMMAND_UIDS))


def _rang(client: IMAPClient, deadline: float) -> bool:
    """Whether EXISTS came before the deadline; "still here" is no ring.

    imapclient's idle_check breaks off in the middle of a line that arrives in two pieces (pymap sends such). Here the
    socket is only watched, and what was said is read after DONE. Short turns, because a word that came together with
    the server's go-ahead is in a buffer, where nobody sees it; and because a dead line must be noticed.
    """
    turn = _FIRST_IDLE_SECONDS
    while (left := deadline - time.monotonic()) > 0:
        client.idle()
        _wait_readable(client.socket(), min(left, turn))
        _, said = client.idle_done()
        if any(b"EXISTS" in words for words in said):
            return True
        turn = _IDLE_SECONDS
    return False


def _wait_readable(sock: socket.socket, seconds: float) -> None:
    poller = select.poll()
    poller.register(sock, select.POLLIN)
    poller.poll(seconds * 1000)
