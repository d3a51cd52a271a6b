"""The listener over a real store: what a client sees of right, wrong and old tokens."""

from __future__ import annotations

from pathlib import Path

from mailbot.config import Config, load_config
from mailbot.daemon.intake import listener_of
from mailbot.flows.known_tokens import KnownTokens
from tests.flows.town import Town, reply_address, written
from tests.gateways.test_smtp_listener import say, talk
from tests.services.process import free_port

ZOE = "zoe@quillfeather.test"


def listening(town: Town, folder: Path, port: int) -> Config:
    (folder / "listener.toml").write_text(
        '[mailbot]\naddress = "mentoring@example.org"\n[smtp]\nhost = "localhost"\nauth = "none"\ntls = "none"\n'
        f'[listener]\nprotocol = "smtp"\nport = {port}\n',
        encoding="utf-8",
    )
    return load_config(folder / "listener.toml", {})


def test_what_the_door_knows(town: Town) -> None:
    town.tick()
    known, address = KnownTokens(town.world), reply_address(town.last(ZOE))
    assert [known.is_token(one) for one in (address, address.upper(), "mentoring@example.org")] == [True, True, False]
    wrong = f"mentoring+t-{'a' * 24}@example.org"
    assert [known.is_known(one) for one in (address, address.upper(), wrong, "x@y.z")] == [True, True, False, False]


def test_a_client_sees_the_same_for_every_token_also_when_it_is_slowed(town: Town, tmp_path: Path) -> None:
    town.tick()
    right = reply_address(town.last(ZOE)).encode()
    listener = listener_of(listening(town, tmp_path, port := free_port()), town.world, lambda: None)
    assert listener is not None
    try:
        with talk(port) as sock:
            sock.sendall(b"EHLO client.example\r\n")
            while b"250 " not in sock.recv(4096):
                pass
            replies = []
            for number in range(30):
                wrong = b"mentoring+t-%s@example.org" % (b"abcdefghijklmnopqrstuvwxyz234567"[number : number + 1] * 24)
                for address in (right, wrong):
                    say(sock, b"MAIL FROM:<guesser@evil.test>\r\n")
                    replies.append(say(sock, b"RCPT TO:<" + address + b">\r\n"))
                    if replies[-1].startswith(b"250"):
                        assert say(sock, b"DATA\r\n").startswith(b"354")
                        mail = written("guesser@evil.test", address.decode(), f"Hello {number}", verdict="")
                        replies[-1] += say(sock, mail + b"\r\n.\r\n")
                    say(sock, b"RSET\r\n")
            assert replies[0::2][:20] == replies[1::2][:20] == [b"250 2.1.5 OK\r\n250 2.0.0 Taken\r\n"] * 20
            assert set(replies[40:]) == {replies[40]}
            assert replies[40].startswith(b"451 4.7.1")
    finally:
        listener.stop()
