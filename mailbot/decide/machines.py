"""Mail that no person wrote: loops, bounces, vacation notes. None of it is relayed, answered, or counted as a reply."""

from __future__ import annotations

from mailbot.model.context import BounceTarget, InboundContext, Service
from mailbot.model.effect import Disposition, Effect, InboxState, Kind, SuppressAddress
from mailbot.model.inbound import InboundMessage

MAX_HOPS = 50  # RFC 5321 6.3 leaves the number to us; Postfix stops at 50
HARD_BOUNCES = 2


def written_by_machine(message: InboundMessage, context: InboundContext, service: Service) -> Disposition | None:
    """What to do with a machine's message; None when a person may have written it."""
    own = message.sender is not None and message.sender.key == service.address.lower()
    if service.loop_key in message.own_loop_marks and not message.delivery:
        return _nothing(Kind.LOOP, "own_loop_mark")
    if own or message.received_count > MAX_HOPS:
        return _nothing(Kind.LOOP, "own_address" if own else "too_many_hops")
    if message.delivery or isinstance(context.target, BounceTarget):
        return _bounce(message, context)
    if message.automatic:
        return _nothing(Kind.AUTO_REPLY, message.automatic)
    return None


def _bounce(message: InboundMessage, context: InboundContext) -> Disposition:
    if not isinstance(context.target, BounceTarget):
        return _nothing(Kind.BOUNCE, "bounce_of_unknown_message")
    if not message.delivery:
        # Came to a bounce address without a report we can read: a challenge system, or an odd mail server.
        return _nothing(Kind.BOUNCE, "bounce_unreadable")
    copy, delivery = context.target.copy, message.delivery[0]
    suppress = delivery.permanent and copy.hard_bounces + 1 >= HARD_BOUNCES
    effects: tuple[Effect, ...] = (
        SuppressAddress(
            outbox=copy.outbox,
            address_id=copy.address_id,
            status=delivery.status,
            permanent=delivery.permanent,
            suppress=suppress,
        ),
    )
    reason = "bounce_permanent" if delivery.permanent else "bounce_temporary"
    return Disposition(kind=Kind.BOUNCE, reason=reason, state=InboxState.PROCESSED, effects=effects)


def _nothing(kind: Kind, reason: str) -> Disposition:
    return Disposition(kind=kind, reason=reason, state=InboxState.PROCESSED)
