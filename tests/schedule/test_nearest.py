from __future__ import annotations

import pytest

from mailbot.schedule.nearest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("name", "meant"),
    [("aks", "ask"), ("ASK", "ask"), ("lables", "labels"), ("colour", None), ("x" * 100, None), ("", None)],
)
def test_the_nearest_name_is_the_one_meant(name: str, meant: str | None) -> None:
    assert nearest(name, ("id", "kind", "ask", "labels", "help")) == meant


def test_a_wrong_name_is_answered_with_the_right_one_or_with_all_when_they_are_few() -> None:
    assert did_you_mean("kin", ("id", "kind")) == '; did you mean "kind"?'
    assert did_you_mean("colour", ("id", "kind")) == "; there are: id, kind"
    assert did_you_mean("colour", ()) == ""
    assert did_you_mean("colour", (f"{number:04}" for number in range(100))) == ""
