"""What one message, and one writer, may bring in before it is refused; `[limits]` of config.toml."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """A message over a limit of its own is refused and its sender told once; counts are of whole hours and days."""

    message: int = 26_214_400  # bytes: 25 MB, as Gmail and Exchange Online send
    decoded: int = 104_857_600  # bytes of all parts together: four times the message, as no honest encoding needs
    parts: int = 500
    depth: int = 20  # of parts inside parts
    headers: int = 1_000
    addresses: int = 200  # in To and Cc together
    messages_per_hour: int = 60  # of one writer
    posts_per_day: int = 100  # relayed for one writer
