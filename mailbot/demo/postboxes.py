"""Everybody's IMAP mailboxes: pymap inside this process. The only file that knows pymap (0.36.7, internal API)."""

from __future__ import annotations

import socket
from argparse import ArgumentParser, Namespace
from asyncio import start_server
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import datetime

from mailbot.demo.accounts import Account
from mailbot.demo.missing import DemoExtraMissing

try:
    from proxyprotocol.reader import ProxyProtocolReader
    from pymap.backend.dict import DictBackend, Identity
    from pymap.concurrent import Subsystem
    from pymap.imap import IMAPServer, IMAPService
    from pymap.parsing.message import AppendMessage
    from pymap.user import UserMetadata
    from pysasl.hashing import Cleartext
except ImportError as missing:
    raise DemoExtraMissing from missing


class Postboxes:
    """One INBOX for each account; lives on the event loop that started it, and ends with the stack."""

    def __init__(self, backend: DictBackend) -> None:
        self._backend = backend

    @classmethod
    async def start(cls, stack: AsyncExitStack, accounts: Sequence[Account], listening: socket.socket) -> Postboxes:
        """The mailboxes, empty, served on a socket that is bound already."""
        loop_only = Subsystem.for_asyncio()  # by default pymap starts a pool of threads that nothing ends
        backend, config = await DictBackend.init(
            _arguments(accounts[0]),
            hash_context=Cleartext(),
            cpu_subsystem=loop_only,
        )
        config.apply_context()
        for account in accounts:  # plain-text "hashes": pymap's own cost 90 ms a login, and this world guards nothing
            known = UserMetadata(config, account.address, password=account.password)
            backend.login.users_dict[account.address] = known
        await backend.start(stack)
        serve = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(backend.login, config))
        await stack.enter_async_context(await start_server(serve, sock=listening))
        return cls(backend)

    async def put(self, address: str, raw: bytes, arrived_at: datetime) -> None:
        """The message lies in that person's INBOX, with that INTERNALDATE."""
        identity = Identity(address, self._backend.login, None, frozenset())
        async with identity.new_session() as session:
            inbox = await session.mailbox_set.get_mailbox("INBOX")
            await inbox.append(AppendMessage(raw, arrived_at, frozenset()))


def _arguments(first: Account) -> Namespace:
    parser = ArgumentParser()
    IMAPService.add_arguments(parser)
    parsed = vars(parser.parse_args(["--host", "127.0.0.1", "--no-tls"]))
    ours = {"demo_data": False, "demo_user": first.address, "demo_password": first.password}
    return Namespace(
        **{**parsed, **ours, "skip_services": [], "passlib_cfg": None, "debug": False, "inherited_sockets": None}
    )
