"""A message finds its conversation by each of its clues, in the order in which they are believed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mailbot.model import effect as e
from mailbot.model.context import (
    BounceTarget,
    Clues,
    ConfirmTarget,
    FormTarget,
    InboundContext,
    ThreadTarget,
)
from mailbot.model.ids import (
    AddressId,
    ConfirmationId,
    InboxId,
    MessageId,
    OutboxId,
    PersonId,
    RoundId,
    ThreadId,
    Token,
)
from mailbot.model.mint import Mint
from mailbot.model.people import AddressState, ConfirmationPurpose, MappedReference
from mailbot.model.programme import Role
from mailbot.store.store import Store
from tests.store.cast import NOON, cleared, clues, form_goes_out, posted, queued, thread_starts
from tests.store.steps import take

REFERENCE = Mint(b"amelia-0").reference()


@pytest.fixture
def running(store: Store) -> Store:
    """Amelia's form and packet went out, three posts were exchanged; Bashir has a form and a thread too."""
    with store.begin() as unit:
        unit.apply(
            (
                *form_goes_out(),
                *form_goes_out("bashir"),
                queued("receipt", template="receipt", round=RoundId("r-amelia-0")),
                thread_starts(),
                thread_starts("th-b", mentee="bashir", round_name="bashir-0"),
                queued("packet", to="corvus", template="packet", thread=ThreadId("th-1")),
                *(posted(n, author="amelia" if n % 2 else "corvus") for n in (1, 2, 3)),
                posted(1, thread="th-b", author="bashir"),
            ),
            now=NOON,
        )
        take(unit)
    return store


def found(store: Store, given: Clues) -> InboundContext:
    with store.begin() as unit:
        return unit.context(InboxId("in-1"), clues=given, message_id=None, received_at=NOON, now=NOON)


def ids(*names: str) -> tuple[MessageId, ...]:
    return tuple(MessageId(f"<{name}>") for name in names)


def token(kind: str, value: str) -> tuple[tuple[str, Token], ...]:
    return ((kind, Token(value)),)


FORM_CLUES = (
    (clues(tokens=token("f", "tokformamelia-0")), "token"),
    (clues(message_ids=ids("form-amelia-0@example.org")), "message_id"),
    (clues(message_ids=ids("unknown@elsewhere", "receipt@example.org")), "message_id"),
    (clues(reference=REFERENCE), "reference"),
    (clues(reference=REFERENCE.lower().replace("-", " ")), "reference"),
    (clues(tokens=token("f", "wrong"), reference=REFERENCE), "reference"),
)


@pytest.mark.parametrize(("given", "by"), FORM_CLUES)
def test_a_form_is_found(running: Store, given: Clues, by: str) -> None:
    context = found(running, given)
    target = context.target
    assert isinstance(target, FormTarget)
    assert (target.round.id, target.pair.id, target.by) == ("r-amelia-0", "pair-amelia", by)
    assert target.round.sheet.recipient_name == "Amelia Ashgrove"
    assert not context.unknown_token or by != "token"


OF_MENTEE, OF_MENTOR = token("t", "tokmenteeamelia"), token("t", "tokmentoramelia")
MENTEE, MENTOR = Role.MENTEE, Role.MENTOR
THREAD_CLUES = (
    (clues(tokens=OF_MENTEE), MENTEE, None, "", "token"),
    (clues(tokens=OF_MENTOR), MENTOR, None, "", "token"),
    (
        clues(tokens=OF_MENTOR, message_ids=ids("th-1-1-mentor@example.org")),
        MENTOR,
        "th-1",
        "narwhal number 1",
        "token",
    ),
    (clues(tokens=OF_MENTOR, message_ids=ids("packet@example.org")), MENTOR, "th-1", "", "token"),
    # A Message-ID of another pair's thread is no way into it.
    (clues(tokens=OF_MENTEE, message_ids=ids("th-b-1-mentee@example.org")), MENTEE, None, "", "token"),
    (clues(message_ids=ids("packet@example.org")), MENTOR, "th-1", "", "message_id"),
    (clues(message_ids=ids("x@y", "th-1-2-mentee@example.org")), MENTEE, "th-1", "narwhal number 2", "message_id"),
    (clues(message_ids=ids("th-1-3-mentor@example.org")), MENTOR, "th-1", "narwhal number 3", "message_id"),
)


