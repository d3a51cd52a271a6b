"""What a mailbox server can do wrong, and TLS and logins, on Dovecot and on a server that breaks off."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mailbot.errors import PermanentFailure, TemporaryFailure
from mailbot.gateways.credentials import Credential, Password
from mailbot.gateways.imap_connection import ImapSettings
from mailbot.gateways.imap_mailbox import ImapMailbox
from mailbot.gateways.tls import TlsMode
from tests.gateways.mailboxes import SECRET, RealSetting, fresh_name, real_setting
from tests.services.dovecot import Dovecot
from tests.services.process import free_port
from tests.services.tokens import TokenServer

RAW = b"From: a@example.net\r\nSubject: x\r\n\r\nwords\r\n"


def mailbox(dovecot: Dovecot, **changes: Any) -> ImapMailbox:
    settings: dict[str, Any] = {
        "host": "localhost", "port": dovecot.imaps_port, "tls": TlsMode.REQUIRED, "username": fresh_name(),
        "authority_file": dovecot.certificates.authority, "timeout_seconds": 20,
    }  # fmt: skip
    credential: Credential = changes.pop("credential", Password(secret=SECRET))
    return ImapMailbox(ImapSettings(**{**settings, **changes}), credential)


@pytest.mark.parametrize("tls", [TlsMode.REQUIRED, TlsMode.STARTTLS])
def test_the_mailbox_works_over_tls(dovecot: Dovecot, tls: TlsMode) -> None:
    port = dovecot.imaps_port if tls is TlsMode.REQUIRED else dovecot.imap_port
    user = fresh_name()
    dovecot.deliver(f"{user}+t-abc@example.org", RAW)
    box = mailbox(dovecot, port=port, tls=tls, username=user)
    (found,) = box.fetch_above(0, limit=5)
    assert b"Delivered-To: " + user.encode() + b"+t-abc@example.org\r\n" in found.raw
    assert box.wait(0.05) is False
    box.close()


@pytest.mark.parametrize("tls", [TlsMode.REQUIRED, TlsMode.STARTTLS])
def test_a_certificate_that_nobody_vouches_for_is_refused(dovecot: Dovecot, tls: TlsMode) -> None:
    port = dovecot.imaps_port if tls is TlsMode.REQUIRED else dovecot.imap_port
    with pytest.raises(TemporaryFailure, match="certificate is not trusted"):
        mailbox(dovecot, port=port, tls=tls, authority_file=None).highest_uid()


def test_plain_text_is_for_this_machine_alone() -> None:
    for host in ("imap.example.org", "192.0.2.1", "localhost.example.org"):
        with pytest.raises(ValueError, match="only for a server on this machine"):
            ImapSettings(host=host, port=143, tls=TlsMode.NONE, username="x")
    for host in ("localhost", "127.0.0.1", "::1"):
        ImapSettings(host=host, port=143, tls=TlsMode.NONE, username="x")


def test_a_wrong_password_is_permanent_and_not_repeated_in_the_text(dovecot: Dovecot) -> None:
    user = fresh_name()
    box = mailbox(dovecot, username=user, credential=Password(secret="wrong horse"))
    with pytest.raises(PermanentFailure, match="refused our login") as caught:
        box.highest_uid()
    assert user not in str(caught.value)
    assert "wrong horse" not in str(caught.value) + repr(Password(secret="wrong horse"))


class Tokens:
    """Gives these tokens one after the other, and remembers which were refused."""

    def __init__(self, *tokens: str) -> None:
        self.left = list(tokens)
        self.refused: list[str] = []

    def access_token(self, *, refused: str = "") -> str:
        if refused:
            self.refused.append(refused)
        return self.left.pop(0)


def test_xoauth2_logs_in_and_replaces_a_revoked_token_once(dovecot: Dovecot, token_server: TokenServer) -> None:
    user = fresh_name()
    good = token_server.new_access_token(user)
    for tokens in (Tokens(good), Tokens("revoked", good)):
        box = mailbox(dovecot, username=user, credential=tokens)
        assert box.highest_uid() == 0
        box.close()
    assert tokens.refused == ["revoked"]
    with pytest.raises(PermanentFailure, match="refused our login"):
        mailbox(dovecot, username=user, credential=Tokens("bad", "worse")).highest_uid()


def test_processed_is_made_when_it_is_absent_and_a_persons_sent_mail_stays(dovecot: Dovecot) -> None:
    real = real_setting(dovecot.imap_port, fresh_name(), processed_folder="Done/mailbot")
    real.put(RAW)
    (one,) = real.mailbox.fetch_above(0, limit=5)
    real.mailbox.move_to_processed([one.uid])
    assert real.processed() == [RAW]
    old = datetime.now(UTC) - timedelta(days=30)
    with real.open_client() as client:
        client.append("Sent", b"X-Loop: ours\r\n" + RAW, msg_time=old)
        client.append("Sent", RAW, msg_time=old)
        client.append("Sent", b"X-Loop: ours\r\n" + RAW, msg_time=datetime.now(UTC))
    assert real.mailbox.expunge_processed(datetime.now(UTC) - timedelta(days=7)) == 1
    assert real.read("Sent") == [RAW, b"X-Loop: ours\r\n" + RAW]
    real.mailbox.close()


def destroyed(real: RealSetting, raw: bytes) -> bool:
    return real.mailbox.destroy_copies(
        size=len(raw), message_id="", taken_in_up_to=0, is_original=lambda found: found == raw
    )


def folder_with(real: RealSetting, name: str, *raws: bytes) -> None:
    with real.open_client() as client:
        client.create_folder(name)
        for raw in raws:
            client.append(name, raw)


def test_a_copy_in_the_servers_trash_goes_too(dovecot: Dovecot) -> None:
    real = real_setting(dovecot.imap_port, fresh_name())
    real.put_processed(RAW, datetime.now(UTC))
    folder_with(real, "Trash", RAW, b"X: y\r\n" + RAW)
    assert destroyed(real, RAW)
    assert (real.processed(), real.read("Trash")) == ([], [b"X: y\r\n" + RAW])
    real.mailbox.close()


def test_where_the_server_keeps_everything_it_goes_through_the_trash(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from imapclient import IMAPClient

    moved: list[str] = []
    move = IMAPClient.move
    monkeypatch.setattr(IMAPClient, "move", lambda self, uids, to: (moved.append(to), move(self, uids, to))[1])
    real = real_setting(dovecot.imap_port, fresh_name())
    real.put_processed(RAW, datetime.now(UTC))
    folder_with(real, "Trash")
    folder_with(real, "Everything", RAW)
    assert destroyed(real, RAW)
    assert moved == ["Trash", "Trash"]
    assert (real.processed(), real.read("Trash"), real.read("Everything")) == ([], [], [])
    real.mailbox.close()


def test_flags_set_by_another_client_mean_nothing(dovecot: Dovecot) -> None:
    real = real_setting(dovecot.imap_port, fresh_name())
    real.put(RAW)
    with real.open_client() as client:
        client.select_folder(real.folder)
        client.add_flags(client.search("ALL"), [rb"\Seen", rb"\Answered"])
    assert [one.raw for one in real.mailbox.fetch_above(0, limit=5)] == [RAW]
    with real.open_client() as client:
        client.select_folder(real.folder)
        assert b"\\Recent" not in client.get_flags(client.search("ALL"))
    real.mailbox.close()


def test_without_move_messages_are_copied_and_only_they_are_expunged(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from imapclient import IMAPClient

    real = real_setting(dovecot.imap_port, fresh_name())
    for number in range(3):
        real.put(RAW + b"%d\r\n" % number)
    with real.open_client() as client:
        client.select_folder(real.folder)
        client.add_flags(client.search("ALL")[2:], [rb"\Deleted"])
    offered = IMAPClient.has_capability
    for lacking in ({"MOVE"}, {"MOVE", "UIDPLUS"}):
        monkeypatch.setattr(
            IMAPClient,
            "has_capability",
            lambda self, name, lacking=lacking: name not in lacking and offered(self, name),
        )
        uids = [one.uid for one in real.mailbox.fetch_above(0, limit=5)]
        real.mailbox.move_to_processed(uids[:1])
    monkeypatch.setattr(IMAPClient, "has_capability", offered)
    assert real.processed() == [RAW + b"0\r\n", RAW + b"1\r\n"]
    assert real.inbox()[-1] == RAW + b"2\r\n"
    real.mailbox.close()


def test_close_ends_a_wait_in_another_thread(dovecot: Dovecot) -> None:
    real = real_setting(dovecot.imap_port, fresh_name())
    real.mailbox.highest_uid()
    rang: list[bool] = []
    waiter = threading.Thread(target=lambda: rang.append(real.mailbox.wait(600)))
    waiter.start()
    while not rang:
        real.mailbox.close()
        waiter.join(timeout=0.05)
    assert rang == [False]


def test_mail_that_was_announced_before_idle_rings_at_once(dovecot: Dovecot) -> None:
    real = real_setting(dovecot.imap_port, fresh_name())
    real.put(RAW)
    real.mailbox.fetch_above(0, limit=5)
    real.put(RAW)
    real.mailbox.highest_uid()  # this is where the server says EXISTS, and never again
    assert real.mailbox.wait(600) is True
    real.mailbox.close()


def test_without_idle_the_wait_takes_its_time_and_rings_never(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from imapclient import IMAPClient

    monkeypatch.setattr(IMAPClient, "has_capability", lambda _self, name: name != "IDLE")
    real = real_setting(dovecot.imap_port, fresh_name())
    assert real.mailbox.wait(0.05) is False
    real.put(RAW)
    real.mailbox.fetch_above(0, limit=5)
    real.put(RAW)
    assert real.mailbox.wait(600) is True  # looked up, not rung
    real.mailbox.close()


def test_messages_that_vanish_while_we_look_are_left_out(dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    from imapclient import IMAPClient

    real = real_setting(dovecot.imap_port, fresh_name())
    real.put(RAW)
    (one,) = real.mailbox.fetch_above(0, limit=5)
    search = IMAPClient.search
    ghosts = [one.uid + 1, one.uid + 2]

    def haunted(self: IMAPClient, criteria: Any = "ALL", charset: str | None = None) -> list[int]:
        return [*search(self, criteria, charset), *ghosts]

    monkeypatch.setattr(IMAPClient, "search", haunted)
    assert [found.raw for found in real.mailbox.fetch_above(0, limit=1)] == [RAW]
    assert list(real.mailbox.fetch_above(one.uid, limit=1)) == []
    monkeypatch.setattr(IMAPClient, "search", search)
    real.mailbox.close()


def test_a_folder_that_another_worker_makes_at_this_moment_is_no_fault(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from imapclient import IMAPClient

    exists, answers = IMAPClient.folder_exists, [False]
    real = real_setting(dovecot.imap_port, fresh_name())
    monkeypatch.setattr(
        IMAPClient, "folder_exists", lambda self, folder: answers.pop() if answers else exists(self, folder)
    )
    assert real.mailbox.highest_uid() == 0
    answers[:] = [False, False]
    real.mailbox.close()
    with pytest.raises(TemporaryFailure):
        real.mailbox.highest_uid()


@contextmanager
def breaking_proxy(port: int, *, after_bytes: Callable[[], int], piece: int = 4096) -> Iterator[int]:
    """A way to the server that is cut after so many bytes of its words (0: never), in pieces of that size."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ended = threading.Event()

        def pump(source: socket.socket, target: socket.socket, allowed: float) -> None:
            with suppress(OSError):
                target.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                while allowed > 0 and (words := source.recv(piece)):
                    target.sendall(words[: int(min(allowed, 1 << 30))])
                    allowed -= len(words)
            for sock in (source, target):
                with suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)

        def serve() -> None:
            while not ended.is_set():
                try:
                    client, _ = listener.accept()
                except OSError:
                    return
                server = socket.create_connection(("127.0.0.1", port))
                there = threading.Thread(target=pump, args=(client, server, float("inf")), daemon=True)
                there.start()
                pump(server, client, after_bytes() or float("inf"))
                there.join()
                client.close()
                server.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        ended.set()
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(timeout=10)


