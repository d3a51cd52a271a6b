"""What the listener may ask at the door about an address, and nothing else."""

from __future__ import annotations

from mailbot.flows.world import World
from mailbot.message.addressing import proxy_token


class KnownTokens:
    """Asked before a message is taken in; the answer is never told to whoever sends it."""

    def __init__(self, world: World) -> None:
        self._world = world

    def is_token(self, address: str) -> bool:
        """Whether the address has the shape of a proxy address of ours."""
        return proxy_token(self._world.service, address) is not None

    def is_known(self, address: str) -> bool:
        """Whether its token was ever given out."""
        found = proxy_token(self._world.service, address)
        if found is None:
            return False
        with self._world.store.begin(durable=False) as unit:
            return unit.knows_token(*found)
