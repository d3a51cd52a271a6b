"""The floor: the least that any relay must do that never loses a message. mailbot is measured against it.

aiosmtpd takes the message, one SQLite commit with synchronous=FULL comes before its 250; then a compat32 parse, a new
message around the same words, and smtplib over a kept connection. No sealing, no rules, no reading, no state.
Run as `floor.py FOLDER SINK_PORT`: prints its port, then serves until its standard input ends.
"""

from __future__ import annotations

import os
import queue
import smtplib
import sqlite3
import sys
import threading
import traceback
from email import message_from_bytes
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import formatdate
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session
from pump import connect
from serving import serve

SENDERS = 4  # as mailbot's [smtp] connections


class Accept:
    """aiosmtpd's handler: commit, then say 250, then hand on."""

    def __init__(self, database: Path, work: queue.SimpleQueue[bytes | None]) -> None:
        self.work = work
        self.database = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
        self.database.execute("PRAGMA journal_mode=WAL")
        self.database.execute("PRAGMA synchronous=FULL")
        self.database.execute("CREATE TABLE inbox (id INTEGER PRIMARY KEY, raw BLOB NOT NULL)")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802 - aiosmtpd's names
        """Committed before the 250."""
        self.database.execute("INSERT INTO inbox (raw) VALUES (?)", (envelope.original_content,))
        self.work.put(envelope.original_content)
        return "250 OK"


def rebuilt(raw: bytes, number: int) -> bytes:
    """A new message around the words of the old one."""
    old = message_from_bytes(raw)
    part = next(p for p in old.walk() if p.get_content_type() == "text/plain")
    new = MIMEText(part.get_payload(decode=True).decode("utf-8", "replace"), "plain", "us-ascii")
    new["From"] = "Your mentor <mentoring@example.org>"
    new["To"] = "mentee@example.net"
    new["Subject"] = str(old["Subject"])
    new["Date"] = formatdate()
    new["Message-ID"] = f"<{number}@example.org>"
    return new.as_bytes(policy=compat32.clone(linesep="\r\n"))


def send(work: queue.SimpleQueue[bytes | None], sink_port: int) -> None:
    smtp = connect(sink_port)
    number = 0
    try:
        while (raw := work.get()) is not None:
            number += 1
            smtp.sendmail("mentoring@example.org", ["mentee@example.net"], rebuilt(raw, number))
        smtp.quit()
    except smtplib.SMTPException:
        traceback.print_exc()
        os._exit(1)  # a floor that lost a message is no floor


def main(folder: Path, sink_port: int) -> None:
    work: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    senders = [threading.Thread(target=send, args=(work, sink_port)) for _ in range(SENDERS)]
    for sender in senders:
        sender.start()
    serve(Accept(folder / "floor.db", work))
    for _ in senders:
        work.put(None)
    for sender in senders:
        sender.join()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
