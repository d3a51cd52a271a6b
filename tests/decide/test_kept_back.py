"""What keeps words back, and what is decided about them: screen, gate, SEND, corrections, forms, reminders."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from mailbot.decide import answering, packets, screening
from mailbot.decide.case import Case
from mailbot.decide.copies import copied_to
from mailbot.decide.gate_sightings import gate_sightings
from mailbot.decide.judge import judge
from mailbot.decide.screening import Screen
from mailbot.decide.waiting_words import remind
from mailbot.model.answer import Answer, AnswerState, Reading
from mailbot.model.context import Target
from mailbot.model.effect import (
    Disposition,
    HoldForReview,
    InboxState,
    Kind,
    RecordAnswers,
    ReleaseHeld,
    SettleWithheld,
    Withhold,
)
from mailbot.model.ids import InboxId, MessageId, PairId, QuestionId, RoundId, ThreadId
from mailbot.model.inbound import Part
from mailbot.model.outbound import Hit, Identity
from mailbot.model.people import PairState
from mailbot.model.programme import Programme, Role
from mailbot.model.withheld import UNPLACED, Waiting
from tests.decide.builders import (
    MENTEE,
    MENTOR,
    NOW,
    PHILIPPA,
    ZOE,
    context,
    desk,
    message,
    only,
    pair,
    person,
    programme,
    queued,
    sent_round,
    thread,
    to_form,
    to_thread,
    words_of,
)
from tests.flows.town import PROGRAMME

PHONE, NHS = "07700 900123", "943 476 5919"
WANDA = person(Role.MENTEE, "Wanda Brightwater", "wanda@x.test")
OTHERS = pair(others=(Identity(person=WANDA.id, names=("Wanda Brightwater",), addresses=("wanda@x.test",)),))
FULL = f"1. 4\n\n2. passed the exam, wrote a paper\n\n3. Call me on {PHONE}\n"


def under(rule: str = "hold", attachments: str = "") -> Programme:
    return programme(text=PROGRAMME + f'\n[relay]\nidentifiers = "{rule}"\nattachments = [{attachments}]\n')


def judged(text: str, target: Target, *, by: Programme | None = None, **changes: object) -> Disposition:
    known = {name: changes.pop(name) for name in ("insisted", "waiting", "released") if name in changes}
    writer = MENTOR if changes.get("sender") == PHILIPPA else MENTEE
    return judge(message(text, **changes), context(target, writer, **known), desk(*((by,) if by else ())))


def templates(decided: Disposition) -> list[str]:
    return sorted(one.template for one in queued(decided.effects))


def waiting(inbox: str = "earlier", **changes: object) -> Waiting:
    made = Waiting(
        inbox=InboxId(inbox),
        pair=PairId("pair"),
        round=None,
        places=("post",),
        patient=False,
        firm=False,
        asked_at=NOW - timedelta(days=1),
        answered=True,
    )
    return replace(made, **changes)


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The scrubber sees nothing, so that the gate is all there is."""
    monkeypatch.setattr(screening, "scrubbed", lambda text, _replacements: text)
    return


# --- the screen ------------------------------------------------------------------------------------------------------


def test_lines_are_counted_over_all_pieces_and_a_value_is_one_line() -> None:
    screen = Screen(replacements=(), own=(), policy="hold")
    look = screen.look(("one\ntwo", f"three\nring {PHONE}"), "body")
    assert [(one.kind, one.line, one.value) for one in look.holding] == [("phone", 5, PHONE)]


