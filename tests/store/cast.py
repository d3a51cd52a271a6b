"""A small cast, put into a store by effects alone: two mentees of one mentor, and one mentee of another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from mailbot.model import effect as e
from mailbot.model import outbound
from mailbot.model.answer import Answer, AnswerState
from mailbot.model.context import Clues
from mailbot.model.form import FormQuestion, FormSheet, QuestionKind
from mailbot.model.ids import (
    AddressId,
    EnrolmentId,
    InboxId,
    MessageId,
    OutboxId,
    PairId,
    ParticipantId,
    PersonId,
    PostId,
    ProgrammeName,
    QuestionId,
    RoundId,
    ThreadId,
    Token,
)
from mailbot.model.mint import Mint
from mailbot.model.people import AddressState, MappedReference, PairState, PersonState
from mailbot.model.programme import Role, RosterRow

NOON = datetime(2027, 1, 5, 12, tzinfo=UTC)
NORTHERN = ProgrammeName("northern")
RAW = b"From: Amelia <amelia@trust.example>\r\nMessage-ID: <reply@client.example>\r\n\r\nI felt zebrafinch today.\r\n"


def cleared(
    raw: bytes, message_id: str, *, to: str = "amelia@trust.example", sender: str = "mentoring+b-x@example.org"
) -> outbound.ClearedMessage:
    """Bytes as if the gate had let them pass."""
    return outbound.ClearedMessage(
        raw=raw,
        message_id=MessageId(message_id),
        envelope_from=sender,
        envelope_to=to,
        pass_key=outbound._GATE,
    )


def person(name: str, role: Role, email: str, **more: object) -> e.Enrol:
    """Somebody new to the roster, with a confirmed address."""
    key = name.split(maxsplit=1)[0].lower()
    return e.Enrol(
        person=PersonId(f"p-{key}"),
        address=AddressId(f"a-{key}"),
        programme=NORTHERN,
        row=RosterRow(line=2, id=ParticipantId(key), role=role, name=name, email=email, **more),
        state=PersonState.ACTIVE,
        address_state=AddressState.CONFIRMED,
    )


def pair(mentee: str, mentor: str, *, state: PairState = PairState.LIVE) -> e.CreatePair:
    """A pair of two of the cast."""
    return e.CreatePair(
        pair=PairId(f"pair-{mentee}"),
        programme=NORTHERN,
        mentee=PersonId(f"p-{mentee}"),
        mentor=PersonId(f"p-{mentor}"),
        word=f"Heron{mentee}",
        mentee_token=Token(f"tokmentee{mentee}"),
        mentor_token=Token(f"tokmentor{mentee}"),
        state=state,
        accepted=frozenset(Role),
    )


def enrolled(mentee: str) -> e.CreateEnrolment:
    """A mentee's place in the calendar, due at noon."""
    return e.CreateEnrolment(
        enrolment=EnrolmentId(f"e-{mentee}"),
        mentee=PersonId(f"p-{mentee}"),
        programme=NORTHERN,
        anchor_at=NOON,
        first_occurrence=0,
        next_due_at=NOON,
    )


def cast() -> tuple[e.Effect, ...]:
    """Amelia and Bashir with Dr Corvus, Delphine with Dr Egret; each mentee is due at noon."""
    people = (
        person("Amelia Ashgrove", Role.MENTEE, "amelia@trust.example", also_known_as=("Millie", "millie@home.example")),
        person("Bashir Birchwood", Role.MENTEE, "bashir@trust.example"),
        person("Delphine Dunmore", Role.MENTEE, "delphine@gmail.com"),
        person("Corvus Coldwell", Role.MENTOR, "corvus@royal.example"),
        person("Egret Elmhurst", Role.MENTOR, "egret@trust.example"),
    )
    pairs = (pair("amelia", "corvus"), pair("bashir", "corvus"), pair("delphine", "egret"))
    enrolments = tuple(enrolled(mentee) for mentee in ("amelia", "bashir", "delphine"))
    return (*people, *pairs, *enrolments)


