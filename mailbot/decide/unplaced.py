"""The one polite answer to mail that we cannot place, only where it cannot hit somebody whose address was forged."""

from __future__ import annotations

from mailbot.decide.desk import Desk
from mailbot.decide.outgoing import Note, queue
from mailbot.decide.trust import may_be_answered
from mailbot.model.context import InboundContext
from mailbot.model.effect import Effect, NoteAutomaticAnswer
from mailbot.model.inbound import InboundMessage, Mailbox
from mailbot.model.outbound import Automation
from mailbot.wording.letters import Letter, Office, Stranger, UnknownToken


def is_coordinator(message: InboundMessage, context: InboundContext, desk: Desk) -> bool:
    """Whether somebody wrote who runs a programme and takes part in none: their own mail is not answered."""
    if message.sender is None or context.writers:
        return False
    known = {one.lower() for programme in desk.catalogue.programmes.values() for one in programme.coordinators}
    return message.sender.key in known


def unplaced_answer(
    message: InboundMessage, context: InboundContext, desk: Desk, letter: type[Stranger | UnknownToken]
) -> tuple[Effect, ...]:
    """The letter and the mark that it was sent; () where it might be backscatter, or was sent today already."""
    if message.sender is None or not may_be_answered(message, context, desk.service):
        return ()
    if is_coordinator(message, context, desk):
        return ()
    offices = tuple(
        Office(programme=programme.title, coordinator=next(iter(programme.coordinators), ""))
        for programme in desk.catalogue.programmes.values()
    )
    event = f"inbox:{context.inbox}:{desk.mint.row_id()}"  # a held message is read again
    return answer_to_sender(message, message.sender, letter(offices=offices), event=event, desk=desk)


def answer_to_sender(
    message: InboundMessage, sender: Mailbox, letter: Letter, *, event: str, desk: Desk
) -> tuple[Effect, ...]:
    """The letter from the mailbox itself, threaded under the message, and the mark that it was sent."""
    queued = queue(
        desk,
        Note(
            event=event,
            letter=letter,
            to_address=sender.address,
            from_name="",
            proxy=None,
            automation=Automation.REPLIED,
            in_reply_to=message.message_id,
            references=(message.message_id,) if message.message_id else (),
        ),
    )
    noted = NoteAutomaticAnswer(address=sender.key, at=desk.now)
    return (noted,) if isinstance(queued, tuple) else (queued, noted)
