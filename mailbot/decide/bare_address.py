"""Mail to the mailbox itself, or to an address that leads nowhere: a known person, a coordinator, or a stranger."""

from __future__ import annotations

from mailbot.decide.case import Case, ends
from mailbot.decide.commands import Command, command_in
from mailbot.decide.desk import Desk
from mailbot.decide.holding import hold_and_ask
from mailbot.decide.introductions import partner_name
from mailbot.decide.relaying import relay
from mailbot.decide.requests import CONVERSATION_COMMANDS, carry_out
from mailbot.decide.trust import Trust, trust_in
from mailbot.decide.unplaced import is_coordinator, unplaced_answer
from mailbot.message.addressing import proxy_address
from mailbot.model.context import BounceTarget, InboundContext, ThreadTarget
from mailbot.model.effect import Disposition, InboxState, Kind
from mailbot.model.inbound import InboundMessage
from mailbot.model.people import PairState, Participant
from mailbot.model.programme import Role
from mailbot.reading.posts import new_words
from mailbot.wording.letters import ClosedPair, PairChoice, Stranger, UnknownToken, WhichPair

_ONLY_THERE = (Command.SEND, Command.RECALL)


def at_bare_address(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition:
    """A known person's words go to their one conversation; of several they are asked which; a stranger is told."""
    if is_coordinator(message, context, desk):
        return ends(Kind.STRANGER, "coordinator_mail")
    known = [person for person in context.writers if person.id in context.confirmed_writers]
    if context.unknown_token or not known or isinstance(context.target, BounceTarget):
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
    return _into_conversation(case, person, known, only_there=command in _ONLY_THERE)


def _into_conversation(case: Case, person: Participant, known: list[Participant], *, only_there: bool) -> Disposition:
    """A post without a token: to the person's only open pair; with several, the person is asked.

    SEND and RECALL speak of messages of one conversation, which are looked for only where its address is written to.
    """
    ids = {one.id for one in known}
    choices = [
        (pair, one.role)
        for pair in case.context.pairs
        for one in (pair.mentee, pair.mentor)
        if one.id in ids and pair.state is PairState.LIVE
    ]
    if len(choices) == 1 and not only_there:
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
    """One polite answer a day; to a token that is nobody's the same as to one that is somebody else's."""
    if isinstance(context.target, BounceTarget):  # a person's words, to an address that only reports come to
        effects = unplaced_answer(message, context, desk, UnknownToken)
        return ends(Kind.STRANGER, "not_a_report", *effects, state=InboxState.REFUSED)
    letter = UnknownToken if context.unknown_token else Stranger
    effects = unplaced_answer(message, context, desk, letter)
    reason = "unknown_token" if context.unknown_token else "stranger"
    return ends(Kind.STRANGER, reason if effects else f"{reason}_not_answered", *effects, state=InboxState.REFUSED)
