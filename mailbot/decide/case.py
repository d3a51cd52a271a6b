"""One message with everything that bears on its decision."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.decide.desk import Desk
from mailbot.decide.notices import Guard, notice
from mailbot.model.context import InboundContext
from mailbot.model.effect import Disposition, Effect, InboxState, Kind, QueueMessage
from mailbot.model.ids import AddressId, PersonId, RoundId, ThreadId, Token
from mailbot.model.inbound import InboundMessage
from mailbot.model.people import Participant
from mailbot.model.programme import Programme
from mailbot.wording.letters import About, Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Passed whole to each rule."""

    message: InboundMessage
    context: InboundContext
    programme: Programme
    desk: Desk

    @property
    def about(self) -> About:
        """What letters say about the programme."""
        return About.of(self.programme)

    @property
    def event(self) -> str:
        """What every message that this decision queues was caused by; another one when it is read a second time."""
        again = f":{self.desk.now:%Y%m%dT%H%M%S}" if self.context.insisted else ""
        return f"inbox:{self.context.inbox}{again}"

    def names_of(self, writer: Participant) -> tuple[str, ...]:
        """How this message may be signed: as in the roster, or as the writer's mail program calls them."""
        typed = self.message.sender.name if self.message.sender is not None else ""
        return (*writer.identity.names, typed) if typed else writer.identity.names

    def reply(
        self,
        person: Participant,
        letter: Letter,
        *,
        proxy: tuple[str, Token] | None,
        address: tuple[str, AddressId] | None = None,
        round_id: RoundId | None = None,
        thread: ThreadId | None = None,
        event: str = "",
        guard: Guard | None = None,
    ) -> QueueMessage:
        """An answer to this message, threaded under it; `event` where a replay may give the same answer again."""
        return notice(
            self.desk,
            self.programme,
            person,
            letter,
            event=event or self.event,
            proxy=proxy,
            answers=self.message,
            address=address,
            round_id=round_id,
            thread=thread,
            guard=guard,
        )


def ends(
    kind: Kind,
    reason: str,
    *effects: Effect,
    state: InboxState = InboxState.PROCESSED,
    author: PersonId | None = None,
) -> Disposition:
    """The disposition, said in one line."""
    return Disposition(kind=kind, reason=reason, state=state, effects=effects, author=author)
