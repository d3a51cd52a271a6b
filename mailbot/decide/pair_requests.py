"""RECALL, REVEAL and STOP REVEAL: what one side of a pair asks about the pair itself."""

from __future__ import annotations

from mailbot.decide.case import Case, ends
from mailbot.decide.commands import Command
from mailbot.decide.introductions import closed_pair, partner_name
from mailbot.decide.notices import notice
from mailbot.model.effect import AskBack, ChangeReveal, Disposition, InboxState, Kind, Recall, SettleWithheld
from mailbot.model.ids import ConfirmationId, Token
from mailbot.model.people import ConfirmationPurpose, Pair, PairState
from mailbot.model.programme import Role
from mailbot.wording.letters import Recalled, RevealQuestion, RevealStanding

PAIR_COMMANDS = (Command.RECALL, Command.REVEAL, Command.STOP_REVEAL)


def ask_of_pair(case: Case, pair: Pair, side: Role, command: Command) -> Disposition:
    """The command's effects and its answer; `command` is one of PAIR_COMMANDS."""
    if command is Command.RECALL:
        return _recall(case, pair, side)
    if pair.state is not PairState.LIVE:
        told = case.reply(pair.side(side), closed_pair(case.about, pair, side), proxy=("t", pair.token(side)))
        return ends(Kind.COMMAND, "pair_not_open", told, state=InboxState.REFUSED)
    if pair.revealed:
        return _stands(case, pair, side, "done")
    if command is Command.STOP_REVEAL:
        stopped = ChangeReveal(pair=pair.id, role=side, agreed=False, at=case.desk.now)
        return _stands(case, pair, side, "stopped", stopped)
    if side in pair.reveal and side.other not in pair.reveal:
        return _stands(case, pair, side, "waiting")
    return _ask_whether(case, pair, side)


def _recall(case: Case, pair: Pair, side: Role) -> Disposition:
    """The newest post that has not left, or words that wait for their writer, are taken back; of a closed pair too."""
    unsent, waiting = case.context.unsent, case.context.waiting
    held = next((one for one in waiting if one.answered), None) or (None if unsent else next(iter(waiting), None))
    found = bool(unsent) or held is not None
    letter = Recalled(
        about=case.about,
        partner=partner_name(pair, side),
        found=found,
        more=0 if held else max(0, len(unsent) - 1),
        answers=held is None and found and unsent[0].answers,
    )
    told = case.reply(pair.side(side), letter, proxy=("t", pair.token(side)))
    if held is not None:
        now = case.desk.now
        settled = SettleWithheld(
            inbox=held.inbox, outcome="corrected", at=now, destroy_at=now if held.patient else None
        )
        return ends(Kind.COMMAND, "recalled", settled, told)
    if not unsent:
        return ends(Kind.COMMAND, "nothing_to_recall", told)
    return ends(Kind.COMMAND, "recalled", Recall(outbox=unsent[0].outbox, at=case.desk.now), told)


def _stands(case: Case, pair: Pair, side: Role, standing: str, *effects: ChangeReveal) -> Disposition:
    letter = RevealStanding(about=case.about, partner=partner_name(pair, side), standing=standing)
    told = case.reply(pair.side(side), letter, proxy=("t", pair.token(side)))
    return ends(Kind.COMMAND, f"reveal_{standing}", *effects, told)


def _ask_whether(case: Case, pair: Pair, side: Role) -> Disposition:
    """Asked once more, at an address that only the registered one is told: the other side hears only after a YES."""
    person = pair.side(side)
    token = Token(case.desk.mint.token())
    address = person.address or person.invite_address
    address_id = person.address_id or person.invite_address_id
    ask = AskBack(
        confirmation=ConfirmationId(case.desk.mint.row_id()),
        token=token,
        purpose=ConfirmationPurpose.REVEAL,
        person=person.id,
        address_id=address_id,
        asked_at=case.desk.now,
        pair=pair.id,
    )
    letter = RevealQuestion(about=case.about, partner=partner_name(pair, side), name=person.name)
    asked = notice(
        case.desk,
        case.programme,
        person,
        letter,
        event=f"{case.event}:{ask.confirmation}",  # a replayed message asks anew
        proxy=("c", token),
        answers=case.message,
        address=(address, address_id),
    )
    return ends(Kind.COMMAND, "reveal_asked", ask, asked)