def test_a_connection_cut_anywhere_is_temporary_and_the_next_call_is_whole(dovecot: Dovecot) -> None:
    user = fresh_name()
    real = real_setting(dovecot.imap_port, user)
    raws = [RAW + b"x" * 5000 + b"\r\n", RAW]
    for raw in raws:
        real.put(raw)
    cut = [0]
    with breaking_proxy(dovecot.imap_port, after_bytes=lambda: cut[0]) as port:
        box = real_setting(port, user).mailbox
        failures: list[str] = []
        for cut[0] in (1, 60, 300, 700, 900, 1200, 1500, 3000, 5000, 7000):
            box.close()
            try:
                found = box.fetch_above(0, limit=5)
            except TemporaryFailure as failure:
                failures.append(str(failure))
            else:
                assert [one.raw for one in found] == raws
        assert len(failures) >= 8
        assert not any(user in words for words in failures)
        cut[0] = 0
        box.close()
        assert [one.raw for one in box.fetch_above(0, limit=5)] == raws
        box.close()


def test_the_bell_rings_also_when_it_arrives_letter_by_letter(dovecot: Dovecot) -> None:
    user = fresh_name()
    direct = real_setting(dovecot.imap_port, user)
    with breaking_proxy(dovecot.imap_port, after_bytes=lambda: 0, piece=1) as port:
        settings = ImapSettings(host="127.0.0.1", port=port, tls=TlsMode.NONE, username=user, folder=direct.folder)
        box = ImapMailbox(settings, Password(secret=SECRET))
        assert list(box.fetch_above(0, limit=5)) == []
        rang: list[bool] = []
        waiter = threading.Thread(target=lambda: rang.append(box.wait(60)))
        waiter.start()
        direct.put(RAW)
        waiter.join(timeout=90)
        assert rang == [True]
        box.close()


def test_nobody_there_and_a_server_that_talks_nonsense_are_temporary(dovecot: Dovecot) -> None:
    with pytest.raises(TemporaryFailure, match="nothing listens"):
        mailbox(dovecot, port=free_port(), host="127.0.0.1").highest_uid()
    with pytest.raises(TemporaryFailure, match="TLS could not be agreed"):
        mailbox(dovecot, port=dovecot.lmtp_port).highest_uid()
    with pytest.raises(TemporaryFailure, match="broke off or answered"):
        mailbox(dovecot, port=dovecot.lmtp_port, host="127.0.0.1", tls=TlsMode.NONE).highest_uid()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        box = mailbox(dovecot, port=port, host="127.0.0.1", tls=TlsMode.NONE, timeout_seconds=0.2)
        with pytest.raises(TemporaryFailure, match="did not answer in time"):
            box.highest_uid()
