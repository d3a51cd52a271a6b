"""Whose words, whose key: what is at rest tells nothing, and opens only in its own place under its own key."""

from __future__ import annotations

import base64
import contextlib
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import ConfigError, SealBroken
from mailbot.model.ids import InboxId, PersonId, RoundId
from mailbot.store.cipher import DataKey
from mailbot.store.master_key import create_master_key, read_master_key
from mailbot.store.sealing import Keyring
from mailbot.store.store import Store
from tests.store.cast import (
    NOON,
    RAW,
    answer,
    form_goes_out,
    posted,
    queued,
    recorded,
    thread_starts,
)
from tests.store.conftest import MASTER_KEY, Opened, with_cast
from tests.store.steps import decided, take

PLANTED = (
    "zebrafinch", "walrusing", "quokka", "narwhal", "capybara", "axolotl",  # words
    "Amelia Ash", "Ashgrove", "Millie", "Coldwell", "Heron",  # names (row ids of this cast are speaking ones)
    "@trust.example", "royal.example", "millie@", "example.org", "client.example",  # addresses
    "tokform", "tokmentee", "tokmentor", "tokbounce", "7F3A-K2QM", "How is your",  # tokens, references, questions
    "mentoring@host",  # the account
)  # fmt: skip


def fill(store: Store) -> None:
    with store.begin() as unit:
        unit.apply(form_goes_out(), now=NOON)
        take(unit)
        take(unit, "in-2", RAW + b"axolotl\r\n", account="mentoring@host/INBOX", uid=7)
        unit.set_cursor("mentoring@host/INBOX", uidvalidity=1, last_uid=7)
    with store.begin() as unit:
        effects = (
            thread_starts(),
            posted(1, author="amelia", inbox="in-1"),
            recorded("in-1", answer("satisfaction", "axolotl", items=("quokka",))),
            queued("packet", to="corvus", author=PersonId("p-amelia"), thread="th-1"),
        )
        unit.settle(InboxId("in-1"), decided(*effects, author="p-amelia"), now=NOON)


def test_no_planted_word_name_or_address_is_in_any_file(sqlite: Opened) -> None:
    store = with_cast(sqlite)
    fill(store)
    found = {path.name: path.read_bytes() for path in sqlite.data.iterdir()}
    assert {"mailbot.db", "mailbot.db-wal", "keys.db"} <= set(found)
    assert b"in-1" in found["mailbot.db-wal"] + found["mailbot.db"]  # the search does find what is plain
    for name, raw in found.items():
        hits = [word for word in PLANTED if word.encode().lower() in raw.lower()]
        assert hits == [], name
    for key in (store._keyring.person(PersonId("p-amelia")), store._keyring.system()):
        assert all(key.secret not in raw for raw in found.values())  # keys are wrapped
        assert all(base64.b64encode(key.secret) not in raw for raw in found.values())


SEALED_COLUMNS = (
    ("inbox", "id", "raw"), ("outbox", "id", "raw"), ("outbox", "id", "envelope"), ("person", "id", "sealed"),
    ("address", "id", "sealed"), ("pair", "id", "sealed"), ("round", "id", "sealed"),
)  # fmt: skip


