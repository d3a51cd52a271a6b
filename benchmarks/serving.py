"""aiosmtpd on a free loopback port until standard input ends: the shell of the sink and of the floor."""

from __future__ import annotations

import asyncio
import sys

from aiosmtpd.smtp import SMTP


def serve(handler: object) -> None:
    """Prints the port, then serves; returns when the parent closes our standard input."""
    asyncio.run(_serve(handler))


async def _serve(handler: object) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, hostname="localhost", loop=loop), "127.0.0.1", 0)
    async with server:
        print(server.sockets[0].getsockname()[1], flush=True)
        await loop.run_in_executor(None, sys.stdin.read)
