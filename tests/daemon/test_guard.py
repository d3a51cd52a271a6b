"""No trouble of one round ends a thread of the daemon, and no value of anybody's gets into the log."""

import io

import pytest

from mailbot import eventlog
from mailbot.daemon.guard import guarded
from mailbot.errors import TemporaryFailure


@pytest.mark.parametrize(
    ("error", "event"),
    [(TemporaryFailure("The database does not answer."), "round_put_off"), (KeyError("jane@x.test"), "round_failed")],
)
def test_a_failure_is_logged_and_swallowed(error: Exception, event: str) -> None:
    stream = io.StringIO()
    eventlog.configure(stream=stream)

    def fail() -> None:
        raise error

    try:
        assert not guarded(fail)
    finally:
        eventlog.configure()
    assert event in stream.getvalue()
    assert "jane" not in stream.getvalue()


def test_success_is_silent() -> None:
    assert guarded(lambda: None)
