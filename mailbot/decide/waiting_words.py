"""Words that wait for their writer: asked about again, and in the end given up. A patient's wait a shorter time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mailbot.decide.desk import Desk
from mailbot.decide.introductions import closed_pair, partner_name
from mailbot.decide.notices import local_time, notice
from mailbot.decide.trust import has_left
from mailbot.model.effect import Effect, QueueMessage, SettleWithheld
from mailbot.model.ids import ThreadId
from mailbot.model.people import Pair, PairState, Round
from mailbot.model.programme import Programme, Role
from mailbot.model.withheld import Waiting
from mailbot.wording.answer_lines import answer_lines
from mailbot.wording.letters import About, StillWaiting

REMIND_AFTER = (timedelta(days=3), timedelta(days=10))
REMIND_PATIENT_AFTER = (timedelta(days=5), timedelta(days=10))
EXPIRE_AFTER = timedelta(days=30)
EXPIRE_PATIENT_AFTER = timedelta(days=14)


def expire_after(*, patient: bool) -> timedelta:
    """How long words wait."""
    return EXPIRE_PATIENT_AFTER if patient else EXPIRE_AFTER


def remind(
    desk: Desk,
    programme: Programme,
    pair: Pair,
    side: Role,
    waiting: Waiting,
    *,
    reminded: int,
    thread: ThreadId | None,
    round: Round | None,  # noqa: A002 - the field's own word
) -> tuple[Effect, ...]:
    """One more question about them, or their end; () when it is not time. `reminded` counts the reminders so far."""
    writer = pair.side(side)
    if has_left(writer):
        return (given_up(waiting, desk.now),)  # STOP: nothing more comes
    if waiting.round is None and (pair.state is not PairState.LIVE or has_left(pair.side(side.other))):
        closed = closed_pair(About.of(programme), pair, side)
        event, proxy = f"waiting:{waiting.inbox}:end", ("t", pair.token(side))
        told = notice(desk, programme, writer, closed, event=event, proxy=proxy, thread=thread)
        return (given_up(waiting, desk.now), told)
    waited = desk.now - waiting.asked_at
    if waited >= expire_after(patient=waiting.patient):
        letter = _letter(desk, programme, pair, side, waiting, "end", thread, round)
        return (given_up(waiting, desk.now), letter)
    after = REMIND_PATIENT_AFTER if waiting.patient else REMIND_AFTER
    if reminded < len(after) and waited >= after[reminded]:
        return (_letter(desk, programme, pair, side, waiting, str(reminded + 1), thread, round),)
    return ()


def given_up(waiting: Waiting, now: datetime) -> SettleWithheld:
    """The end of words that go nowhere: a patient's are destroyed at once."""
    return SettleWithheld(inbox=waiting.inbox, outcome="expired", at=now, destroy_at=now if waiting.patient else None)


def given_up_unsaid(waiting: Waiting, now: datetime) -> tuple[Effect, ...]:
    """Their end once it is time, where no letter can be written: words never wait for ever."""
    return (given_up(waiting, now),) if now - waiting.asked_at >= expire_after(patient=waiting.patient) else ()


def _letter(
    desk: Desk,
    programme: Programme,
    pair: Pair,
    side: Role,
    waiting: Waiting,
    which: str,
    thread: ThreadId | None,
    about_round: Round | None,
) -> QueueMessage:
    """From the very address that an answer belongs to: the form's, or the conversation's."""
    writer = pair.side(side)

    def on(days: timedelta) -> date:
        return local_time(waiting.asked_at + days, writer, programme).date()

    form = about_round.sheet if about_round is not None else None
    letter = StillWaiting(
        about=About.of(programme),
        partner=partner_name(pair, side),
        written_on=on(timedelta(0)),
        until_on=on(expire_after(patient=waiting.patient)),
        questions=answer_lines(tuple(one for one in form.questions if one.id in waiting.places), ()) if form else (),
        round_number=about_round.number if about_round is not None else 0,
        reference=form.reference if form is not None else "",
        patient=waiting.patient,
        firm=waiting.firm,
        over=which == "end",
    )
    return notice(
        desk,
        programme,
        writer,
        letter,
        event=f"waiting:{waiting.inbox}:{which}",
        proxy=("f", about_round.token) if about_round is not None else ("t", pair.token(side)),
        round_id=about_round.id if about_round is not None else None,
        thread=thread,
    )
