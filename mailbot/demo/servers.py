"""Both servers of the little world, on one event loop in one thread: started, changed and stopped from outside it."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Coroutine, Sequence
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self, TypeVar

from mailbot.demo.accounts import Account
from mailbot.demo.clock import Clock
from mailbot.demo.postboxes import Postboxes
from mailbot.demo.smart_host import SmartHost, by_address

_PATIENCE_SECONDS = 30
T = TypeVar("T")


class Servers:
    """IMAP at `imap_port`, SMTP at `smtp_port`, both on 127.0.0.1 only. Use it as a context manager."""

    def __init__(self, accounts: Sequence[Account], clock: Clock) -> None:
        self.accounts = tuple(accounts)
        self._clock = clock
        self._imap, self._smtp = _bound(), _bound()
        self.imap_port: int = self._imap.getsockname()[1]
        self.smtp_port: int = self._smtp.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._stack = AsyncExitStack()
        self._thread = threading.Thread(target=self._run, name="little-world", daemon=True)

    def __enter__(self) -> Self:
        """They answer when this returns."""
        self._thread.start()
        self.smart_host: SmartHost = self._await(self._start())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Every connection is closed, the thread has ended."""
        self._await(self._stack.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=_PATIENCE_SECONDS)

    def put(self, address: str, raw: bytes) -> None:
        """The message lies in that mailbox, past every rule of the smart host: how tests plant faults."""
        self._await(self.smart_host.postboxes.put(address, raw, self._clock()))

    def _await(self, work: Coroutine[object, object, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=_PATIENCE_SECONDS)

    def _run(self) -> None:
        self._loop.run_forever()
        self._loop.run_until_complete(self._quieten())
        self._loop.close()

    async def _start(self) -> SmartHost:
        postboxes = await Postboxes.start(self._stack, self.accounts, self._imap)
        smart_host = SmartHost(by_address(self.accounts), postboxes, self._clock)
        await self._stack.enter_async_context(await self._loop.create_server(smart_host.protocol, sock=self._smtp))
        return smart_host

    async def _quieten(self) -> None:
        """Connections that clients left open end here, so that nothing is destroyed while pending."""
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await self._loop.shutdown_asyncgens()
        await self._loop.shutdown_default_executor()


def _bound() -> socket.socket:
    # The protocol is named so that asyncio sets TCP_NODELAY on what it accepts; without it each command takes 44 ms.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    listening.listen(100)
    return listening
