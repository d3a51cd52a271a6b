"""`close` ends whatever goes on: a wait, and the calls that queue behind it."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from mailbot.errors import TemporaryFailure
from tests.gateways.mailboxes import RealSetting, real_setting
from tests.services.dovecot import Dovecot


@pytest.fixture
def real(dovecot: Dovecot, request: pytest.FixtureRequest) -> RealSetting:
    return real_setting(dovecot.imap_port, f"closing{abs(hash(request.node.nodeid)) % 10**9}", folder="INBOX")


def test_a_call_behind_a_wait_gets_its_turn(real: RealSetting) -> None:
    rang: list[bool] = []
    real.mailbox.highest_uid()
    watch = threading.Thread(target=lambda: rang.append(real.mailbox.wait(600)))
    watch.start()
    time.sleep(0.3)  # the watch has its turn

    def expunge() -> None:
        with suppress(TemporaryFailure):  # close may end this call too
            real.mailbox.expunge_processed(datetime.now(UTC))

    sweep = threading.Thread(target=expunge)
    sweep.start()
    real.mailbox.close()
    for thread in (watch, sweep):
        thread.join(timeout=60)
        assert not thread.is_alive()
    assert rang == [False]
    real.mailbox.close()


def test_a_wait_after_close_is_over_at_once_until_something_else_connects(real: RealSetting) -> None:
    real.mailbox.highest_uid()
    real.mailbox.close()
    assert real.mailbox.wait(600) is False
    real.mailbox.highest_uid()
    assert real.mailbox.wait(0.05) is False
    real.mailbox.close()


def test_close_comes_while_a_thread_connects(real: RealSetting) -> None:
    def call() -> None:
        with suppress(TemporaryFailure):  # an answer that is cut off
            real.mailbox.wait(600)
            real.mailbox.highest_uid()

    for _ in range(20):
        caller = threading.Thread(target=call)
        caller.start()
        real.mailbox.close()
        caller.join(timeout=60)
        assert not caller.is_alive()
        real.mailbox.close()
