"""SEND: the writer's own word that what was kept back may go as it is."""

from __future__ import annotations

from mailbot.decide.case import Case, ends
from mailbot.decide.introductions import partner_name
from mailbot.model.context import FormTarget, ThreadTarget
from mailbot.model.effect import Disposition, Kind, ReleaseHeld
from mailbot.model.ids import RoundId
from mailbot.model.programme import Role
from mailbot.model.withheld import Waiting
from mailbot.wording.letters import NotSent


def send_waiting(case: Case, target: FormTarget | ThreadTarget) -> Disposition:
    """What waits is read again and goes as it is: that reading tells the writer; or they are told here why not."""
    round_id = target.round.id if isinstance(target, FormTarget) else None
    waiting = _meant(case, round_id)
    if waiting is None:
        return _not_sent(case, target, "nothing_waiting", None)
    if waiting.firm:
        return _not_sent(case, target, "send_refused", waiting)
    return ends(Kind.COMMAND, "send", ReleaseHeld(inbox=waiting.inbox, refuse=False, reason="send", insist=True))


def _meant(case: Case, round_id: RoundId | None) -> Waiting | None:
    """What our letter that is answered is about; else the newest here, of the form or of the conversation."""
    waiting = case.context.waiting
    answered = [one for one in waiting if one.answered]
    here = [one for one in waiting if one.round == round_id]
    return next(iter((*answered, *here)), None)


def _not_sent(case: Case, target: FormTarget | ThreadTarget, reason: str, waiting: Waiting | None) -> Disposition:
    side = Role.MENTEE if isinstance(target, FormTarget) else target.side
    letter = NotSent(
        about=case.about,
        partner=partner_name(target.pair, side),
        waiting=waiting is not None,
        patient=waiting is not None and waiting.patient,
    )
    if isinstance(target, FormTarget):
        told = case.reply(target.pair.mentee, letter, proxy=("f", target.round.token), round_id=target.round.id)
    else:
        thread = target.thread.id if target.thread is not None else None
        told = case.reply(target.pair.side(side), letter, proxy=("t", target.pair.token(side)), thread=thread)
    return ends(Kind.COMMAND, reason, told)
