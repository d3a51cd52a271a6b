"""Told to stop, the daemon stops, whatever its threads wait for at that moment."""

from __future__ import annotations

import itertools
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mailbot.config import load_config
from mailbot.daemon import Daemon
from mailbot.store.master_key import create_master_key
from tests.flows.town import AUTHSERV, PROGRAMME, ROSTER
from tests.services.embedded import PASSWORD, EmbeddedImap
from tests.services.sink import Sink

CONFIG = """
[mailbot]
address = "mentoring@example.org"

[imap]
host = "127.0.0.1"
port = {imap}
tls = "none"
username = "{user}"

[smtp]
host = "127.0.0.1"
port = {smtp}
tls = "none"
auth = "none"

[inbound]
trusted_authserv_ids = ["{authserv}"]
"""
NUMBERS = itertools.count(1)


@pytest.fixture
def make(tmp_path: Path, embedded_imap: EmbeddedImap, sink: Sink) -> Callable[[], Daemon]:
    user = f"stopping{os.getpid()}x{next(NUMBERS)}"
    embedded_imap.add_user(user)
    (tmp_path / "schedules").mkdir()
    (tmp_path / "schedules" / "riverside.toml").write_text(PROGRAMME.format(joining="recorded"))
    (tmp_path / "schedules" / "riverside.people.csv").write_text(ROSTER)
    create_master_key(tmp_path / "mailbot.key")
    config = tmp_path / "config.toml"
    config.write_text(CONFIG.format(imap=embedded_imap.port, smtp=sink.port, user=user, authserv=AUTHSERV))
    return lambda: Daemon(load_config(config, {"MAILBOT_IMAP__PASSWORD": PASSWORD}))


@pytest.mark.parametrize("after", [0.0, 0.02, 0.1, 0.3, 1.0, 2.5])
def test_it_stops_at_any_moment(make: Callable[[], Daemon], after: float) -> None:
    """A first sweep may wait behind the watch of the mailbox, which is a minute long by itself."""
    daemon = make()
    work = threading.Thread(target=daemon.run)
    work.start()
    time.sleep(after)
    daemon.stop()
    work.join(timeout=40)  # a watch that nobody ends lasts 60 s
    assert not work.is_alive()
    daemon.close()


def test_it_can_be_started_again(make: Callable[[], Daemon]) -> None:
    for _ in range(2):
        daemon = make()
        work = threading.Thread(target=daemon.run, args=(("intake", "clock"),))
        work.start()
        daemon.stop()
        work.join(timeout=40)
        assert not work.is_alive()
        daemon.close()
