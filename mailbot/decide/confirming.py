"""Answers that come to a +c- address: ACCEPT or DECLINE, YES or NO. Silence and anything else decide nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from mailbot.decide.case import Case, ends
from mailbot.decide.commands import Command, command_in
from mailbot.decide.desk import Desk
from mailbot.decide.introductions import partner_name
from mailbot.decide.invitations import invitation
from mailbot.decide.notices import local_time
from mailbot.decide.outcomes import Outcome, settle_address, settle_join, settle_release
from mailbot.decide.requests import carry_out
from mailbot.decide.revealing import settle_reveal
from mailbot.decide.trust import asked_address
from mailbot.model.context import ConfirmTarget, InboundContext
from mailbot.model.effect import Disposition, InboxState, Kind, QueueMessage, SettleConfirmation
from mailbot.model.inbound import InboundMessage, Verdict
from mailbot.model.people import ConfirmationPurpose, PersonState
from mailbot.model.programme import Role
from mailbot.reading.posts import new_words
from mailbot.wording.letters import AddressNew, Already, Challenge, ClosedPair, Letter, RevealQuestion, Standing

AGREE = (Command.YES, Command.ACCEPT)
REFUSE = (Command.NO, Command.DECLINE, Command.STOP)


def confirm(message: InboundMessage, context: InboundContext, target: ConfirmTarget, desk: Desk) -> Disposition:
    """What the answer settles. Only the address that was asked is believed: it alone was told the token.

    An address that the roster has taken back since (a typing mistake, say) was told it too, and decides nothing.
    """
    programme = desk.programme(target.person.programme)
    if programme is None:
        return ends(Kind.COMMAND, "programme_gone", state=InboxState.HELD)
    if message.sender is None or message.sender.key != asked_address(target)[0].lower():
        return ends(Kind.COMMAND, "confirmation_from_elsewhere", state=InboxState.REFUSED)
    if message.verdict is Verdict.FAIL:
        return ends(Kind.COMMAND, "confirmation_contradicted", state=InboxState.REFUSED)
    return _answer(Case(message=message, context=context, programme=programme, desk=desk), target)


def _answer(case: Case, target: ConfirmTarget) -> Disposition:
    person = target.person
    if not target.confirmation.open or asked_address(target)[1] not in (person.address_id, person.invite_address_id):
        letter = Already(about=case.about, standing=Standing.SETTLED)
        return ends(Kind.COMMAND, "already_settled", _letter(case, target, letter))
    words = new_words(case.message.bodies, writer_names=(person.name,))
    command = command_in(words, case.message.subject, new_subject=True)
    if command is Command.STOP and person.state in (PersonState.ACTIVE, PersonState.PAUSED):
        return _stopped(case, target)
    if command in AGREE or command in REFUSE:
        return _settled(case, target, agreed=command in AGREE)
    return ends(Kind.COMMAND, "confirmation_not_understood", _letter(case, target, _question(case, target)))


def _settle(case: Case, target: ConfirmTarget, *, agreed: bool) -> SettleConfirmation:
    return SettleConfirmation(confirmation=target.confirmation.id, at=case.desk.now, remember=agreed)


def _settled(case: Case, target: ConfirmTarget, *, agreed: bool) -> Disposition:
    outcome = _outcome(case, target, agreed=agreed)
    settle = _settle(case, target, agreed=agreed)
    return ends(Kind.COMMAND, outcome.reason, settle, *outcome.effects, _letter(case, target, outcome.letter))


def _stopped(case: Case, target: ConfirmTarget) -> Disposition:
    """STOP from somebody who takes part is a STOP, whatever was asked; the question is answered with a no.

    From a new address it only refuses that address: it speaks for nobody yet.
    """
    if target.confirmation.purpose is ConfirmationPurpose.ADDRESS:
        return _settled(case, target, agreed=False)
    no = (_settle(case, target, agreed=False), *_outcome(case, target, agreed=False).effects)
    stopped = carry_out(case, target.person, Command.STOP, pairs=case.context.pairs, proxy=None)
    return replace(stopped, effects=(*no, *stopped.effects))


def _outcome(case: Case, target: ConfirmTarget, *, agreed: bool) -> Outcome:
    match target.confirmation.purpose:
        case ConfirmationPurpose.JOIN:
            return settle_join(target, case.context.pairs, case.programme, case.desk, agreed=agreed)
        case ConfirmationPurpose.RELEASE:
            return settle_release(target, case.programme, case.desk, agreed=agreed)
        case ConfirmationPurpose.ADDRESS:
            return settle_address(target, case.programme, case.desk, agreed=agreed)
        case ConfirmationPurpose.REVEAL:
            return settle_reveal(target, case.programme, case.desk, agreed=agreed)
        case _ as unknown:
            assert_never(unknown)


def _question(case: Case, target: ConfirmTarget) -> Letter:
    """The same question once more, for an answer that was not one of the words."""
    match target.confirmation.purpose:
        case ConfirmationPurpose.JOIN:
            return invitation(case.programme, target.person)
        case ConfirmationPurpose.RELEASE:
            return Challenge(
                about=case.about,
                received_at=local_time(target.confirmation.asked_at, target.person, case.programme),
                size_bytes=0,
                again=True,
            )
        case ConfirmationPurpose.ADDRESS:
            return AddressNew(about=case.about)
        case ConfirmationPurpose.REVEAL:
            return _reveal_question(case, target)
        case _ as unknown:
            assert_never(unknown)


def _reveal_question(case: Case, target: ConfirmTarget) -> Letter:
    role = target.person.role
    if target.pair is None:
        return ClosedPair(about=case.about, partner="Your mentor" if role is Role.MENTEE else "Your mentee")
    return RevealQuestion(about=case.about, partner=partner_name(target.pair, role), name=target.person.name)


def _letter(case: Case, target: ConfirmTarget, letter: Letter) -> QueueMessage:
    return case.reply(target.person, letter, proxy=("c", target.confirmation.token), address=asked_address(target))
