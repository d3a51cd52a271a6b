from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from mailbot.model import effect as e
from mailbot.model.ids import AddressId, ConfirmationId, PersonId, Token
from mailbot.model.mint import Mint
from mailbot.model.people import ConfirmationPurpose
from mailbot.store.store import Store
from tests.store.cast import NOON, form_goes_out

KNOWN = [
    ("t", "tokmenteeamelia"),
    ("t", "tokmentoramelia"),
    ("f", "tokformamelia-0"),
    ("b", "tokbounceform-amelia-0"),
    ("c", "tokasked"),
]


@pytest.fixture
def full(store: Store) -> Store:
    asked = e.AskBack(
        confirmation=ConfirmationId("asked"),
        token=Token("tokasked"),
        purpose=ConfirmationPurpose.ADDRESS,
        person=PersonId("p-amelia"),
        address_id=AddressId("a-amelia"),
        asked_at=NOON,
    )
    with store.begin() as unit:
        unit.apply((*form_goes_out(), asked), now=NOON)
    return store


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    heard: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        heard.append(statement)

    engines: set[Engine] = {store._engine, store._quick}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", hear)
    yield heard
    for engine in engines:
        event.remove(engine, "before_cursor_execute", hear)


def test_a_token_is_known_under_its_own_kind_only(full: Store) -> None:
    with full.begin(durable=False) as unit:
        found = {(kind, token) for kind in "tfbc" for _, token in KNOWN if unit.knows_token(kind, token)}
    assert found == set(KNOWN)


@pytest.mark.parametrize(("kind", "token"), KNOWN)
def test_the_same_is_asked_of_the_database_for_a_right_token_and_a_wrong_one(
    full: Store, kind: str, token: str
) -> None:
    heard = []
    for one in (token, "a" * 24):
        with statements(full) as asked, full.begin(durable=False) as unit:
            unit.knows_token(kind, one)
        heard.append(asked)
    assert heard[0] == heard[1]
    assert len([one for one in heard[0] if one.startswith("SELECT")]) == 1


def test_ten_thousand_guesses_find_nothing(full: Store) -> None:
    mint = Mint(b"a guesser's own dice")
    with full.begin(durable=False) as unit:
        assert not any(unit.knows_token("tfbc"[number % 4], mint.token()) for number in range(10_000))
