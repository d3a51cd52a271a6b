"""Messages over a limit ([limits] of config.toml): refused, and their writer told at most once a day.

Nobody is told whose address may be forged. A flood in somebody's name does not shut out their own mail: what we
believed and what we did not are counted apart. A command is always heard: STOP ends what may have caused the flood.
"""

from __future__ import annotations

from mailbot.decide.commands import command_in
from mailbot.decide.desk import Desk
from mailbot.decide.trust import may_be_answered
from mailbot.decide.unplaced import answer_to_sender
from mailbot.model.context import FormTarget, InboundContext, ThreadTarget
from mailbot.model.effect import Disposition, Effect, InboxState, Kind
from mailbot.model.inbound import InboundMessage, Verdict
from mailbot.model.limits import Limits
from mailbot.reading.posts import new_words
from mailbot.wording.letters import OverLimit


def over_limit(message: InboundMessage, context: InboundContext, desk: Desk) -> Disposition | None:
    """The refusal of a message that is over a limit; None for nearly every message."""
    limits = desk.service.limits
    if message.over_limit:
        # Of headers and depths the number would help nobody.
        said = {"size": limits.message, "decoded": limits.decoded, "addresses": limits.addresses}
        limit = said.get(message.over_limit, 0)
        return _refused(Kind.MALFORMED, message.over_limit, limit, message, context, desk)
    rate, limit = _rate(message, context, limits)
    if not rate or context.released or context.insisted or _is_command(message):
        return None
    return _refused(_kind(context), rate, limit, message, context, desk)


def _rate(message: InboundMessage, context: InboundContext, limits: Limits) -> tuple[str, int]:
    believed = message.verdict is Verdict.PASS and bool(context.confirmed_writers)
    if (context.believed_last_hour if believed else context.from_writer_last_hour) >= limits.messages_per_hour:
        return "hour", limits.messages_per_hour
    if isinstance(context.target, ThreadTarget) and context.posts_last_day >= limits.posts_per_day:
        return "day", limits.posts_per_day
    return "", 0


def _is_command(message: InboundMessage) -> bool:
    return command_in(new_words(message.bodies, writer_names=()), message.subject, new_subject=True) is not None


def _kind(context: InboundContext) -> Kind:
    if isinstance(context.target, FormTarget):
        return Kind.FORM_REPLY
    return Kind.POST if isinstance(context.target, ThreadTarget) else Kind.STRANGER


def _refused(
    kind: Kind, what: str, limit: int, message: InboundMessage, context: InboundContext, desk: Desk
) -> Disposition:
    told = _told(OverLimit(what=what, limit=limit), message, context, desk)
    return Disposition(kind=kind, reason=f"over_limit_{what}", state=InboxState.REFUSED, effects=told)


def _told(letter: OverLimit, message: InboundMessage, context: InboundContext, desk: Desk) -> tuple[Effect, ...]:
    known = context.challenged and bool(context.confirmed_writers) and message.verdict is not Verdict.FAIL
    if message.sender is None or context.told_limit:
        return ()
    if not known and not may_be_answered(message, context, desk.service):
        return ()
    return answer_to_sender(message, message.sender, letter, event=f"inbox:{context.inbox}", desk=desk)
