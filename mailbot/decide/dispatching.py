"""A form that is due: sent with everything that is needed to read its reply, or put off until the next one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mailbot.decide.desk import Desk
from mailbot.decide.outgoing import Note, list_id_of, own_words, queue, to_participant
from mailbot.message.addressing import proxy_address
from mailbot.model.context import DispatchContext, Service
from mailbot.model.effect import AdvanceSchedule, Effect, PostponeSchedule, Priority
from mailbot.model.form import FormSheet
from mailbot.model.ids import EnrolmentId, MessageId, RoundId, Token
from mailbot.model.outbound import Words
from mailbot.model.people import PairState, PersonState
from mailbot.model.programme import Programme
from mailbot.schedule.calendar import latest_occurrence, next_occurrence_after
from mailbot.wording.forms import form_questions, form_sheet
from mailbot.wording.letters import About, Form

RETRY_AFTER = timedelta(days=1)
WORLD_AROUND = timedelta(hours=26)  # between the same hour in the first and in the last time zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """What is to be written, and why nothing is sent where nothing is."""

    occurrence: int
    effects: tuple[Effect, ...]
    reason: str  # "sent", "paused", "no_address", ...


def dispatch(context: DispatchContext, desk: Desk) -> Dispatch:
    """The form of the latest occurrence that is due: after downtime that is one catch-up, never one for each."""
    programme = desk.programme(context.programme)
    if programme is None:
        return _later(context.enrolment, context.occurrence, desk.now + RETRY_AFTER, "programme_gone")
    occurrence, next_due_at = _latest_due(context, programme, desk.now)
    mentee = context.pair.mentee
    if mentee.state is not PersonState.ACTIVE:
        return _later(context.enrolment, occurrence + 1, next_due_at, f"mentee_{mentee.state.value}")
    if mentee.address is None or context.pair.state is not PairState.LIVE:
        return _later(context.enrolment, occurrence, desk.now + RETRY_AFTER, "no_address")
    return _send(context, programme, occurrence, next_due_at, desk)


def _later(enrolment: EnrolmentId, occurrence: int, at: datetime, reason: str) -> Dispatch:
    postponed = PostponeSchedule(enrolment=enrolment, occurrence=occurrence, next_due_at=at)
    return Dispatch(occurrence=occurrence, effects=(postponed,), reason=reason)


def _latest_due(context: DispatchContext, programme: Programme, now: datetime) -> tuple[int, datetime]:
    """The highest occurrence that is due by now, and when the calendar, as it stands today, has the next one.

    The number of a form only ever grows. Behind it falls the calendar whose interval was made longer, and for some
    hours that of a person who moved west: their form of today must not be followed by another tonight.
    """
    timezone = context.pair.mentee.timezone or programme.timezone
    anchor_on, cadence = context.anchor_at.date(), programme.cadence
    latest = latest_occurrence(cadence, timezone=timezone, anchor_on=anchor_on, now=now)
    occurrence = max(context.occurrence, latest if latest is not None else 0)
    after = now if occurrence == latest else now + WORLD_AROUND
    return occurrence, next_occurrence_after(cadence, timezone=timezone, anchor_on=anchor_on, after=after)[1]


def _send(
    context: DispatchContext, programme: Programme, occurrence: int, next_due_at: datetime, desk: Desk
) -> Dispatch:
    mentee, service = context.pair.mentee, desk.service
    language = mentee.language or programme.language
    token = Token(desk.mint.token())
    letter = Form(
        about=About.of(programme),
        round_number=occurrence + 1,
        questions=form_questions(programme.questions, language),
        reference=desk.mint.reference(),
        reply_by_on=_reply_by(programme, desk.now, mentee.timezone or programme.timezone),
    )
    words = desk.wording.words(letter, language)
    sheet = form_sheet(
        letter,
        words,
        sender_name=programme.title,
        sender_address=proxy_address(service, "f", token) if service.from_style == "proxy" else service.address,
        recipient_name=mentee.name,
        language=language,
    )
    message_id = MessageId(desk.mint.message_id(service.relay_domain))
    round_id = RoundId(desk.mint.row_id())
    queued = queue(desk, _note(context, programme, letter, words, (token, message_id, round_id), service))
    if isinstance(queued, tuple):
        return _later(context.enrolment, occurrence, desk.now + RETRY_AFTER, "form_has_the_mentors_address")
    advanced = _advance(context, occurrence, next_due_at, sheet, (token, message_id, round_id), desk.now)
    return Dispatch(occurrence=occurrence, effects=(advanced, queued), reason="sent")


def _reply_by(programme: Programme, now: datetime, timezone: str) -> date:
    return (now + programme.cadence.close_after).astimezone(ZoneInfo(timezone)).date()


def _note(
    context: DispatchContext,
    programme: Programme,
    letter: Form,
    words: Words,
    minted: tuple[Token, MessageId, RoundId],
    service: Service,
) -> Note:
    token, message_id, round_id = minted
    pair = context.pair
    to_address, to_person, to_address_id = to_participant(pair.mentee)
    return Note(
        event=f"round:{round_id}",
        letter=letter,
        words=words,
        to_address=to_address,
        to_person=to_person,
        to_address_id=to_address_id,
        from_name=programme.title,
        proxy=("f", token),
        author=pair.mentee.id,
        # Nobody's words are in a form, and a mentor may be called May or Short: their addresses are looked for only.
        forbidden=(replace(pair.mentor.identity, names=()),),
        own=own_words(letter.about),  # the mentor may be the contact that every form names
        foreign_tokens=(pair.mentor_token,),
        list_id=list_id_of(service, programme),
        unsubscribe=True,
        priority=Priority.FORM,
        round=round_id,
        message_id=message_id,
    )


def _advance(
    context: DispatchContext,
    occurrence: int,
    next_due_at: datetime,
    sheet: FormSheet,
    minted: tuple[Token, MessageId, RoundId],
    now: datetime,
) -> AdvanceSchedule:
    token, message_id, round_id = minted
    return AdvanceSchedule(
        enrolment=context.enrolment,
        pair=context.pair.id,
        occurrence=occurrence,
        round=round_id,
        token=token,
        message_id=message_id,
        mentee=context.pair.mentee.id,
        sheet=sheet,
        sent_at=now,
        next_due_at=next_due_at,
    )
