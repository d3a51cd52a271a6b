"""`mailbot demo --stay`: the little world in real time, for anybody with a mail program of their own."""

from __future__ import annotations

import time

from rich.console import Console
from rich.table import Table

from mailbot.demo.little_world import World

_BREATH_SECONDS = 0.5


def settings(world: World, console: Console) -> None:
    """What to enter into a mail program on this machine."""
    servers = world.servers
    console.print(f"IMAP   host 127.0.0.1, port {servers.imap_port}, no encryption, password", highlight=False)
    console.print(f"SMTP   host 127.0.0.1, port {servers.smtp_port}, no encryption, password", highlight=False)
    table = Table("Who", "Role", "User name and address", "Password")
    for account in world.cast.accounts[1:]:
        table.add_row(account.name, account.role, account.address, account.password)
    console.print(table)
    console.print("Answer a form as a mentee, or a packet as a mentor. Ctrl-C ends the little world.", highlight=False)


def stay(world: World) -> None:
    """Ticks until Ctrl-C."""
    world.clock.run()
    try:
        while True:
            world.daemon.tick()
            time.sleep(_BREATH_SECONDS)
    except KeyboardInterrupt:
        return
