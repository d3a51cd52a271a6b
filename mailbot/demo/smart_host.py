"""The smart host: takes mail by SMTP, signs what it knows about the sender, puts it into mailboxes or sends it back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.parser import BytesHeaderParser
from email.utils import format_datetime, getaddresses
from typing import cast

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from mailbot.demo.accounts import AUTHSERV_ID, Account, mailbox_of
from mailbot.demo.clock import Clock
from mailbot.demo.postboxes import Postboxes
from mailbot.demo.returned import away_note, delivery_report

# aiosmtpd warns at each login of an attribute that it sets itself; nobody needs to read that in the terminal.
logging.getLogger("mail.log").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One message that went through, for one recipient; `outcome` is "delivered" or the status of its bounce."""

    at: datetime
    account: str  # who logged in to send it; "" for mail from outside and for the server's own
    envelope_from: str
    envelope_to: str
    outcome: str
    raw: bytes


@dataclass  # no slots: aiosmtpd looks at every member, and Python 3.11.2 (Debian 12) chokes on __weakref__ there
class SmartHost:
    """aiosmtpd's handler and authenticator. `refusing` and `away` may be changed from other threads at any time."""

    accounts: dict[str, Account]
    postboxes: Postboxes
    clock: Clock
    refusing: dict[str, tuple[str, str]] = field(default_factory=dict)  # address -> status (RFC 3463), words
    away: dict[str, str] = field(default_factory=dict)  # address -> the note
    passages: list[Passage] = field(default_factory=list)
    meddling: Callable[[Passage], bytes] | None = None  # planted faults: what to deliver instead, b"" for nothing
    believes_everybody: bool = False  # a planted fault: each sender passes for whoever they say they are

    def protocol(self) -> SMTP:
        """A server for one connection. AUTH is offered, not demanded: mail from outside comes without."""
        return SMTP(self, hostname=AUTHSERV_ID, authenticator=self.authenticate, auth_require_tls=False, timeout=60)

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        """Success for an account with its own password. The user name is the address."""
        del server, session, envelope, mechanism
        known = isinstance(data, LoginPassword) and self.accounts.get(data.login.decode("utf-8", "replace").lower())
        if (
            not known
            or not isinstance(data, LoginPassword)
            or data.password.decode("utf-8", "replace") != known.password
        ):
            return AuthResult(success=False, handled=False)
        return AuthResult(success=True, auth_data=known)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (aiosmtpd's name)
        """Each recipient is served before the 250; what cannot be delivered goes back as a report, as relays do."""
        del server
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        login = cast("object", session.auth_data)  # aiosmtpd declares it as None
        by = login if isinstance(login, Account) else None
        sender = (envelope.mail_from or "").replace("<>", "")  # aiosmtpd leaves the brackets of the null path
        number = f"4Q{len(self.passages):05d}"
        signed = self._signed(content, by=by, greeted_as=session.host_name or "unknown", number=number)
        for recipient in envelope.rcpt_tos:
            await self._serve(signed, by=by.address if by else "", sender=sender, recipient=recipient)
        return f"250 2.0.0 Ok: queued as {number}"

    async def _serve(self, signed: bytes, *, by: str, sender: str, recipient: str) -> None:
        address = mailbox_of(recipient)
        unknown = ("5.1.1", f"<{recipient}>: Recipient address rejected: User unknown")
        refusal = self.refusing.get(address) if address in self.accounts else unknown
        passage = Passage(
            at=self.clock(),
            account=by,
            envelope_from=sender,
            envelope_to=recipient,
            outcome=refusal[0] if refusal else "delivered",
            raw=signed,
        )
        self.passages.append(passage)
        if refusal is None:
            await self._deliver(passage)
        elif sender:  # never a report about a report (RFC 5321 6.1)
            await self._return(passage, *refusal)

    async def _deliver(self, passage: Passage) -> None:
        trace = f"Return-Path: <{passage.envelope_from}>\r\nDelivered-To: {passage.envelope_to}\r\n"
        address = mailbox_of(passage.envelope_to)
        raw = self.meddling(passage) if self.meddling else passage.raw
        if raw:
            await self.postboxes.put(address, trace.encode("utf-8") + raw, passage.at)
        note = self.away.get(address)
        if note and passage.envelope_from:
            person = self.accounts[address]
            raw = away_note(
                passage.raw,
                sender=address,
                name=person.name,
                host=person.domain,
                note=note,
                number=self._number(),
                at=passage.at,
            )
            to = _addresses(raw, "To")[0]
            signed = self._signed(raw, by=person, greeted_as=person.domain, number=self._number())
            await self._serve(signed, by=address, sender="", recipient=to)

    async def _return(self, passage: Passage, status: str, why: str) -> None:
        report = delivery_report(
            to=passage.envelope_from,
            recipient=passage.envelope_to,
            status=status,
            why=why,
            original=passage.raw,
            number=self._number(),
            at=passage.at,
        )
        await self._serve(report, by="", sender="", recipient=passage.envelope_from)

    def _number(self) -> str:
        return f"4Q{len(self.passages):05d}"

    def _signed(self, content: bytes, *, by: Account | None, greeted_as: str, number: str) -> bytes:
        authors = _addresses(content, "From")
        owns = self.believes_everybody or (by is not None and (by.role == "bot" or authors == (by.address,)))
        domain = authors[0].rpartition("@")[2] if authors else "unknown"
        login = f"auth=pass smtp.auth={by.address}" if by else "auth=none"
        verdict = f"dmarc={'pass' if owns else 'fail'} header.from={domain}"
        trace = (
            f"Authentication-Results: {AUTHSERV_ID}; {login};\r\n {verdict}\r\n"
            f"Received: from {greeted_as} (localhost [127.0.0.1])\r\n by {AUTHSERV_ID} with ESMTP{'A' if by else ''}"
            f" id {number};\r\n {format_datetime(self.clock())}\r\n"
        )
        return trace.encode("utf-8") + _without_our_verdicts(content)


def _addresses(raw: bytes, header: str) -> tuple[str, ...]:
    values = BytesHeaderParser().parsebytes(raw).get_all(header, [])
    return tuple(address.lower() for _, address in getaddresses([str(value) for value in values]))


def _without_our_verdicts(content: bytes) -> bytes:
    """Headers that claim to be ours are removed from what comes in (RFC 8601 5)."""
    head, gap, body = content.partition(b"\r\n\r\n")
    kept: list[bytes] = []
    dropping = False
    for line in head.split(b"\r\n"):
        if not line.startswith((b" ", b"\t")):
            dropping = line.lower().startswith(b"authentication-results:") and AUTHSERV_ID.encode() in line.lower()
        if not dropping:
            kept.append(line)
    return b"\r\n".join(kept) + gap + body


def by_address(accounts: Sequence[Account]) -> dict[str, Account]:
    """The accounts, to be looked up by address."""
    return {account.address: account for account in accounts}