@pytest.mark.parametrize(("table", "key", "column"), SEALED_COLUMNS)
@pytest.mark.parametrize("damage", ["moved", "truncated", "bit", "empty"])
def test_what_was_moved_or_altered_does_not_open(
    sqlite: Opened, table: str, key: str, column: str, damage: str
) -> None:
    store = with_cast(sqlite)
    fill(store)
    with store.begin() as unit:
        unit.apply(form_goes_out("bashir"), now=NOON)
    store.close()
    with sqlite3.connect(sqlite.data / "mailbot.db") as raw:
        rows = raw.execute(f"SELECT {key}, {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY {key}").fetchall()
        names, sealed = [row[0] for row in rows], [row[1] for row in rows]
        damaged = {
            "moved": sealed[1:] + sealed[:1],
            "truncated": [one[:-1] for one in sealed],
            "bit": [one[:-1] + bytes([one[-1] ^ 1]) for one in sealed],
            "empty": [b"" for _ in sealed],
        }[damage]
        raw.executemany(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", list(zip(damaged, names, strict=True)))
    raw.close()
    store = sqlite.open()
    with store.begin() as unit:
        if table == "outbox":
            claim = unit.claim(now=NOON, lease_until=NOON, worker="w", limit=10)
            assert claim == ()  # nothing stops the queue: what does not open is failed, and sent to nobody
            assert unit.counts().outbox["failed"] == 3
        else:
            with pytest.raises(SealBroken):
                open_one(unit, table)


def open_one(unit: object, table: str) -> object:
    reads = {
        "inbox": lambda: unit.taken_in(InboxId("in-2")),
        "round": lambda: unit.round(RoundId("r-amelia-0")),
    }
    return reads.get(table, lambda: unit.pair("pair-amelia"))()


def test_each_author_has_a_key_of_their_own(database: Opened) -> None:
    store = with_cast(database)
    fill(store)
    store._keyring.destroy_person(PersonId("p-amelia"))
    store = database.reopen()
    with store.begin() as unit:
        with pytest.raises(SealBroken):
            unit.taken_in(InboxId("in-1"))  # hers since it was decided
        assert unit.taken_in(InboxId("in-2")).raw.startswith(RAW)  # nobody's yet
        claimed = unit.claim(now=NOON, lease_until=NOON, worker="w", limit=10)
        assert [one.outbox for one in claimed] == ["o-form-amelia-0"]  # the packet of her words is gone, the form not
    with pytest.raises(SealBroken):
        store._keyring.person(PersonId("p-amelia"))  # and no new key is made for her


def test_a_key_survives_the_rollback_of_what_it_sealed(database: Opened) -> None:
    store = database.open()
    with contextlib.suppress(ZeroDivisionError), store.begin() as unit:
        take(unit)
        raise ZeroDivisionError
    secret = store._keyring.intake(NOON.date()).secret
    assert database.reopen()._keyring.intake(NOON.date()).secret == secret


def test_two_keyrings_agree_on_a_key_that_both_make(database: Opened) -> None:
    one, other = database.open()._keyring, database.open()._keyring
    assert one.person(PersonId("p")).secret == other.person(PersonId("p")).secret
    assert one.index("a", "address") == other.index("a", "address")
    one.prefetch([f"person:{n}" for n in range(1200)], make=True)
    other.prefetch([f"person:{n}" for n in range(1200)], make=False)
    assert one.person(PersonId("1199")).secret == other.opening_key("person:1199").secret
    with pytest.raises(SealBroken):
        other.opening_key("person:none")


def test_the_wrong_master_key_opens_nothing(database: Opened) -> None:
    database.open()
    with pytest.raises(SealBroken):
        Store.open(database_url=database.url, data=database.data, master_key=b"x" * 32)


def test_blind_indexes_differ_by_purpose_and_by_store(tmp_path: Path) -> None:
    one, other = (Keyring.open(tmp_path / name, MASTER_KEY) for name in ("a.db", "b.db"))
    assert one.index("value", "token") != one.index("value", "address")
    assert one.index("value", "token") != other.index("value", "token")
    assert len(one.index("\ud800", "address")) == 32  # even what is no proper text
    one.close()
    other.close()


def test_intake_keys_are_destroyed_by_day(tmp_path: Path) -> None:
    ring = Keyring.open(tmp_path / "keys.db", MASTER_KEY)
    for day in (1, 2, 3):
        ring.intake(date(2027, 1, day))
    kept = "intake:2027-01-01"
    assert ring.destroy_intake(date(2027, 1, 3), keep={kept}) == 1
    assert ring.intake_keys(date(2028, 1, 1)) == (kept, "intake:2027-01-03")
    with pytest.raises(SealBroken):
        ring.opening_key("intake:2027-01-02")
    ring.close()


@given(plain=st.binary(max_size=200), cut=st.integers(min_value=0, max_value=60), row=st.text(max_size=5))
def test_sealing_round_trips_and_any_cut_is_noticed(plain: bytes, cut: int, row: str) -> None:
    key = DataKey(name="k", secret=b"k" * 32)
    sealed = key.sealed(plain, table="t", row="r", column="c")
    assert key.opened(sealed, table="t", row="r", column="c") == plain
    with pytest.raises(SealBroken):
        key.opened(sealed[:cut] if cut < len(sealed) else sealed[1:], table="t", row="r", column="c")
    with pytest.raises(SealBroken):
        key.opened(sealed, table="t", row=row + "x", column="c")
    assert "kkkk" not in repr(key)


def test_the_master_key_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "mailbot.key"
    key = create_master_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_master_key(path) == key
    with pytest.raises(FileExistsError):
        create_master_key(path)


BAD_FILES = (
    (b"A" * 43 + b"=\n", 0o640, "other users may read"),
    (b"A" * 43 + b"=\n", 0o604, "other users may read"),
    (b"not base64 !", 0o600, "not in base64"),
    (b"\xff\xff", 0o600, "cannot be read"),
    (base64.b64encode(b"short"), 0o600, "5 bytes instead of 32"),
    (None, 0o600, "does not exist"),
)


@pytest.mark.parametrize(("content", "mode", "words"), BAD_FILES)
def test_a_bad_master_key_file_is_refused_in_plain_words(
    tmp_path: Path, content: bytes | None, mode: int, words: str
) -> None:
    path = tmp_path / "mailbot.key"
    if content is not None:
        path.write_bytes(content)
        path.chmod(mode)
    with pytest.raises(ConfigError, match=words):
        read_master_key(path)


def test_processes_that_make_the_same_keys_at_once_wait_for_each_other(tmp_path: Path) -> None:
    rings = [Keyring.open(tmp_path / "keys.db", MASTER_KEY) for _ in range(3)]
    start = threading.Barrier(len(rings))

    def make(ring: Keyring) -> list[bytes]:
        start.wait()
        return [ring.person(PersonId(f"p{n}")).secret for n in range(15)]

    with ThreadPoolExecutor(len(rings)) as pool:
        one, *others = pool.map(make, rings)
    assert all(other == one for other in others)
    for ring in rings:
        ring.close()
