"""Names, addresses and domains as people write them, against words that only look so."""

from __future__ import annotations

import pytest

from mailbot.anonymity.gate import clear
from mailbot.message.compose import compose
from mailbot.model.outbound import ClearedMessage
from tests.anonymity.gate_cases import CASES, Case
from tests.message.builders import draft

OWN = ("mentoring@example.org", "example.org")


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case.text + case.html)[1:40])
def test_what_the_gate_sees(case: Case):
    sent = draft(text=case.text, html=case.html)
    result = clear(sent, compose(sent), forbidden=case.forbidden, own=OWN)
    hits = () if isinstance(result, ClearedMessage) else result
    assert {f"{hit.kind} {hit.line}" for hit in hits if hit.where == case.where} == set(case.hits)
    assert {hit.where for hit in hits} <= {case.where}