def test_a_patients_number_is_never_shown_as_a_telephones(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = screening.unknown_in(f"ring {PHONE}", ())
    monkeypatch.setattr(screening, "patients_in", lambda _text: tuple(replace(one, kind="nhs_number") for one in seen))
    look = Screen(replacements=(), own=(), policy="hold").look((f"ring {PHONE}",), "body")
    assert [(one.kind, one.value, one.patient) for one in look.holding] == [("nhs_number", "", True)]


@pytest.mark.parametrize("policy", ["hold", "mask", "allow"])
def test_what_becomes_of_unknown_identifiers(policy: str) -> None:
    look = Screen(replacements=(), own=(), policy=policy).look((f"ring {PHONE}",), "body")
    assert bool(look.holding) is (policy == "hold")
    assert bool(look.masked) is (policy == "mask")
    assert (PHONE in look.texts[0]) is (policy != "mask")
    shown = Screen(replacements=(), own=(), policy=policy).shown(f"ring {PHONE}")
    assert (PHONE in shown) is (policy != "mask")


def test_insisting_lets_go_what_is_not_certain() -> None:
    text = f"patient Smith, NHS number {NHS}, ring {PHONE}"
    kinds = [
        one.kind for one in Screen(replacements=(), own=(), policy="hold", insisted=True).look((text,), "b").holding
    ]
    assert kinds == ["nhs_number"]


# --- posts -----------------------------------------------------------------------------------------------------------


def test_a_post_is_held_and_its_writer_told_where_and_how_it_goes_on() -> None:
    decided = judged(f"Hello.\n\nRing {PHONE}.", to_thread(in_thread=thread()))
    assert (decided.kind, decided.reason, decided.state) == (Kind.POST, "identifiers_found", InboxState.HELD)
    (waits,), (held,) = only(decided.effects, Withhold), only(decided.effects, HoldForReview)
    assert (waits.inbox, waits.person, waits.places, waits.patient, waits.firm, waits.at) == (
        *(held.inbox, MENTEE.id, ("post",), False, False, NOW),
    )
    (told,) = queued(decided.effects)
    assert (told.template, told.thread, told.message.envelope_to) == ("held_post", "thread", ZOE)
    assert f"- line 3: a telephone number ({PHONE})" in words_of(told)
    assert decided.withheld == (Hit(kind="phone", where="body", line=3),)


def test_a_patient_makes_it_firm_and_the_value_is_never_said() -> None:
    decided = judged(f"NHS number {NHS}.", to_thread())
    assert (decided.reason, only(decided.effects, Withhold)[0].firm) == ("patient_found", True)
    assert NHS not in words_of(queued(decided.effects)[0])
    assert "SEND does not help" in words_of(queued(decided.effects)[0])


def test_what_the_gate_finds_is_firm_and_told_by_line(blind: None) -> None:
    decided = judged("Go on.\n\nAsk Wanda Brightwater.", to_thread(of=OTHERS))
    assert (decided.reason, decided.state, templates(decided)) == ("identifiers_found", InboxState.HELD, ["held_post"])
    assert only(decided.effects, Withhold)[0].firm
    assert "- line 3: a name\n" in words_of(queued(decided.effects)[0]).replace("\r", "")
    assert "Brightwater" not in words_of(queued(decided.effects)[0])


def test_a_name_in_a_subject_is_held_by_the_gate_too(blind: None) -> None:
    decided = judged("Go on.", to_thread(of=OTHERS), subject="About Wanda Brightwater")
    assert "- the subject: a name" in words_of(queued(decided.effects)[0])


def test_others_of_the_pair_are_somebody() -> None:
    decided = judged("Ask Wanda Brightwater.", to_thread(of=OTHERS))
    assert "Ask somebody." in words_of(queued(decided.effects, "post")[0])


@pytest.mark.parametrize("rule", ["mask", "allow"])
def test_masked_or_allowed(rule: str) -> None:
    decided = judged(f"Ring {PHONE}.", to_thread(), by=under(rule), subject=f"Ring {PHONE}")
    assert decided.reason == "relayed"
    assert (PHONE in words_of(queued(decided.effects, "post")[0])) is (rule == "allow")
    masked = (Hit(kind="phone", where="subject"), Hit(kind="phone", where="body", line=1))
    assert decided.withheld == (masked if rule == "mask" else ())


def test_insisted_it_goes_and_its_writer_is_told_so() -> None:
    decided = judged(f"Ring {PHONE}.", to_thread(), insisted=True, released=True)
    assert templates(decided) == ["left_out", "post"]
    assert {one.event for one in queued(decided.effects)} == {"inbox:inbox:20270105T080000"}


@pytest.mark.parametrize(("patient", "left"), [(True, timedelta(hours=24)), (False, None)])
def test_a_clean_answer_to_our_question_settles_it(patient: bool, left: timedelta | None) -> None:
    rows = (
        waiting(patient=patient),
        waiting("not answered", answered=False),
        waiting("of a form", round=RoundId("r")),
        waiting("inbox"),
    )
    decided = judged("Clean words.", to_thread(), waiting=rows)
    (settled,) = only(decided.effects, SettleWithheld)
    assert (settled.inbox, settled.outcome) == ("earlier", "corrected")
    assert settled.destroy_at == (NOW + left if left else None)


def test_where_both_know_their_names_these_stay_and_addresses_do_not() -> None:
    named = programme(text=PROGRAMME.replace("[privacy]", 'anonymity = "named"\n\n[privacy]', 1))
    words = f"Yours, Zoë Quillfeather to Philippa Ashgrove. Or at {ZOE.upper()}, as philippa said."
    for of, by in ((pair(), named), (pair(revealed=True), programme())):
        post = words_of(queued(judged(words, to_thread(of=of), by=by).effects, "post")[0])
        assert "Zoë Quillfeather to Philippa Ashgrove" in post
        assert ZOE not in post.lower()
        signed = judged(
            "Dear Zoë, well done.\n\nPhilippa thinks so.", to_thread(Role.MENTOR, of=of), by=by, sender=PHILIPPA
        )
        assert "Philippa thinks so" in words_of(queued(signed.effects, "post")[0])


SKETCH = Part(content_type="image/png", filename="logo draft.png", size_bytes=500_000)
PICTURE = Part(content_type="image/heic", filename="logo.heic", size_bytes=900)
SIGNED = Part(content_type="application/pgp-signature", filename="signature.asc", size_bytes=90)


def test_a_logo_and_a_signature_are_not_spoken_of() -> None:
    assert templates(judged("Words.", to_thread(), parts=(PICTURE, SIGNED))) == ["post"]
    assert templates(judged("Here are my words.", to_thread(), parts=(SKETCH,))) == ["left_out", "post"]


def test_the_same_words_for_the_third_time_come_from_a_machine() -> None:
    known = context(to_thread(), MENTEE, recent_words=("I am away until Monday.",) * 2)
    decided = judge(message("I am away until Monday."), known, desk())
    assert (decided.kind, decided.reason, decided.effects) == (Kind.AUTO_REPLY, "repeated_words", ())


def test_a_passage_between_ours_keeps_what_it_answers() -> None:
    parent = "What would the audit need so that it is finished?\n\nAnd how are you?"
    text = "> What would the audit need so that it is finished?\nTime on Tuesdays.\n\n> And how are you?\nFine.\n"
    bodies = judged(text, to_thread(in_thread=thread(), parent=parent))
    assert bodies.reason == "relayed"


# --- copies ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({"address_style": "plus"}, 2),
        ({"address_style": "catchall", "relay_domain": "relay.test"}, 1),
    ],
)
def test_whom_else_a_writers_program_mailed(changes: dict[str, str], count: int) -> None:
    to = ("mentoring+t-xyz@example.org", ZOE.upper(), "zq@home.test", "spouse@home.test", "t-abc@relay.test")
    service = replace(desk().service, **changes)
    incoming = message("x", sender="zq@home.test", addressed_to=to)
    case = Case(message=incoming, context=context(), programme=programme(), desk=replace(desk(), service=service))
    assert copied_to(case, MENTEE) == count
    assert copied_to(replace(case, message=replace(incoming, sender=None)), MENTEE) == count + 1


