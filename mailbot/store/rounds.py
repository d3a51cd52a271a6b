"""Forms that were sent, each with its sheet, its current answers and those of the round before."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from mailbot.model.answer import Answer
from mailbot.model.effect import AdvanceSchedule, CreateEnrolment, PostponeSchedule
from mailbot.model.form import FormSheet
from mailbot.model.ids import EnrolmentId, MessageId, RoundId, ThreadId, Token
from mailbot.model.people import Round
from mailbot.store.answers import current_answers
from mailbot.store.codec import packed, sheet_fields, sheet_of, unpacked
from mailbot.store.sealing import person_key
from mailbot.store.tables import ENROLMENT, ROUND
from mailbot.store.threads import first_message_id
from mailbot.store.work import Found, Work


def opened_round(work: Work, row: Found) -> Round:
    """The round of that row of the table."""
    sealed = unpacked(work.unseal(row.sealed, under=person_key(row.mentee), table="round", row=row.id))
    sheet = sheet_of(sealed["sheet"])
    before = work.one(
        select(ROUND.c.id)
        .where(ROUND.c.enrolment == row.enrolment, ROUND.c.occurrence < row.occurrence)
        .order_by(ROUND.c.occurrence.desc())
        .limit(1)
    )
    answers = current_answers(work, [row.id] if before is None else [row.id, before.id])
    return Round(
        id=RoundId(row.id),
        enrolment=EnrolmentId(row.enrolment),
        occurrence=row.occurrence,
        token=Token(sealed["token"]),
        sheet=sheet,
        message_id=MessageId(sealed["message_id"]),
        sent_at=row.sent_at,
        answers=_in_order(answers.get(row.id, {}), sheet),
        previous=_in_order(answers.get(before.id, {}), sheet) if before is not None else (),
        thread=ThreadId(row.thread) if row.thread else None,
        packet_message_id=first_message_id(work, row.thread) if row.thread else None,
    )


def _in_order(answers: dict[str, Answer], sheet: FormSheet) -> tuple[Answer, ...]:
    """In the order of the form; questions that are no longer asked come last."""
    numbers = {question.id: question.number for question in sheet.questions}
    last = len(numbers) + 1
    return tuple(sorted(answers.values(), key=lambda answer: (numbers.get(answer.question, last), answer.question)))


class Rounds(Work):
    """Queries about rounds."""

    def round(self, round_id: RoundId) -> Round:
        """That round. KeyError when there is none."""
        row = self.one(select(ROUND).where(ROUND.c.id == round_id))
        if row is None:
            raise KeyError(round_id)
        return opened_round(self, row)


def create_enrolment(work: Work, effect: CreateEnrolment) -> None:
    """A mentee's place in the calendar; one who has a place keeps it, also under another mentor."""
    work.insert_new(
        ENROLMENT,
        {
            "id": effect.enrolment,
            "mentee": effect.mentee,
            "programme": effect.programme,
            "anchor_at": effect.anchor_at,
            "next_occurrence": effect.first_occurrence,
            "next_due_at": effect.next_due_at,
        },
    )


def advance(work: Work, effect: AdvanceSchedule) -> None:
    """A form's row and the next due time; StoreConflict when that occurrence was sent before."""
    enrolment = work.one(select(ENROLMENT.c.programme).where(ENROLMENT.c.id == effect.enrolment))
    if enrolment is None:
        raise LookupError(f"enrolment {effect.enrolment} does not exist")
    sealed = packed({"sheet": sheet_fields(effect.sheet), "token": effect.token, "message_id": effect.message_id})
    work.insert(
        ROUND,
        {
            "id": effect.round,
            "enrolment": effect.enrolment,
            "programme": enrolment.programme,
            "pair": effect.pair,
            "mentee": effect.mentee,
            "occurrence": effect.occurrence,
            "state": "sent",
            "token_index": work.index(effect.token, "token"),
            "reference_index": reference_index(work, effect.sheet.reference),
            "message_index": work.index(effect.message_id, "message_id"),
            "sealed": work.seal(sealed, under=person_key(effect.mentee), table="round", row=effect.round),
            "sent_at": effect.sent_at,
        },
    )
    _set_next(work, effect.enrolment, effect.occurrence + 1, effect.next_due_at)


def reference_index(work: Work, reference: str) -> bytes:
    """The blind index of a form's spare key, however it was retyped."""
    return work.index("".join(letter for letter in reference.upper() if letter.isalnum()), "reference")


def postpone(work: Work, effect: PostponeSchedule) -> None:
    """Nothing is sent; that occurrence is looked at again then."""
    _set_next(work, effect.enrolment, effect.occurrence, effect.next_due_at)


def _set_next(work: Work, enrolment: EnrolmentId, occurrence: int, due_at: datetime | None) -> None:
    work.connection.execute(
        update(ENROLMENT).where(ENROLMENT.c.id == enrolment).values(next_occurrence=occurrence, next_due_at=due_at)
    )
