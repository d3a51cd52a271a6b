"""A made-up pair and their first form, the same every time: what `preview` shows and `explain --questionnaire` reads.

Everything is minted from a public key that is printed here, so a real store knows none of these tokens and refuses
them like any other unknown address.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from mailbot.decide.clues import clues_of
from mailbot.decide.desk import Desk
from mailbot.decide.dispatching import dispatch
from mailbot.errors import MailbotError
from mailbot.model.context import (
    Catalogue,
    DispatchContext,
    FormTarget,
    InboundContext,
    Service,
    ThreadTarget,
)
from mailbot.model.effect import AdvanceSchedule, QueueMessage
from mailbot.model.ids import AddressId, EnrolmentId, InboxId, PairId, ParticipantId, PersonId, Token
from mailbot.model.inbound import InboundMessage
from mailbot.model.mint import Mint
from mailbot.model.outbound import Identity
from mailbot.model.people import Pair, PairState, Participant, PersonState, Round
from mailbot.model.programme import Programme, Role
from mailbot.wording.render import Wording

PUBLIC_KEY = b"mailbot's public sample key, v.1"
NOW = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
SERVICE = Service(
    address="mentoring@example.org",
    address_style="plus",
    relay_domain="example.org",
    from_style="proxy",
    bounce_style="verp",
    without_verdict="accept",
    loop_key="public-sample",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One language's sample: the pair, its first round, and the form as it was sent."""

    pair: Pair
    round: Round
    form: QueueMessage


def sample_desk(programme: Programme, wording: Wording, language: str = "") -> Desk:
    """A desk whose mint gives the same names every time, others for each language."""
    return Desk(
        service=SERVICE,
        catalogue=Catalogue(programmes={programme.id: programme}),
        wording=wording,
        mint=Mint(PUBLIC_KEY + language.encode()[:16]),
        now=NOW,
    )


def sample_person(programme: Programme, role: Role, name: str, language: str) -> Participant:
    """Somebody who does not exist, at example.net (RFC 2606)."""
    address = f"{name.lower().replace(' ', '.')}@example.net"
    person = PersonId(f"sample-{role.value}")
    return Participant(
        id=person,
        programme=programme.id,
        participant=ParticipantId("m01" if role is Role.MENTEE else "t01"),
        role=role,
        state=PersonState.ACTIVE,
        name=name,
        address=address,
        address_id=AddressId(f"sample-{role.value}-address"),
        invite_address=address,
        invite_address_id=AddressId(f"sample-{role.value}-address"),
        identity=Identity(person=person, names=(name,), addresses=(address,)),
        timezone=programme.timezone,
        language=language,
    )


def sample_of(programme: Programme, wording: Wording, language: str = "") -> Sample:
    """The sample of that programme in that language (its own by default)."""
    language = language or programme.language
    desk = sample_desk(programme, wording, language)
    pair = Pair(
        id=PairId("sample"),
        programme=programme.id,
        state=PairState.LIVE,
        word="Heron",
        mentee=sample_person(programme, Role.MENTEE, "Noor Quillon", language),
        mentor=sample_person(programme, Role.MENTOR, "Teddy Marchbank", language),
        mentee_token=Token(desk.mint.token()),
        mentor_token=Token(desk.mint.token()),
    )
    context = DispatchContext(
        enrolment=EnrolmentId("sample"),
        occurrence=0,
        due_at=NOW,
        anchor_at=NOW,
        programme=programme.id,
        pair=pair,
        previous_round=None,
        previous_thread=None,
    )
    decision = dispatch(context, desk)
    form = next((one for one in decision.effects if isinstance(one, QueueMessage)), None)
    advance = next((one for one in decision.effects if isinstance(one, AdvanceSchedule)), None)
    if form is None or advance is None:
        raise MailbotError(f"The form of {programme.id} cannot be made: {decision.reason}.")
    first = Round(
        id=advance.round,
        enrolment=advance.enrolment,
        occurrence=0,
        token=advance.token,
        sheet=advance.sheet,
        message_id=advance.message_id,
        sent_at=NOW,
    )
    return Sample(pair=pair, round=first, form=form)


def sample_context(message: InboundMessage, samples: tuple[Sample, ...]) -> InboundContext:
    """What a store would know of a message, if these samples were all that it held.

    A reply to the sample post is a post; everything else is read as a reply to the form, in the language that its
    clues name, else the first.
    """
    clues = clues_of(message, SERVICE)
    tokens = {token for _, token in clues.tokens}
    sample = next(
        (
            one
            for one in samples
            if one.round.token in tokens
            or one.round.message_id in clues.message_ids
            or (clues.reference and one.round.sheet.reference == clues.reference)
        ),
        samples[0],
    )
    target: FormTarget | ThreadTarget = FormTarget(pair=sample.pair, round=sample.round, by="sample")
    for one in samples:
        for role in Role:
            if one.pair.token(role) in tokens:
                target = ThreadTarget(pair=one.pair, side=role, thread=None, by="token")
    return InboundContext(
        inbox=InboxId("sample"),
        received_at=NOW,
        target=target,
        unknown_token=False,
        writers=(),
        confirmed_writers=frozenset(),
        challenged=False,
        released=True,
        duplicate_of=None,
        automatic_answers=0,
    )
