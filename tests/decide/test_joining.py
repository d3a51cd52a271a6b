"""Roster edits, pairs, invitations, and what ACCEPT, DECLINE, YES and NO bring about."""

from dataclasses import replace

import pytest

from mailbot.decide.confirming import confirm
from mailbot.decide.invitations import ask_about_address, offer_pair
from mailbot.decide.pairing import pair_changes
from mailbot.decide.roster import leave, people_changes
from mailbot.model.context import ConfirmTarget
from mailbot.model.effect import (
    AcceptPair,
    AddAddress,
    AskBack,
    ChangeAddress,
    ChangeMembership,
    ChangePair,
    CreateEnrolment,
    CreatePair,
    Effect,
    Enrol,
    InboxState,
    ReleaseHeld,
    SettleConfirmation,
    UpdatePerson,
)
from mailbot.model.ids import AddressId, ConfirmationId, InboxId, ParticipantId, Token
from mailbot.model.inbound import Verdict
from mailbot.model.people import (
    AddressState,
    Confirmation,
    ConfirmationPurpose,
    PairState,
    Participant,
    PersonState,
)
from mailbot.model.programme import Role
from tests.decide.builders import (
    INVITED,
    MENTEE,
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
)
from tests.flows.town import PROGRAMME, ROSTER

NEW, NEW_ID = "zoe@newplace.test", AddressId("new")
FEW = ROSTER.replace("m02,mentee,Ibrahim Vandermolen,ibrahim@lakeside.test,t01,,,,,,,,,2026-12-01\n", "")
ZOE_AS_IN_ROSTER = replace(MENTEE, identity=replace(MENTEE.identity, names=("Zoë Quillfeather", "Zo")))
PIPPA_AS_IN_ROSTER = replace(MENTOR, identity=replace(MENTOR.identity, names=("Dr Philippa Ashgrove", "Pippa")))
PEOPLE = (ZOE_AS_IN_ROSTER, PIPPA_AS_IN_ROSTER)


def changed(before: str, after: str, people: tuple[Participant, ...] = PEOPLE) -> tuple[Effect, ...]:
    assert before in FEW
    return people_changes(programme(roster=FEW.replace(before, after)), people, (), desk())


# --- the roster ------------------------------------------------------------------------------------------------------


def test_people_who_stand_as_in_the_roster_cause_nothing() -> None:
    assert people_changes(programme(roster=FEW), PEOPLE, (), desk()) == ()
    spoken = tuple(replace(one, language="en") for one in PEOPLE)
    assert people_changes(programme(roster=FEW), spoken, (), desk()) == ()


def test_a_recorded_consent_needs_no_invitation_and_anybody_else_gets_one() -> None:
    effects = people_changes(programme(roster=FEW), (), (), desk())
    assert [(one.state, one.address_state) for one in only(effects, Enrol)] == [
        (PersonState.ACTIVE, AddressState.CONFIRMED)
    ] * 2
    assert not queued(effects)
    invited = people_changes(programme(joining="invite", roster=FEW), (), (), desk())
    assert {one.state for one in only(invited, Enrol)} == {PersonState.INVITED}
    assert {one.message.envelope_to for one in queued(invited, "invitation")} == {ZOE, PHILIPPA}
    assert len(only(invited, AskBack)) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Zoë Quillfeather", "Zoë Newname"),
        (",t01,Zo,,,,", ",t01,Zo;Zozo,,,,"),
        (",,,,2026-12-01\nt01", ",de,,,2026-12-01\nt01"),
        (",,,,,2026-12-01\nt01", ",Asia/Tokyo,,,,2026-12-01\nt01"),
    ],
)
def test_an_edit_is_taken_over_at_once_and_no_earlier_name_is_forgotten(before: str, after: str) -> None:
    (effect,) = changed(before, after)
    assert isinstance(effect, UpdatePerson)
    assert {"Zoë Quillfeather", "Zo"} <= {effect.row.name, *effect.row.also_known_as}


def test_a_changed_address_is_asked_and_the_old_one_told() -> None:
    effects = changed(ZOE, NEW)
    (added,) = only(effects, AddAddress)
    assert added.address == NEW
    assert {(one.template, one.message.envelope_to) for one in queued(effects)} == {
        ("address_new", NEW),
        ("address_old", ZOE),
    }
    asked = tuple(replace(one, invite_address=NEW, invite_address_id=NEW_ID) for one in PEOPLE[:1]) + PEOPLE[1:]
    assert changed(ZOE, NEW, asked) == ()


def test_a_slip_that_is_corrected_is_taken_back() -> None:
    waiting = replace(ZOE_AS_IN_ROSTER, invite_address=NEW, invite_address_id=NEW_ID)
    (effect,) = people_changes(programme(roster=FEW), (waiting, PIPPA_AS_IN_ROSTER), (), desk())
    assert effect == ChangeAddress(address_id=NEW_ID, state=AddressState.RETIRED, at=NOW)


