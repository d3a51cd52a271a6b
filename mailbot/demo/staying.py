"""`mailbot demo --stay`: the little world in real time, for anybody with a mail program of their own."""

from __future__ import annotations

import time

from rich.console import Console

from mailbot.demo.little_world import World

_BREATH_SECONDS = 0.5


def settings(world: World, console: Console) -> None:
    """What to enter into a mail program on this machine."""
    lines = [
        "",
        "The little world goes on in real time. In a mail program on this machine, enter:",
        f"  IMAP   127.0.0.1, port {world.servers.imap_port}, no encryption, plain password",
        f"  SMTP   127.0.0.1, port {world.servers.smtp_port}, no encryption, plain password",
        "and one of these people; the user name is the address:",
    ]
    lines += [f"  {a.role:<12} {a.address:<34} password {a.password}" for a in world.cast.accounts[1:]]
    lines.append("Answer a form as a mentee, or a packet as a mentor. Ctrl-C ends the little world.")
    console.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)


def stay(world: World) -> None:
    """Ticks until Ctrl-C."""
    world.clock.run()
    try:
        while True:
            world.daemon.tick()
            time.sleep(_BREATH_SECONDS)
    except KeyboardInterrupt:
        return