# --- the gate's hits -------------------------------------------------------------------------------------------------


def test_hits_are_told_once_and_in_the_writers_lines() -> None:
    printed = "Hello\n\nAsk Wanda\nBrightwater about it\n\nSent for us"
    pieces = ("Hello", "Ask Wanda Brightwater about it")
    hits = (
        Hit(kind="name", where="text", line=4),
        Hit(kind="name", where="html", line=9),
        Hit(kind="name", where="text", line=6),
        Hit(kind="name", where="text", line=2),
        Hit(kind="domain", where="raw"),
        Hit(kind="unreadable", where="file"),
        Hit(kind="name", where="subject"),
        Hit(kind="token", where="text", line=99),
    )
    told = [(one.kind, one.where, one.line) for one in gate_sightings(hits, printed=printed, pieces=pieces)]
    assert told == [
        ("name", "body", 3),
        ("name", "body", None),
        ("domain", "body", None),
        ("unreadable", "attachment", None),
        ("name", "subject", None),
    ]


# --- SEND ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", [to_thread(), to_form()])
def test_send_releases_what_waits_or_says_why_not(target: Target) -> None:
    here = {"round": sent_round().id} if target == to_form() else {}
    decided = judged("SEND", target, waiting=(waiting("newer", answered=False, **here), waiting("meant", **here)))
    assert only(decided.effects, ReleaseHeld) == [
        ReleaseHeld(inbox=InboxId("meant"), refuse=False, reason="send", insist=True)
    ]
    assert (decided.reason, templates(decided)) == ("send", [])
    newest = judged("SEND", target, waiting=(waiting("newest", answered=False, **here),))
    assert only(newest.effects, ReleaseHeld)[0].inbox == "newest"
    nothing = judged("SEND", target)
    assert (nothing.reason, templates(nothing)) == ("nothing_waiting", ["not_sent"])
    firm = judged("SEND", target, waiting=(waiting(firm=True, patient=True, **here),))
    assert (firm.reason, templates(firm)) == ("send_refused", ["not_sent"])
    assert "certainly a patient's" in words_of(queued(firm.effects)[0]).replace("\r\n", " ").replace("\n", " ")


