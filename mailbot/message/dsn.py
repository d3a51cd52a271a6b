"""Delivery reports (RFC 3464): who was not reached, with which status, and which of our messages it was.

Servers that write no machine-readable report are read by dsn_text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.message.body_parts import body_kind
from mailbot.message.contents import content
from mailbot.message.dsn_detectors import detected
from mailbot.message.dsn_signs import Sign, bounce_sign
from mailbot.message.dsn_status import best_status, is_generic, is_late, is_permanent
from mailbot.message.dsn_text import failures_in_text, opens_as_reports_do, single_failure_in_text
from mailbot.message.headers import Headers, decoded, first, plain, read_headers
from mailbot.message.recipients import addresses_in
from mailbot.message.references import id_lines, own_id
from mailbot.message.structure import Node, children, content_type, parameter, walk
from mailbot.model.ids import MessageId
from mailbot.model.inbound import Delivery

_REPORTS = frozenset({"message/delivery-status", "message/global-delivery-status"})
_RETURNED = frozenset({"message/rfc822", "message/global", "message/global-headers"})
_RETURNED_HEADERS = frozenset({"text/rfc822-headers", "text/rfc822"})
_MAX_TEXT_BYTES = 200_000
_MOST_WORDS = 4_000  # in which the reason is looked for, for each recipient anew
_MOST_RECIPIENTS = 100
_LONGEST_ADDRESS = 254
_FIRST_LINES = 4
_DONE = ("delivered", "relayed", "expanded")  # a success: nothing to tell


def deliveries(root: Node, headers: Headers, raw: bytes, *, from_machine: bool) -> tuple[Delivery, ...]:
    """Every recipient that a report names as not reached or late; empty for a message that is no report.

    `from_machine` (null return path or a daemon's address) allows the guesses about plain text: people forward bounces.
    A report that names nobody has one entry with the recipient "".
    """
    sign = bounce_sign(headers, is_report(root), from_machine=from_machine)
    # Of a report inside a forwarded message, or one that a person attaches, it is not told that it came to us.
    if (is_report(root) or from_machine) and (blocks := list(_recipient_blocks(root, from_machine=from_machine))):
        return _told_in_blocks(root, blocks)
    if sign is Sign.NONE:  # nearly every message: its text is not looked through
        return ()
    text = report_text(root)
    if sign is Sign.WEAK and not opens_as_reports_do(text, _FIRST_LINES):
        return ()
    returned = returned_id(root)
    listed = tuple(dict.fromkeys(addresses_in(",".join(headers.get("x-failed-recipients", ())))))  # Exim, Gmail
    ignored = frozenset(addresses_in(",".join(_mentioned(headers))))
    failures = failures_in_text(text, ignored)
    recipients = listed or tuple(failures)
    if not recipients:
        recipients = tuple(one for one in detected(raw) if one not in ignored)
    if not recipients:
        failures = single_failure_in_text(text, ignored)
        recipients = tuple(failures)
    if not recipients and sign is Sign.STRONG and opens_as_reports_do(text):
        recipients = ("",)
    why = text[:_MOST_WORDS]
    late = is_late(why)
    named = recipients[:_MOST_RECIPIENTS]
    return tuple(_from_text(one, failures.get(one, why), returned, late=late) for one in named)


def _told_in_blocks(root: Node, blocks: list[Headers]) -> tuple[Delivery, ...]:
    returned, text = returned_id(root), report_text(root)[:_MOST_WORDS]
    found = (_delivery(block, text, returned) for block in blocks[:_MOST_RECIPIENTS])
    return tuple(dict.fromkeys(delivery for delivery in found if delivery is not None))


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
    ids = id_lines(report_text(root))
    return ids[0] if ids else None


def _recipient_blocks(root: Node, *, from_machine: bool) -> Iterator[Headers]:
    for node in walk(root, into_messages=from_machine):
        if content_type(node) not in _REPORTS:
            continue
        blocks = [read_headers(child) for child in children(node)]
        yield from (block for block in blocks if "final-recipient" in block or "original-recipient" in block)


def _delivery(block: Headers, text: str, returned: MessageId | None) -> Delivery | None:
    action = first(block, "action").strip().lower()
    if action.startswith(_DONE):
        return None
    named = [*_named(first(block, "original-recipient")), *_named(first(block, "final-recipient"))]
    diagnosis = decoded(first(block, "diagnostic-code"))
    status = best_status(first(block, "status"), diagnosis)
    late = action.startswith("delay")
    if not late and not diagnosis.strip() and is_generic(status):  # then only the words for people say why
        diagnosis = text
    return Delivery(
        recipient=named[0] if named else "",
        status=status,
        permanent=not late and is_permanent(status, diagnosis),
        original_message_id=returned,
    )


def _named(value: str) -> tuple[str, ...]:
    """The address of a recipient field; one that is none by the book is taken as the server wrote it."""
    written = plain(value).rpartition(";")[2].strip().strip("<>").lower()
    is_one = "@" in written.strip("@") and " " not in written and len(written) <= _LONGEST_ADDRESS
    return addresses_in(value) or ((written,) if is_one else ())


def _from_text(recipient: str, reason: str, returned: MessageId | None, *, late: bool) -> Delivery:
    status = "4.0.0" if late and is_generic(best_status("", reason)) else best_status("", reason)
    return Delivery(
        recipient=recipient,
        status=status,
        permanent=not late and is_permanent(status, reason),
        original_message_id=returned,
    )


def report_text(root: Node) -> str:
    """The report's own words: its first plain text part, else the HTML with its tags taken out.

    Of a multipart whose boundary was lost on the way, all that stands in it.
    """
    if content_type(root).startswith("multipart/") and not children(root):
        return _text(root)
    texts = {body_kind(node): _text(node) for node in reversed(list(walk(root))) if body_kind(node)}
    if "plain" in texts:
        return texts["plain"]
    return re.sub(r"<[^<>]*>", " ", texts.get("html", ""))


def _text(node: Node) -> str:
    return content(node)[:_MAX_TEXT_BYTES].decode("utf-8", "replace")
