"""What people write: answers, posts, commands, mail to the mailbox itself, and what is not believed."""

from dataclasses import replace

import pytest

from mailbot.decide import requests
from mailbot.decide.holding import MAX_CHALLENGES
from mailbot.decide.judge import judge
from mailbot.message.plain_lines import plain_lines
from mailbot.model.answer import Answer, AnswerState
from mailbot.model.context import InboundContext, Target
from mailbot.model.effect import (
    AppendPost,
    AskBack,
    ChangeMembership,
    Disposition,
    HoldForReview,
    InboxState,
    Kind,
    NoteAutomaticAnswer,
    RecordAnswers,
    StartThread,
)
from mailbot.model.ids import MessageId, QuestionId, ThreadId
from mailbot.model.inbound import Bodies, InboundMessage, Mailbox, Verdict
from mailbot.model.outbound import Hit
from mailbot.model.people import MappedReference, Pair, PairState, Participant, PersonState
from mailbot.model.programme import Role
from tests.decide.builders import (
    ATTACHED,
    MENTEE,
    MENTEE_TOKEN,
    MENTOR,
    NOW,
    PHILIPPA,
    ZOE,
    context,
    desk,
    message,
    no_programmes,
    only,
    pair,
    person,
    programme,
    queued,
    thread,
    to_form,
    to_thread,
    words_of,
)

ANSWERS = "1. 4\n\n2. passed the exam, wrote a paper\n\n3. A research post\n"
WANDA = person(Role.MENTEE, "Wanda Brightwater", "wanda@x.test")


def judged(incoming: InboundMessage, known: InboundContext) -> Disposition:
    return judge(incoming, known, desk())


def from_zoe(
    text: str, target: Target | None = None, *, pairs: tuple[Pair, ...] = (), **changes: object
) -> Disposition:
    return judged(message(text, **changes), context(target, MENTEE, pairs=pairs))


def templates(decided: Disposition) -> list[str]:
    return sorted(one.template for one in queued(decided.effects))


# --- answers to a form -----------------------------------------------------------------------------------------------


def test_answers_are_stored_with_a_receipt_and_a_packet() -> None:
    decided = from_zoe(ANSWERS, to_form())
    assert (decided.kind, decided.reason, decided.author) == (Kind.FORM_REPLY, "answers_complete", MENTEE.id)
    assert templates(decided) == ["packet", "receipt"]
    (recorded,) = only(decided.effects, RecordAnswers)
    assert recorded.complete
    assert recorded.answers[0].text == "4"
    assert len(only(decided.effects, StartThread)) == 1
    (packet,) = queued(decided.effects, "packet")
    assert packet.thread == only(decided.effects, StartThread)[0].thread
    assert packet.author == MENTEE.id


@pytest.mark.parametrize(
    ("text", "reason"), [("1. 4", "answers_partial"), ("1. 3-4\n\n3. Research", "answers_unclear")]
)
def test_partial_and_unclear_answers_are_welcome(text: str, reason: str) -> None:
    decided = from_zoe(text, to_form())
    assert decided.reason == reason
    assert templates(decided) == ["packet", "receipt"]


def test_a_correction_goes_as_an_update_into_the_packets_thread() -> None:
    before = tuple(
        Answer(question=QuestionId(name), state=AnswerState.ANSWERED, text=text, value=value)
        for name, text, value in (("satisfaction", "2", 2), ("goal_short", "Research", None))
    )
    target = to_form(answers=before, thread=ThreadId("packet"), packet_message_id=MessageId("<packet@example.org>"))
    decided = from_zoe("1. 4", target)
    (update,) = queued(decided.effects, "packet_update")
    assert b"In-Reply-To: <packet@example.org>" in update.message.raw
    assert not only(decided.effects, StartThread)
    assert update.thread == "packet"
    again = from_zoe("1. 2", target)
    assert templates(again) == ["receipt"]


def test_a_reply_to_the_receipt_is_read_against_the_receipt() -> None:
    first = from_zoe("1. 4", to_form())
    (receipt,) = queued(first.effects, "receipt")
    quoted = words_of(receipt).replace("\r\n", "\n")
    answers = only(first.effects, RecordAnswers)[0].answers
    for raw in (receipt.message.raw, b""):
        target = replace(to_form(answers=answers), answered_raw=raw)
        decided = from_zoe(f"3. A research post\n\nRiverside e-mentoring wrote:\n{quoted}", target)
        (recorded,) = only(decided.effects, RecordAnswers)
        assert [(one.question, one.text) for one in recorded.answers] == [("goal_short", "A research post")]
        assert not recorded.unplaced


