"""The answers of one reply kept and passed on, but for those that may not; everybody is told who should be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailbot.decide.answer_screening import Sifted, part_of, sifted
from mailbot.decide.case import Case, ends
from mailbot.decide.merging import Standing, merged
from mailbot.decide.packet_blame import blamed
from mailbot.decide.packets import Withheld, pass_to_mentor
from mailbot.decide.receipts import all_firm, receipt
from mailbot.decide.screening import Screen, screen_of
from mailbot.decide.settling import own_waiting, settle_answers
from mailbot.model.answer import Reading
from mailbot.model.context import FormTarget
from mailbot.model.effect import Disposition, Effect, HoldForReview, InboxState, Kind, RecordAnswers, Withhold
from mailbot.model.outbound import Hit
from mailbot.model.people import PairState
from mailbot.model.programme import Role

WITHHELD = "answers_withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What of the reply is kept, how the round stands with it, and what the mentor is sent."""

    sifted: Sifted
    standing: Standing
    to_mentor: tuple[Effect, ...] = ()
    passed_on: bool = False
    stopped: tuple[Hit, ...] = ()  # the gate stopped the packet, and not for any one answer


def record(case: Case, target: FormTarget, reading: Reading) -> Disposition:
    """The reply's rows and letters; it ends as held where something of it waits for its writer."""
    pair = target.pair
    screen = screen_of(case, pair, Role.MENTEE)
    own = own_waiting(case)
    kept = _kept(case, target, sifted(part_of(reading, own.places) if own else reading, screen), screen)
    effects: list[Effect] = []
    if not (kept.sifted.held and kept.sifted.is_silent):
        effects.append(_answers(case, target, kept))
    if kept.sifted.held:
        effects += _waits(case, target, kept.sifted)
    effects += [*kept.to_mentor, *settle_answers(case, target, kept.sifted.said)]
    effects.append(receipt(case, target, kept.standing, kept.sifted, passed_on=kept.passed_on))
    state = InboxState.HELD if kept.sifted.held else InboxState.PROCESSED
    decided = ends(Kind.FORM_REPLY, _reason(kept), *effects, state=state, author=pair.mentee.id)
    hits = (*(one.hit for one in (*kept.sifted.held, *kept.sifted.masked)), *kept.stopped)
    return replace(decided, reading=reading, withheld=hits)


def _kept(case: Case, target: FormTarget, first: Sifted, screen: Screen) -> _Kept:
    """What passes the gate: answers that it stops are kept back like those that the screen does."""
    questions = target.round.sheet.questions
    standing = merged(target.round.answers, first.answers, questions)
    is_open = target.pair.state is PairState.LIVE and target.pair.mentor.may_receive
    if not is_open or (first.held and first.is_silent):
        return _Kept(sifted=first, standing=standing)
    passed = pass_to_mentor(case, target, standing, first.unplaced)
    if not isinstance(passed, Withheld):
        return _Kept(sifted=first, standing=standing, to_mentor=passed, passed_on=True)
    blame = blamed(case, target, standing, first.unplaced, screen)
    second = first.without(blame.anew)
    standing = merged(target.round.answers, second.answers, questions)
    if second.held and second.is_silent:
        return _Kept(sifted=second, standing=standing)
    shown = merged(blame.older.round.answers, second.answers, questions)
    passed = pass_to_mentor(case, blame.older, shown, second.unplaced)
    if isinstance(passed, Withheld):
        return _Kept(sifted=second, standing=standing, stopped=passed.hits)
    return _Kept(sifted=second, standing=standing, to_mentor=passed, passed_on=True)


def _reason(kept: _Kept) -> str:
    if kept.sifted.held:
        return WITHHELD
    if kept.stopped:
        return "packet_withheld"
    if kept.standing.asked:
        return "answers_unclear"
    return "answers_complete" if kept.standing.is_complete else "answers_partial"


def _answers(case: Case, target: FormTarget, kept: _Kept) -> RecordAnswers:
    return RecordAnswers(
        round=target.round.id,
        author=target.pair.mentee.id,
        inbox=case.context.inbox,
        answers=kept.standing.fresh,
        unplaced=kept.sifted.unplaced,
        complete=kept.standing.is_complete,
    )


def _waits(case: Case, target: FormTarget, kept: Sifted) -> tuple[Effect, ...]:
    """The message stays held for the places that were kept back."""
    waits = Withhold(
        inbox=case.context.inbox,
        person=target.pair.mentee.id,
        pair=target.pair.id,
        round=target.round.id,
        places=kept.places,
        patient=any(one.patient for one in kept.held),
        firm=all_firm(kept.held),
        at=case.desk.now,
    )
    return HoldForReview(inbox=case.context.inbox, reason=WITHHELD), waits
