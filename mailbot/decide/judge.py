"""One message in, one disposition out: the whole policy of the inbound pipe, readable from top to bottom."""

from __future__ import annotations

from typing import assert_never

from mailbot.decide.answer_limit import within_limit
from mailbot.decide.answering import answer_form
from mailbot.decide.bare_address import at_bare_address
from mailbot.decide.confirming import confirm
from mailbot.decide.desk import Desk
from mailbot.decide.limits import over_limit
from mailbot.decide.machines import written_by_machine
from mailbot.decide.relaying import relay
from mailbot.decide.strange_tokens import answered_alike, guess_ignored, is_guessing, is_strange, refused_unread
from mailbot.model.context import BounceTarget, ConfirmTarget, FormTarget, InboundContext, ThreadTarget
from mailbot.model.effect import Disposition, InboxState, Kind
from mailbot.model.inbound import InboundMessage


def judge(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition:
    """What the message is, why, and every row to write with it."""
    return within_limit(_judged(message, context, desk), message, context, desk.now)


def _judged(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition:
    # A message that came twice was held, and its copy called a duplicate: once released, it is no copy of its copy.
    if context.duplicate_of is not None and not context.released:
        return Disposition(kind=Kind.LOOP, reason="duplicate", state=InboxState.PROCESSED)
    automatic = written_by_machine(message, context, desk)
    if automatic is not None:
        return automatic
    if not is_strange(message, context):
        return over_limit(message, context, desk) or _by_target(message, context, desk)
    if is_guessing(context):
        return guess_ignored()
    if message.over_limit:
        return refused_unread(message, context, desk)
    return answered_alike(_by_target(message, context, desk), message, context, desk)


def _by_target(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition:
    """The decision on a message that a person wrote."""
    match context.target:
        case ConfirmTarget() as target:
            return confirm(message, context, target, desk)
        case FormTarget() as target:
            return answer_form(message, context, target, desk)
        case ThreadTarget() as target:
            return relay(message, context, target, desk)
        case BounceTarget() | None:
            return at_bare_address(message, context, desk)
        case _ as unknown:
            assert_never(unknown)