def test_a_reply_that_is_all_words_goes_on_as_a_letter() -> None:
    decided = from_zoe("I have no time this week, I am moving house and will write again in a fortnight.", to_form())
    assert decided.reason == "only_words"
    assert templates(decided) == ["nothing_found", "post"]
    assert decided.new_text.startswith("I have no time this week, I am moving")
    alone = from_zoe("I have no time this week, sorry about that.", to_form(pair(state=PairState.CLOSED)))
    assert templates(alone) == ["nothing_found"]
    calling = from_zoe("I have no time this week, ring me on 07700 900123 instead.", to_form())
    assert (calling.kind, calling.reason, calling.state) == (Kind.FORM_REPLY, "identifiers_found", InboxState.HELD)


def test_an_untouched_form_and_an_attachment_are_answered() -> None:
    assert templates(from_zoe("", to_form())) == ["nothing_found"]
    attached = from_zoe("", to_form(), parts=(ATTACHED,))
    assert (attached.reason, templates(attached), attached.state) == ("attachment", ["unreadable"], InboxState.REFUSED)


@pytest.mark.parametrize("of", [pair(state=PairState.CLOSED), pair(mentor=replace(MENTOR, address=None))])
def test_without_a_mentor_who_may_read_them_answers_are_kept(of: Pair) -> None:
    decided = from_zoe(ANSWERS, to_form(of))
    assert templates(decided) == ["receipt"]


def test_ones_own_name_and_the_mentors_are_taken_out() -> None:
    named = replace(message("1. 4\n\n3. Quillfeather and Ashgrove, a firm"), sender=Mailbox(name="Zoe Q", address=ZOE))
    decided = judged(named, context(to_form(), MENTEE))
    raw = queued(decided.effects, "packet")[0].message.raw.lower()
    assert b"quillfeather" not in raw
    assert b"ashgrove" not in raw


def test_a_command_in_reply_to_a_form_is_carried_out_unless_it_is_an_answer() -> None:
    assert from_zoe("STOP", to_form()).reason == "stop"
    assert from_zoe("", to_form(), subject="STOP").reason == "stop"
    decided = from_zoe("Answer 3:\nHelp", to_form())
    assert (decided.kind, decided.reason) == (Kind.FORM_REPLY, "answers_partial")


# --- posts -----------------------------------------------------------------------------------------------------------


def test_a_post_is_composed_anew() -> None:
    decided = from_zoe("It went well.\n\nZoë Quillfeather", to_thread(), subject="A plan of Quillfeather")
    (post,) = queued(decided.effects, "post")
    assert (decided.reason, decided.new_text) == ("relayed", "It went well.")
    assert post.message.envelope_to == PHILIPPA
    for theirs in (b"laptop.test", b"uillfeather", ZOE.encode()):
        assert theirs not in post.message.raw
    assert only(decided.effects, StartThread)[0].subject == "A plan of Heron"
    assert only(decided.effects, AppendPost)[0].reference.mentor_side == post.message.message_id


def test_a_post_in_a_thread_cites_only_what_its_reader_knows() -> None:
    references = (
        MappedReference(mentee_side=MessageId("<a@z>"), mentor_side=MessageId("<a@ours>")),
        MappedReference(mentee_side=MessageId("<b@ours>"), mentor_side=MessageId("<b@p>")),
        MappedReference(mentee_side=MessageId("<c@z>"), mentor_side=None),
    )
    talk = to_thread(in_thread=thread(references=references))
    for cited, expected in (("<a@z>", "<a@ours>"), ("<c@z>", "<b@p>"), ("<spoof@p>", "<b@p>")):
        decided = from_zoe("Go on.", talk, in_reply_to=(MessageId(cited),), references=(MessageId("<spoof@x>"),))
        raw = queued(decided.effects, "post")[0].message.raw.decode()
        head = raw.partition("\r\n\r\n")[0]
        assert f"In-Reply-To: {expected}" in head
        assert "@z>" not in head
        assert "spoof" not in head
        assert not only(decided.effects, StartThread)


