"""Forms that were sent, each with its sheet, its current answers and those of the round before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from mailbot.model.answer import Answer
from mailbot.model.effect import AdvanceSchedule, CreateEnrolment, PostponeSchedule
from mailbot.model.form import FormSheet
from mailbot.model.ids import EnrolmentId, MessageId, RoundId, ThreadId, Token
from mailbot.model.people import Round
from mailbot.store.among import among
from mailbot.store.answers import current_answers
from mailbot.store.codec import packed, sheet_fields, sheet_of, unpacked
from mailbot.store.sealing import person_key
from mailbot.store.tables import ENROLMENT, ROUND
from mailbot.store.threads import first_message_id
from mailbot.store.work import Found, Work

_PROGRAMMES = among(lambda these: select(ENROLMENT.c.id, ENROLMENT.c.programme).where(these(ENROLMENT.c.id)))
_BEFORE = (
    select(ROUND.c.id)
    .where(ROUND.c.enrolment == bindparam("enrolment"), ROUND.c.occurrence < bindparam("occurrence"))
    .order_by(ROUND.c.occurrence.desc())
    .limit(1)
)
_NEXT = (
    update(ENROLMENT)
    .where(ENROLMENT.c.id == bindparam("which"))
    .values(next_occurrence=bindparam("occurrence"), next_due_at=bindparam("at"))
)


def opened_round(work: Work, row: Found) -> Round:
    """The round of that row of the table."""
    sealed = unpacked(work.unseal(row.sealed, under=person_key(row.mentee), table="round", row=row.id))
    sheet = sheet_of(sealed["sheet"])
    before = work.one(_BEFORE, {"enrolment": row.enrolment, "occurrence": row.occurrence})
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


def advance(work: Work, effects: Sequence[AdvanceSchedule]) -> None:
    """The row of each form and the next due time; StoreConflict when an occurrence was sent before."""
    if not effects:
        return
    programmes = {row.id: row.programme for row in work.all(*_PROGRAMMES([one.enrolment for one in effects]))}
    absent = {one.enrolment for one in effects} - programmes.keys()
    if absent:
        raise LookupError(f"enrolment {min(absent)} does not exist")
    work.keyring.prefetch((person_key(one.mentee) for one in effects), make=True)
    work.insert(ROUND, [_row(work, one, programmes[one.enrolment]) for one in effects])
    _set_next(work, [(one.enrolment, one.occurrence + 1, one.next_due_at) for one in effects])


def _row(work: Work, effect: AdvanceSchedule, programme: str) -> dict[str, object]:
    sealed = packed({"sheet": sheet_fields(effect.sheet), "token": effect.token, "message_id": effect.message_id})
    return {
        "id": effect.round,
        "enrolment": effect.enrolment,
        "programme": programme,
        "pair": effect.pair,
        "mentee": effect.mentee,
        "occurrence": effect.occurrence,
        "state": "sent",
        "token_index": work.index(effect.token, "token"),
        "reference_index": reference_index(work, effect.sheet.reference),
        "message_index": work.index(effect.message_id, "message_id"),
        "sealed": work.seal(sealed, under=person_key(effect.mentee), table="round", row=effect.round),
        "sent_at": effect.sent_at,
    }


def reference_index(work: Work, reference: str) -> bytes:
    """The blind index of a form's spare key, however it was retyped."""
    return work.index("".join(letter for letter in reference.upper() if letter.isalnum()), "reference")


def postpone(work: Work, effects: Sequence[PostponeSchedule]) -> None:
    """Nothing is sent; those occurrences are looked at again then."""
    if effects:
        _set_next(work, [(one.enrolment, one.occurrence, one.next_due_at) for one in effects])


def _set_next(work: Work, given: Iterable[tuple[EnrolmentId, int, datetime | None]]) -> None:
    work.connection.execute(
        _NEXT, [{"which": enrolment, "occurrence": occurrence, "at": at} for enrolment, occurrence, at in given]
    )
