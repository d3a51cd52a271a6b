"""Mail that no person wrote: loops, bounces, vacation notes. None of it is relayed, answered, or counted as a reply."""

from __future__ import annotations

from mailbot.decide.bounces import bounced
from mailbot.decide.desk import Desk
from mailbot.model.context import BounceTarget, InboundContext
from mailbot.model.effect import Disposition, InboxState, Kind, NoteAway
from mailbot.model.inbound import InboundMessage, Verdict

MAX_HOPS = 50  # RFC 5321 6.3 leaves the number to us; Postfix stops at 50
# What an absence note carries; a list, a receipt or a challenge says nothing about its reader.
AWAY = frozenset({"auto_submitted", "null_return_path", "precedence", "auto_reply_header", "subject"})


def written_by_machine(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition | None:
    """What to do with a machine's message; None when a person may have written it."""
    service = desk.service
    own = message.sender is not None and message.sender.key == service.address.lower()
    if (service.loop_key in message.own_loop_marks and not message.delivery) or own:
        return _nothing(Kind.LOOP, "own_address" if own else "own_loop_mark")
    if message.received_count > MAX_HOPS:
        return _nothing(Kind.LOOP, "too_many_hops", state=InboxState.REFUSED)
    if _is_bounce(message, context):
        if isinstance(context.target, BounceTarget):
            return bounced(message, context, context.target.copy, desk)
        return _nothing(Kind.BOUNCE, "bounce_of_unknown_message")
    if message.automatic:
        return _away(message, context, desk)
    return None


def _is_bounce(message: InboundMessage, context: InboundContext) -> bool:
    """A report in plain words without any mark of a machine is believed of strangers only: our people paste bounces."""
    if not message.delivery:
        return False
    return bool(message.automatic) or not context.confirmed_writers or isinstance(context.target, BounceTarget)


def _away(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition:
    """An automatic answer: those whose confirmed address it comes from are noted as away, unless it is forged."""
    people = [one.id for one in context.writers if one.id in context.confirmed_writers]
    if isinstance(context.target, BounceTarget) and not people:  # a report without a word that we can read
        return _nothing(Kind.BOUNCE, "bounce_unreadable")
    if message.automatic not in AWAY or message.verdict is Verdict.FAIL:
        return _nothing(Kind.AUTO_REPLY, message.automatic)
    notes = tuple(NoteAway(person=one, at=desk.now) for one in people)
    return Disposition(kind=Kind.AUTO_REPLY, reason=message.automatic, state=InboxState.PROCESSED, effects=notes)


def _nothing(kind: Kind, reason: str, *, state: InboxState = InboxState.PROCESSED) -> Disposition:
    return Disposition(kind=kind, reason=reason, state=state)
