"""A message on its way out: the draft that a decision words, and the final bytes that the gate has cleared."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mailbot.model.ids import MessageId, PersonId


class Automation(StrEnum):
    """The value of Auto-Submitted (RFC 3834 5); a person's relayed words carry none."""

    NONE = ""
    GENERATED = "auto-generated"
    REPLIED = "auto-replied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one email, text and HTML, as the wording room made them."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file made anew by us: neutral name, no properties."""

    filename: str
    content_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that a message is made of. Headers are an allow-list: what is not here is not sent."""

    template: str
    to_address: str
    to_name: str  # "" sends the bare address
    from_name: str
    from_address: str
    reply_to: str  # "" for none
    envelope_from: str
    words: Words
    message_id: MessageId
    boundary: str
    date: datetime
    automation: Automation
    in_reply_to: MessageId | None = None
    references: tuple[MessageId, ...] = ()
    list_id: str = ""
    unsubscribe: str = ""  # a mailto: URL
    loop_mark: str = ""
    attachments: tuple[Attachment, ...] = ()


_GATE = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedMessage:
    """Final bytes that passed the egress gate. Only anonymity/gate/clearing.py makes one: a test reads the code."""

    raw: bytes
    message_id: MessageId
    envelope_from: str
    envelope_to: str
    pass_key: object

    def __post_init__(self) -> None:
        if self.pass_key is not _GATE:
            raise TypeError("only the egress gate clears a message")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What would give one person away: name forms, addresses, and domains that are theirs alone."""

    person: PersonId
    names: tuple[str, ...]  # the roster's name and also_known_as, as written
    addresses: tuple[str, ...]
    domains: tuple[str, ...] = ()  # shared ones (three people or more, or a public provider) are left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found in outgoing bytes that must not be there: its kind and line, never its value."""

    kind: str  # "name", "address", "domain", ...
    where: str  # "subject", "text", "html", "header", "raw"
    line: int | None = None
