"""What every mail program does over the wire: fetch new mail by IMAP, submit by SMTP. Standard library only."""

from __future__ import annotations

import imaplib
import re
import smtplib
import socket
from dataclasses import dataclass

from mailbot.demo.accounts import Account

_TIMEOUT_SECONDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message as a person's IMAP server gave it."""

    uid: int
    raw: bytes


class Inbox:
    """One person's INBOX over one kept connection; remembers what it has fetched."""

    def __init__(self, account: Account, port: int) -> None:
        self._imap = imaplib.IMAP4("127.0.0.1", port, timeout=_TIMEOUT_SECONDS)
        self._imap.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # without: 44 ms a command
        self._imap.login(account.address, account.password)
        self._imap.select("INBOX", readonly=True)
        self._highest = 0

    def fetch_new(self) -> tuple[Letter, ...]:
        """What came in since the last call, oldest first."""
        self._imap.noop()  # pymap shows new mail to a search only after it
        _, found = self._imap.uid("SEARCH", f"UID {self._highest + 1}:*")
        uids = sorted(int(uid) for uid in (found[0] or b"").split())
        letters = tuple(Letter(uid=uid, raw=self._fetch(uid)) for uid in uids if uid > self._highest)
        self._highest = max((letter.uid for letter in letters), default=self._highest)
        return letters

    def _fetch(self, uid: int) -> bytes:
        _, answer = self._imap.uid("FETCH", str(uid), "(BODY.PEEK[])")
        literal = next((item for item in answer if isinstance(item, tuple)), None)
        if literal is None or not re.search(rb"UID %d\b" % uid, b" ".join(literal[:1]) + _tail(answer)):
            raise imaplib.IMAP4.error(f"message {uid} was announced and is not there")
        return bytes(literal[1])

    def close(self) -> None:
        """Logged out."""
        self._imap.logout()


def _tail(answer: list[object]) -> bytes:
    return b" ".join(item for item in answer if isinstance(item, bytes))


def submit(
    raw: bytes, *, port: int, host: str, to: tuple[str, ...], envelope_from: str, account: Account | None
) -> None:
    """The smart host said 250. Without an account it is mail from outside, whose sender nobody vouches for."""
    with smtplib.SMTP("127.0.0.1", port, local_hostname=host, timeout=_TIMEOUT_SECONDS) as smtp:
        if account is not None:
            smtp.login(account.address, account.password)
        smtp.sendmail(envelope_from, list(to), raw)
