"""The local sink: takes everything over SMTP and keeps it, in a process of its own, so that its cost is nobody else's.

Run as `sink.py FOLDER`: prints its port, then serves until its standard input ends. Two files grow in FOLDER:
`arrivals` holds one record a message (monotonic seconds, which all processes of one Linux machine share; the number
after "note " in the message or -1; where its envelope and bytes stand in `spool`).
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from aiosmtpd.smtp import SMTP, Envelope, Session
from serving import serve
from spool import Message, append, read

NOTE = re.compile(rb"note (\d{6})")
RECORD = struct.Struct("dqqq")  # arrived, note, offset, length


class Keep:
    """aiosmtpd's handler: one write per file and message, no parsing."""

    def __init__(self, folder: Path) -> None:
        self.spool = (folder / "spool").open("ab", buffering=0)
        self.arrivals = (folder / "arrivals").open("ab", buffering=0)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802 - aiosmtpd's names
        """Kept, then 250."""
        arrived = time.monotonic()
        raw = envelope.original_content
        offset = self.spool.tell()
        length = append(self.spool, Message(envelope.mail_from, envelope.rcpt_tos[0], raw))
        found = NOTE.search(raw)
        self.arrivals.write(RECORD.pack(arrived, int(found[1]) if found else -1, offset, length))
        return "250 OK"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message at the sink."""

    at: float
    note: int
    offset: int
    length: int


class Sink:
    """The sink's side of the parent: starts it, counts what came, reads it back."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, __file__, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.port = int(self.process.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stdin.close()
        self.process.wait(30)
        self.process.stdout.close()

    def count(self) -> int:
        """How many messages came so far."""
        return (self.folder / "arrivals").stat().st_size // RECORD.size

    def arrivals(self, first: int = 0) -> list[Arrival]:
        """In the order in which they came, from that one on."""
        raw = (self.folder / "arrivals").read_bytes()
        whole = len(raw) - len(raw) % RECORD.size
        return [Arrival(*values) for values in RECORD.iter_unpack(raw[first * RECORD.size : whole])]

    def message(self, arrival: Arrival) -> Message:
        """Its envelope and bytes."""
        with (self.folder / "spool").open("rb") as spool:
            spool.seek(arrival.offset)
            return next(read(spool))

    def wait_for(self, count: int, *, idle_seconds: float = 60) -> None:
        """Returns once that many have arrived in all; TimeoutError when none comes for that long."""
        last, since = self.count(), time.monotonic()
        while last < count:
            time.sleep(0.02)
            if (now := self.count()) != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since > idle_seconds:
                raise TimeoutError(f"only {last} of {count} messages reached the sink; none for {idle_seconds:.0f} s")


if __name__ == "__main__":
    serve(Keep(Path(sys.argv[1])))
