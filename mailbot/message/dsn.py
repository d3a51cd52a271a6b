"""Delivery reports (RFC 3464): who was not reached, with which status, and which of our messages it was.

Servers that write no machine-readable report are read by dsn_text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.message.automatic import is_vacation_subject
from mailbot.message.body_parts import body_kind
from mailbot.message.contents import content
from mailbot.message.dsn_status import best_status, is_permanent
from mailbot.message.dsn_text import failures_in_text
from mailbot.message.headers import Headers, decoded, first, read_headers
from mailbot.message.recipients import addresses_in
from mailbot.message.references import id_lines, own_id
from mailbot.message.structure import Node, children, content_type, parameter, walk
from mailbot.model.ids import MessageId
from mailbot.model.inbound import Delivery

_REPORTS = frozenset({"message/delivery-status", "message/global-delivery-status"})
_RETURNED = frozenset({"message/rfc822", "message/global", "message/global-headers"})
_RETURNED_HEADERS = frozenset({"text/rfc822-headers", "text/rfc822"})
_MAX_TEXT_BYTES = 200_000
_DONE = ("delivered", "relayed", "expanded")  # a success: nothing to tell
_BOUNCE_SUBJECT = re.compile(
    r"undeliver|deliver(?:y|able)|returned|return to sender|fail|error|could not|not (?:yet )?(?:been )?delivered"
    r"|unknown|delayed|rejected|warning|address"
    r"|unzustellbar|nicht zugestellt|zustell|non remis|echec|no entregad|mancata consegna|onbestelbaar"
)


def deliveries(root: Node, headers: Headers, *, from_machine: bool) -> tuple[Delivery, ...]:
    """Every recipient that a report names as not reached or late; empty for a message that is no report.

    `from_machine` (null return path or a daemon's address) allows the guesses about plain text: people forward bounces.
    """
    blocks = list(_recipient_blocks(root))
    if not blocks and not from_machine:  # nearly every message: its text is not looked through
        return ()
    returned = returned_id(root)
    found = [_delivery(block, returned) for block in blocks]
    known = tuple(dict.fromkeys(delivery for delivery in found if delivery is not None))
    if known or not from_machine:
        return known
    listed = addresses_in(",".join(headers.get("x-failed-recipients", ())))  # Exim, Gmail
    subject = decoded(first(headers, "subject")).lower()
    if not listed and (is_vacation_subject(subject) or not _BOUNCE_SUBJECT.search(subject)):
        return ()
    text = _report_text(root)
    failures = failures_in_text(text, frozenset(addresses_in(",".join(_mentioned(headers)))))
    recipients = listed or tuple(failures)
    return tuple(_from_text(recipient, failures.get(recipient, text), returned) for recipient in recipients)


def _mentioned(headers: Headers) -> list[str]:
    return [value for name in ("from", "to", "reply-to", "sender") for value in headers.get(name, ())]


def is_report(root: Node) -> str:
    """The kind of multipart/report (RFC 6522): "delivery-status", "disposition-notification"...; "" for none."""
    if content_type(root) != "multipart/report":
        return ""
    return parameter(root, "report-type").strip().lower() or "unknown"


def returned_id(root: Node) -> MessageId | None:
    """The Message-ID of the message that came back: out of its headers, attached or pasted below the report."""
    for node in walk(root, into_messages=True):
        kind = content_type(node)
        if kind in _RETURNED:
            for inner in children(node):
                if found := own_id(first(read_headers(inner), "message-id")):
                    return found
        elif kind in _RETURNED_HEADERS and (ids := id_lines(_text(node))):
            return ids[0]
    ids = id_lines(_report_text(root))
    return ids[0] if ids else None


def _recipient_blocks(root: Node) -> Iterator[Headers]:
    for node in walk(root, into_messages=True):
        if content_type(node) not in _REPORTS:
            continue
        blocks = [read_headers(child) for child in children(node)]
        yield from (block for block in blocks if "final-recipient" in block or "original-recipient" in block)


def _delivery(block: Headers, returned: MessageId | None) -> Delivery | None:
    if first(block, "action").strip().lower().startswith(_DONE):
        return None
    named = [*addresses_in(first(block, "original-recipient")), *addresses_in(first(block, "final-recipient"))]
    diagnosis = decoded(first(block, "diagnostic-code"))
    status = best_status(first(block, "status"), diagnosis)
    late = first(block, "action").strip().lower().startswith("delay")
    return Delivery(
        recipient=named[0] if named else "",
        status=status,
        permanent=not late and is_permanent(status, diagnosis),
        original_message_id=returned,
    )


def _from_text(recipient: str, reason: str, returned: MessageId | None) -> Delivery:
    status = best_status("", reason)
    return Delivery(
        recipient=recipient,
        status=status,
        permanent=is_permanent(status, reason),
        original_message_id=returned,
    )


def _report_text(root: Node) -> str:
    """The report's own words: its first plain text part, else the HTML with its tags taken out."""
    texts = {body_kind(node): _text(node) for node in reversed(list(walk(root))) if body_kind(node)}
    if "plain" in texts:
        return texts["plain"]
    return re.sub(r"<[^<>]*>", " ", texts.get("html", ""))


def _text(node: Node) -> str:
    return content(node)[:_MAX_TEXT_BYTES].decode("utf-8", "replace")
