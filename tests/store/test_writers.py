"""How much has come from one address, and what it heard of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.model import effect as e
from mailbot.model.context import InboundContext
from mailbot.model.effect import InboxState
from mailbot.model.ids import AddressId, ConfirmationId, InboxId, PersonId, Token
from mailbot.model.people import ConfirmationPurpose
from mailbot.store.store import Store
from tests.store.cast import NOON, clues, posted, queued, thread_starts
from tests.store.steps import decided, take

AMELIA = "Amelia@Trust.example"
MINUTE = timedelta(minutes=1)


def comes(
    store: Store, inbox: str, *, ago: timedelta = MINUTE, writer: str = AMELIA, reason: str = "x", author: str = ""
) -> None:
    with store.begin() as unit:
        take(unit, inbox, inbox.encode(), at=NOON - ago)
        decision = decided(reason=reason, author=author or None)
        unit.settle(InboxId(inbox), decision, now=NOON - ago, writer=writer)


def known(store: Store, writer: str = AMELIA.lower(), *, inbox: str = "new", now: datetime = NOON) -> InboundContext:
    given = clues(writer=writer, tokens=(("t", Token("tokmenteeamelia")),))
    with store.begin() as unit:
        return unit.context(InboxId(inbox), clues=given, message_id=None, received_at=now, now=now)


def counts(context: InboundContext) -> tuple[int, int, int, int]:
    return (
        context.from_writer_last_hour,
        context.believed_last_hour,
        context.posts_last_day,
        context.unknown_tokens_last_hour,
    )


def test_messages_of_an_address_are_counted_by_what_became_of_them(store: Store) -> None:
    assert counts(known(store)) == (0, 0, 0, 0)
    comes(store, "in-1", reason="relayed", author="p-amelia")
    comes(store, "in-2", ago=2 * 60 * MINUTE, reason="relayed", author="p-amelia")
    comes(store, "in-3", ago=25 * 60 * MINUTE, reason="relayed", author="p-amelia")
    comes(store, "in-4", reason="unknown_token_refused")
    comes(store, "in-5", reason="foreign_address")
    comes(store, "in-6", reason="relayed", writer="bashir@trust.example", author="p-bashir")
    comes(store, "in-7", writer="")
    assert counts(known(store)) == (3, 1, 2, 2)
    assert counts(known(store, "")) == (0, 0, 0, 0)
    assert counts(known(store, "stranger@elsewhere.example")) == (0, 0, 0, 0)


def test_a_message_that_is_read_again_is_not_counted_for_itself(store: Store) -> None:
    comes(store, "in-1")
    with store.begin() as unit:
        take(unit, "in-2", b"held", at=NOON)
        unit.settle(InboxId("in-2"), decided(state=InboxState.HELD), now=NOON, writer=AMELIA)
        assert unit.replay(InboxId("in-2"))
    assert counts(known(store, inbox="in-2"))[0] == 1


def test_an_address_was_told_of_a_limit_today_or_not(store: Store) -> None:
    to_her = {"template": "over_limit"}
    with store.begin() as unit:
        unit.apply((queued("other"), queued("corvus", to="corvus", **to_her)), now=NOON)
    assert not known(store).told_limit
    with store.begin() as unit:
        unit.apply((queued("told", **to_her),), now=NOON)
    assert known(store).told_limit
    assert known(store, now=NOON + timedelta(hours=23)).told_limit
    assert not known(store, now=NOON + timedelta(hours=25)).told_limit


def test_the_newest_words_of_the_hour_are_known_in_their_conversation(store: Store) -> None:
    with store.begin() as unit:
        others = (thread_starts("th-b", mentee="bashir", round_name=None), posted(9, thread="th-b", author="corvus"))
        unit.apply((thread_starts(round_name=None), *others), now=NOON)
        for number in range(1, 8):
            unit.apply((posted(number, author="amelia"),), now=NOON - (8 - number) * MINUTE)
        unit.apply((posted(8),), now=NOON)
    assert known(store).recent_words == ()  # nothing came from her address today, so nobody looks
    comes(store, "in-1", reason="relayed", author="p-amelia")
    assert known(store).recent_words == tuple(f"narwhal number {number}" for number in (7, 6, 5, 4, 3))
    assert known(store, now=NOON + timedelta(hours=2)).recent_words == ()
    with store.begin() as unit:
        in_form = unit.context(
            InboxId("new"), clues=clues(writer=AMELIA.lower()), message_id=None, received_at=NOON, now=NOON
        )
    assert in_form.recent_words == ()


def vouch(store: Store, inbox: str, writer: str, *, at: datetime = NOON) -> None:
    """A message from that address is held, Amelia is asked at her own, and says YES."""
    asked = e.AskBack(
        confirmation=ConfirmationId(f"c-{inbox}"), token=Token(f"tok{inbox}"), purpose=ConfirmationPurpose.RELEASE,
        person=PersonId("p-amelia"), address_id=AddressId("a-amelia"), asked_at=at, inbox=InboxId(inbox),
    )  # fmt: skip
    yes = e.SettleConfirmation(confirmation=ConfirmationId(f"c-{inbox}"), at=at, remember=True)
    released = e.ReleaseHeld(inbox=InboxId(inbox), refuse=False, reason="released")
    with store.begin() as unit:
        take(unit, inbox, inbox.encode(), at=at)
        unit.settle(InboxId(inbox), decided(asked, state=InboxState.HELD), now=at, writer=writer)
        unit.apply((released, yes), now=at)


def test_an_address_that_was_vouched_for_speaks_for_half_a_year_and_receives_nothing(store: Store) -> None:
    home = "amelia@home.example"
    assert known(store, home).writers == ()
    vouch(store, "in-1", home)
    for days, speaks in ((0, True), (179, True), (181, False)):
        context = known(store, home, now=NOON + timedelta(days=days))
        assert context.confirmed_writers == (frozenset({"p-amelia"}) if speaks else frozenset())
        assert context.challenged is speaks
    assert known(store, home).writers[0].address == "amelia@trust.example"
    vouch(store, "in-2", home, at=NOON + timedelta(days=100))
    assert known(store, home, now=NOON + timedelta(days=181)).challenged
    assert known(store, "else@home.example").writers == ()


def test_a_message_without_a_writer_vouches_for_no_address(store: Store) -> None:
    vouch(store, "in-1", "")
    with store.begin() as unit:
        assert unit.connection.exec_driver_sql("SELECT count(*) FROM voice").scalar_one() == 0


def test_questions_to_the_person_whose_word_counts_are_counted_whoever_made_them_necessary(store: Store) -> None:
    for number in range(3):
        vouch(store, f"in-{number}", f"forged{number}@elsewhere.example", at=NOON - timedelta(hours=10 * number))
    assert known(store, "new@elsewhere.example").asked_last_day == 3
    assert known(store, "new@elsewhere.example", now=NOON + timedelta(hours=10)).asked_last_day == 2
    with store.begin() as unit:
        given = clues(writer="new@elsewhere.example", tokens=(("t", Token("tokmentoramelia")),))
        other = unit.context(InboxId("x"), clues=given, message_id=None, received_at=NOON, now=NOON)
        nowhere = unit.context(
            InboxId("x"), clues=clues(writer="x@y.example"), message_id=None, received_at=NOON, now=NOON
        )
    assert (other.asked_last_day, nowhere.asked_last_day) == (0, 0)
