"""A message that came in, as values: everything the rules may look at, read once and guarded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mailbot.model.ids import MessageId


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """One address with its display name; `address` has its domain folded to lower case (RFC 5321 2.4)."""

    name: str
    address: str

    @property
    def key(self) -> str:
        """What look-ups compare: the whole address in lower case."""
        return self.address.lower()


class Verdict(StrEnum):
    """What our own receiving server found out about the sender (RFC 8601)."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    NONE = "none"  # our server said nothing, or nothing useful


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """One line of a body part: how deep it is quoted, the quote prefix as found, the text behind it."""

    text: str
    depth: int = 0
    prefix: str = ""
    emphasis: tuple[
        tuple[int, int, str], ...
    ] = ()  # [start, end) spans of `text` and how each stands out: "b u" (HTML)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """A message's text, each alternative alone, as lines; `struck` is what stood in <s> or <del>."""

    plain: tuple[BodyLine, ...] = ()
    html: tuple[BodyLine, ...] = ()
    struck: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One leaf part besides the bodies, never with its content."""

    content_type: str
    filename: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One delivery report (RFC 3464): who was not reached, the status code, whether it is final."""

    recipient: str
    status: str
    permanent: bool
    original_message_id: MessageId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundMessage:
    """Headers and bodies of one message. Nothing here raises on access; what was wrong is named in `defects`."""

    sender: Mailbox | None  # exactly one From with exactly one address, else None
    recipients: tuple[str, ...]  # RCPT, else Delivered-To, X-Original-To, To, Cc: best evidence first
    subject: str
    message_id: MessageId | None
    in_reply_to: tuple[MessageId, ...]
    references: tuple[MessageId, ...]
    sent_at: datetime | None
    envelope_sender: str | None  # "" is the null return path, None is not known
    verdict: Verdict
    automatic: str  # why it was written by a machine: "auto_submitted", "precedence", ...; "" for a person's
    received_count: int
    own_loop_marks: tuple[str, ...]  # X-Loop values
    delivery: tuple[Delivery, ...]  # not empty: it is a delivery report
    unreadable: str  # "encrypted", "tnef", "smime", "pgp", ...; "" if it can be read
    bodies: Bodies
    parts: tuple[Part, ...]  # attachments
    defects: tuple[str, ...]
    size_bytes: int
    raw: bytes = field(default=b"", repr=False)  # as it came, for the contents of attachments
    addressed_to: tuple[str, ...] = ()  # every address in To and Cc, as written, in lower case
    over_limit: str = ""  # "parts", "depth" ...: it was not read any further than its headers