def test_an_invitation_goes_to_the_address_that_the_roster_gives_now() -> None:
    was_there = replace(INVITED, identity=replace(ZOE_AS_IN_ROSTER.identity, addresses=(ZOE, NEW)))
    effects = changed(ZOE, NEW, (was_there, PIPPA_AS_IN_ROSTER))
    assert [one.message.envelope_to for one in queued(effects, "invitation")] == [NEW]
    assert len(effects) == 3


def test_an_address_that_was_had_before_is_not_asked_again_but_one_beside_the_name_is() -> None:
    identity = replace(ZOE_AS_IN_ROSTER.identity, addresses=(ZOE, NEW))
    had = (replace(ZOE_AS_IN_ROSTER, identity=identity), PIPPA_AS_IN_ROSTER)
    assert changed(ZOE, NEW, had) == ()
    assert only(changed(f"{ZOE},t01,Zo,", f"{NEW},t01,Zo;{NEW},", had), AddAddress)


def test_somebody_new_without_an_address_that_works_is_asked_alone() -> None:
    effects = ask_about_address(desk(), programme(), replace(MENTEE, address=None), NEW, NEW_ID)
    assert [one.template for one in queued(effects)] == ["address_new"]


def test_a_removed_row_has_left_and_its_pairs_are_closed() -> None:
    gone = people_changes(
        programme(roster=FEW), (*PEOPLE, replace(MENTEE, participant=ParticipantId("m09"))), (), desk()
    )
    assert [one.state for one in only(gone, ChangeMembership)] == [PersonState.LEFT]
    effects = leave(MENTEE, (pair(), pair(state=PairState.CLOSED)), desk())
    assert len(only(effects, ChangePair)) == 1
    for state in (PersonState.LEFT, PersonState.DECLINED):
        assert leave(replace(MENTEE, state=state), (pair(),), desk()) == []


def test_one_who_left_and_still_stands_in_the_roster_is_left_alone() -> None:
    left = (replace(ZOE_AS_IN_ROSTER, state=PersonState.LEFT), PIPPA_AS_IN_ROSTER)
    assert changed(ZOE, NEW, left) == ()


# --- pairs -----------------------------------------------------------------------------------------------------------


def test_two_who_have_joined_are_introduced_at_once() -> None:
    effects = pair_changes(programme(), (MENTEE, MENTOR), (), desk())
    (created,) = only(effects, CreatePair)
    assert created.accepted == frozenset(Role)
    assert [one.state for one in only(effects, ChangePair)] == [PairState.LIVE]
    assert len(only(effects, CreateEnrolment)) == 1
    assert {one.message.envelope_to for one in queued(effects, "paired")} == {ZOE, PHILIPPA}


@pytest.mark.parametrize("people", [(INVITED, MENTOR), (MENTEE, replace(MENTOR, state=PersonState.INVITED))])
def test_a_pair_waits_for_both(people: tuple[Participant, ...]) -> None:
    effects = pair_changes(programme(), people, (), desk())
    assert len(effects) == 1
    assert len(only(effects, CreatePair)[0].accepted) == 1


def test_nobody_is_paired_who_is_not_there_or_has_gone_or_is_not_trained() -> None:
    assert pair_changes(programme(), (MENTEE,), (), desk()) == ()
    assert pair_changes(programme(), (replace(MENTEE, state=PersonState.LEFT), MENTOR), (), desk()) == ()
    assert pair_changes(programme(), (MENTEE, replace(MENTOR, state=PersonState.DECLINED)), (), desk()) == ()
    untrained = programme(roster=ROSTER.replace(",2026-06-01,", ",,"))
    assert pair_changes(untrained, (MENTEE, MENTOR), (), desk()) == ()
    anyhow = programme(
        roster=ROSTER.replace(",2026-06-01,", ",,"),
        text=PROGRAMME.replace("[[question]]", "[mentor]\nrequire_training = false\n\n[[question]]", 1),
    )
    assert only(pair_changes(anyhow, (MENTEE, MENTOR), (), desk()), CreatePair)


def test_a_changed_mentor_is_a_new_pair_that_both_are_asked_about() -> None:
    earlier = pair(mentor=person(Role.MENTOR, "Wanda Brightwater", "wanda@x.test"))
    effects = pair_changes(programme(), (MENTEE, MENTOR), (replace(earlier, state=PairState.CLOSED), earlier), desk())
    assert [one.state for one in only(effects, ChangePair)] == [PairState.CLOSED]
    assert only(effects, CreatePair)[0].accepted == frozenset()
    assert {one.message.envelope_to for one in queued(effects, "pair_offer")} == {ZOE, PHILIPPA}


