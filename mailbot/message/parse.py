"""Raw bytes into an InboundMessage: the blast wall. All is read here, once and guarded; nothing leaves but values.

Over a limit (structure.py) it is a MalformedMessage; whatever else is wrong has a name in `defects`, and the message
goes on: a header that cannot be read is an absent header.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from mailbot.errors import MalformedMessage
from mailbot.message.addressing import domain_of
from mailbot.message.attachments import attachments
from mailbot.message.authresults import verdict
from mailbot.message.automatic import automatic, is_from_machine, return_path
from mailbot.message.body_text import read_bodies
from mailbot.message.dsn import deliveries, is_report
from mailbot.message.headers import Headers, decoded, first, one_line, plain, read_headers
from mailbot.message.receipts import is_read_receipt
from mailbot.message.recipients import addresses_in, recipients_of
from mailbot.message.references import message_ids, own_id
from mailbot.message.sender import header_block, sender_of
from mailbot.message.structure import Node, OverLimit, head_of, read_head, read_tree
from mailbot.message.unreadable import unreadable
from mailbot.model.inbound import Delivery, InboundMessage, Part, Verdict
from mailbot.model.limits import Limits

MAX_ADDRESSED = 500
_DEFAULTS = Limits()


def parse(
    raw: bytes,
    *,
    envelope_sender: str | None = None,
    envelope_recipients: tuple[str, ...] = (),
    trusted_authserv_ids: tuple[str, ...] = (),
    limits: Limits = _DEFAULTS,
) -> InboundMessage:
    """The message as values; of one over a limit only what its headers say, and which limit it is.

    MalformedMessage, the message's own fault, when the bytes cannot be read at all.
    """
    told = _Told(envelope_sender, envelope_recipients, trusted_authserv_ids, limits)
    try:
        try:
            return _message(raw, *read_tree(raw, limits), told)
        except OverLimit as over:
            headers_only = _message(head_of(raw), *read_head(raw), told)
            return replace(headers_only, over_limit=over.what, size_bytes=len(raw), raw=b"")
    except (
        Exception
    ) as fault:  # the wall: the stdlib has raised RecursionError, AttributeError and more on damaged mail
        raise MalformedMessage(f"cannot be read ({type(fault).__name__})") from fault


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known besides the bytes."""

    envelope_sender: str | None
    envelope_recipients: tuple[str, ...]
    trusted: tuple[str, ...]
    limits: Limits


def _message(raw: bytes, root: Node, defects: tuple[str, ...], told: _Told) -> InboundMessage:
    headers = read_headers(root)
    sender, odd_sender = sender_of(headers, header_block(raw))
    recipients, odd_recipients = recipients_of(headers, told.envelope_recipients)
    sent_from = return_path(headers, told.envelope_sender)
    subject = one_line(decoded(first(headers, "subject")))
    address = sender.address if sender else ""
    sign = _automatic(root, headers, sent_from, address, subject)
    bodies = read_bodies(root)
    parts, addressed_to = attachments(root), _addressed_to(headers, most=max(MAX_ADDRESSED, told.limits.addresses + 1))
    sent_at, odd_date = _date(first(headers, "date"))
    return InboundMessage(
        sender=sender,
        recipients=recipients,
        subject=subject,
        message_id=own_id(first(headers, "message-id")),
        in_reply_to=message_ids(first(headers, "in-reply-to")),
        references=message_ids(" ".join(headers.get("references", ()))),
        sent_at=sent_at,
        envelope_sender=sent_from,
        verdict=_verdict(root, told.trusted, address),
        automatic=sign,
        received_count=len(headers.get("received", ())),
        own_loop_marks=tuple(plain(mark) for mark in headers.get("x-loop", ())),
        delivery=_deliveries(root, headers, raw, sent_from) if sign != "challenge" else (),
        unreadable=unreadable(root, subject),
        bodies=bodies,
        parts=parts,
        defects=tuple(
            filter(None, (*defects, odd_sender, odd_recipients, odd_date, *bodies.defects, *_damage(headers, root)))
        ),
        size_bytes=len(raw),
        raw=raw,
        addressed_to=addressed_to,
        over_limit=_beyond(parts, addressed_to, told.limits),
    )


def _beyond(parts: tuple[Part, ...], addressed_to: tuple[str, ...], limits: Limits) -> str:
    """The limit that only shows once the message was read, "" for none."""
    if len(addressed_to) > limits.addresses:
        return "addresses"
    return "decoded" if sum(part.size_bytes for part in parts) > limits.decoded else ""


def _addressed_to(headers: Headers, *, most: int) -> tuple[str, ...]:
    """Each address in To and Cc once, in order: groups, comments and what is no address leave only their addresses."""
    fields = (*headers.get("to", ()), *headers.get("cc", ()))
    return tuple(dict.fromkeys(address for value in fields for address in addresses_in(value)))[:most]


def _automatic(root: Node, headers: Headers, sent_from: str | None, address: str, subject: str) -> str:
    report = is_report(root)
    if is_read_receipt(root, report, subject):
        return "read_receipt"
    return automatic(headers, sent_from, address, subject) or ("report" if report else "")


def _deliveries(root: Node, headers: Headers, raw: bytes, sent_from: str | None) -> tuple[Delivery, ...]:
    return deliveries(root, headers, raw, from_machine=is_from_machine(headers, sent_from))


def _verdict(root: Node, trusted: tuple[str, ...], address: str) -> Verdict:
    if not address or not trusted:
        return Verdict.NONE
    fields = ((name.strip().lower(), value) for name, value in root.raw_items())
    return verdict(fields, trusted, domain_of(address))


def _date(value: str) -> tuple[datetime | None, str]:
    """When it says it was sent, in UTC, and a defect; a date without a zone is taken as UTC (RFC 5322 3.3)."""
    if not value:
        return None, ""
    try:
        stated = parsedate_to_datetime(value)
        return (stated.astimezone(UTC) if stated.tzinfo else stated.replace(tzinfo=UTC)), ""
    except (ValueError, TypeError, OverflowError, IndexError):
        return None, "date"


def _damage(headers: Headers, root: Node) -> tuple[str, ...]:
    """What the stdlib's parser noted, as stable words, and ids that should be single."""
    noted = tuple(dict.fromkeys(type(defect).__name__ for node in (root,) for defect in node.defects))
    return (*noted, *(("message_id_twice",) if len(headers.get("message-id", ())) > 1 else ()))
