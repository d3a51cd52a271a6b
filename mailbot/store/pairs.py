"""Pairs: a mentee, a mentor, a word, two tokens, and everybody else whose name must not slip through."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import or_, select, update

from mailbot.model.effect import AcceptPair, ChangePair, CreatePair
from mailbot.model.ids import PairId, PersonId, ProgrammeName, Token
from mailbot.model.people import Pair, PairState, Participant
from mailbot.model.programme import Role
from mailbot.store.among import among, one_of
from mailbot.store.codec import packed, unpacked
from mailbot.store.people import people_by_id
from mailbot.store.sealing import SYSTEM
from mailbot.store.tables import PAIR
from mailbot.store.work import Found, Work

OPEN_STATES = (PairState.PROPOSED.value, PairState.LIVE.value)
_BATCH = 256
_OPEN = one_of(PAIR.c.state, OPEN_STATES)
_OPENED = tuple(PAIR.c["id", "programme", "mentee", "mentor", "state", "mentee_accepted", "mentor_accepted"])
_REVEALING = tuple(PAIR.c["mentee_reveal_at", "mentor_reveal_at", "revealed_at"])
_ROW = select(*_OPENED, *_REVEALING, PAIR.c.sealed, PAIR.c.created_at)
_SIDES: dict[tuple[bool, bool], frozenset[Role]] = {
    (False, False): frozenset(),
    (True, False): frozenset({Role.MENTEE}),
    (False, True): frozenset({Role.MENTOR}),
    (True, True): frozenset(Role),
}
_BY_ID = among(lambda these: _ROW.where(these(PAIR.c.id)))
_OPEN_OF = among(lambda these: _ROW.where(_OPEN, or_(these(PAIR.c.mentee), these(PAIR.c.mentor))))


def pairs_by_id(work: Work, ids: Collection[str]) -> dict[PairId, Pair]:
    """Those pairs with everybody in them, in few statements however many they are; each is opened once."""
    known = work.known_pairs
    wanted = sorted({pair for pair in ids if pair not in known})
    for start in range(0, len(wanted), _BATCH):
        _open(work, work.all(*_BY_ID(wanted[start : start + _BATCH])))
        if len(wanted) > _BATCH:
            work.open_pairs.clear()  # of a whole programme, the rows are no longer needed
    return {pair: known[pair] for pair in map(PairId, ids)}


def open_pairs_of(work: Work, people: Collection[str]) -> tuple[Pair, ...]:
    """The proposed and live pairs of those people, newest first."""
    open_pairs = _open_pairs(work, people)
    rows = {row.id: row for person in people for row in open_pairs[person]}.values()
    newest_first = sorted(sorted(rows, key=lambda row: str(row.id)), key=lambda row: row.created_at, reverse=True)
    return opened_pairs(work, newest_first)


def opened_pairs(work: Work, rows: Sequence[Found]) -> tuple[Pair, ...]:
    """The pairs of those rows, in their order."""
    _open(work, [row for row in rows if row.id not in work.known_pairs])
    return tuple(work.known_pairs[PairId(row.id)] for row in rows)


def _open(work: Work, rows: Sequence[Found]) -> None:
    inside = {person for row in rows for person in (row.mentee, row.mentor)}
    open_pairs = _open_pairs(work, inside)
    links = {
        person: {other for row in open_pairs[person] for other in (row.mentee, row.mentor)} | {person}
        for person in inside
    }
    people = people_by_id(work, set[str]().union(*links.values()))
    work.known_pairs.update({PairId(row.id): _pair(work, row, people, links) for row in rows})


def _open_pairs(work: Work, people: Collection[str]) -> dict[str, list[Found]]:
    """The rows of all open pairs of those people, asked once in a transaction, and perhaps those of others."""
    known = work.open_pairs
    unknown = {person for person in people if person not in known}
    if unknown:
        known |= {person: [] for person in unknown}
        for row in work.all(*_OPEN_OF(sorted(unknown))):
            for person in (row.mentee, row.mentor):
                if person in unknown:
                    known[person].append(row)
    return known


def _pair(work: Work, row: Found, people: dict[PersonId, Participant], links: dict[str, set[str]]) -> Pair:
    sealed = unpacked(work.unseal(row.sealed, under=SYSTEM, table="pair", row=row.id))
    # Everybody in a pair of either, their own partners included: a mentor's other mentees, a mentee's other mentor.
    others = (links[row.mentee] | links[row.mentor]) - {row.mentee, row.mentor}
    return Pair(
        id=PairId(row.id),
        programme=ProgrammeName(row.programme),
        state=PairState(row.state),
        word=sealed["word"],
        mentee=people[PersonId(row.mentee)],
        mentor=people[PersonId(row.mentor)],
        mentee_token=Token(sealed["mentee_token"]),
        mentor_token=Token(sealed["mentor_token"]),
        others=tuple(people[PersonId(other)].identity for other in sorted(others)),
        accepted=_SIDES[row.mentee_accepted, row.mentor_accepted],
        reveal=_SIDES[row.mentee_reveal_at is not None, row.mentor_reveal_at is not None],
        revealed=row.revealed_at is not None,
    )


class Pairs(Work):
    """Queries about pairs."""

    def pair(self, pair: PairId) -> Pair:
        """That pair. KeyError when there is none."""
        return pairs_by_id(self, [pair])[pair]

    def pairs(self, programme: ProgrammeName) -> tuple[Pair, ...]:
        """Every pair that programme ever had, oldest first."""
        rows = self.all(select(PAIR.c.id).where(PAIR.c.programme == programme).order_by(PAIR.c.created_at, PAIR.c.id))
        pairs = pairs_by_id(self, [row.id for row in rows])
        return tuple(pairs[PairId(row.id)] for row in rows)


def create_pair(work: Work, effect: CreatePair, *, now: datetime) -> None:
    """A pair with its tokens, which never change."""
    sealed = packed({"word": effect.word, "mentee_token": effect.mentee_token, "mentor_token": effect.mentor_token})
    work.insert(
        PAIR,
        {
            "id": effect.pair,
            "programme": effect.programme,
            "mentee": effect.mentee,
            "mentor": effect.mentor,
            "state": effect.state.value,
            "mentee_accepted": Role.MENTEE in effect.accepted,
            "mentor_accepted": Role.MENTOR in effect.accepted,
            "mentee_token_index": work.index(effect.mentee_token, "token"),
            "mentor_token_index": work.index(effect.mentor_token, "token"),
            "sealed": work.seal(sealed, under=SYSTEM, table="pair", row=effect.pair),
            "created_at": now,
            "changed_at": now,
        },
    )


def change_pair(work: Work, effect: ChangePair) -> None:
    """A pair goes live or is closed."""
    work.connection.execute(
        update(PAIR).where(PAIR.c.id == effect.pair).values(state=effect.state.value, changed_at=effect.at)
    )


def accept_pair(work: Work, effect: AcceptPair, *, now: datetime) -> None:
    """One side has said ACCEPT."""
    column = "mentee_accepted" if effect.role is Role.MENTEE else "mentor_accepted"
    work.connection.execute(update(PAIR).where(PAIR.c.id == effect.pair).values({column: True, "changed_at": now}))
