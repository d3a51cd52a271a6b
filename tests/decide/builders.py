"""Small values for the decisions: one pair, their programme, a desk, and messages in a line."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from functools import cache
from typing import TypeVar

from mailbot.decide.desk import Desk
from mailbot.decide.dispatching import dispatch
from mailbot.gateways.template_files import template_sources
from mailbot.model.context import (
    Catalogue,
    DispatchContext,
    FormTarget,
    InboundContext,
    Service,
    Target,
    ThreadTarget,
)
from mailbot.model.effect import AdvanceSchedule, Effect, QueueMessage
from mailbot.model.ids import (
    AddressId,
    EnrolmentId,
    InboxId,
    MessageId,
    PairId,
    ParticipantId,
    PersonId,
    ThreadId,
    Token,
)
from mailbot.model.inbound import Bodies, BodyLine, InboundMessage, Mailbox, Part, Verdict
from mailbot.model.mint import Mint
from mailbot.model.outbound import Identity
from mailbot.model.people import Pair, PairState, Participant, PersonState, Round, Thread
from mailbot.model.programme import Programme, Role
from mailbot.schedule.programmes import read_programme
from mailbot.schedule.roster import read_roster
from mailbot.wording.render import Wording
from tests.flows.town import PROGRAMME, ROSTER

NOW = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
ZOE, PHILIPPA = "zoe@quillfeather.test", "philippa@northgate.test"
MENTEE_TOKEN, MENTOR_TOKEN = Token("m" * 24), Token("n" * 24)
SERVICE = Service(
    address="mentoring@example.org",
    address_style="plus",
    relay_domain="example.org",
    from_style="proxy",
    bounce_style="verp",
    without_verdict="challenge",
    loop_key="our-own-mark",
)


@cache
def programme(*, joining: str = "recorded", roster: str = ROSTER, text: str = PROGRAMME) -> Programme:
    rows = read_roster(roster, file="riverside.people.csv")
    return read_programme("riverside", text.format(joining=joining), file="riverside.toml", roster=rows)


@cache
def wording() -> Wording:
    return Wording(template_sources(None))


def desk(*programmes: Programme, service: Service = SERVICE, now: datetime = NOW, seed: bytes = b"s" * 32) -> Desk:
    known = {one.id: one for one in programmes or (programme(),)}
    return Desk(service=service, catalogue=Catalogue(programmes=known), wording=wording(), mint=Mint(seed), now=now)


def no_programmes() -> Desk:
    return replace(desk(), catalogue=Catalogue(programmes={}))


def person(role: Role, name: str, address: str, **changes: object) -> Participant:
    made = Participant(
        id=PersonId(f"person-{name}"),
        programme=programme().id,
        participant=ParticipantId("m01" if role is Role.MENTEE else "t01"),
        role=role,
        state=PersonState.ACTIVE,
        name=name,
        address=address,
        address_id=AddressId(f"address-{name}"),
        invite_address=address,
        invite_address_id=AddressId(f"address-{name}"),
        identity=Identity(person=PersonId(f"person-{name}"), names=(name,), addresses=(address,)),
        timezone="",
        language="",
    )
    return replace(made, **changes)


MENTEE = person(Role.MENTEE, "Zoë Quillfeather", ZOE)
MENTOR = person(Role.MENTOR, "Dr Philippa Ashgrove", PHILIPPA)
INVITED = replace(MENTEE, state=PersonState.INVITED, address=None, address_id=None)


def pair(**changes: object) -> Pair:
    made = Pair(
        id=PairId("pair"),
        programme=programme().id,
        state=PairState.LIVE,
        word="Heron",
        mentee=MENTEE,
        mentor=MENTOR,
        mentee_token=MENTEE_TOKEN,
        mentor_token=MENTOR_TOKEN,
    )
    return replace(made, **changes)


def message(text: str = "", *, sender: str | None = ZOE, **changes: object) -> InboundMessage:
    made = InboundMessage(
        sender=Mailbox(name="", address=sender) if sender is not None else None,
        recipients=("mentoring@example.org",),
        subject="Re: hello",
        message_id=MessageId("<theirs@laptop.test>"),
        in_reply_to=(),
        references=(),
        sent_at=None,
        envelope_sender=None,
        verdict=Verdict.PASS,
        automatic="",
        received_count=1,
        own_loop_marks=(),
        delivery=(),
        unreadable="",
        bodies=Bodies(plain=tuple(BodyLine(text=line) for line in text.splitlines())),
        parts=(),
        defects=(),
        size_bytes=len(text),
    )
    changes.setdefault("raw", _raw(changes.get("parts", ())))
    return replace(made, **changes)


def _raw(parts: tuple[Part, ...]) -> bytes:
    """Bytes of which those are the parts; only a message with files is looked into."""
    made = EmailMessage()
    made.set_content("see the file")
    for part in parts:
        main, _, sub = part.content_type.partition("/")
        made.add_attachment(b"%PDF-1.7 x" if sub == "pdf" else b"x", maintype=main, subtype=sub, filename=part.filename)
    return made.as_bytes() if parts else b""


ATTACHED = Part(content_type="application/pdf", filename="mine.pdf", size_bytes=9)


def context(target: Target | None = None, *writers: Participant, **changes: object) -> InboundContext:
    made = InboundContext(
        inbox=InboxId("inbox"),
        received_at=NOW,
        target=target,
        unknown_token=False,
        writers=writers,
        confirmed_writers=frozenset(one.id for one in writers),
        challenged=False,
        released=False,
        duplicate_of=None,
        automatic_answers=0,
    )
    return replace(made, **changes)


def thread(**changes: object) -> Thread:
    return replace(Thread(id=ThreadId("thread"), pair=PairId("pair"), subject="A plan"), **changes)


def to_thread(
    side: Role = Role.MENTEE, *, of: Pair | None = None, in_thread: Thread | None = None, parent: str = ""
) -> ThreadTarget:
    return ThreadTarget(pair=of or pair(), side=side, thread=in_thread, by="token", parent=parent)


def due(of: Pair | None = None, **changes: object) -> DispatchContext:
    made = DispatchContext(
        enrolment=EnrolmentId("enrolment"),
        occurrence=0,
        due_at=NOW,
        anchor_at=NOW + timedelta(hours=4),
        programme=programme().id,
        pair=of or pair(),
        previous_round=None,
        previous_thread=None,
    )
    return replace(made, **changes)


def sent_round(**changes: object) -> Round:
    """The first round, as it was dispatched."""
    decided = dispatch(due(), desk(seed=b"r" * 32))
    advance = next(one for one in decided.effects if isinstance(one, AdvanceSchedule))
    made = Round(
        id=advance.round,
        enrolment=advance.enrolment,
        occurrence=0,
        token=advance.token,
        sheet=advance.sheet,
        message_id=advance.message_id,
        sent_at=NOW,
    )
    return replace(made, **changes)


def to_form(of: Pair | None = None, **changes: object) -> FormTarget:
    return FormTarget(pair=of or pair(), round=sent_round(**changes), by="token")


def queued(effects: tuple[Effect, ...] | list[Effect], template: str = "") -> list[QueueMessage]:
    """The messages that go out, all of them or those of one template."""
    found = [one for one in effects if isinstance(one, QueueMessage)]
    return [one for one in found if not template or one.template == template]


Kind = TypeVar("Kind")


def only(effects: Iterable[Effect], kind: type[Kind]) -> list[Kind]:
    """The effects of one type."""
    return [one for one in effects if isinstance(one, kind)]


def words_of(one: QueueMessage) -> str:
    """The text part as people read it."""
    parsed = email.message_from_bytes(one.message.raw, policy=email.policy.default)
    body = parsed.get_body(("plain",))
    assert body is not None
    return str(body.get_content())
