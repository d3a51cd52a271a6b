from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from mailbot.errors import TemporaryFailure
from tests.gateways.mailboxes import FakeSetting, Setting, fresh_name, real_setting
from tests.services.dovecot import Dovecot
from tests.services.embedded import EmbeddedImap
from tests.services.fakes import FakeMailbox

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def message(number: int, *, body: str = "words\r\n") -> bytes:
    return f"From: a@example.net\r\nSubject: {number}\r\nX-Loop: ours\r\n\r\n{body}".encode()


@pytest.fixture(params=["fake", "pymap", pytest.param("dovecot", marks=pytest.mark.services)])
def setting(request: pytest.FixtureRequest) -> Iterator[Setting]:
    if request.param == "fake":
        yield FakeSetting(mailbox=FakeMailbox())
        return
    user = fresh_name()
    if request.param == "pymap":
        server: EmbeddedImap = request.getfixturevalue("embedded_imap")
        server.add_user(user)
        real = real_setting(server.port, user)
    else:
        dovecot: Dovecot = request.getfixturevalue("dovecot")
        real = real_setting(dovecot.imap_port, user)
    yield real
    real.mailbox.close()


def test_an_empty_folder_has_nothing_to_fetch(setting: Setting) -> None:
    assert setting.mailbox.highest_uid() == 0
    assert list(setting.mailbox.fetch_above(0, limit=10)) == []
    assert setting.mailbox.uidvalidity() > 0
    assert setting.mailbox.account


def test_messages_come_lowest_first_byte_for_byte_with_their_time(setting: Setting) -> None:
    raws = [message(1), message(2, body=".dot\r\n\r\n\xe9\r\n"), message(3)]
    for hour, raw in enumerate(raws):
        setting.put(raw, NOON + timedelta(hours=hour))
    found = setting.mailbox.fetch_above(0, limit=10)
    assert [one.raw for one in found] == raws
    assert [one.arrived_at for one in found] == [NOON + timedelta(hours=hour) for hour in range(3)]
    assert all(one.arrived_at.utcoffset() == timedelta(0) for one in found)
    assert [one.uid for one in found] == sorted({one.uid for one in found})
    assert setting.mailbox.highest_uid() == found[-1].uid


def test_a_look_above_the_cursor_gives_the_rest_and_no_more_than_the_limit(setting: Setting) -> None:
    for number in range(5):
        setting.put(message(number))
    first = setting.mailbox.fetch_above(0, limit=2)
    assert [one.raw for one in first] == [message(0), message(1)]
    second = setting.mailbox.fetch_above(first[-1].uid, limit=9)
    assert [one.raw for one in second] == [message(2), message(3), message(4)]
    assert list(setting.mailbox.fetch_above(second[-1].uid, limit=9)) == []
    setting.put(message(5))
    assert [one.raw for one in setting.mailbox.fetch_above(second[-1].uid, limit=9)] == [message(5)]


def test_a_batch_ends_before_it_grows_too_big(setting: Setting) -> None:
    big = "x" * 70 + "\r\n"
    raws = [message(number, body=big * 170_000) for number in range(3)]  # 12 MB each
    for raw in raws:
        setting.put(raw)
    found = setting.mailbox.fetch_above(0, limit=50)
    assert [one.raw == raw for one, raw in zip(found, raws, strict=False)] == [True, True]
    assert len(setting.mailbox.fetch_above(found[-1].uid, limit=50)) == 1


def test_moved_messages_are_in_processed_and_the_others_stay(setting: Setting) -> None:
    for number in range(4):
        setting.put(message(number))
    uids = [one.uid for one in setting.mailbox.fetch_above(0, limit=10)]
    setting.mailbox.move_to_processed([uids[0], uids[2]])
    setting.mailbox.move_to_processed([])
    assert setting.inbox() == [message(1), message(3)]
    assert setting.processed() == [message(0), message(2)]
    assert [one.uid for one in setting.mailbox.fetch_above(0, limit=10)] == [uids[1], uids[3]]


def test_moving_what_is_gone_already_is_no_fault(setting: Setting) -> None:
    setting.put(message(1))
    (one,) = setting.mailbox.fetch_above(0, limit=10)
    setting.mailbox.move_to_processed([one.uid])
    setting.mailbox.move_to_processed([one.uid])
    assert setting.processed() == [message(1)]


