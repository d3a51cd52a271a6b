from __future__ import annotations

from dataclasses import replace

import pytest

from mailbot.flows.explain import explain_raw
from mailbot.model.inbound import Verdict
from tests.flows.town import OURS, Town, reply_address, written

ZOE, PHILIPPA = "zoe@quillfeather.test", "philippa@northgate.test"


class Check:
    """Says the same of every message, and that no transaction is open meanwhile."""

    def __init__(self, town: Town, verdict: Verdict) -> None:
        self.town, self.says, self.asked = town, verdict, []

    def verdict(self, _raw: bytes, address: str) -> Verdict:
        self.asked.append(address)
        with self.town.world.store.begin() as unit:  # on SQLite one writer at a time: it would wait for ever
            unit.counts()
        return self.says


def with_check(town: Town, verdict: Verdict) -> Check:
    check = Check(town, verdict)
    town.world = replace(town.world, sender_check=check)
    return check


@pytest.mark.parametrize(("says", "held"), [(Verdict.PASS, 0), (Verdict.NONE, 1)])
def test_where_the_server_says_nothing_our_own_check_decides(town: Town, says: Verdict, held: int) -> None:
    town.tick()
    paired, check = town.last(ZOE), with_check(town, says)
    town.deliver(written(ZOE, reply_address(paired), "Good morning.", answers=paired, verdict=""))
    assert town.later(hours=1).tick().held == held
    assert check.asked == [ZOE]


def test_it_is_not_asked_where_the_server_has_spoken_or_nobody_did(town: Town) -> None:
    town.tick()
    paired, check = town.last(ZOE), with_check(town, Verdict.PASS)
    to = reply_address(paired)
    town.deliver(written(ZOE, to, "Proved.", answers=paired))
    town.deliver(written(ZOE, to, "Refuted.", answers=paired, verdict="fail"))
    town.deliver(written(ZOE, to, "I am away.", answers=paired, verdict="", Auto_Submitted="auto-replied"))
    town.deliver(written(f"{ZOE}, {PHILIPPA}", to, "Of two.", answers=paired, verdict=""))
    counts = town.later(hours=1).tick()
    assert check.asked == []
    assert counts.held == 2


def test_explain_asks_too(town: Town) -> None:
    town.tick()
    check = with_check(town, Verdict.PASS)
    explained = explain_raw(town.world, written(ZOE, OURS, "A word.", subject="A word", verdict=""))
    assert explained.message.verdict is Verdict.PASS
    assert check.asked == [ZOE]