def test_send_in_a_conversation_names_its_thread() -> None:
    told = queued(judged("SEND", to_thread(in_thread=thread())).effects)[0]
    assert told.thread == "thread"


# --- forms -----------------------------------------------------------------------------------------------------------


def test_only_the_answer_that_holds_something_is_kept_back() -> None:
    decided = judged(FULL, to_form())
    assert (decided.reason, decided.state) == ("answers_withheld", InboxState.HELD)
    (recorded,) = only(decided.effects, RecordAnswers)
    assert [one.state for one in recorded.answers] == [AnswerState.ANSWERED, AnswerState.ANSWERED, AnswerState.MISSING]
    assert not recorded.complete
    (waits,) = only(decided.effects, Withhold)
    assert (waits.places, waits.round, waits.firm) == (("goal_short",), sent_round().id, False)
    assert decided.withheld == (Hit(kind="phone", where="goal_short", line=1),)
    assert decided.reading is not None
    assert PHONE in decided.reading.answers[2].text
    for one in queued(decided.effects):
        assert PHONE not in words_of(one)


def test_words_outside_the_questions_are_kept_back_alone() -> None:
    decided = judged(f"1. 4\n\n2. one, two\n\n3. Research\n\nPS: ring me at home on {PHONE} tonight\n", to_form())
    places = {place for one in only(decided.effects, Withhold) for place in one.places}
    assert places <= {UNPLACED, "goal_short"}
    assert places


def test_what_is_insisted_on_is_recorded_alone_and_older_rows_are_settled() -> None:
    before = (Answer(question=QuestionId("satisfaction"), state=AnswerState.ANSWERED, text="2", value=2),)
    target = to_form(answers=before)
    rows = (
        waiting("newer", round=target.round.id, places=("goal_short",), asked_at=NOW),
        waiting("inbox", round=target.round.id, places=("goal_short",), asked_at=NOW - timedelta(days=2)),
        waiting("older", round=target.round.id, places=("goal_short",), asked_at=NOW - timedelta(days=3)),
        waiting("partly", round=target.round.id, places=("goal_short", "x"), asked_at=NOW - timedelta(days=4)),
    )
    decided = judged(FULL, target, insisted=True, released=True, waiting=rows)
    (recorded,) = only(decided.effects, RecordAnswers)
    assert [one.question for one in recorded.answers] == ["goal_short"]
    assert [one.inbox for one in only(decided.effects, SettleWithheld)] == ["older"]
    (left,) = only(decided.effects, Withhold)
    assert (left.inbox, left.places, left.at) == ("partly", ("x",), NOW - timedelta(days=4))
    assert decided.state is InboxState.PROCESSED


def test_insisting_without_its_row_takes_all_of_it() -> None:
    decided = judged(FULL, to_form(), insisted=True, released=True)
    assert len(only(decided.effects, RecordAnswers)[0].answers) == 3


