"""One connection of the listener: caps on how many there are, and LMTP's one answer per recipient.

aiosmtpd has neither; it calls itself an LMTP server but answers DATA once.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections import Counter
from typing import Any

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP

from mailbot.gateways.guessing import network_of


class ConnectionCaps:
    """How many connections there are, in all and from one address; used on the event loop only."""

    def __init__(self, *, total: int, per_address: int) -> None:
        self._total = total
        self._per_address = per_address
        self._open: Counter[str] = Counter()

    def admit(self, address: str) -> bool:
        """Whether one more from that address is taken; it is counted then."""
        if self._open.total() >= self._total:
            return False
        if self._open[address] >= self._per_address and not _is_loopback(address):
            return False
        self._open[address] += 1
        return True

    def leave(self, address: str) -> None:
        """One of that address is gone."""
        self._open[address] -= 1
        if self._open[address] <= 0:
            del self._open[address]


class _Capped(SMTP):
    """A session that is turned away with 421 while there are too many."""

    def __init__(self, handler: object, *, caps: ConnectionCaps, **kwargs: Any) -> None:  # noqa: ANN401 - aiosmtpd's
        super().__init__(handler, **kwargs)
        self._caps = caps
        self._address: str | None = None
        self.forwarded_for = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        peer = transport.get_extra_info("peername")
        address = str(peer[0]) if peer else ""
        if not self._caps.admit(address):
            assert isinstance(transport, asyncio.WriteTransport)  # noqa: S101 - a TCP server makes no other
            transport.write(b"421 4.3.2 Too many connections, please try again later\r\n")
            transport.close()
            return
        self._address = address
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        if self._address is None:  # it was turned away: aiosmtpd has never seen it
            return
        self._caps.leave(self._address)
        super().connection_lost(error)

    async def smtp_XFORWARD(self, arg: str) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """The client's own address, told by the MTA in front (Postfix XFORWARD_README); from anybody else refused."""
        if not self.is_behind_mta():
            await self.push("550 5.7.0 Not from here")
            return
        words = dict(word.partition("=")[::2] for word in (arg or "").upper().split())
        self.forwarded_for = network_of(words.get("ADDR", "").removeprefix("IPV6:"))
        await self.push("250 2.0.0 OK")

    def is_behind_mta(self) -> bool:
        """Whether the other end is an MTA of ours: LMTP has no other use, and nobody else is on this machine."""
        return isinstance(self, LMTP) or _is_loopback(self._address or "")

    def source(self, envelope_sender: str) -> str:
        """Who is asking, as far as can be told."""
        if not self.is_behind_mta():
            return network_of(self._address or "")
        return self.forwarded_for or f"{self._address} {envelope_sender.lower()}"

    def eof_received(self) -> bool | None:
        return None if self._address is None else super().eof_received()


class SmtpSession(_Capped):
    """As SMTP has it: one answer to DATA."""


class LmtpSession(_Capped, LMTP):
    """One answer for each accepted recipient after the data (RFC 2033 4.2), also when it was too big."""

    _answers = 0

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - aiosmtpd finds it by this name
        """Everything between the command DATA and its answers."""
        try:
            await super().smtp_DATA(arg)
        finally:
            self._answers = 0

    async def push(self, status: str | bytes) -> None:
        """Send one line of answer, as often as LMTP wants it."""
        line = status if isinstance(status, bytes) else status.encode("ascii")
        if self._answers:
            line, self._answers = b"\r\n".join([line] * self._answers), 0
        elif line.startswith(b"354") and self.envelope:
            self._answers = len(self.envelope.rcpt_tos)
        await super().push(line)


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
