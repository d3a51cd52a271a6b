"""A million guessed tokens against the store's look-up: how many are found, and whether a right one takes longer.

Run as `python benchmarks/guessing.py [GUESSES] [PAIRS]`; prints one line of JSON. Right and wrong tokens are timed in
turn, beside each other, so that whatever else the machine does falls on both alike.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from mailbot.model.effect import CreatePair, Enrol
from mailbot.model.ids import AddressId, PairId, ParticipantId, PersonId, ProgrammeName, Token
from mailbot.model.mint import Mint
from mailbot.model.people import AddressState, PairState, PersonState
from mailbot.model.programme import Role, RosterRow
from mailbot.store.store import Store, Unit

BATCH = 100  # a transaction that is not slow enough to be logged
KINDS = "tfbc"
TIMED = 20_000  # pairs of one right and one wrong token


def enrolled(number: int, role: Role) -> Enrol:
    key = f"{role.value}{number}"
    row = RosterRow(line=2, id=ParticipantId(key), role=role, name=f"Person {key}", email=f"{key}@example.net")
    return Enrol(
        person=PersonId(f"p-{key}"),
        address=AddressId(f"a-{key}"),
        programme=ProgrammeName("northern"),
        row=row,
        state=PersonState.ACTIVE,
        address_state=AddressState.CONFIRMED,
    )


def put_in(unit: Unit, number: int, mint: Mint, now: datetime) -> str:
    token = mint.token()
    created = CreatePair(
        pair=PairId(f"pair-{number}"),
        programme=ProgrammeName("northern"),
        mentee=PersonId(f"p-mentee{number}"),
        mentor=PersonId(f"p-mentor{number}"),
        word="Heron",
        mentee_token=Token(token),
        mentor_token=Token(mint.token()),
        state=PairState.LIVE,
        accepted=frozenset(Role),
    )
    unit.apply((enrolled(number, Role.MENTEE), enrolled(number, Role.MENTOR), created), now=now)
    return token


def filled(store: Store, pairs: int) -> list[str]:
    mint, now, tokens = Mint(b"the store's own dice"), datetime(2027, 1, 5, 8, 0, tzinfo=UTC), []
    for first in range(0, pairs, BATCH):
        with store.begin() as unit:
            tokens += [put_in(unit, number, mint, now) for number in range(first, min(first + BATCH, pairs))]
    return tokens


def guessed(store: Store, guesses: int) -> int:
    """How many of so many guesses are somebody's token."""
    mint, hits = Mint(b"the guesser's dice"), 0
    for first in range(0, guesses, BATCH):
        with store.begin(durable=False) as unit:
            hits += sum(unit.knows_token(KINDS[n % 4], mint.token()) for n in range(min(BATCH, guesses - first)))
    return hits


def timed(store: Store, tokens: list[str]) -> tuple[list[int], list[int]]:
    """Nanoseconds of right and of wrong look-ups, each in a transaction of its own, as at the door."""
    mint, dice = Mint(b"wrong ones"), random.Random(1)
    times: tuple[list[int], list[int]] = ([], [])
    for _ in range(TIMED):
        both = [(0, dice.choice(tokens)), (1, mint.token())]
        dice.shuffle(both)
        for which, token in both:
            began = time.perf_counter_ns()
            with store.begin(durable=False) as unit:
                known = unit.knows_token("t", token)
            times[which].append(time.perf_counter_ns() - began)
            assert known == (which == 0)
    return times


def told_apart(right: list[int], wrong: list[int]) -> float:
    """The chance to tell a right look-up from a wrong one by its time alone: 0.5 is a coin's."""
    order = sorted([(one, 0) for one in right] + [(one, 1) for one in wrong])
    seen, wins = 0, 0
    for _, which in order:
        if which == 0:
            seen += 1
        else:
            wins += seen
    return wins / (len(right) * len(wrong))


def main(guesses: int, pairs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(database_url=f"sqlite:///{folder}/mailbot.db", data=Path(folder), master_key=b"k" * 32)
        tokens = filled(store, pairs)
        began = time.monotonic()
        hits = guessed(store, guesses)
        seconds = time.monotonic() - began
        right, wrong = timed(store, tokens)
        store.close()
    print(
        json.dumps(
            {
                "guesses": guesses,
                "tokens": 2 * pairs,
                "hits": hits,
                "microseconds_each": round(seconds / guesses * 1e6, 1),
                "right_median_us": round(statistics.median(right) / 1000, 2),
                "wrong_median_us": round(statistics.median(wrong) / 1000, 2),
                "told_apart_by_time": round(told_apart(right, wrong), 4),
            }
        )
    )


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:3]]
    main(*(*given, 1_000_000, 5000)[:2] if len(given) != 1 else (given[0], 5000))
