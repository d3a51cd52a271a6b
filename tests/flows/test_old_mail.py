"""What lay in the mailbox before mailbot came stays there, and nothing newer does, whatever the clocks say."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailbot.errors import TemporaryFailure
from tests.flows.town import OURS, Town, reply_address, text_of, written

ZOE, PHILIPPA = "zoe@quillfeather.test", "philippa@northgate.test"
SERVER_TIME = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)  # a month behind the town's own clock


def deliver(town: Town, text: str) -> None:
    """By a server whose clock nobody sets by hand."""
    to = reply_address(town.letters(ZOE)[0]) if town.letters(ZOE) else OURS
    town.mailbox.deliver(written(ZOE, to, text), arrived_at=SERVER_TIME)


def posts(town: Town, words: str) -> int:
    return sum(words in text_of(one) for one in town.letters(PHILIPPA))


@pytest.mark.parametrize("old", [0, 1, 60, 300])
def test_a_clock_ahead_of_the_server_loses_no_mail(town: Town, old: int) -> None:
    town.world.from_start = False
    for number in range(old):
        deliver(town, f"Old news {number}")
    town.tick()
    deliver(town, "A first post.")
    assert town.restarted().later(days=1).tick().accepted == 1
    deliver(town, "A second post.")
    assert town.restarted().later(days=1).tick().accepted == 1
    assert (posts(town, "A first post."), posts(town, "A second post.")) == (1, 1)
    assert len(town.mailbox.inbox) == old
    assert sum(town.counts()["inbox"].values()) == 2


def test_what_a_killed_process_left_is_moved_by_the_next_one(town: Town) -> None:
    town.world.from_start = False
    deliver(town, "Old news")
    town.tick()
    deliver(town, "A first post.")
    move = town.mailbox.move_to_processed
    town.mailbox.move_to_processed = lambda _uids: None  # type: ignore[method-assign, assignment]
    town.later(days=1).tick()
    assert len(town.mailbox.inbox) == 2
    town.mailbox.move_to_processed = move  # type: ignore[method-assign]
    town.restarted().later(days=1).tick()
    assert len(town.mailbox.inbox) == 1
    assert posts(town, "A first post.") == 1


def test_numbered_anew_twice_old_mail_stays_old(town: Town) -> None:
    town.world.from_start = False
    for number in range(5):
        town.mailbox.deliver(written("old@friend.test", OURS, f"Old {number}"), arrived_at=town.hour[0])
    town.later(seconds=1).tick()
    for _ in range(2):
        town.mailbox.renumber()
        town.restarted()
        town.mailbox.deliver(written(ZOE, reply_address(town.letters(ZOE)[0]), "News."), arrived_at=town.hour[0])
        for _ in range(3):
            town.later(minutes=1).tick()
    assert len(town.mailbox.inbox) == 5
    assert town.counts()["inbox"]["processed"] >= 1


def test_a_renumbering_that_is_interrupted_goes_on_where_it_was(town: Town) -> None:
    town.world.from_start = False
    for number in range(120):
        town.mailbox.deliver(written("old@friend.test", OURS, f"Old {number}"), arrived_at=town.hour[0])
    town.later(seconds=1).tick()
    town.mailbox.renumber()
    town.later(minutes=1).tick()  # fails, as the gateway does once after a renumbering
    fetch, turns = town.mailbox.fetch_above, iter(range(1))

    def dies_after_one_batch(uid: int, *, limit: int):
        if next(turns, None) is None:
            raise KeyboardInterrupt
        return fetch(uid, limit=limit)

    town.mailbox.fetch_above = dies_after_one_batch  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        town.later(minutes=1).tick()
    town.mailbox.fetch_above = fetch  # type: ignore[method-assign]
    town.restarted().later(minutes=1).tick()
    assert len(town.mailbox.inbox) == 120
    assert sum(town.counts()["inbox"].values()) == 0


def test_from_start_reads_all_of_it(town: Town) -> None:
    for number in range(3):
        deliver(town, f"Old news {number}")
    assert town.later(days=1).tick().accepted == 3
    assert town.mailbox.inbox == []


def test_nothing_is_sent_before_the_mailbox_was_looked_at(town: Town) -> None:
    town.world.from_start = False
    town.mailbox.fail_next(*[TemporaryFailure("no answer")] * 3)
    assert town.tick().sent == 0
    while town.later(minutes=5).tick().sent == 0:
        pass
    deliver(town, "A first post.")
    assert town.later(minutes=5).tick().accepted == 1
    assert posts(town, "A first post.") == 1
