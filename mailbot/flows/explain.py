"""A dry run of one message through the whole pipe: everything is decided, and nothing is written."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from mailbot.decide.clues import clues_of
from mailbot.decide.judge import judge
from mailbot.decide.sealed_view import sealed_view
from mailbot.flows.own_verdict import with_own_verdict
from mailbot.flows.world import World
from mailbot.message.parse import parse
from mailbot.model.context import InboundContext
from mailbot.model.effect import Disposition
from mailbot.model.ids import InboxId
from mailbot.model.inbound import InboundMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What was read, what was known, what was decided."""

    message: InboundMessage
    context: InboundContext
    disposition: Disposition


class _RollBackError(Exception):
    """Ends the transaction of a dry run."""


def explain_raw(world: World, raw: bytes) -> Explained:
    """What would happen to these bytes; MalformedMessage when they are no message. Nothing changes."""
    read = parse(raw, trusted_authserv_ids=world.trusted_authserv_ids, limits=world.service.limits)
    message = with_own_verdict(world, read, raw)
    with suppress(_RollBackError), world.store.begin() as unit:
        now = world.now()
        inbox = InboxId(world.new_id())  # of no row: not even a key of the day is made for it
        clues = clues_of(message, world.service)
        known = unit.context(inbox, clues=clues, message_id=message.message_id, received_at=now, now=now)
        context = sealed_view(known)
        disposition = judge(message, context, world.desk(now))
        explained = Explained(message=message, context=context, disposition=disposition)
        raise _RollBackError
    return explained