def test_the_newest_pair_is_not_offered_again_but_an_older_one_is() -> None:
    wanda = pair(mentor=person(Role.MENTOR, "Wanda Brightwater", "wanda@x.test"))
    declined, old = pair(state=PairState.CLOSED), pair(state=PairState.CLOSED)
    assert pair_changes(programme(), (MENTEE, MENTOR), (wanda, declined), desk()) == ()
    assert only(pair_changes(programme(), (MENTEE, MENTOR), (old, wanda), desk()), CreatePair)


def test_an_invitation_that_waits_is_for_every_pair() -> None:
    assert offer_pair(desk(), programme(), INVITED, event="offer:x") == []


def test_ones_own_start_is_the_anchor_where_the_programme_has_none() -> None:
    own = programme(
        text=PROGRAMME.replace("anchor = 2027-01-05", 'anchor = "enrolment"'),
        roster=ROSTER.replace("Zo,,,,,,,,2026", "Zo,,,,,,2027-02-01,,2026"),
    )
    (started,) = only(pair_changes(own, (MENTEE, MENTOR), (), desk(own)), CreateEnrolment)
    assert started.anchor_at.date().isoformat() == "2027-02-01"
    stranger = replace(MENTEE, participant=ParticipantId("m01"))
    today = programme(text=PROGRAMME.replace("anchor = 2027-01-05", 'anchor = "enrolment"'))
    (begun,) = only(pair_changes(today, (stranger, MENTOR), (), desk(today)), CreateEnrolment)
    assert begun.anchor_at.date() == NOW.date()


# --- answers to our questions ----------------------------------------------------------------------------------------


def asked(purpose: ConfirmationPurpose, who: Participant = MENTEE, **changes: object) -> ConfirmTarget:
    confirmation = Confirmation(
        id=ConfirmationId("asked"),
        token=Token("c" * 24),
        purpose=purpose,
        person=who.id,
        address=who.invite_address,
        address_id=who.invite_address_id,
        asked_at=NOW,
        open=True,
        inbox=InboxId("held") if purpose is ConfirmationPurpose.RELEASE else None,
    )
    return ConfirmTarget(confirmation=replace(confirmation, **changes), person=who, pair=None, by="token")


def answer(text: str, target: ConfirmTarget, *, pairs: tuple[object, ...] = (), **changes: object):
    return confirm(message(text, **changes), context(target, target.person, pairs=pairs), target, desk())


@pytest.mark.parametrize("text", ["ACCEPT", "yes", "I accept."])
def test_accept_joins_and_opens_what_waited_for_it(text: str) -> None:
    waiting = pair(mentee=INVITED, state=PairState.PROPOSED, accepted=frozenset({Role.MENTOR}))
    others = pair(mentee=person(Role.MENTEE, "Else", "e@x.test"), state=PairState.PROPOSED)
    decided = answer(text, asked(ConfirmationPurpose.JOIN, INVITED), pairs=(waiting, others, pair()))
    assert decided.reason == "accepted"
    assert [one.state for one in only(decided.effects, ChangeMembership)] == [PersonState.ACTIVE]
    assert [one.state for one in only(decided.effects, ChangeAddress)] == [AddressState.CONFIRMED]
    assert len(only(decided.effects, AcceptPair)) == 1
    assert {one.message.envelope_to for one in queued(decided.effects, "paired")} == {ZOE, PHILIPPA}
    assert only(decided.effects, SettleConfirmation)[0].remember


def test_accept_of_a_mentor_who_has_joined_waits_for_the_mentee() -> None:
    waiting = pair(state=PairState.PROPOSED)
    decided = answer("ACCEPT", asked(ConfirmationPurpose.JOIN, MENTOR), pairs=(waiting,), sender=PHILIPPA)
    assert not only(decided.effects, ChangeMembership)
    assert not queued(decided.effects, "paired")
    both = replace(waiting, accepted=frozenset({Role.MENTEE}))
    opened = answer("ACCEPT", asked(ConfirmationPurpose.JOIN, MENTOR), pairs=(both,), sender=PHILIPPA)
    assert len(queued(opened.effects, "paired")) == 2


def test_decline_declines_the_programme_or_only_this_pair() -> None:
    waiting = pair(mentee=INVITED, state=PairState.PROPOSED)
    declined = answer("Decline", asked(ConfirmationPurpose.JOIN, INVITED), pairs=(waiting, pair()))
    assert [one.state for one in only(declined.effects, ChangeMembership)] == [PersonState.DECLINED]
    assert len(only(declined.effects, ChangePair)) == 1
    stop = answer("STOP", asked(ConfirmationPurpose.JOIN, INVITED))
    assert [one.state for one in only(stop.effects, ChangeMembership)] == [PersonState.DECLINED]
    only_pair = answer("no", asked(ConfirmationPurpose.JOIN), pairs=(replace(waiting, mentee=MENTEE),))
    assert not only(only_pair.effects, ChangeMembership)