def test_the_gate_keeps_back_the_very_answer_that_it_stops(blind: None) -> None:
    decided = judged("1. 4\n\n3. To be like Wanda Brightwater", to_form(OTHERS))
    assert (decided.reason, decided.state) == ("answers_withheld", InboxState.HELD)
    (waits,) = only(decided.effects, Withhold)
    assert (waits.places, waits.firm) == (("goal_short",), True)
    assert templates(decided) == ["packet", "receipt"]
    assert b"Brightwater" not in b"".join(one.message.raw for one in queued(decided.effects))
    alone = judged("3. To be like Wanda Brightwater", to_form(OTHERS))
    assert (templates(alone), only(alone.effects, RecordAnswers)) == (["receipt"], [])


def test_an_older_answer_that_the_gate_stops_is_not_shown_again(blind: None) -> None:
    older = tuple(
        Answer(question=QuestionId(name), state=AnswerState.ANSWERED, text="like Wanda Brightwater")
        for name in ("goal_short", "positives")
    )
    for target in (to_form(OTHERS, answers=older), to_form(OTHERS, previous=older)):
        decided = judged("1. 4", target)
        assert decided.state is InboxState.PROCESSED
        assert templates(decided) == ["packet", "receipt"]
        (sent,) = queued(decided.effects, "packet")
        assert b"Brightwater" not in sent.message.raw


