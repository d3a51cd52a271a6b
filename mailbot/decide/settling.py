"""Words that waited for their writer and need not any more: corrected in a later message."""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.decide.case import Case
from mailbot.model.context import FormTarget
from mailbot.model.effect import Effect, SettleWithheld, Withhold
from mailbot.model.withheld import UNPLACED, Waiting

DESTROY_AFTER = timedelta(hours=24)  # so that a correction sent by mistake can still be looked into


def corrected(waiting: Waiting, now: datetime) -> SettleWithheld:
    """The end of words that were said anew; with a patient in them, the original is destroyed a day later."""
    return SettleWithheld(
        inbox=waiting.inbox,
        outcome="corrected",
        at=now,
        destroy_at=now + DESTROY_AFTER if waiting.patient else None,
    )


def replaced(case: Case) -> tuple[Waiting, ...]:
    """What a post takes the place of: every post of its writer whose question it answers."""
    return tuple(
        one for one in case.context.waiting if one.answered and one.round is None and one.inbox != case.context.inbox
    )


def settle_posts(case: Case) -> tuple[Effect, ...]:
    """What a post that was passed on settles."""
    return tuple(corrected(one, case.desk.now) for one in replaced(case))


def settle_answers(case: Case, target: FormTarget, anew: frozenset[str]) -> tuple[Effect, ...]:
    """What answers to these places settle: the same places of earlier replies to the form, whole or in part."""
    own = own_waiting(case)
    effects: list[Effect] = []
    for one in case.context.waiting:
        told = anew if one.answered else anew - {UNPLACED}  # a new PS does not take the place of an old letter
        if one.round != target.round.id or one.inbox == case.context.inbox or not told.intersection(one.places):
            continue
        if own is not None and one.asked_at > own.asked_at:
            continue  # written later than what its writer insists on here
        left = tuple(place for place in one.places if place not in told)
        effects.append(_left(target, one, left) if left else corrected(one, case.desk.now))
    return tuple(effects)


def own_waiting(case: Case) -> Waiting | None:
    """What waits of the message in hand itself, when it is read again because its writer insists."""
    if not case.context.insisted:
        return None
    return next((one for one in case.context.waiting if one.inbox == case.context.inbox), None)


def _left(target: FormTarget, waiting: Waiting, places: tuple[str, ...]) -> Withhold:
    """The rest goes on waiting, by its old clock."""
    return Withhold(
        inbox=waiting.inbox,
        person=target.pair.mentee.id,
        pair=waiting.pair,
        round=waiting.round,
        places=places,
        patient=waiting.patient,
        firm=waiting.firm,
        at=waiting.asked_at,
    )
