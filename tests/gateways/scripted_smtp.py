"""A smart host that answers by a script, so that each thing a server can do wrong happens when the test wants it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

DROP = "drop"  # close the connection instead of answering
HANG = "hang"  # say nothing

USUAL = {
    "greeting": "220 ready", "EHLO": "250-smart\r\n250 SIZE", "MAIL": "250 2.1.0 ok", "RCPT": "250 2.1.5 ok",
    "DATA": "354 go on", "dot": "250 2.0.0 taken", "RSET": "250 2.0.0 ok", "QUIT": "221 bye",
}  # fmt: skip


@dataclass(slots=True, kw_only=True)
class ScriptedSmtp:
    """What each connection answers, and the messages that were taken (its 250 said or lost)."""

    scripts: list[Mapping[str, str]]  # one per connection, the last for all further ones
    port: int = 0
    connections: int = 0
    taken: list[bytes] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    open: list[socket.socket] = field(default_factory=list)

    def serve_one(self, sock: socket.socket) -> None:
        """Talk to one client until it goes, or the script drops it."""
        script = {**USUAL, **self.scripts[min(self.connections, len(self.scripts)) - 1]}
        with sock, sock.makefile("rb") as lines, suppress(OSError):
            if not self._say(sock, script["greeting"]):
                return
            while line := lines.readline():
                command = line[:4].decode().upper().strip()
                self.commands.append(command)
                going = self._say(sock, script.get(command, "500 5.5.1 what"))
                if going and command == "DATA" and script["DATA"].startswith("354"):
                    data = b""
                    while (part := lines.readline()) not in (b".\r\n", b""):
                        data += part
                    self.taken.append(data)
                    going = self._say(sock, script["dot"])
                if not going:
                    return

    def drop_all(self) -> None:
        """Close every connection, as a server does with idle ones."""
        for sock in self.open:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    @staticmethod
    def _say(sock: socket.socket, words: str) -> bool:
        if words == DROP:
            sock.shutdown(socket.SHUT_RDWR)
            return False
        if words != HANG:
            sock.sendall(words.encode() + b"\r\n")
        return True


@contextmanager
def scripted(*scripts: Mapping[str, str]) -> Iterator[ScriptedSmtp]:
    """The server on a free loopback port."""
    server = ScriptedSmtp(scripts=list(scripts) or [{}])
    threads: list[threading.Thread] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server.port = listener.getsockname()[1]

        def accept() -> None:
            while True:
                try:
                    sock, _ = listener.accept()
                except OSError:
                    return
                server.connections += 1
                server.open.append(sock)
                threads.append(threading.Thread(target=server.serve_one, args=(sock,), daemon=True))
                threads[-1].start()

        acceptor = threading.Thread(target=accept, daemon=True)
        acceptor.start()
        try:
            yield server
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            acceptor.join(timeout=10)
            server.drop_all()
            for thread in threads:
                thread.join(timeout=10)