@pytest.mark.parametrize(("word", "refuse"), [("YES", False), ("no", True)])
def test_a_held_message_is_read_again_or_refused(word: str, refuse: object) -> None:
    decided = answer(word, asked(ConfirmationPurpose.RELEASE))
    assert [one.refuse for one in only(decided.effects, ReleaseHeld)] == [refuse]
    assert not only(answer(word, asked(ConfirmationPurpose.RELEASE, inbox=None)).effects, ReleaseHeld)


@pytest.mark.parametrize(("word", "state"), [("YES", AddressState.CONFIRMED), ("STOP", AddressState.RETIRED)])
def test_a_new_address_is_used_or_never(word: str, state: AddressState) -> None:
    moving = replace(MENTEE, invite_address=NEW, invite_address_id=NEW_ID)
    decided = answer(word, asked(ConfirmationPurpose.ADDRESS, moving), sender=NEW)
    assert [one.state for one in only(decided.effects, ChangeAddress)] == [state]
    assert not only(decided.effects, ChangeMembership)


@pytest.mark.parametrize("purpose", [ConfirmationPurpose.JOIN, ConfirmationPurpose.RELEASE])
def test_stop_of_somebody_who_takes_part_is_a_stop_whatever_was_asked(purpose: ConfirmationPurpose) -> None:
    decided = answer("STOP", asked(purpose), pairs=(pair(),))
    assert decided.reason == "stop"
    assert [one.state for one in only(decided.effects, ChangeMembership)] == [PersonState.LEFT]
    assert only(decided.effects, SettleConfirmation)


@pytest.mark.parametrize(
    ("purpose", "template"),
    [
        (ConfirmationPurpose.JOIN, "invitation"),
        (ConfirmationPurpose.RELEASE, "challenge"),
        (ConfirmationPurpose.ADDRESS, "address_new"),
    ],
)
def test_any_other_words_are_asked_again(purpose: ConfirmationPurpose, template: str) -> None:
    decided = answer("What is this about?", asked(purpose))
    assert decided.reason == "confirmation_not_understood"
    assert [one.template for one in queued(decided.effects)] == [template]
    assert len(decided.effects) == 1


@pytest.mark.parametrize(
    ("target", "changes", "reason", "state"),
    [
        (asked(ConfirmationPurpose.JOIN), {"sender": PHILIPPA}, "confirmation_from_elsewhere", InboxState.REFUSED),
        (asked(ConfirmationPurpose.JOIN), {"sender": None}, "confirmation_from_elsewhere", InboxState.REFUSED),
        (asked(ConfirmationPurpose.JOIN), {"verdict": Verdict.FAIL}, "confirmation_contradicted", InboxState.REFUSED),
        (asked(ConfirmationPurpose.JOIN, open=False), {}, "already_settled", InboxState.PROCESSED),
        (asked(ConfirmationPurpose.JOIN, address_id=NEW_ID), {}, "already_settled", InboxState.PROCESSED),
        (
            asked(ConfirmationPurpose.RELEASE, address=NEW, address_id=NEW_ID),
            {"sender": NEW},
            "confirmation_from_elsewhere",
            InboxState.REFUSED,
        ),
    ],
)
def test_what_decides_nothing(
    target: ConfirmTarget, changes: dict[str, object], reason: str, state: InboxState
) -> None:
    decided = answer("YES", target, **changes)
    assert (decided.reason, decided.state) == (reason, state)
    assert not [one for one in decided.effects if one not in queued(decided.effects)]


def test_a_held_message_of_somebody_without_an_address_is_asked_where_it_was_asked() -> None:
    lost = replace(MENTEE, address=None, address_id=None)
    decided = answer("YES", asked(ConfirmationPurpose.RELEASE, lost))
    assert decided.reason == "released"
    assert [one.state for one in only(decided.effects, ChangeAddress)] == [AddressState.CONFIRMED]
    assert not only(answer("NO", asked(ConfirmationPurpose.RELEASE, lost)).effects, ChangeAddress)


def test_without_its_programme_an_answer_waits() -> None:
    target = asked(ConfirmationPurpose.JOIN)
    decided = confirm(message("YES"), context(target), target, no_programmes())
    assert (decided.reason, decided.state) == ("programme_gone", InboxState.HELD)


def test_one_who_was_here_under_another_id_is_asked_whatever_the_file_records() -> None:
    effects = people_changes(programme(roster=FEW.replace("m01,", "m09,")), PEOPLE, (), desk())
    (enrolled,) = only(effects, Enrol)
    assert enrolled.state is PersonState.INVITED
    assert [one.message.envelope_to for one in queued(effects, "invitation")] == [ZOE]
