"""The gate bites: whatever is changed in its source, a planted leak gets through or a clean message is held.

Every place of every module that decides is changed, one at a time, and the cases of gate_cases.py are tried on it.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.anonymity.changes import COMPILED, MODULES, Change, changed_gate, changes
from tests.anonymity.gate_cases import CASES, is_seen

# Changes that change nothing that the gate says, and why.
KEPT = "only how much is remembered"
SOONER = "a quick look before the exact one: the exact one decides"
BOUND = "a bound on work, far above what any clue needs"
FIRST = "no word stands before the first"
TWICE = "the same clue a second time, which is dropped"
GOES_ON = 'reading: return self.low[end : end + 1] == " " and self.low[end + 1 : end + 2].isalnum()'
EQUIVALENT = {
    "skeleton: _MOST_KEPT = 4096  # runs: a text of all that there is must not fill the memory": KEPT,
    "skeleton: _LONGEST_KEPT = 8": KEPT,
    "skeleton: if len(self) < _MOST_KEPT and len(run) <= _LONGEST_KEPT:": KEPT,
    "markup: _USUAL_TAG = 200": KEPT,
    "markup: speak = _known_tag if len(attributes) <= _USUAL_TAG else _tag": KEPT,
    "markup: _known_tag = lru_cache(maxsize=512)(_tag)": KEPT,
    "reading: row, first, done = 0, 0, 0 | 0 more by one": "rows are only compared",
    "names: if len(parts) > 1 and UNSPACED.search(spelling): | Gt to GtE": TWICE,
    "names: twice = (pair for pair in in_order if pair[0] == pair[1])  # Hope Hope | 0 more by one": TWICE,
    "addresses: if len(words) > 1: | Gt to GtE": TWICE,
    "watch: single = frozenset(word for need in every if len(need) == 1 for word in need) | Eq to NotEq": SOONER,
    "disguises: alone = words & _LETTERS | BitAnd to BitOr": SOONER,
    "disguises: if len(word) > INSIDE and watch.inside: | And to Or": SOONER,
    "disguises: if len(word) > INSIDE and watch.inside: | Gt to GtE": SOONER,
    "disguises: for at in range(len(word) - INSIDE + 1): | Sub to Add": "no clue is as short as what is left there",
    "disguises: for at in range(len(word) - INSIDE + 1): | 1 more by one": "no clue is as short as what is left there",
    f"{GOES_ON} | Add to Sub": SOONER,
    f"{GOES_ON} | 1 more by one": SOONER,
    f"{GOES_ON} | 2 more by one": SOONER,
    "matching: _MOST_WORDS = 24": BOUND,
    "search: _ENOUGH = 20  # disguised names in one text": BOUND,
    "meaning: if reading.is_capital(before) and before > 0 and _runs_on(reading, before): | Gt to GtE": FIRST,
}
SECONDS = 3.0  # of the processor for one change: an endless loop is noticed too


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


SENT = [(case, case.sent()) for case in CASES]


def is_noticed(change: Change) -> bool:
    """Whether some case fails, or the changed gate fails altogether; the case that noticed is tried first next time."""
    try:
        with at_most(SECONDS):
            clear = changed_gate(change)
            for at, (case, sent) in enumerate(SENT):
                if not is_seen(clear, case, sent):
                    SENT.insert(0, SENT.pop(at))
                    return True
    except Exception:  # noqa: BLE001 - whatever it is, nothing was cleared
        return True
    return False


def is_equivalent(change: Change) -> bool:
    return any(change.name.startswith(known) for known in EQUIVALENT)


@pytest.mark.parametrize("module", MODULES)
def test_every_change_is_noticed(module: str):
    every = changes(module)
    assert every
    assert [change.name for change in every if not is_equivalent(change) and not is_noticed(change)] == []


def test_every_reason_belongs_to_a_change():
    names = [change.name for module in MODULES for change in changes(module)]
    assert [known for known in EQUIVALENT if not any(name.startswith(known) for name in names)] == []


def test_the_unchanged_gate_sees_all():
    unchanged = changed_gate(Change(module=MODULES[0], what="nothing", code=COMPILED[MODULES[0]]))
    assert all(is_seen(unchanged, case, sent) for case, sent in SENT)
