"""Answers that come to a +c- address: ACCEPT or DECLINE, YES or NO. Silence and anything else decide nothing."""

from __future__ import annotations

from mailbot.decide.case import Case, ends
from mailbot.decide.commands import Command, command_in
from mailbot.decide.desk import Desk
from mailbot.decide.invitations import invitation
from mailbot.decide.notices import local_time
from mailbot.decide.outcomes import Outcome, settle_address, settle_join, settle_release
from mailbot.model.context import ConfirmTarget, InboundContext
from mailbot.model.effect import Disposition, InboxState, Kind, NoteAutomaticAnswer, QueueMessage, SettleConfirmation
from mailbot.model.inbound import InboundMessage, Verdict
from mailbot.model.people import ConfirmationPurpose
from mailbot.reading.posts import new_words
from mailbot.wording.letters import AddressNew, Already, Challenge, Letter, Standing

AGREE = (Command.YES, Command.ACCEPT)
REFUSE = (Command.NO, Command.DECLINE, Command.STOP)
MAX_REPEATS = 3  # a day: two machines must not ask each other for ever


def confirm(message: InboundMessage, context: InboundContext, target: ConfirmTarget, desk: Desk) -> Disposition:
    """What the answer settles. Only the asked address is believed: it alone was told the token."""
    programme = desk.programme(target.person.programme)
    if programme is None:
        return ends(Kind.COMMAND, "programme_gone", state=InboxState.HELD)
    if message.sender is None or message.sender.key != target.confirmation.address.lower():
        return ends(Kind.COMMAND, "confirmation_from_elsewhere", state=InboxState.REFUSED)
    if message.verdict is Verdict.FAIL:
        return ends(Kind.COMMAND, "confirmation_contradicted", state=InboxState.REFUSED)
    return _answer(Case(message=message, context=context, programme=programme, desk=desk), target)


def _answer(case: Case, target: ConfirmTarget) -> Disposition:
    if not target.confirmation.open:
        return _told(case, target, Already(about=case.about, standing=Standing.SETTLED), "already_settled")
    words = new_words(case.message.bodies, writer_names=(target.person.name,))
    command = command_in(words, case.message.subject, new_subject=False)
    if command in AGREE or command in REFUSE:
        return _settled(case, target, agreed=command in AGREE)
    if case.context.automatic_answers >= MAX_REPEATS:
        return ends(Kind.COMMAND, "confirmation_not_understood")
    return _told(case, target, _question(case, target), "confirmation_not_understood")


def _settled(case: Case, target: ConfirmTarget, *, agreed: bool) -> Disposition:
    outcome = _outcome(case, target, agreed=agreed)
    settle = SettleConfirmation(confirmation=target.confirmation.id, at=case.desk.now, remember=agreed)
    return ends(Kind.COMMAND, outcome.reason, settle, *outcome.effects, _letter(case, target, outcome.letter))


def _outcome(case: Case, target: ConfirmTarget, *, agreed: bool) -> Outcome:
    match target.confirmation.purpose:
        case ConfirmationPurpose.JOIN:
            return settle_join(target, case.context.pairs, case.programme, case.desk, agreed=agreed)
        case ConfirmationPurpose.RELEASE:
            return settle_release(target, case.programme, agreed=agreed)
        case ConfirmationPurpose.ADDRESS:
            return settle_address(target, case.programme, case.desk, agreed=agreed)


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


def _letter(case: Case, target: ConfirmTarget, letter: Letter) -> QueueMessage:
    confirmation = target.confirmation
    address = (confirmation.address, confirmation.address_id)
    return case.reply(target.person, letter, proxy=("c", confirmation.token), address=address)


def _told(case: Case, target: ConfirmTarget, letter: Letter, reason: str) -> Disposition:
    counted = NoteAutomaticAnswer(address=target.confirmation.address.lower(), at=case.desk.now)
    return ends(Kind.COMMAND, reason, _letter(case, target, letter), counted)