def test_the_mentor_writes_back_under_a_neutral_name() -> None:
    incoming = message("Dear Zoë, ask Ibrahim.\n\nPhilippa Ashgrove", sender=PHILIPPA)
    decided = judged(incoming, context(to_thread(Role.MENTOR), MENTOR))
    (post,) = queued(decided.effects, "post")
    assert b"Your mentor <" in post.message.raw
    assert only(decided.effects, AppendPost)[0].reference.mentee_side == post.message.message_id
    assert b"ashgrove" not in post.message.raw.lower()


def test_attachments_are_left_out_and_their_writer_told() -> None:
    decided = from_zoe("See the file.", to_thread(), parts=(ATTACHED,))
    assert templates(decided) == ["left_out", "post"]
    assert templates(from_zoe("", to_thread(), parts=(ATTACHED,))) == ["unreadable"]
    assert from_zoe("", to_thread()).reason == "no_new_words"


@pytest.mark.parametrize(
    "of",
    [
        pair(state=PairState.CLOSED),
        pair(state=PairState.PROPOSED),
        pair(mentor=replace(MENTOR, state=PersonState.LEFT)),
        pair(mentor=replace(MENTOR, address=None)),
    ],
)
def test_a_pair_that_is_not_open_passes_nothing_on(of: Pair) -> None:
    decided = from_zoe("Hello?", to_thread(of=of))
    assert (decided.reason, decided.state, templates(decided)) == ("pair_not_open", InboxState.REFUSED, ["closed_pair"])


@pytest.mark.parametrize("target", [to_thread, to_form])
def test_one_who_has_left_is_told_how_to_come_back(target: object) -> None:
    left = replace(MENTEE, state=PersonState.LEFT)
    of = pair(mentee=left)
    where = to_thread(of=of) if target is to_thread else replace(to_form(), pair=of)
    decided = judged(message("One more thing for you to know."), context(where, left))
    assert (decided.reason, decided.state, templates(decided)) == ("writer_has_left", InboxState.REFUSED, ["already"])
    back = judged(message("RESUME"), context(where, left))
    assert [one.state for one in only(back.effects, ChangeMembership)] == [PersonState.ACTIVE]


@pytest.mark.parametrize("target", [to_thread(), to_form()])
def test_what_cannot_be_read_is_refused_with_a_word_why(target: Target) -> None:
    decided = from_zoe("", target, unreadable="encrypted")
    assert (decided.kind, decided.reason, decided.state) == (Kind.UNREADABLE, "encrypted", InboxState.REFUSED)
    assert templates(decided) == ["unreadable"]


@pytest.mark.parametrize("target", [to_thread(), to_form(), None])
def test_while_the_programme_is_gone_mail_is_kept(target: Target | None) -> None:
    decided = judge(message("Hello"), context(target, MENTEE), no_programmes())
    assert (decided.reason, decided.state, decided.effects) == ("programme_gone", InboxState.HELD, ())


# --- commands --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "state", "reason", "template"),
    [
        ("STOP", PersonState.ACTIVE, "stop", "stopped"),
        ("STOP", PersonState.LEFT, "already_stopped", "already"),
        ("PAUSE", PersonState.ACTIVE, "pause", "paused"),
        ("PAUSE", PersonState.PAUSED, "already_paused", "already"),
        ("RESUME", PersonState.LEFT, "resume", "resumed"),
        ("RESUME", PersonState.ACTIVE, "already_active", "already"),
        ("HELP", PersonState.LEFT, "help", "help"),
    ],
)
def test_a_command_acts_at_once_and_gets_one_answer(word: str, state: PersonState, reason: str, template: str) -> None:
    writer = replace(MENTEE, state=state)
    decided = judged(message(word), context(to_thread(of=pair(mentee=writer)), writer))
    assert (decided.reason, templates(decided)) == (reason, [template])
    assert len(only(decided.effects, NoteAutomaticAnswer)) == 1


def test_stop_tells_each_open_partner_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = (
        pair(),
        pair(state=PairState.PROPOSED),
        pair(mentor=replace(MENTOR, address=None)),
        pair(mentee=WANDA),
    )
    decided = from_zoe("STOP", to_thread(), pairs=pairs)
    (told,) = queued(decided.effects, "left_notice")
    assert told.message.envelope_to == PHILIPPA
    assert "Quillfeather" not in words_of(told)
    monkeypatch.setattr(requests, "queue", lambda *_args: (Hit(kind="address", where="text"),))
    assert from_zoe("STOP", to_thread(), pairs=pairs).reason == "stop"


