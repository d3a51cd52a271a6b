"""The kinds of trouble that were repaired stay repaired, and the measure itself is sound.

The kinds that are not repaired yet are told by first_looks.toml: their "after" still has wrong fields.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.reading.trouble.judging import judged
from tests.reading.trouble.looks import COUNTS, known
from tests.reading.trouble.making import one_reply
from tests.reading.trouble.measuring import FIRST_SEED, measured
from tests.reading.trouble.registry import all_kinds

KINDS = all_kinds()
LOOKS = known()
REPAIRED = [name for name, look in LOOKS.items() if "after" in look and look["after"]["wrong"] == 0 and name in KINDS]
REPLIES = 6  # of each kind, among those that were measured "after"


@pytest.mark.parametrize("name", REPAIRED)
def test_what_was_repaired_is_exact_or_asked_about(name):
    for number in range(REPLIES):
        reply, raw, label = one_reply(KINDS[name], FIRST_SEED + number)
        verdicts, lost = judged(reply, raw)
        assert [v for v in verdicts if v.what == "wrong"] == [], label
        assert lost == ()


def test_there_are_many_kinds_each_with_its_own_words():
    assert len(KINDS) >= 60
    assert [name for name, count in Counter(k.what for k in KINDS.values()).items() if count > 1 or not name] == []


def test_every_kind_was_looked_at_before_it_was_repaired():
    assert sorted(LOOKS) == sorted(KINDS)
    for look in LOOKS.values():
        for when in ("first", "after"):
            figures = look.get(when, look["first"])
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", figures["date"])
            assert sum(figures[count] for count in COUNTS[1:5]) == figures["fields"] > 0


def test_a_seed_makes_the_same_reply_and_says_what_is_wanted_of_each_question():
    for kind in KINDS.values():
        reply, raw, label = one_reply(kind, 3, small=True)
        assert (raw, label) == one_reply(kind, 3, small=True)[1:]
        assert set(reply.wanted) == {q.number for q in reply.form.questions} == set(reply.typed)
        assert all(wanted.texts or wanted.may_ask for wanted in reply.wanted.values())


def test_figures_add_up_and_a_wrong_answer_is_kept_as_an_example(tmp_path):
    figures = measured(KINDS["nothing_wrong"], 3, 1, tmp_path, 1)
    assert figures.replies == 3
    assert figures.fields == sum(figures.counts.values())
    assert figures.as_dict()["fields"] == figures.fields
    assert figures.as_line().split()[0] == "nothing_wrong"
