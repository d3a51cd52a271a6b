from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailbot.demo.accounts import Account
from mailbot.demo.clock import Clock
from mailbot.demo.servers import Servers

BOT = Account(address="mentoring@programme.example", password="b", name="Mentoring", role="bot", host="bot.example")
ANN = Account(address="ann@hill.example", password="a", name="Ann Hill", role="mentee", host="ann-laptop.hill.example")
EVE = Account(address="eve@lane.example", password="e", name="Eve Lane", role="stranger", host="eve-pc.lane.example")


@pytest.fixture
def clock():
    return Clock(datetime(2025, 1, 6, 9, tzinfo=UTC))


@pytest.fixture
def servers(clock):
    with Servers((BOT, ANN, EVE), clock) as running:
        yield running
