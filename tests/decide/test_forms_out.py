"""Forms that are due, the sample that everybody may see, and the view of a dry run."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes

import pytest

from mailbot.decide import dispatching, sample_letters
from mailbot.decide.dispatching import RETRY_AFTER, dispatch
from mailbot.decide.judge import judge
from mailbot.decide.sample import SERVICE as SAMPLE_SERVICE
from mailbot.decide.sample import sample_context, sample_desk, sample_of
from mailbot.decide.sample_letters import sample_emails
from mailbot.decide.sealed_view import SEALED, sealed_view
from mailbot.errors import MailbotError
from mailbot.message.addressing import proxy_address
from mailbot.message.parse import parse
from mailbot.model.answer import Answer, AnswerState
from mailbot.model.context import FormTarget, ThreadTarget
from mailbot.model.effect import AdvanceSchedule, Kind, PostponeSchedule, QueueMessage
from mailbot.model.form import Question
from mailbot.model.ids import MessageId, QuestionId
from mailbot.model.inbound import InboundMessage
from mailbot.model.outbound import Hit
from mailbot.model.people import MappedReference, PairState, PersonState
from mailbot.model.programme import Contact, Role
from tests.decide.builders import (
    MENTEE,
    MENTOR,
    NOW,
    PHILIPPA,
    SERVICE,
    context,
    desk,
    due,
    message,
    no_programmes,
    only,
    pair,
    programme,
    queued,
    sent_round,
    thread,
    to_form,
    to_thread,
    wording,
    words_of,
)

LATER = datetime(2027, 9, 1, 12, 0, tzinfo=UTC)


def naming(question: Question, whom: str) -> Question:
    return replace(question, words={"": replace(question.words[""], help=f"or ask {whom}")})


def test_a_form_carries_all_that_is_needed_to_read_its_reply() -> None:
    decided = dispatch(due(), desk())
    (advance,), (form,) = only(decided.effects, AdvanceSchedule), queued(decided.effects)
    assert decided.reason == "sent"
    assert form.round == advance.round
    assert form.message.message_id == advance.message_id
    assert advance.sheet.sender_address == proxy_address(SERVICE, "f", advance.token)
    assert advance.sheet.reference.encode() in form.message.raw
    assert advance.next_due_at == datetime(2027, 3, 5, 8, 0, tzinfo=UTC)


def test_the_sheet_names_the_address_that_the_form_really_came_from() -> None:
    reply_to = desk(service=replace(SERVICE, from_style="reply_to"))
    (advance,) = only(dispatch(due(), reply_to).effects, AdvanceSchedule)
    assert advance.sheet.sender_address == SERVICE.address


def test_after_downtime_the_latest_form_alone_is_sent() -> None:
    decided = dispatch(due(), desk(now=LATER))
    (advance,) = only(decided.effects, AdvanceSchedule)
    assert (advance.occurrence, decided.occurrence) == (3, 3)
    assert advance.next_due_at == datetime(2027, 9, 6, 7, 0, tzinfo=UTC)  # the 5th is a Sunday


def test_before_the_first_occurrence_the_stored_one_counts() -> None:
    early = due(anchor_at=NOW + timedelta(days=40), occurrence=0)
    assert dispatch(early, desk()).occurrence == 0


@pytest.mark.parametrize(
    ("change", "reason", "occurrence", "at"),
    [
        (
            {"mentee": replace(MENTEE, state=PersonState.PAUSED)},
            "mentee_paused",
            1,
            datetime(2027, 3, 5, 8, tzinfo=UTC),
        ),
        ({"mentee": replace(MENTEE, state=PersonState.LEFT)}, "mentee_left", 1, datetime(2027, 3, 5, 8, tzinfo=UTC)),
        ({"mentee": replace(MENTEE, address=None)}, "no_address", 0, NOW + RETRY_AFTER),
        ({"state": PairState.PROPOSED}, "no_address", 0, NOW + RETRY_AFTER),
    ],
)
def test_what_cannot_be_sent_is_put_off(change: dict[str, object], reason: str, occurrence: int, at: datetime) -> None:
    decided = dispatch(due(pair(**change)), desk())
    (postponed,) = decided.effects
    assert isinstance(postponed, PostponeSchedule)
    assert (decided.reason, postponed.occurrence, postponed.next_due_at) == (reason, occurrence, at)


def test_without_its_programme_or_past_the_gate_a_form_waits_a_day() -> None:
    assert dispatch(due(), no_programmes()).reason == "programme_gone"
    asking = programme()
    telling = replace(asking, questions=tuple(naming(one, PHILIPPA) for one in asking.questions))
    assert dispatch(due(), desk(telling)).reason == "form_has_the_mentors_address"
    named = replace(asking, questions=tuple(naming(one, "Dr Ashgrove") for one in asking.questions))
    assert dispatch(due(), desk(named)).reason == "sent"


def test_each_person_has_their_own_language_and_zone() -> None:
    tokyo = pair(mentee=replace(MENTEE, timezone="Asia/Tokyo", language="en"))
    (advance,) = only(dispatch(due(tokyo), desk()).effects, AdvanceSchedule)
    assert advance.next_due_at == datetime(2027, 3, 4, 23, 0, tzinfo=UTC)


# --- the sample ------------------------------------------------------------------------------------------------------


def a_reply(raw: bytes, text: str, **changes: object) -> InboundMessage:
    form = message_from_bytes(raw)
    made = message(text, recipients=(str(form["From"]).partition("<")[2].rstrip(">"),))
    return replace(made, **changes)


def test_the_sample_is_the_same_every_time_and_another_in_each_language() -> None:
    one, again = sample_of(programme(), wording()), sample_of(programme(), wording(), "en")
    assert one.form.message.raw == again.form.message.raw
    assert sample_of(programme(), wording(), "de").round.token != one.round.token
    assert sample_desk(programme(), wording()).service == SAMPLE_SERVICE


def test_a_reply_to_the_sample_form_or_post_is_read() -> None:
    samples = (sample_of(programme(), wording()), sample_of(programme(), wording(), "de"))
    for sample in samples:
        by_token = a_reply(sample.form.message.raw, "1. 4")
        by_id = message("1. 4", in_reply_to=(sample.round.message_id,))
        by_key = message(f"1. 4\n\nReference: {sample.round.sheet.reference}")
        for incoming in (by_token, by_id, by_key):
            target = sample_context(incoming, samples).target
            assert isinstance(target, FormTarget)
            assert target.round.token == sample.round.token
        to_mentor = message("Hello", recipients=(proxy_address(SAMPLE_SERVICE, "t", sample.pair.mentee_token),))
        found = sample_context(to_mentor, samples)
        assert isinstance(found.target, ThreadTarget)
        assert (found.target.side, found.released) == (Role.MENTEE, True)
    anything = sample_context(message("1. 4"), samples).target
    assert isinstance(anything, FormTarget)
    assert anything.round.token == samples[0].round.token
    decided = judge(a_reply(samples[0].form.message.raw, "1. 4"), sample_context(message(), samples), desk())
    assert decided.kind is Kind.FORM_REPLY


def test_a_sample_form_that_cannot_be_made_says_why() -> None:
    asked = tuple(naming(one, "teddy.marchbank@example.net") for one in programme().questions)
    told = replace(programme(), questions=asked)
    with pytest.raises(MailbotError, match="form_has_the_mentors_address"):
        sample_of(told, wording())


def test_every_letter_is_composed_for_the_sample_pair() -> None:
    sample = sample_of(programme(), wording())
    emails = {one.name: one for one in sample_emails(programme(), wording(), sample)}
    assert emails["form.en"].raw == sample.form.message.raw
    assert {"receipt.en", "packet.en", "post.en", "invitation.en", "challenge.en"} <= set(emails)
    for one in emails.values():
        assert parse(one.raw).subject == " ".join(one.words.subject.split())


def test_a_sample_letter_that_does_not_pass_the_gate_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_letters, "queue", lambda *_args: (Hit(kind="name", where="text"),))
    with pytest.raises(MailbotError, match="invitation"):
        sample_emails(programme(), wording(), sample_of(programme(), wording()))
    assert dispatching.queue is not sample_letters.queue


# --- the view of a dry run -------------------------------------------------------------------------------------------


def test_a_dry_run_knows_the_conversation_but_no_word_of_it() -> None:
    answers = (
        Answer(question=QuestionId("a"), state=AnswerState.ANSWERED, text="secret", value=4),
        Answer(question=QuestionId("b"), state=AnswerState.ANSWERED, text="x", items=("secret", "two")),
        Answer(question=QuestionId("c"), state=AnswerState.UNCLEAR, text="secret"),
    )
    known = context(to_form(answers=answers, previous=answers), MENTEE, pairs=(pair(),))
    seen = sealed_view(known)
    assert isinstance(seen.target, FormTarget)
    assert [one.text for one in seen.target.round.answers] == [SEALED, SEALED, ""]
    assert seen.target.round.answers[1].items == (SEALED, SEALED)
    assert "secret" not in repr(seen)
    people = (seen.writers[0], seen.pairs[0].mentor, seen.target.pair.mentee)
    assert {one.name for one in people} == {SEALED}
    assert {one.address for one in people} <= {"mentee@sealed.invalid", "mentor@sealed.invalid"}
    nowhere = sealed_view(context(None, replace(MENTEE, address=None)))
    assert nowhere.writers[0].address is None


def test_a_dry_run_hides_subjects_and_the_other_sides_mail_program() -> None:
    ids = MappedReference(mentee_side=MessageId("<z@quillfeather.test>"), mentor_side=MessageId("<p@northgate.test>"))
    half = MappedReference(mentee_side=MessageId("<y@quillfeather.test>"), mentor_side=None)
    talk = thread(subject="a secret plan", references=(ids, half))
    for side, hidden, kept in ((Role.MENTEE, "northgate", "<z@quill"), (Role.MENTOR, "<z@quill", "<p@northgate")):
        seen = sealed_view(context(to_thread(side, in_thread=talk))).target
        assert isinstance(seen, ThreadTarget)
        assert seen.thread is not None
        assert seen.thread.subject == SEALED
        shown = repr(seen.thread.references)
        assert hidden not in shown
        assert kept in shown
    fresh = sealed_view(context(to_thread(in_thread=thread(subject="")))).target
    assert isinstance(fresh, ThreadTarget)
    assert fresh.thread is not None
    assert fresh.thread.subject == ""
    none = sealed_view(context(to_thread())).target
    assert isinstance(none, ThreadTarget)
    assert none.thread is None


def test_a_round_of_the_builders_is_a_form_that_went_out() -> None:
    assert sent_round().sheet.reference
    assert isinstance(queued(dispatch(due(), desk()).effects)[0], QueueMessage)


def test_a_mentor_who_is_the_programme_s_contact_stops_no_form() -> None:
    address = MENTOR.identity.addresses[0]
    known = replace(programme(), contacts=(Contact(name=MENTOR.name, what="the tutor", email=address),))
    decided = dispatch(due(), desk(known))
    (form,) = queued(decided.effects, "form")
    assert address in words_of(form)
