"""Any questionnaire, any answers, any changes of the form and any way to travel, in any order: exact or asked about."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.trouble.carriage import carried
from tests.reading.trouble.dressing import dressed
from tests.reading.trouble.judging import judged
from tests.reading.trouble.kinds.composed import BASES, CHANGES, changed
from tests.reading.trouble.questionnaires import made_form

COMPOSED = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def wrong(reply, rng):
    raw, label = carried(reply, rng)
    verdicts, _ = judged(reply, raw)
    return [(label, v) for v in verdicts if v.what == "wrong"]


@COMPOSED
@given(st.integers(0, 2**32), st.sampled_from(BASES), st.lists(st.sampled_from(CHANGES), max_size=4))
def test_a_form_changed_in_several_ways_is_exact_or_asked_about(seed, base, changes):
    rng = Random(seed)
    reply = dressed(changed(rng, made_form(rng, most=8), base, changes), rng)
    assert wrong(reply, rng) == []
