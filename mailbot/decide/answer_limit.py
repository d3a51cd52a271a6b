"""How much we answer one address: so that two machines that answer each other come to an end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from mailbot.decide.trust import ANSWERS_A_DAY
from mailbot.model.context import InboundContext
from mailbot.model.effect import Disposition, Effect, InboxState, NoteAutomaticAnswer, QueueMessage
from mailbot.model.inbound import InboundMessage

MUST_BE_TOLD_A_DAY = 2 * ANSWERS_A_DAY  # these count too, for a robot's words may be held as well


def within_limit(decided: Disposition, message: InboundMessage, context: InboundContext, now: datetime) -> Disposition:
    """The decision with its answer to the writer counted; without that answer once the day's limit is reached.

    What is recorded and what goes to the other side stays: only our own words to the writer are left out.
    """
    if message.sender is None or not any(_answers_writer(one, message.sender.key) for one in decided.effects):
        return decided
    writer = message.sender.key
    if context.automatic_answers >= (MUST_BE_TOLD_A_DAY if _must_be_told(decided) else ANSWERS_A_DAY):
        kept = tuple(one for one in decided.effects if not _answers_writer(one, writer))
        return replace(decided, effects=kept)
    if any(isinstance(one, NoteAutomaticAnswer) for one in decided.effects):
        return decided
    return replace(decided, effects=(*decided.effects, NoteAutomaticAnswer(address=writer, at=now)))


def _must_be_told(decided: Disposition) -> bool:
    """Whether words of somebody whom we believe would be lost without it, or names that are told only once."""
    stopped = decided.state in (InboxState.HELD, InboxState.REFUSED) and decided.author is not None
    return stopped or decided.reason == "names_exchanged"


def _answers_writer(effect: Effect, writer: str) -> bool:
    """Whether it is an automatic answer to that address, as its own header says (RFC 3834 5.1)."""
    if not isinstance(effect, QueueMessage) or effect.message.envelope_to.lower() != writer:
        return False
    return b"\r\nAuto-Submitted: auto-replied\r\n" in effect.message.raw.partition(b"\r\n\r\n")[0] + b"\r\n"
