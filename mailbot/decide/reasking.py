"""Held messages that nobody has claimed: asked about again after 3 and 10 days, closed as refused after 30."""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.decide.desk import Desk
from mailbot.decide.notices import local_time, notice
from mailbot.model.effect import Effect, ReleaseHeld, SettleConfirmation
from mailbot.model.ids import InboxId
from mailbot.model.people import Confirmation, Participant
from mailbot.model.programme import Programme
from mailbot.wording.letters import About, Challenge, Letter, Refused

ASK_AGAIN_AFTER = (timedelta(days=3), timedelta(days=10))
CLOSE_AFTER = timedelta(days=30)


def reask(
    desk: Desk,
    programme: Programme,
    person: Participant,
    *,
    inbox: InboxId,
    confirmation: Confirmation | None,
    asked: int,
    held_at: datetime,
) -> tuple[Effect, ...]:
    """The rows of one more question, or of the end; () when it is not time yet. `asked` counts the questions so far."""
    waited = desk.now - held_at
    about = About.of(programme)
    proxy = ("c", confirmation.token) if confirmation is not None else None
    if waited >= CLOSE_AFTER:
        letter: Letter = Refused(about=about, received_on=held_at.date())
        told = notice(desk, programme, person, letter, event=f"refused:{inbox}", proxy=None)
        closed = ReleaseHeld(inbox=inbox, refuse=True, reason="nobody_answered")
        settled = (
            (SettleConfirmation(confirmation=confirmation.id, at=desk.now, remember=False),) if confirmation else ()
        )
        return (closed, *settled, told)
    if confirmation is not None and 1 <= asked <= len(ASK_AGAIN_AFTER) and waited >= ASK_AGAIN_AFTER[asked - 1]:
        letter = Challenge(about=about, received_at=local_time(held_at, person, programme), size_bytes=0, again=True)
        return (notice(desk, programme, person, letter, event=f"reask:{inbox}:{asked}", proxy=proxy),)
    return ()
