"""pymap in this process: the IMAP server of the demo, for the same contract tests as Dovecot."""

from __future__ import annotations

import asyncio
import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime

from pymap.backend.dict import DictBackend, Identity
from pymap.imap import IMAPService
from pymap.parsing.message import AppendMessage
from pymap.user import Passwords, UserMetadata

from tests.services.process import free_port, wait_for_port

PASSWORD = "secret"


class EmbeddedImap:
    """A pymap on its own event loop in a thread; users are made as they are needed."""

    def __init__(self) -> None:
        self.host = "127.0.0.1"
        self.port = free_port()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._leave = asyncio.Event()
        self._backend: DictBackend | None = None
        self._hashed = ""
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def start(self) -> None:
        """Return when it listens."""
        self._thread.start()
        if not self._ready.wait(30):
            raise RuntimeError("pymap did not start within 30 s")
        wait_for_port(self.port)

    def stop(self) -> None:
        """Return when its thread has ended."""
        self._loop.call_soon_threadsafe(self._leave.set)
        self._thread.join(timeout=10)

    def add_user(self, name: str) -> None:
        """A mailbox of that name with the password "secret"."""
        assert self._backend is not None
        self._backend.login.users_dict[name] = UserMetadata(self._backend.config, name, password=self._hashed)

    def deliver(self, user: str, raw: bytes, *, arrived_at: datetime | None = None) -> None:
        """Put the message into the user's INBOX."""
        future = asyncio.run_coroutine_threadsafe(self._append(user, raw, arrived_at or datetime.now(UTC)), self._loop)
        future.result(timeout=30)

    async def _append(self, user: str, raw: bytes, at: datetime) -> None:
        assert self._backend is not None
        identity = Identity(user, self._backend.login, None, frozenset())
        async with identity.new_session() as account:
            inbox = await account.mailbox_set.get_mailbox("INBOX")
            await inbox.append(AppendMessage(raw, at, frozenset()))

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._run())
        self._loop.close()

    async def _run(self) -> None:
        async with AsyncExitStack() as stack:
            parser = ArgumentParser()
            IMAPService.add_arguments(parser)
            base = parser.parse_args(["--host", self.host, "--port", str(self.port), "--no-tls"])
            args = Namespace(
                **{
                    **vars(base), "demo_data": False, "demo_user": "first", "demo_password": PASSWORD,
                    "skip_services": [], "passlib_cfg": None, "debug": False, "inherited_sockets": None,
                }
            )  # fmt: skip
            backend, config = await DictBackend.init(args)
            config.apply_context()
            self._backend = backend
            self._hashed = await Passwords(config).hash_password(PASSWORD)
            await backend.start(stack)
            await IMAPService(backend, config).start(stack)
            self._ready.set()
            await self._leave.wait()


@contextmanager
def start() -> Iterator[EmbeddedImap]:
    """A pymap that is stopped when the block is left."""
    server = EmbeddedImap()
    server.start()
    try:
        yield server
    finally:
        server.stop()
