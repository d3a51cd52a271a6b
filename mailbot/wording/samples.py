"""One made-up letter of every kind: what `preview` shows, and what proves that every template can be rendered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from mailbot.errors import Fault
from mailbot.model.answer import Answer, AnswerState
from mailbot.model.form import FormQuestion, QuestionKind
from mailbot.model.programme import Privacy, Role
from mailbot.wording import letters as to
from mailbot.wording.answer_lines import answer_lines, packet, packet_update
from mailbot.wording.letters import About, Letter
from mailbot.wording.samples_pair import pair_letters

WORD = "Heron"
_MENTOR, _MENTEE = "Your mentor", f"Your mentee {WORD}"
_ASKED_ON, _REPLY_BY, _NEXT_ON = date(2027, 3, 5), date(2027, 4, 2), date(2027, 5, 5)
_TYPED = {
    QuestionKind.TEXT: "Two new procedures under supervision, and a course on difficult conversations.",
    QuestionKind.GOAL: "Finish the audit and present it in the department.",
    QuestionKind.YES_NO: "Yes",
}
_NUMBER = to.Finding(kind="nhs_number", line=2)
_POINTS = ("A good list on Thursdays, with time to ask.", "My first teaching session went well.")


def sample_letters(
    about: About, privacy: Privacy, questions: tuple[FormQuestion, ...], *, reference: str
) -> dict[str, Letter]:
    """The letters by name, in the order in which a person may meet them; "invitation-mentor" is a variant."""
    return {
        **_joining(about, privacy),
        **_forms(about, questions, reference),
        **_talk(about),
        **pair_letters(about),
        **_identity(about),
        **_service(about),
    }


def sample_answers(questions: tuple[FormQuestion, ...]) -> tuple[Answer, ...]:
    """An answer to every question but the last, which is open, and the first scale, which is not clear."""
    scales = [question.id for question in questions[:-1] if question.kind is QuestionKind.SCALE]
    return tuple(
        Answer(question=question.id, state=AnswerState.UNCLEAR, text="3-4")
        if question.id in scales[:1]
        else _answered(question)
        for question in questions[:-1]
    )


def _answered(question: FormQuestion, *, value: int | None = None) -> Answer:
    points = question.kind is QuestionKind.LIST
    chosen = {QuestionKind.SCALE: min(4, len(question.labels)), QuestionKind.CHOICE: 1, QuestionKind.YES_NO: 1}
    value = value or chosen.get(question.kind)
    return Answer(
        question=question.id,
        state=AnswerState.ANSWERED,
        text="\n".join(_POINTS) if points else _TYPED.get(question.kind, str(value)),
        items=_POINTS if points else (),
        value=value,
    )


def _joining(about: About, privacy: Privacy) -> dict[str, Letter]:
    return {
        "invitation": to.Invitation(about=about, role=Role.MENTEE, privacy=privacy),
        "invitation-mentor": to.Invitation(about=about, role=Role.MENTOR, privacy=privacy),
        "welcome": to.Welcome(about=about, role=Role.MENTEE, first_form_on=_ASKED_ON),
        "welcome-mentor": to.Welcome(about=about, role=Role.MENTOR),
        "declined": to.Declined(about=about),
        "pair_offer": to.PairOffer(about=about, role=Role.MENTEE),
        "pair_offer-mentor": to.PairOffer(about=about, role=Role.MENTOR),
        "paired": to.Paired(about=about, role=Role.MENTEE, word=WORD, first_form_on=_ASKED_ON),
        "paired-mentor": to.Paired(about=about, role=Role.MENTOR, word=WORD),
    }


def _forms(about: About, questions: tuple[FormQuestion, ...], reference: str) -> dict[str, Letter]:
    answers = sample_answers(questions)
    previous = tuple(_answered(q, value=2 if q.kind is QuestionKind.SCALE else None) for q in questions)
    lines = answer_lines(questions, answers)
    unplaced = "By the way, I am on nights until Friday."
    receipt = to.Receipt(about=about, round_number=2, lines=lines, reference=reference, unplaced=unplaced)
    reminder = to.Reminder(about=about, round_number=2, sent_on=_ASKED_ON, days_left=21, reference=reference)
    return {
        "form": to.Form(about=about, round_number=2, questions=questions, reference=reference, reply_by_on=_REPLY_BY),
        "receipt": receipt,
        "receipt-kept_back": _with_the_last_kept_back(receipt),
        "nothing_found": to.NothingFound(about=about, round_number=2, reference=reference),
        "reminder": reminder,
        "reminder-half-done": to.Reminder(
            about=about,
            round_number=2,
            sent_on=_ASKED_ON,
            days_left=14,
            reference=reference,
            started=True,
            open_questions=receipt.open,
        ),
        "packet": packet(about, WORD, 2, questions, answers, previous=previous, unplaced=unplaced),
        "packet_update": packet_update(
            about,
            WORD,
            2,
            questions=questions,
            before=tuple(replace(a, text="The audit.") if a.text == _TYPED[QuestionKind.GOAL] else a for a in answers),
            now=answers,
        ),
        "nudge": to.Nudge(about=about, word=WORD, round_number=2, sent_on=_ASKED_ON),
        "mentor_quiet": to.MentorQuiet(about=about, round_number=2),
    }


def _with_the_last_kept_back(receipt: to.Receipt) -> to.Receipt:
    last = receipt.lines[-1]
    kept_back = (to.KeptBack(number=last.number, ask=last.ask, findings=(_NUMBER,)),)
    return replace(receipt, unplaced="", kept_back=kept_back, until_on=_REPLY_BY, patient=True, firm=True)


def _talk(about: About) -> dict[str, Letter]:
    said = "Thank you for this.\n\nWhat would the audit need so that it is finished by June?"
    asked = "Mostly time on Tuesdays.\nCould I ask you about the interview, too?"
    return {
        "post": to.Post(about=about, reader=Role.MENTEE, partner=_MENTOR, text=said, subject="Answers to form 2"),
        "post-mentor": to.Post(about=about, reader=Role.MENTOR, partner=_MENTEE, text=asked, attachments_left_out=1),
        **_kept_back(about),
        "not_delivered_later": to.NotDeliveredLater(about=about, partner=_MENTOR),
        "closed_pair": to.ClosedPair(about=about, partner=_MENTOR),
        "which_pair": to.WhichPair(
            about=about,
            choices=(
                to.PairChoice(partner=_MENTEE, address="mentoring+t-heron@example.org"),
                to.PairChoice(partner="Your mentee Plover", address="mentoring+t-plover@example.org"),
            ),
        ),
        "help": to.Help(about=about, role=Role.MENTEE),
        "help-mentor": to.Help(about=about, role=Role.MENTOR),
        "did_you_mean": to.DidYouMean(about=about, nearest="PAUSE"),
        "paused": to.Paused(about=about, role=Role.MENTEE, until_on=_NEXT_ON),
        "resumed": to.Resumed(about=about, role=Role.MENTEE, next_form_on=_NEXT_ON),
        "stopped": to.Stopped(about=about),
        "left_notice": to.LeftNotice(about=about, partner=_MENTOR),
        "already": to.Already(about=about, standing=to.Standing.ACCEPTED),
    }


def _kept_back(about: About) -> dict[str, Letter]:
    """What its writer hears of words and files that did not go at once."""
    phone = to.Finding(kind="phone", line=4, value="07700 900123")
    held = to.HeldPost(about=about, partner=_MENTOR, findings=(phone,), until_on=_REPLY_BY)
    out = to.LeftOut(about=about, partner=_MENTOR, refused=(to.Refusal(number=1, what="pdf", why="not_allowed"),))
    unsent = to.NotSent(about=about, partner=_MENTOR)
    later = to.StillWaiting(about=about, partner=_MENTOR, written_on=_ASKED_ON, until_on=_REPLY_BY)
    return {
        "left_out": replace(out, copied=1),
        "left_out-sent": replace(out, refused=(), insisted=True),
        "held_post": replace(held, findings=(phone, to.Finding(kind="link", where="subject"))),
        "held_post-patient": replace(held, findings=(_NUMBER,), patient=True, firm=True),
        "still_waiting": later,
        "still_waiting-over": replace(later, patient=True, over=True),
        "not_sent": replace(unsent, waiting=True, patient=True),
        "not_sent-nothing": unsent,
    }


def _identity(about: About) -> dict[str, Letter]:
    offices = (to.Office(programme=about.programme, coordinator=about.coordinator),)
    return {
        "challenge": to.Challenge(about=about, received_at=datetime(2027, 3, 9, 18, 5, tzinfo=UTC), size_bytes=4_300),
        "settled": to.Settled(about=about, released=True),
        "refused": to.Refused(about=about, received_on=_ASKED_ON),
        "address_new": to.AddressNew(about=about),
        "address_old": to.AddressOld(about=about),
        "address_confirmed": to.AddressConfirmed(about=about),
        "unreadable": to.Unreadable(about=about, why="encrypted"),
        "stranger": to.Stranger(offices=offices),
        "unknown_token": to.UnknownToken(offices=offices),
    }


def _service(about: About) -> dict[str, Letter]:
    return {
        "coordinator_faults": to.CoordinatorFaults(
            about=about,
            faults=(
                Fault(file="northern.toml", line=12, message='unknown key "evry": did you mean "every"?'),
                Fault(file="northern.people.csv", line=7, message='"mentr" is no role: mentor or mentee'),
            ),
        ),
        "address_failing": to.AddressFailing(about=about, participant="northern/m01"),
        "address_full": to.AddressFull(about=about, participant="northern/m01"),
        "over_limit": to.OverLimit(what="size", limit=26_214_400),
        "operator_trouble": to.OperatorTrouble(
            counts=(to.Count(what="messages set aside after an error", number=2),), ids=("in-7f3a", "in-9xdb")
        ),
    }
