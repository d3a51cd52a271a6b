"""Mail to the mailbox itself, or to an address that leads nowhere: a known person, a coordinator, or a stranger."""

from __future__ import annotations

from mailbot.decide.case import Case, ends
from mailbot.decide.commands import command_in
from mailbot.decide.desk import Desk
from mailbot.decide.holding import hold_and_ask
from mailbot.decide.introductions import partner_name
from mailbot.decide.outgoing import Note, queue
from mailbot.decide.relaying import relay
from mailbot.decide.requests import CONVERSATION_COMMANDS, carry_out
from mailbot.decide.trust import Trust, may_be_answered, trust_in
from mailbot.message.addressing import proxy_address
from mailbot.model.context import InboundContext, ThreadTarget
from mailbot.model.effect import Disposition, Effect, InboxState, Kind, NoteAutomaticAnswer
from mailbot.model.inbound import InboundMessage
from mailbot.model.outbound import Automation
from mailbot.model.people import PairState, Participant
from mailbot.model.programme import Role
from mailbot.reading.posts import new_words
from mailbot.wording.letters import ClosedPair, Letter, Office, PairChoice, Stranger, UnknownToken, WhichPair


def at_bare_address(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition:
    """A known person's words go to their one conversation; of several they are asked which; a stranger is told."""
    if _is_coordinator(message, desk) and not context.writers:
        return ends(Kind.STRANGER, "coordinator_mail")
    known = [person for person in context.writers if person.id in context.confirmed_writers]
    if context.unknown_token or not known:
        return _unknown(message, context, desk)
    person = next((one for one in known if desk.programme(one.programme) is not None), known[0])
    programme = desk.programme(person.programme)
    if programme is None:
        return ends(Kind.POST, "programme_gone", state=InboxState.HELD)
    case = Case(message=message, context=context, programme=programme, desk=desk)
    trust = trust_in(message, context, person, desk.service)
    if trust is not Trust.BELIEVED:
        return hold_and_ask(case, person, trust, Kind.POST)
    words = new_words(message.bodies, writer_names=person.identity.names)
    command = command_in(words, message.subject, new_subject=True)
    if command in CONVERSATION_COMMANDS and len(known) == 1:
        return carry_out(case, person, command, pairs=context.pairs, proxy=None)
    return _into_conversation(case, person, known)


def _is_coordinator(message: InboundMessage, desk: Desk) -> bool:
    known = {one.lower() for programme in desk.catalogue.programmes.values() for one in programme.coordinators}
    return message.sender is not None and message.sender.key in known


def _into_conversation(case: Case, person: Participant, known: list[Participant]) -> Disposition:
    """A post without a token: to the person's only open pair; with several, the person is asked."""
    ids = {one.id for one in known}
    choices = [
        (pair, one.role)
        for pair in case.context.pairs
        for one in (pair.mentee, pair.mentor)
        if one.id in ids and pair.state is PairState.LIVE
    ]
    if len(choices) == 1:
        pair, role = choices[0]
        target = ThreadTarget(pair=pair, side=role, thread=None, by="address")
        return relay(case.message, case.context, target, case.desk)
    offered = tuple(
        PairChoice(partner=partner_name(pair, role), address=proxy_address(case.desk.service, "t", pair.token(role)))
        for pair, role in choices
    )
    if not offered:
        return _no_open_pair(case, person)
    told = case.reply(person, WhichPair(about=case.about, choices=offered), proxy=None)
    return ends(Kind.POST, "which_pair", told, state=InboxState.REFUSED, author=person.id)


def _no_open_pair(case: Case, person: Participant) -> Disposition:
    """Nobody to pass it on to, yet or any more; the writer is told which."""
    begun = not any(pair.state is PairState.PROPOSED for pair in case.context.pairs)
    partner = "Your mentor" if person.role is Role.MENTEE else "Your mentee"
    told = case.reply(person, ClosedPair(about=case.about, partner=partner, begun=begun), proxy=None)
    return ends(Kind.POST, "no_open_pair", told, state=InboxState.REFUSED, author=person.id)


def _unknown(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition:
    """One polite answer a day, only where it cannot hit somebody whose address was forged."""
    reason = "unknown_token" if context.unknown_token else "stranger"
    if message.sender is None or not may_be_answered(message, context, desk.service):
        return ends(Kind.STRANGER, f"{reason}_not_answered", state=InboxState.REFUSED)
    offices = tuple(
        Office(programme=programme.title, coordinator=next(iter(programme.coordinators), ""))
        for programme in desk.catalogue.programmes.values()
    )
    letter: Letter = UnknownToken(offices=offices) if context.unknown_token else Stranger(offices=offices)
    queued = queue(
        desk,
        Note(
            event=f"inbox:{context.inbox}",
            letter=letter,
            to_address=message.sender.address,
            from_name="",
            proxy=None,
            automation=Automation.REPLIED,
            in_reply_to=message.message_id,
            references=(message.message_id,) if message.message_id else (),
        ),
    )
    effects: tuple[Effect, ...] = (NoteAutomaticAnswer(address=message.sender.key, at=desk.now),)
    if not isinstance(queued, tuple):
        effects = (queued, *effects)
    return ends(Kind.STRANGER, reason, *effects, state=InboxState.REFUSED)
