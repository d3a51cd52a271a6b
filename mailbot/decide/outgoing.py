"""A letter with its address on it: worded, composed, and sent through the egress gate.

The only way to a QueueMessage.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mailbot.anonymity.gate import clear
from mailbot.decide.desk import Desk
from mailbot.message.addressing import domain_of, proxy_address
from mailbot.message.compose import compose
from mailbot.model.context import Service
from mailbot.model.effect import Priority, QueueMessage
from mailbot.model.ids import AddressId, MessageId, OutboxId, PersonId, RoundId, ThreadId, Token
from mailbot.model.outbound import Attachment, Automation, Draft, Hit, Identity, Words
from mailbot.model.people import Participant
from mailbot.model.programme import Programme
from mailbot.wording.letters import About, Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """All that a decision says about one outgoing message, before it is worded."""

    event: str
    letter: Letter
    to_address: str
    from_name: str
    proxy: tuple[str, Token] | None  # the address that it comes from and is answered to; None is the bare mailbox
    to_person: PersonId | None = None
    to_address_id: AddressId | None = None
    language: str = "en"
    automation: Automation = Automation.GENERATED
    author: PersonId | None = None
    forbidden: tuple[Identity, ...] = ()
    own: tuple[str, ...] = ()  # words of ours that may stand although somebody is called so
    foreign_tokens: tuple[Token, ...] = ()
    in_reply_to: MessageId | None = None
    references: tuple[MessageId, ...] = ()
    list_id: str = ""
    unsubscribe: bool = False
    priority: Priority = Priority.NOTICE
    not_before: datetime | None = None
    round: RoundId | None = None
    thread: ThreadId | None = None
    message_id: MessageId | None = None
    words: Words | None = None  # already rendered, where the decision needed them earlier
    attachments: tuple[Attachment, ...] = ()


def queue(desk: Desk, note: Note) -> QueueMessage | tuple[Hit, ...]:
    """The outbox row with its final bytes; or what the gate found in them, and nothing goes out."""
    bounce_token = Token(desk.mint.token())
    draft = _draft(desk, note, bounce_token)
    cleared = clear(
        draft,
        compose(draft),
        forbidden=note.forbidden,
        own=(*own_names(desk.service), *note.own, *((note.list_id,) if note.own else ())),
        foreign_tokens=note.foreign_tokens,
    )
    if isinstance(cleared, tuple):
        return cleared
    return QueueMessage(
        outbox=OutboxId(desk.mint.row_id()),
        event=note.event,
        template=note.letter.template,
        message=cleared,
        to_person=note.to_person,
        to_address_id=note.to_address_id,
        author=note.author,
        bounce_token=bounce_token,
        priority=note.priority,
        not_before=note.not_before or desk.now,
        round=note.round,
        thread=note.thread,
    )


def to_participant(person: Participant) -> tuple[str, PersonId, AddressId | None]:
    """Where a person's mail goes: the confirmed address, else the one that an invitation goes to."""
    if person.address is not None:
        return person.address, person.id, person.address_id
    return person.invite_address, person.id, person.invite_address_id


def list_id_of(service: Service, programme: Programme) -> str:
    """An opaque List-Id for each programme (RFC 2919 2), so that people can sort by it."""
    return f"{programme.id}.{service.relay_domain}"


def own_names(service: Service) -> tuple[str, ...]:
    """Our own addresses and domains, which are in every message and give nobody away."""
    return (service.address, service.relay_domain, domain_of(service.address))


def own_words(about: About) -> tuple[str, ...]:
    """What every footer says: a programme may be named after a mentor, and a mentor be its contact."""
    contacts = tuple(text for one in about.contacts for text in (one.name, one.email))
    return tuple(text for text in (about.programme, about.controller, about.coordinator, *contacts) if text)


def _draft(desk: Desk, note: Note, bounce_token: Token) -> Draft:
    service = desk.service
    proxy = proxy_address(service, *note.proxy) if note.proxy else service.address
    own_from = service.from_style == "proxy"
    return Draft(
        template=note.letter.template,
        to_address=note.to_address,
        to_name="",  # the bare address: a name here comes back in quoted header blocks (Outlook)
        from_name=note.from_name,
        from_address=proxy if own_from else service.address,
        reply_to="" if own_from or proxy == service.address else proxy,
        envelope_from=_envelope_from(service, note, bounce_token),
        words=note.words or desk.wording.words(note.letter, note.language),
        message_id=note.message_id or MessageId(desk.mint.message_id(service.relay_domain)),
        boundary=desk.mint.boundary(),
        date=desk.now,
        automation=note.automation,
        in_reply_to=note.in_reply_to,
        references=note.references,
        list_id=note.list_id,
        unsubscribe=f"mailto:{proxy}?subject=STOP" if note.unsubscribe else "",
        loop_mark=service.loop_key,
        attachments=note.attachments,
    )


def _envelope_from(service: Service, note: Note, bounce_token: Token) -> str:
    """The envelope sender: VERP, or the null path of an answer to a message (RFC 3834 3.3).

    Where the provider takes no sender but the mailbox itself (Microsoft 365, Gmail), it refuses the null path too.
    """
    if service.bounce_style == "message_id":
        return service.address
    return "" if note.automation is Automation.REPLIED else proxy_address(service, "b", bounce_token)