def test_processed_copies_go_by_their_time_of_arrival(setting: Setting) -> None:
    setting.mailbox.highest_uid()
    times = [NOON - timedelta(days=9), NOON - timedelta(seconds=1), NOON, NOON + timedelta(seconds=1)]
    for number, at in enumerate(times):
        setting.put_processed(message(number), at)
    setting.put(message(7), NOON - timedelta(days=30))
    assert setting.mailbox.expunge_processed(NOON) == 2
    assert setting.mailbox.expunge_processed(NOON) == 0
    assert setting.processed() == [message(2), message(3)]
    assert setting.inbox() == [message(7)]
    assert [one.raw for one in setting.mailbox.fetch_above(0, limit=10)] == [message(7)]


def with_id(number: int, body: str, *, identifier: str = "<one.original@x.example>") -> bytes:
    return b"Message-ID: " + identifier.encode() + b"\r\n" + message(number, body=body)


ORIGINAL = with_id(1, "original\r\n")
TWIN = with_id(1, "originaL\r\n")  # the same length, the same id
LONGER = with_id(1, "original, and more\r\n")


def destroyed(setting: Setting, raw: bytes, *, size: int = 0, message_id: str = "", up_to: int = 0) -> bool:
    return setting.mailbox.destroy_copies(
        size=size or len(raw), message_id=message_id, taken_in_up_to=up_to, is_original=lambda found: found == raw
    )


@pytest.mark.parametrize("clues", [{}, {"size": 7, "message_id": "<one.original@x.example>"}])
def test_every_copy_of_an_original_goes_and_nothing_like_it(setting: Setting, clues: dict[str, object]) -> None:
    setting.mailbox.highest_uid()
    for raw in (ORIGINAL, TWIN, ORIGINAL, LONGER, message(2)):
        setting.put_processed(raw, NOON)
    for raw in (message(3), ORIGINAL, TWIN, ORIGINAL):
        setting.put(raw, NOON)
    uids = [one.uid for one in setting.mailbox.fetch_above(0, limit=10)]
    assert destroyed(setting, ORIGINAL, up_to=uids[2], **clues)
    assert setting.processed() == [TWIN, LONGER, message(2)]
    assert setting.inbox() == [message(3), TWIN, ORIGINAL]  # the last came after what was taken in
    assert destroyed(setting, ORIGINAL, up_to=uids[2], **clues)
    assert [one.raw for one in setting.mailbox.fetch_above(uids[1], limit=10)] == [TWIN, ORIGINAL]


@pytest.mark.parametrize("identifier", ["", "<>", "<\xe9\xdf@x.example>", '<"quo\\ted) (UID 1:*"@x.example>', "< >"])
def test_an_original_with_an_odd_id_or_none_is_found_by_its_size(setting: Setting, identifier: str) -> None:
    raw = with_id(1, "words\r\n", identifier=identifier)
    setting.mailbox.highest_uid()
    setting.put_processed(raw, NOON)
    setting.put_processed(message(2), NOON)
    assert destroyed(setting, raw, message_id=identifier)
    assert setting.processed() == [message(2)]


def test_the_bell_rings_for_new_mail(setting: Setting) -> None:
    assert list(setting.mailbox.fetch_above(0, limit=10)) == []
    rang: list[bool] = []
    waiter = threading.Thread(target=lambda: rang.append(setting.mailbox.wait(30)))
    waiter.start()
    setting.put(message(1))
    waiter.join(timeout=60)
    assert rang == [True]
    assert [one.raw for one in setting.mailbox.fetch_above(0, limit=10)] == [message(1)]


def test_without_mail_the_bell_is_silent(setting: Setting) -> None:
    setting.put(message(1))
    assert len(setting.mailbox.fetch_above(0, limit=10)) == 1
    setting.mailbox.wait(0.01)
    assert setting.mailbox.wait(0.05) is False


def test_a_folder_numbered_anew_fails_one_call_and_then_has_another_validity(setting: Setting) -> None:
    setting.put(message(1))
    before = setting.mailbox.uidvalidity()
    setting.renumber()
    with pytest.raises(TemporaryFailure):
        setting.mailbox.fetch_above(0, limit=10)
    assert setting.mailbox.uidvalidity() != before
    setting.put(message(2))
    assert [one.raw for one in setting.mailbox.fetch_above(0, limit=10)] == [message(2)]


def test_after_close_the_next_call_connects_again(setting: Setting) -> None:
    setting.put(message(1))
    setting.mailbox.close()
    setting.mailbox.close()
    assert len(setting.mailbox.fetch_above(0, limit=10)) == 1
