"""Loopback ports: a free one, and one that answers."""

from __future__ import annotations

import socket
import time


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_open(port: int, *, seconds: float = 30) -> None:
    """Returns once somebody accepts connections there; TimeoutError when nobody does."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise TimeoutError(f"nobody listens on port {port} after {seconds:.0f} s") from None
            time.sleep(0.05)
        else:
            return