@pytest.mark.parametrize(("given", "side", "thread", "parent", "by"), THREAD_CLUES)
def test_a_thread_is_found(running: Store, given: Clues, side: Role, thread: str | None, parent: str, by: str) -> None:
    target = found(running, given).target
    assert isinstance(target, ThreadTarget)
    assert (target.pair.id, target.side, target.parent, target.by) == ("pair-amelia", side, parent, by)
    assert (target.thread.id if target.thread else None) == thread


def test_a_thread_knows_its_references_in_order_and_a_long_one_costs_no_more(running: Store) -> None:
    with running.begin() as unit:
        unit.apply(tuple(posted(n) for n in range(4, 41)), now=NOON)
    target = found(
        running, clues(tokens=token("t", "tokmenteeamelia"), message_ids=ids("th-1-2-mentee@example.org"))
    ).target
    assert isinstance(target, ThreadTarget)
    assert target.thread is not None
    assert target.thread.subject == "about my capybara"
    known = [one.mentee_side for one in target.thread.references]
    assert known == list(ids(*(f"th-1-{n}-mentee@example.org" for n in (1, *range(21, 41)))))


def test_an_id_that_two_conversations_claim_leads_nowhere(running: Store) -> None:
    both = MappedReference(mentee_side=MessageId("<mine@client>"), mentor_side=None)
    with running.begin() as unit:
        unit.apply((replace(posted(7), reference=both), replace(posted(8, thread="th-b"), reference=both)), now=NOON)
    assert found(running, clues(message_ids=ids("mine@client"))).target is None
    by_token = found(running, clues(tokens=token("t", "tokmenteebashir"), message_ids=ids("mine@client"))).target
    assert isinstance(by_token, ThreadTarget)
    assert by_token.thread is not None
    assert by_token.thread.id == "th-b"


def test_a_forged_id_does_not_shadow_what_we_sent(running: Store) -> None:
    forged = MappedReference(mentee_side=None, mentor_side=MessageId("<form-amelia-0@example.org>"))
    with running.begin() as unit:
        unit.apply((replace(posted(7, thread="th-b"), reference=forged),), now=NOON)
    assert isinstance(found(running, clues(message_ids=ids("form-amelia-0@example.org"))).target, FormTarget)


@pytest.mark.parametrize(
    ("given", "by"),
    [
        (clues(tokens=token("b", "tokbouncereceipt")), "token"),
        (clues(returned_ids=ids("other@x", "receipt@example.org")), "message_id"),
    ],
)
def test_a_bounce_is_found_with_the_bounces_before_it(running: Store, given: Clues, by: str) -> None:
    bounce = e.SuppressAddress(
        outbox=OutboxId("o-receipt"), address_id=AddressId("a-amelia"), status="5.1.1", permanent=True, suppress=False
    )
    with running.begin() as unit:
        unit.apply((bounce, bounce), now=NOON)  # the same message, reported twice
    target = found(running, given).target
    assert isinstance(target, BounceTarget)
    assert (target.copy.outbox, target.copy.template, target.copy.hard_bounces, target.by) == (
        "o-receipt",
        "receipt",
        1,
        by,
    )
    assert (target.copy.person, target.copy.address_id) == ("p-amelia", "a-amelia")


def asked(name: str = "c-1", **more: object) -> e.AskBack:
    fields: dict[str, object] = {
        "confirmation": ConfirmationId(name),
        "token": Token(f"tok{name}"),
        "purpose": ConfirmationPurpose.RELEASE,
        "person": PersonId("p-amelia"),
        "address_id": AddressId("a-amelia"),
        "asked_at": NOON,
        "inbox": InboxId("in-1"),
    }
    return e.AskBack(**(fields | more))


