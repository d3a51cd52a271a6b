"""Mail of ours that came back: what it says about the address, and who hears of it. No word of the report is passed on.

The address is suppressed by the second hard bounce within half a year, and its coordinators are told. Soft ones back
off by themselves: mail goes on, and an address that had five of them in a month is looked at by its coordinators, once
in three months.
"""

from __future__ import annotations

from datetime import timedelta

from mailbot.decide.desk import Desk
from mailbot.decide.introductions import partner_name
from mailbot.decide.notices import notice
from mailbot.decide.reports import address_report
from mailbot.message.dsn_status import best_status, is_permanent
from mailbot.model.context import InboundContext
from mailbot.model.effect import Disposition, Effect, InboxState, Kind, QueueMessage, SuppressAddress
from mailbot.model.inbound import InboundMessage
from mailbot.model.people import SentCopy
from mailbot.model.programme import Role
from mailbot.wording.letters import About, NotDeliveredLater

HARD_BOUNCES = 2
SOFT_BOUNCES = 5
TOLD_AGAIN_AFTER = timedelta(days=90)
_DEAD_AT_ONCE = ("5.1.", "5.2.1")  # what a smart host that looks addresses up says of the address itself


def bounced(message: InboundMessage, context: InboundContext, copy: SentCopy, desk: Desk) -> Disposition:
    """What a delivery report about that message brings about."""
    # An address may stand for several people: one of them who is reached is enough.
    permanent = all(one.permanent for one in message.delivery)
    told = next(one for one in message.delivery if one.permanent is permanent)
    if copy.noted and not permanent:  # a message that is tried for days has a report a day
        return Disposition(kind=Kind.BOUNCE, reason="bounce_again", state=InboxState.PROCESSED)
    effects = consequences(copy, told.status, permanent=permanent, event=f"inbox:{context.inbox}", desk=desk)
    reason = "bounce_permanent" if permanent else "bounce_temporary"
    return Disposition(kind=Kind.BOUNCE, reason=reason, state=InboxState.PROCESSED, effects=effects)


def refused_at_once(copy: SentCopy, answer: str, desk: Desk) -> tuple[Effect, ...]:
    """The same where the smart host would not take the message, or five days of trying were in vain.

    A bare 550 may be about us: only a code about the address itself counts against it. `answer` is "5.1.1", or "".
    """
    status = best_status(answer, "")
    event = f"outbox:{copy.outbox}"
    if answer.startswith(_DEAD_AT_ONCE) and is_permanent(status, ""):
        return consequences(copy, status, permanent=True, event=event, desk=desk)
    return _writer_told(copy, event, desk)


def consequences(copy: SentCopy, status: str, *, permanent: bool, event: str, desk: Desk) -> tuple[Effect, ...]:
    """The bounce counted; whoever has to know is told, each with the effect that keeps it from being told again."""
    suppress = permanent and not copy.suppressed and copy.hard_bounces + 1 >= HARD_BOUNCES
    rests = copy.told_at is None or desk.now - copy.told_at >= TOLD_AGAIN_AFTER
    many = not permanent and not copy.suppressed and copy.soft_bounces + 1 >= SOFT_BOUNCES and rests
    counted = SuppressAddress(
        outbox=copy.outbox,
        address_id=copy.address_id,
        status=status,
        permanent=permanent,
        suppress=suppress,
        tells=suppress or many,
    )
    coordinators = _coordinators_told(copy, event, desk, stopped=suppress) if suppress or many else ()
    tells_writer = permanent and not copy.noted.startswith("5")
    return (counted, *coordinators, *(_writer_told(copy, event, desk) if tells_writer else ()))


def _coordinators_told(copy: SentCopy, event: str, desk: Desk, *, stopped: bool) -> tuple[Effect, ...]:
    programme = desk.programme(copy.programme) if copy.programme is not None else None
    if programme is None or copy.participant is None:
        return ()
    return address_report(programme, copy.participant, event, desk, stopped=stopped)


def _writer_told(copy: SentCopy, event: str, desk: Desk) -> tuple[QueueMessage, ...]:
    """To the writer of a post that did not arrive: not delivered yet, whatever the reason."""
    pair = copy.pair
    programme = desk.programme(pair.programme) if pair is not None else None
    if copy.template != "post" or pair is None or programme is None:
        return ()
    side = next((role.other for role in Role if pair.side(role).id == copy.person), None)
    if side is None or not pair.side(side).may_receive:
        return ()
    writer = pair.side(side)
    letter = NotDeliveredLater(about=About.of(programme), partner=partner_name(pair, side))
    return (notice(desk, programme, writer, letter, event=event, proxy=("t", pair.token(side))),)
