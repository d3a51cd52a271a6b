"""One message in, one disposition out: the whole policy of the inbound pipe, readable from top to bottom."""

from __future__ import annotations

from mailbot.decide.answering import answer_form
from mailbot.decide.bare_address import at_bare_address
from mailbot.decide.confirming import confirm
from mailbot.decide.desk import Desk
from mailbot.decide.machines import written_by_machine
from mailbot.decide.relaying import relay
from mailbot.model.context import BounceTarget, ConfirmTarget, FormTarget, InboundContext, ThreadTarget
from mailbot.model.effect import Disposition, InboxState, Kind
from mailbot.model.inbound import InboundMessage


def judge(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition:
    """What the message is, why, and every row to write with it."""
    if context.duplicate_of is not None:
        return Disposition(kind=Kind.LOOP, reason="duplicate", state=InboxState.PROCESSED)
    automatic = written_by_machine(message, context, desk.service)
    if automatic is not None:
        return automatic
    match context.target:
        case ConfirmTarget() as target:
            return confirm(message, context, target, desk)
        case FormTarget() as target:
            return answer_form(message, context, target, desk)
        case ThreadTarget() as target:
            return relay(message, context, target, desk)
        case BounceTarget() | None:
            return at_bare_address(message, context, desk)