# --- the mailbox itself ----------------------------------------------------------------------------------------------


def at_mailbox(text: str, *writers: Participant, pairs: tuple[Pair, ...] = (), **changes: object) -> Disposition:
    asked = {name: changes.pop(name) for name in ("unknown_token", "automatic_answers", "released") if name in changes}
    return judged(message(text, **changes), context(None, *writers, pairs=pairs, **asked))


def test_the_only_conversation_is_meant() -> None:
    assert at_mailbox("Hello there.", MENTEE, pairs=(pair(),)).reason == "relayed"
    assert at_mailbox("STOP", MENTEE, pairs=(pair(),)).reason == "stop"


@pytest.mark.parametrize("word", ["SEND", "RECALL"])
def test_words_about_one_message_are_sent_to_its_conversation(word: str) -> None:
    decided = at_mailbox(word, MENTEE, pairs=(pair(),))
    assert decided.reason == "which_pair"
    assert MENTEE_TOKEN in words_of(queued(decided.effects)[0])


def test_of_several_conversations_the_writer_is_asked_which() -> None:
    two = (pair(), pair(mentee=WANDA, word="Teal"))
    decided = at_mailbox("Hello there.", MENTOR, pairs=two, sender=PHILIPPA)
    assert decided.reason == "which_pair"
    text = words_of(queued(decided.effects)[0])
    assert "Heron" in text
    assert "Teal" in text


def test_one_person_in_two_programmes_is_asked_which() -> None:
    twin = person(Role.MENTOR, "Zoë as a mentor", ZOE)
    two = (pair(), pair(mentee=WANDA, mentor=twin))
    known = context(None, MENTEE, twin, pairs=two)
    assert judged(message("STOP"), known).reason == "which_pair"
    assert judged(message("STOP"), replace(known, pairs=two[:1])).reason == "stop"


@pytest.mark.parametrize(("who", "pairs"), [(MENTEE, ()), (MENTOR, (pair(state=PairState.PROPOSED),))])
def test_one_without_an_open_pair_is_told_so(who: Participant, pairs: tuple[Pair, ...]) -> None:
    decided = at_mailbox("Hello there.", who, pairs=pairs, sender=who.address)
    assert (decided.reason, templates(decided)) == ("no_open_pair", ["closed_pair"])


def test_a_coordinators_mail_stays_where_it_is() -> None:
    decided = at_mailbox("When is the next round?", sender="Coordinator@riverside.test")
    assert (decided.reason, decided.effects) == ("coordinator_mail", ())


@pytest.mark.parametrize(
    ("changes", "reason", "template"),
    [
        ({}, "stranger", ["stranger"]),
        ({"message_id": None}, "stranger", ["stranger"]),
        ({"unknown_token": True}, "unknown_token", ["unknown_token"]),
        ({"verdict": Verdict.FAIL}, "stranger_not_answered", []),
        ({"verdict": Verdict.NONE}, "stranger_not_answered", []),
        ({"sender": None}, "stranger_not_answered", []),
        ({"automatic_answers": 1}, "stranger_not_answered", []),
    ],
)
def test_a_stranger_gets_one_polite_answer(changes: dict[str, object], reason: str, template: list[str]) -> None:
    decided = at_mailbox("Who are you?", **{"sender": "curious@nowhere.test"} | changes)
    assert (decided.reason, decided.state, templates(decided)) == (reason, InboxState.REFUSED, template)


def test_a_stranger_whose_answer_does_not_pass_the_gate_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailbot.decide.unplaced.queue", lambda *_args: (Hit(kind="unreadable", where="raw"),))
    assert at_mailbox("Who are you?", sender="curious@nowhere.test").reason == "stranger"


# --- what is not believed --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", [to_thread(), to_form(), None])
@pytest.mark.parametrize(("verdict", "reason"), [(Verdict.FAIL, "sender_contradicted"), (Verdict.NONE, "no_verdict")])
def test_it_is_held_and_the_registered_address_asked(target: Target | None, verdict: Verdict, reason: str) -> None:
    decided = from_zoe(ANSWERS, target, verdict=verdict)
    assert (decided.reason, decided.state) == (reason, InboxState.HELD)
    (asked,) = only(decided.effects, AskBack)
    (challenge,) = queued(decided.effects)
    assert (asked.inbox, challenge.message.envelope_to, challenge.template) == ("inbox", ZOE, "challenge")
    assert b"research" not in challenge.message.raw
    assert b"In-Reply-To" not in challenge.message.raw


