"""Names, addresses and domains as people write them, against words that only look so."""

from __future__ import annotations

import pytest

from mailbot.anonymity.gate import clear
from tests.anonymity.gate_cases import CASES, OWN, TOKEN, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case.text + case.html)[1:40])
def test_what_the_gate_sees(case: Case):
    result = clear(*case.sent(), forbidden=case.forbidden, own=OWN, foreign_tokens=(TOKEN,))
    hits = result if isinstance(result, tuple) else ()
    assert {f"{hit.kind} {hit.line}" for hit in hits} == set(case.hits)
    assert {hit.where for hit in hits} <= {case.where}
