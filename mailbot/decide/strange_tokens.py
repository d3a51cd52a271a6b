"""Mail to an address with a token that is not the sender's: nobody's, somebody else's, or out of use.

Whoever sends to it sees the same in each case: one letter, or none, and after twenty an hour none at all. What happens
behind differs: a message to somebody else's address is held and its owner asked, for the owner may have written it.
"""

from __future__ import annotations

from dataclasses import replace

from mailbot.decide.case import ends
from mailbot.decide.desk import Desk
from mailbot.decide.trust import asked_address, is_theirs
from mailbot.decide.unplaced import unplaced_answer
from mailbot.model.context import BounceTarget, ConfirmTarget, FormTarget, InboundContext, ThreadTarget
from mailbot.model.effect import Disposition, InboxState, Kind
from mailbot.model.inbound import InboundMessage
from mailbot.model.people import Participant
from mailbot.wording.letters import UnknownToken

GUESSES_AN_HOUR = 20


def is_strange(message: InboundMessage, context: InboundContext) -> bool:
    """Whether it came to a token that is not its sender's; a machine's message is never asked about."""
    target = context.target
    if context.released:
        return False
    if isinstance(target, ThreadTarget):
        return _by_token(target, context) and not _is_theirs(message, context, target.pair.side(target.side))
    if isinstance(target, FormTarget):
        return _by_token(target, context) and not _is_theirs(message, context, target.pair.mentee)
    if isinstance(target, ConfirmTarget):
        return message.sender is None or message.sender.key != asked_address(target)[0].lower()
    if isinstance(target, BounceTarget):
        return target.by == "token"  # reports were dealt with: this is no report
    return context.unknown_token


def _by_token(target: ThreadTarget | FormTarget, context: InboundContext) -> bool:
    """Whether a token was used at all; Message-IDs of ours are known only to those who got the message."""
    return target.by == "token" or context.unknown_token


def _is_theirs(message: InboundMessage, context: InboundContext, owner: Participant) -> bool:
    """Whether the address is one of the owner's; one that is out of use because it bounced is theirs still."""
    if owner.address is None and message.sender is not None and message.sender.key == owner.invite_address.lower():
        return True
    return is_theirs(message, context, owner)


def is_guessing(context: InboundContext) -> bool:
    """Whether so many such messages came from that address within the hour that nothing more is done about them."""
    return context.unknown_tokens_last_hour >= GUESSES_AN_HOUR


def guess_ignored() -> Disposition:
    """Nothing is said and nothing kept."""
    return ends(Kind.STRANGER, "guessing_slowed", state=InboxState.REFUSED)


def refused_unread(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition:
    """A message over a limit is not kept for whoever owns the token; its sender sees what anybody sees."""
    told = unplaced_answer(message, context, desk, UnknownToken)
    return ends(Kind.MALFORMED, f"over_limit_{message.over_limit}", *told, state=InboxState.REFUSED)


def answered_alike(decided: Disposition, message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition:
    """The decision with the letter to its sender that an address in nobody's use brings (bare_address.py)."""
    if context.target is None or isinstance(context.target, BounceTarget):
        return decided
    return replace(decided, effects=(*decided.effects, *unplaced_answer(message, context, desk, UnknownToken)))
