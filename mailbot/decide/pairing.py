"""Pairs: proposed by the roster, live when both have accepted; a changed mentor is a new pair that both accept."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from mailbot.decide.desk import Desk
from mailbot.decide.introductions import introduce
from mailbot.decide.invitations import offer_pair
from mailbot.decide.pseudonyms import free_word
from mailbot.model.effect import ChangePair, CreateEnrolment, CreatePair, Effect
from mailbot.model.ids import EnrolmentId, PairId, ParticipantId, Token
from mailbot.model.people import Pair, PairState, Participant, PersonState
from mailbot.model.programme import Programme, Role, RosterRow
from mailbot.schedule.calendar import next_occurrence_after


def pair_changes(
    programme: Programme,
    people: tuple[Participant, ...],
    pairs: tuple[Pair, ...],
    desk: Desk,
) -> tuple[Effect, ...]:
    """The rows to write so that the pairs stand as in the roster; empty when they already do. `pairs`: oldest first."""
    known = {person.participant: person for person in people}
    rows = {row.id: row for row in programme.people}
    effects: list[Effect] = []
    taken = {pair.word for pair in pairs}
    names = frozenset(word.lower() for person in people for name in person.identity.names for word in name.split())
    for row in programme.people:
        mentee, mentor = known.get(row.id), known.get(row.mentor) if row.mentor else None
        if row.role is Role.MENTEE and mentee is not None and mentor is not None and _may_pair(programme, rows, row):
            made = _one_pair(programme, (mentee, mentor), pairs, desk, (taken, names))
            effects += made
    return tuple(effects)


def _may_pair(programme: Programme, rows: dict[ParticipantId, RosterRow], row: RosterRow) -> bool:
    mentor = rows.get(row.mentor) if row.mentor else None
    return mentor is not None and (not programme.mentor_rules.require_training or mentor.trained_on is not None)


def _one_pair(
    programme: Programme,
    sides: tuple[Participant, Participant],
    pairs: tuple[Pair, ...],
    desk: Desk,
    words: tuple[set[str], frozenset[str]],
) -> list[Effect]:
    (mentee, mentor), (taken, names) = sides, words
    gone = (PersonState.LEFT, PersonState.DECLINED)
    earlier = [pair for pair in pairs if pair.mentee.id == mentee.id]
    # The newest pair is what the roster last said; closed, it was declined, and is not offered again.
    same = bool(earlier) and earlier[-1].mentor.id == mentor.id
    if same or mentee.state in gone or mentor.state in gone:
        return []
    ended: list[Effect] = [
        ChangePair(pair=one.id, state=PairState.CLOSED, at=desk.now) for one in earlier if one.state != PairState.CLOSED
    ]
    joined = frozenset(side.role for side in sides if side.state is PersonState.ACTIVE) if not earlier else frozenset()
    word = free_word(mentee.id, taken, names)
    taken.add(word)
    created = CreatePair(
        pair=PairId(desk.mint.row_id()),
        programme=programme.id,
        mentee=mentee.id,
        mentor=mentor.id,
        word=word,
        mentee_token=Token(desk.mint.token()),
        mentor_token=Token(desk.mint.token()),
        state=PairState.PROPOSED,
        accepted=joined,
    )
    asked: list[Effect] = []
    if earlier:
        for side in sides:
            asked += offer_pair(desk, programme, side, event=f"offer:{created.pair}")
    if joined == frozenset(Role):
        asked += go_live(desk, programme, _opened(created, mentee, mentor))
    return [*ended, created, *asked]


def _opened(created: CreatePair, mentee: Participant, mentor: Participant) -> Pair:
    """The pair as it will stand in the store, for the letters that go out with its rows."""
    return Pair(
        id=created.pair,
        programme=created.programme,
        state=PairState.LIVE,
        word=created.word,
        mentee=mentee,
        mentor=mentor,
        mentee_token=created.mentee_token,
        mentor_token=created.mentor_token,
    )


def go_live(desk: Desk, programme: Programme, pair: Pair) -> list[Effect]:
    """Both have accepted: the pair opens, the mentee's calendar starts, and each is told how to write to the other."""
    opened = ChangePair(pair=pair.id, state=PairState.LIVE, at=desk.now)
    enrolment = _enrolment(desk, programme, pair.mentee)
    first_on = enrolment.next_due_at.astimezone(ZoneInfo(programme.timezone)).date()
    return [opened, enrolment, *introduce(desk, programme, pair, first_form_on=first_on)]


def _enrolment(desk: Desk, programme: Programme, mentee: Participant) -> CreateEnrolment:
    row = next((row for row in programme.people if row.id == mentee.participant), None)
    own_start = row.start_on if row is not None else None
    anchor_on = programme.cadence.anchor_on or own_start or desk.now.date()
    occurrence, due_at = next_occurrence_after(
        programme.cadence,
        timezone=mentee.timezone or programme.timezone,
        anchor_on=anchor_on,
        after=desk.now,
    )
    return CreateEnrolment(
        enrolment=EnrolmentId(desk.mint.row_id()),
        mentee=mentee.id,
        programme=programme.id,
        anchor_at=datetime.combine(anchor_on, time(12), tzinfo=UTC),  # noon, so that .date() is the anchor's day
        first_occurrence=occurrence,
        next_due_at=due_at,
    )