def test_a_confirmation_is_found_and_remembered_for_half_a_year(running: Store) -> None:
    with running.begin() as unit:
        unit.apply((asked(), asked("c-2", asked_at=NOON + timedelta(days=3))), now=NOON)
    given = clues(tokens=token("c", "tokc-1"), writer="amelia@trust.example")
    context = found(running, given)
    target = context.target
    assert isinstance(target, ConfirmTarget)
    assert (target.person.id, target.pair.id if target.pair else None) == ("p-amelia", "pair-amelia")
    assert (target.confirmation.address, target.confirmation.open) == ("amelia@trust.example", True)
    assert [pair.id for pair in context.pairs] == ["pair-amelia"]
    assert not context.challenged
    with running.begin() as unit:
        unit.apply((e.SettleConfirmation(confirmation=ConfirmationId("c-1"), at=NOON, remember=True),), now=NOON)
    for name in ("tokc-1", "tokc-2"):  # the same question, asked twice, is answered once
        settled = found(running, clues(tokens=token("c", name))).target
        assert isinstance(settled, ConfirmTarget)
        assert not settled.confirmation.open
    for days, remembered in ((179, True), (180, False)):
        with running.begin() as unit:
            later = unit.context(
                InboxId("in-1"), clues=clues(writer="amelia@trust.example", tokens=token("f", "tokformamelia-0")),
                message_id=None, received_at=NOON, now=NOON + timedelta(days=days),
            )  # fmt: skip
        assert later.challenged is remembered


@pytest.mark.parametrize("kind", ["f", "t", "b", "c", "x"])
def test_an_unknown_token_is_said_to_be_unknown(running: Store, kind: str) -> None:
    context = found(running, clues(tokens=token(kind, "nobodys")))
    assert (context.target, context.unknown_token) == (None, True)
    assert not found(running, clues()).unknown_token
    assert not found(running, clues(tokens=(*token(kind, "nobodys"), *token("f", "tokformamelia-0")))).unknown_token


def test_writers_are_found_by_address_however_it_is_cased(running: Store) -> None:
    context = found(running, clues(writer="EGRET@trust.example"))
    assert [writer.id for writer in context.writers] == ["p-egret"]
    assert context.confirmed_writers == {"p-egret"}
    assert [pair.id for pair in context.pairs] == ["pair-delphine"]
    stranger = found(running, clues(writer="stranger@elsewhere.example"))
    assert (stranger.writers, stranger.pairs, stranger.automatic_answers) == ((), (), 0)


def test_automatic_answers_of_the_last_day_are_counted(running: Store) -> None:
    with running.begin() as unit:
        unit.apply(
            tuple(
                e.NoteAutomaticAnswer(address="Stranger@elsewhere.example", at=NOON - timedelta(hours=hours))
                for hours in (1, 1, 23, 24, 25)
            ),
            now=NOON,
        )
    assert found(running, clues(writer="stranger@ELSEWHERE.example")).automatic_answers == 3


def test_an_address_that_is_not_confirmed_speaks_for_nobody_yet(running: Store) -> None:
    with running.begin() as unit:
        unit.apply(
            (e.AddAddress(person=PersonId("p-amelia"), address_id=AddressId("a-new"), address="new@home.example"),),
            now=NOON,
        )
    context = found(running, clues(writer="new@home.example"))
    assert [writer.id for writer in context.writers] == ["p-amelia"]
    assert context.confirmed_writers == frozenset()
    assert context.writers[0].address == "amelia@trust.example"
    assert context.writers[0].invite_address == "new@home.example"
    confirmed = e.ChangeAddress(address_id=AddressId("a-new"), state=AddressState.CONFIRMED, at=NOON)
    with running.begin() as unit:
        unit.apply((confirmed,), now=NOON)
    assert found(running, clues(writer="new@home.example")).confirmed_writers == {"p-amelia"}
    assert found(running, clues(writer="amelia@trust.example")).writers == ()  # retired


def test_a_token_of_a_message_sent_to_a_stranger_is_still_a_bounces(running: Store) -> None:
    with running.begin() as unit:
        unit.apply(
            (
                queued(
                    "polite",
                    to_person=None,
                    to_address_id=None,
                    message=cleared(b"x", "<s@example.org>", to="s@x.example"),
                ),
            ),
            now=NOON,
        )
    target = found(running, clues(tokens=token("b", "tokbouncepolite"))).target
    assert isinstance(target, BounceTarget)
    assert (target.copy.person, target.copy.address_id, target.copy.hard_bounces) == (None, None, 0)
    assert found(running, clues(message_ids=ids("s@example.org"))).target is None
