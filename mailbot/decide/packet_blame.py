"""Which answers the egress gate stopped a packet for: each is put to the gate alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailbot.decide.case import Case
from mailbot.decide.gate_sightings import gate_sightings
from mailbot.decide.merging import Standing
from mailbot.decide.packets import Withheld, pass_to_mentor
from mailbot.decide.screening import Screen, Sighting
from mailbot.model.answer import Answer
from mailbot.model.context import FormTarget
from mailbot.model.withheld import UNPLACED

_NOTHING = Standing(fresh=(), current=(), asked=(), first=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """What of this reply, and which older answers, the gate does not let through."""

    anew: tuple[Sighting, ...]
    older: FormTarget  # the round without the older ones that it stops


def blamed(case: Case, target: FormTarget, standing: Standing, unplaced: str, screen: Screen) -> Blame:
    """The gate's own answer for each of them."""
    bare = replace(target, round=replace(target.round, answers=(), previous=(), thread=None, packet_message_id=None))
    fresh = {answer.question for answer in standing.fresh}
    anew: list[Sighting] = []
    stopped: set[str] = set()
    for answer in standing.current:
        seen = _alone(case, bare, answer, screen)
        if answer.question in fresh:
            anew += seen
        elif seen:
            stopped.add(answer.question)
    if unplaced.strip():
        passed = pass_to_mentor(case, bare, _NOTHING, unplaced)
        anew += _seen(passed, screen.shown(unplaced), UNPLACED)
    last_time = tuple(answer for answer in target.round.previous if not _alone(case, bare, answer, screen))
    before = tuple(answer for answer in target.round.answers if answer.question not in stopped)
    return Blame(
        anew=tuple(anew),
        older=replace(target, round=replace(target.round, answers=before, previous=last_time)),
    )


def _alone(case: Case, target: FormTarget, answer: Answer, screen: Screen) -> tuple[Sighting, ...]:
    if not answer.text:
        return ()
    alone = replace(_NOTHING, fresh=(answer,), current=(answer,))
    return _seen(pass_to_mentor(case, target, alone, ""), screen.shown(answer.text), answer.question)


def _seen(passed: object, shown: str, place: str) -> tuple[Sighting, ...]:
    if not isinstance(passed, Withheld):
        return ()
    return gate_sightings(passed.hits, printed=passed.printed, pieces=(shown,), where=place)
