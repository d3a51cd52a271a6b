from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from mailbot.decide.retry import GIVE_UP_AFTER, next_attempt_at
from mailbot.model.context import RetryState
from tests.decide.builders import NOW


@given(st.integers(1, 400), st.floats(0, 1, exclude_max=True), st.integers(0, 5 * 24 * 60 - 1))
def test_each_wait_lies_between_a_minute_and_four_hours(attempts: int, jitter: float, minutes: int) -> None:
    now = NOW + timedelta(minutes=minutes)
    at = next_attempt_at(RetryState(attempts=attempts, queued_at=NOW), now=now, jitter=jitter)
    assert at is not None
    assert timedelta(seconds=54) <= at - now <= timedelta(minutes=264)


@given(st.integers(1, 20), st.floats(0, 1, exclude_max=True))
def test_waits_never_shrink(attempts: int, jitter: float) -> None:
    def wait(number: int) -> timedelta:
        at = next_attempt_at(RetryState(attempts=number, queued_at=NOW), now=NOW, jitter=jitter)
        assert at is not None
        return at - NOW

    assert wait(attempts) <= wait(attempts + 1)


def test_after_five_days_it_is_given_up() -> None:
    state = RetryState(attempts=9, queued_at=NOW)
    assert next_attempt_at(state, now=NOW + GIVE_UP_AFTER, jitter=0.5) is None