def test_words_outside_the_questions_are_put_to_the_gate_too(blind: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from mailbot.decide import answering
    from mailbot.model.answer import Reading

    four = Answer(question=QuestionId("satisfaction"), state=AnswerState.ANSWERED, text="4", value=4)
    read = Reading(answers=(four,), unplaced="Ask Wanda Brightwater")
    monkeypatch.setattr(answering, "read_reply", lambda *_args, **_kw: read)
    decided = judged("1. 4", to_form(OTHERS))
    assert only(decided.effects, Withhold)[0].places == (UNPLACED,)


def test_a_packet_that_is_stopped_for_no_answer_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:

    monkeypatch.setattr(packets, "queue", lambda *_args: (Hit(kind="unreadable", where="raw"),))
    blameless = judged("1. 4", to_form())
    assert blameless.reason == "answers_withheld"  # alone with its packet, it is to blame
    shown: list[object] = []

    def once(*args: object) -> object:
        shown.append(args)
        return (Hit(kind="unreadable", where="raw"),) if len(shown) in (1, 3) else None

    monkeypatch.setattr(packets, "queue", once)
    stopped = judged("1. 4", to_form())
    assert (stopped.reason, stopped.state) == ("packet_withheld", InboxState.PROCESSED)
    assert templates(stopped) == ["receipt"]


def test_a_letter_in_place_of_answers_waits_as_a_post_and_is_not_sent_back() -> None:
    letter = f"I have no time this week, I am moving house, ask for me under NHS number {NHS} please."
    decided = judged(letter, to_form())
    assert (decided.kind, decided.reason) == (Kind.FORM_REPLY, "patient_found")
    closed = judged(letter, to_form(pair(state=PairState.CLOSED)))
    assert NHS not in words_of(queued(closed.effects)[0])
    insisted = judged(f"I have no time this week, ring {PHONE}.", to_form(), insisted=True, released=True)
    assert templates(insisted) == ["left_out", "post"]


def test_on_a_second_reading_the_reply_is_read_against_what_it_answered() -> None:
    first = judged("1. 4", to_form())
    answers = only(first.effects, RecordAnswers)[0].answers
    target = to_form(answers=answers)
    own = waiting("inbox", round=target.round.id, places=("goal_short",))
    for text in (FULL, f"3. Call me on {PHONE}", "Nothing of the kind here, for once."):
        decided = judged(text, target, insisted=True, released=True, waiting=(own,))
        assert decided.reason != "unexpected_failure"


def test_files_with_answers_and_copies_are_told_of_in_the_receipt() -> None:
    file = Part(content_type="application/pdf", filename="mine.pdf", size_bytes=9)
    decided = judged(FULL, to_form(), parts=(file,), addressed_to=("spouse@home.test",))
    receipt = words_of(queued(decided.effects, "receipt")[0])
    assert "The attached file was not passed on." in receipt
    assert "Others have a copy" in receipt


# --- reminders -------------------------------------------------------------------------------------------------------


def reminded(days: float, times: int, *, of_form: bool = False, **changes: object) -> list[str]:
    row = waiting(asked_at=NOW - timedelta(days=days), **changes)
    current = sent_round() if of_form else None
    effects = remind(desk(), programme(), pair(), Role.MENTEE, row, reminded=times, thread=ThreadId("t"), round=current)
    return [getattr(one, "event", getattr(one, "outcome", "")) for one in effects]


@pytest.mark.parametrize(
    ("days", "times", "patient", "events"),
    [
        (2.9, 0, False, []),
        (3, 0, False, ["waiting:earlier:1"]),
        (9, 1, False, []),
        (10, 1, False, ["waiting:earlier:2"]),
        (29, 2, False, []),
        (30, 2, False, ["expired", "waiting:earlier:end"]),
        (4, 0, True, []),
        (5, 0, True, ["waiting:earlier:1"]),
        (10, 1, True, ["waiting:earlier:2"]),
        (14, 0, True, ["expired", "waiting:earlier:end"]),
    ],
)
def test_when_a_writer_is_asked_again(days: float, times: int, patient: bool, events: list[str]) -> None:
    assert reminded(days, times, patient=patient) == events
    assert reminded(days, times, patient=patient, of_form=True, places=("goal_short",)) == events


def test_a_patients_words_are_destroyed_at_the_end() -> None:
    for patient in (True, False):
        row = waiting(asked_at=NOW - timedelta(days=31), patient=patient)
        (end, _) = remind(desk(), programme(), pair(), Role.MENTEE, row, reminded=2, thread=None, round=None)
        assert isinstance(end, SettleWithheld)
        assert end.destroy_at == (NOW if patient else None)


def test_the_address_of_another_thread_is_held() -> None:
    other = pair(id=PairId("other"), mentee=WANDA, word="Teal", mentee_token="w" * 24, mentor_token="v" * 24)
    known = context(to_thread(Role.MENTOR), MENTOR, pairs=(pair(), other))
    text = f"Write to mentoring+t-{'w' * 24}@example.org instead."
    decided = judge(message(text, sender=PHILIPPA), known, desk())
    assert decided.state is InboxState.HELD
    assert "one of our own private addresses" in words_of(queued(decided.effects)[0]).replace("\r\n", " ")


@pytest.mark.parametrize("text", ["3. Ask {address}", "I have no time this week, so ask {address} about it instead."])
def test_a_receipt_says_no_address_of_the_other_side_again(text: str) -> None:
    decided = judged(text.format(address=PHILIPPA), to_form(), by=under("allow"))
    assert len(queued(decided.effects)) == 2
    assert not any(PHILIPPA in words_of(one) for one in queued(decided.effects))


@pytest.mark.parametrize("target", [to_thread(), to_form()])
def test_what_is_asked_of_the_pair_is_asked_in_any_conversation(target: Target) -> None:
    assert judged("RECALL", target).reason == "nothing_to_recall"


def test_our_letter_that_a_post_answers_is_not_the_writers() -> None:
    held = queued(judged(f"Ring {PHONE}.", to_thread(in_thread=thread())).effects)[0]
    quoted = words_of(held).replace("\r", "")
    target = replace(to_thread(in_thread=thread()), answered_raw=held.message.raw)
    decided = judged(f"Let us write here.\n\n{quoted}", target)
    assert (decided.reason, decided.new_text) == ("relayed", "Let us write here.")


def test_a_robot_at_a_form_comes_to_an_end_too() -> None:
    letter = "I have no time this week, I am moving house."
    known = context(to_form(), MENTEE, recent_words=(letter,) * 2)
    decided = judge(message(letter), known, desk())
    assert (decided.kind, decided.reason, decided.effects) == (Kind.AUTO_REPLY, "repeated_words", ())


@pytest.mark.parametrize("cited", ["in_reply_to", "references"])
def test_a_second_send_to_a_letter_about_words_that_have_gone_sends_no_others(cited: str) -> None:
    letter = (MessageId("<settled@example.org>"),)
    in_form = waiting(answered=False, round=sent_round().id)
    for target, row in ((to_thread(in_thread=thread()), waiting(answered=False)), (to_form(), in_form)):
        assert judged("SEND", target, waiting=(row,), **{cited: letter}).reason == "nothing_waiting"
    to_post = to_thread(in_thread=thread(), parent="How are you?")
    assert judged("SEND", to_post, waiting=(waiting(answered=False),), **{cited: letter}).reason == "send"
    form_itself = {"in_reply_to": (sent_round().message_id,)}
    assert judged("SEND", to_form(), waiting=(in_form,), **form_itself).reason == "send"


def test_the_same_words_with_another_file_are_a_persons() -> None:
    file = Part(content_type="application/pdf", filename="mine.pdf", size_bytes=9)
    known = context(to_thread(), MENTEE, recent_words=("Here is the next one as promised.",) * 2)
    decided = judge(message("Here is the next one as promised.", parts=(file,)), known, desk())
    assert decided.reason == "relayed"


@pytest.mark.parametrize(("answers", "told"), [(20, True), (40, False)])
def test_a_writer_hears_of_held_words_beyond_the_days_answers(answers: int, told: bool) -> None:
    known = context(to_thread(), MENTEE, automatic_answers=answers)
    decided = judge(message(f"Ring {PHONE}."), known, desk())
    assert decided.state is InboxState.HELD
    assert bool(queued(decided.effects)) is told


def test_one_mail_to_two_conversations_goes_to_one_and_its_writer_is_told() -> None:
    other = pair(id=PairId("other"), mentee=WANDA, word="Teal", mentee_token="w" * 24, mentor_token="v" * 24)
    to = tuple(f"mentoring+t-{token}@example.org" for token in ("n" * 24, "v" * 24, "x" * 24))
    known = context(to_thread(Role.MENTOR), MENTOR, pairs=(pair(), other))
    for addressed in ({"addressed_to": to}, {"recipients": to}):
        decided = judge(message("Good luck to you both.", sender=PHILIPPA, **addressed), known, desk())
        told = words_of(queued(decided.effects, "left_out")[0]).replace("\r\n", " ").replace("\n", " ")
        assert "You sent this to 2 of your conversations at once. It went to your mentee Heron only." in told


def test_words_in_place_of_others_say_so() -> None:
    decided = judged("Clean words.", to_thread(), waiting=(waiting(),))
    assert "in place of what you wrote on 4 January 2027" in words_of(queued(decided.effects, "left_out")[0])


def test_a_new_line_outside_the_questions_does_not_take_the_place_of_an_old_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    four = Answer(question=QuestionId("satisfaction"), state=AnswerState.ANSWERED, text="4", value=4)
    read = Reading(answers=(four,), unplaced="Sorry for sending this twice.")
    monkeypatch.setattr(answering, "read_reply", lambda *_args, **_kw: read)
    for answered in (False, True):
        row = waiting(round=sent_round().id, places=(UNPLACED,), answered=answered)
        decided = judged("1. 4", to_form(), waiting=(row,))
        assert bool(only(decided.effects, SettleWithheld)) is answered


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SEND please", "send"),
        ("Yes, SEND it as it is.", "send"),
        ("Please send", "send"),
        ("SEND - thanks\n\nBest wishes\nZoë", "send"),
        ("SEND\n\nSecond one, no number.", "send_unclear"),
        ("Hi,\n\nSEND\n\nThanks", "send_unclear"),
        ("I'd like you to SEND it", "send_unclear"),
        ("No, don't send it.", "send_unclear"),
        ("Please send me the paper", "relayed"),
        ("I will send it please as it is now and them", "relayed"),
    ],
)
def test_what_means_send_in_answer_to_our_question(text: str, reason: str) -> None:
    assert judged(text, to_thread(), waiting=(waiting(),)).reason == reason


def test_masked_words_do_not_go_as_they_are() -> None:
    decided = judged(f"Ring {PHONE}.", to_thread(), by=under("mask"), insisted=True, released=True)
    assert "always leaves out" in words_of(queued(decided.effects, "left_out")[0]).replace("\r\n", " ")
