"""A verdict of our own on a message's sender, where that is wanted and our receiving server gave none."""

from __future__ import annotations

from dataclasses import replace

from mailbot.flows.world import World
from mailbot.model.inbound import InboundMessage, Verdict


def with_own_verdict(world: World, message: InboundMessage, raw: bytes) -> InboundMessage:
    """The message with what its signatures say. It may ask DNS: never while a transaction is open."""
    if world.sender_check is None or message.sender is None or message.automatic:
        return message
    if message.verdict is not Verdict.NONE:
        return message
    return replace(message, verdict=world.sender_check.verdict(raw, message.sender.address))
