from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mailbot.demo.clock import Clock

START = datetime(2025, 1, 6, 9, tzinfo=UTC)


def test_it_stands_still_until_it_is_moved():
    clock = Clock(START)
    assert clock() == START
    clock.forward(timedelta(days=3))
    assert clock() == START + timedelta(days=3)
    clock.move_to(datetime(2025, 2, 1, tzinfo=UTC))
    assert clock() == datetime(2025, 2, 1, tzinfo=UTC)


def test_it_does_not_go_back():
    with pytest.raises(ValueError, match="cannot go back to 2025-01-05 09:00"):
        Clock(START).forward(timedelta(days=-1))


def test_it_runs_on_from_where_it_stood():
    clock = Clock(START)
    clock.run()
    first = clock()
    assert START <= first <= clock()
    assert first.tzinfo is UTC