def test_a_message_of_nobody_or_of_a_stranger_asks_the_registered_person() -> None:
    nobody = judged(message(ANSWERS, sender=None), context(to_form()))
    assert nobody.reason == "sender_unclear"
    assert len(queued(nobody.effects, "challenge")) == 1
    foreign = judged(message(ANSWERS, sender="colleague@x.test"), context(to_form()))
    assert foreign.reason == "foreign_address"
    assert only(foreign.effects, NoteAutomaticAnswer)[0].address == "colleague@x.test"


@pytest.mark.parametrize("counted", ["automatic_answers", "asked_last_day"])
def test_a_flood_of_forgeries_is_no_flood_of_questions(counted: str) -> None:
    flood = context(to_form(), MENTEE, **{counted: MAX_CHALLENGES})
    decided = judged(message(ANSWERS, verdict=Verdict.FAIL), flood)
    assert [type(one) for one in decided.effects] == [HoldForReview]


@pytest.mark.parametrize("sender", ["colleague@x.test", None])
@pytest.mark.parametrize("lost", [replace(MENTEE, address=None), replace(MENTEE, address_id=None)])
def test_without_an_address_to_ask_it_is_only_held(lost: Participant, sender: str | None) -> None:
    unproved = message(ANSWERS, sender=sender, verdict=Verdict.NONE)
    decided = judged(unproved, context(replace(to_form(), pair=pair(mentee=lost))))
    assert [type(one) for one in decided.effects] == [HoldForReview]


def test_an_address_that_was_given_up_is_asked_when_it_writes() -> None:
    lost = replace(MENTEE, address=None, address_id=None)
    decided = judged(message(ANSWERS), context(replace(to_form(), pair=pair(mentee=lost))))
    assert queued(decided.effects, "challenge")[0].message.envelope_to == ZOE
    assert only(decided.effects, AskBack)[0].address_id == MENTEE.invite_address_id


def test_the_builders_agree_on_the_hour() -> None:
    assert desk().now == NOW
    assert programme().id == pair().programme


def test_the_name_that_the_mail_program_gives_is_a_signature_too() -> None:
    text = "The rota is out.\n\nKitten"
    named = replace(message(text), sender=Mailbox(name="Kitten Q", address=ZOE))
    assert judged(named, context(to_thread(), MENTEE)).new_text == "The rota is out."
    assert from_zoe(text, to_thread()).new_text == text


def test_answers_between_the_lines_keep_what_they_answer() -> None:
    parent = "Would a course in suturing help you more than a poster?\n\nHave you met the new supervisor in person yet?"
    rows = [f"> {row}" if row else ">" for row in parent.split("\n")]
    text = "\n".join(["Philippa wrote:", rows[0], "", "Yes, a course.", "", *rows[1:], "", "Not yet, on Friday."])
    bodies = Bodies(plain=tuple(plain_lines(text)))
    decided = from_zoe(text, to_thread(in_thread=thread(), parent=parent), bodies=bodies)
    assert decided.new_text == "Yes, a course.\n\nNot yet, on Friday."
    (post,) = only(decided.effects, AppendPost)
    assert post.text == (
        "> Would a course in suturing help you more than a poster?\n\nYes, a course.\n\n"
        "> Have you met the new supervisor in person yet?\n\nNot yet, on Friday."
    )
    above = Bodies(plain=tuple(plain_lines("It is all well.\n\nPhilippa wrote:\n" + "\n".join(rows))))
    above = from_zoe("", to_thread(parent=parent), bodies=above)
    assert [one.text for one in only(above.effects, AppendPost)] == ["It is all well."]


def test_words_below_our_footer_answer_nothing() -> None:
    parent = "A long question about the exam in May, and whether you sit it?"
    (post,) = queued(from_zoe(parent, to_thread()).effects, "post")
    quote = words_of(post).replace("\r\n", "\n").strip().split("\n")
    cut = [*(f"> {row}".rstrip() for row in quote[:-1]), "", "It is in June.", "", f"> {quote[-1]}"]
    bodies = Bodies(plain=tuple(plain_lines("\n".join(cut))))
    decided = from_zoe("", to_thread(parent=parent), bodies=bodies)
    assert [one.text for one in only(decided.effects, AppendPost)] == ["It is in June."]
