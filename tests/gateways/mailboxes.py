"""The three mailboxes of the contract: Dovecot, pymap in this process, and the fake that flow tests use."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from imapclient import IMAPClient

from mailbot.flows.ports import Mailbox
from mailbot.gateways.credentials import Password
from mailbot.gateways.imap_connection import ImapSettings
from mailbot.gateways.imap_mailbox import ImapMailbox
from mailbot.gateways.tls import TlsMode
from tests.services.fakes import FakeMailbox

SECRET = "secret"


def fresh_name() -> str:
    """A user whom no other test knows."""
    return f"u{uuid.uuid4().hex[:12]}"


class Setting(Protocol):
    """A mailbox and the world's side of it."""

    @property
    def mailbox(self) -> Mailbox: ...
    def put(self, raw: bytes, arrived_at: datetime | None = None) -> None: ...
    def put_processed(self, raw: bytes, arrived_at: datetime) -> None: ...
    def inbox(self) -> list[bytes]: ...
    def processed(self) -> list[bytes]: ...
    def renumber(self) -> None: ...


@dataclass(slots=True, kw_only=True)
class RealSetting:
    """One account of a real IMAP server; the folder is one that can be deleted and made again."""

    mailbox: ImapMailbox
    open_client: Callable[[], IMAPClient]
    folder: str
    processed_folder: str = "Processed"

    def put(self, raw: bytes, arrived_at: datetime | None = None) -> None:
        self._append(self.folder, raw, arrived_at)

    def put_processed(self, raw: bytes, arrived_at: datetime) -> None:
        self._append(self.processed_folder, raw, arrived_at)

    def inbox(self) -> list[bytes]:
        return self.read(self.folder)

    def processed(self) -> list[bytes]:
        return self.read(self.processed_folder)

    def renumber(self) -> None:
        with self.open_client() as client:
            client.delete_folder(self.folder)
            client.create_folder(self.folder)
        self.mailbox.close()

    def read(self, folder: str) -> list[bytes]:
        with self.open_client() as client:
            client.select_folder(folder, readonly=True)
            found = client.fetch(client.search("ALL"), ["BODY.PEEK[]"])
            return [found[uid][b"BODY[]"] for uid in sorted(found)]

    def _append(self, folder: str, raw: bytes, arrived_at: datetime | None) -> None:
        with self.open_client() as client:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            client.append(folder, raw, msg_time=arrived_at or datetime.now(UTC))


@dataclass(slots=True, kw_only=True)
class FakeSetting:
    """The fake, by the same names."""

    mailbox: FakeMailbox

    def put(self, raw: bytes, arrived_at: datetime | None = None) -> None:
        self.mailbox.deliver(raw, arrived_at=arrived_at)

    def put_processed(self, raw: bytes, arrived_at: datetime) -> None:
        self.mailbox.move_to_processed([self.mailbox.deliver(raw, arrived_at=arrived_at)])

    def inbox(self) -> list[bytes]:
        return [message.raw for message in self.mailbox.inbox]

    def processed(self) -> list[bytes]:
        return [message.raw for message in self.mailbox.processed]

    def renumber(self) -> None:
        self.mailbox.clear_inbox()
        self.mailbox.renumber()


def real_setting(port: int, user: str, *, folder: str = "Intake", processed_folder: str = "Processed") -> RealSetting:
    """The gateway in plain text on loopback, and a second way into the same account."""
    settings = ImapSettings(
        host="127.0.0.1", port=port, tls=TlsMode.NONE, username=user, folder=folder,
        processed_folder=processed_folder, timeout_seconds=20,
    )  # fmt: skip

    def open_client() -> IMAPClient:
        client = IMAPClient("127.0.0.1", port=port, ssl=False, timeout=20)
        client.login(user, SECRET)
        return client

    with open_client() as client:
        if not client.folder_exists(folder):
            client.create_folder(folder)
    return RealSetting(
        mailbox=ImapMailbox(settings, Password(secret=SECRET)),
        open_client=open_client,
        folder=folder,
        processed_folder=processed_folder,
    )