def sheet(reference: str = "7F3A-K2QM-9XDB-LR4T") -> FormSheet:
    """A form of two questions."""
    questions = tuple(
        FormQuestion(
            id=QuestionId(name),
            number=number,
            kind=QuestionKind.SCALE if number == 1 else QuestionKind.LIST,
            ask=f"How is your {name}?",
            hint="",
            marker=f"Answer {number}:",
            labels=("bad", "good") if number == 1 else (),
            at_least=2 if number == 2 else 0,
        )
        for number, name in enumerate(("satisfaction", "positives"), 1)
    )
    return FormSheet(
        language="en",
        subject="How were your two months?",
        sender_name="Northern mentoring",
        sender_address="mentoring+f-x@example.org",
        recipient_name="Amelia Ashgrove",
        reference=reference,
        questions=questions,
        lines=("Dear Amelia", "", "1. How is your satisfaction?", "", "Answer 1:"),
    )


def form_goes_out(mentee: str = "amelia", occurrence: int = 0) -> tuple[e.Effect, ...]:
    """What the dispatch of one form writes."""
    name = f"{mentee}-{occurrence}"
    reference = Mint(name.encode()).reference()
    return (
        e.AdvanceSchedule(
            enrolment=EnrolmentId(f"e-{mentee}"),
            pair=PairId(f"pair-{mentee}"),
            occurrence=occurrence,
            round=RoundId(f"r-{name}"),
            token=Token(f"tokform{name}"),
            message_id=MessageId(f"<form-{name}@example.org>"),
            mentee=PersonId(f"p-{mentee}"),
            sheet=sheet(reference),
            sent_at=NOON,
            next_due_at=NOON + timedelta(days=59 * (occurrence + 1)),
        ),
        queued(
            f"form-{name}",
            to=mentee,
            template="form",
            priority=e.Priority.FORM,
            round=RoundId(f"r-{name}"),
        ),
    )


def queued(name: str, *, to: str = "amelia", template: str = "post", **more: object) -> e.QueueMessage:
    """One message for somebody of the cast, sent under <name@example.org>."""
    fields: dict[str, object] = {
        "outbox": OutboxId(f"o-{name}"),
        "event": f"event:{name}",
        "template": template,
        "message": cleared(f"words for {to} walrusing\r\n".encode(), f"<{name}@example.org>", to=f"{to}@trust.example"),
        "to_person": PersonId(f"p-{to}"),
        "to_address_id": AddressId(f"a-{to}"),
        "author": None,
        "bounce_token": Token(f"tokbounce{name}"),
        "priority": e.Priority.POST,
        "not_before": NOON,
    }
    return e.QueueMessage(**(fields | more))


def answer(question: str, text: str, **more: object) -> Answer:
    """One answer as typed."""
    return Answer(question=QuestionId(question), state=AnswerState.ANSWERED, text=text, **more)


def recorded(inbox: str, *answers: Answer, complete: bool = True, round_name: str = "amelia-0") -> e.RecordAnswers:
    """The answers of one reply of a mentee."""
    return e.RecordAnswers(
        round=RoundId(f"r-{round_name}"),
        author=PersonId("p-" + round_name.partition("-")[0]),
        inbox=InboxId(inbox),
        answers=answers,
        unplaced="quokkas everywhere",
        complete=complete,
    )


def posted(number: int, *, thread: str = "th-1", author: str = "corvus", inbox: str | None = None) -> e.AppendPost:
    """One post of a thread; the mentee's side knows it as ours, the mentor's as their own, or the other way round."""
    return e.AppendPost(
        post=PostId(f"{thread}-post-{number}"),
        thread=ThreadId(thread),
        author=PersonId(f"p-{author}"),
        inbox=InboxId(inbox) if inbox else None,
        text=f"narwhal number {number}",
        reference=MappedReference(
            mentee_side=MessageId(f"<{thread}-{number}-mentee@example.org>"),
            mentor_side=MessageId(f"<{thread}-{number}-mentor@example.org>"),
        ),
    )


def thread_starts(
    thread: str = "th-1", *, mentee: str = "amelia", round_name: str | None = "amelia-0"
) -> e.StartThread:
    """A conversation about a round."""
    return e.StartThread(
        thread=ThreadId(thread),
        pair=PairId(f"pair-{mentee}"),
        author=PersonId(f"p-{mentee}"),
        subject="about my capybara",
        round=RoundId(f"r-{round_name}") if round_name else None,
    )


def clues(**given: object) -> Clues:
    """Clues of which only those given are there."""
    fields: dict[str, object] = {"tokens": (), "message_ids": (), "reference": "", "returned_ids": (), "writer": ""}
    return Clues(**(fields | given))


@dataclass(slots=True)
class Numbers:
    """Ids for messages taken in."""

    used: int = field(default=0)

    def inbox(self) -> InboxId:
        self.used += 1
        return InboxId(f"in-{self.used:04}")
