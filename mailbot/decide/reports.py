"""Mail to those who run a programme: faults in their files. No word that a participant wrote is in it."""

from __future__ import annotations

from mailbot.decide.desk import Desk
from mailbot.decide.outgoing import Note, queue
from mailbot.errors import Fault
from mailbot.model.effect import Effect
from mailbot.model.ids import InboxId, ParticipantId
from mailbot.model.programme import Programme
from mailbot.wording.letters import (
    About,
    AddressFailing,
    AddressFull,
    CoordinatorFaults,
    Count,
    Letter,
    OperatorTrouble,
)

MOST_IDS = 20


def trouble_report(shunted: tuple[InboxId, ...], desk: Desk) -> tuple[Effect, ...]:
    """To each operator, at most once a day: how many messages could not be handled, and their ids."""
    letter = OperatorTrouble(
        counts=(Count(what="messages put aside because they could not be handled", number=len(shunted)),),
        ids=shunted[:MOST_IDS],
    )
    queued = [
        queue(
            desk,
            Note(
                event=f"trouble:{desk.now.date().isoformat()}",
                letter=letter,
                to_address=operator,
                from_name="mailbot",
                proxy=None,
            ),
        )
        for operator in dict.fromkeys(desk.service.operators)
    ]
    return tuple(one for one in queued if not isinstance(one, tuple))


def address_report(
    programme: Programme, participant: ParticipantId, event: str, desk: Desk, *, stopped: bool
) -> tuple[Effect, ...]:
    """To each coordinator: mail to that id of the roster comes back; `stopped` says that nothing is sent any more."""
    about, who = About.of(programme), f"{programme.id}/{participant}"
    letter = AddressFailing(about=about, participant=who) if stopped else AddressFull(about=about, participant=who)
    return _to_coordinators(programme, letter, event, desk)


def faults_report(programme: Programme, faults: tuple[Fault, ...], fingerprint: str, desk: Desk) -> tuple[Effect, ...]:
    """One report to each coordinator, once for each faulty version of the files."""
    letter = CoordinatorFaults(about=About.of(programme), faults=faults)
    return _to_coordinators(programme, letter, f"faults:{programme.id}:{fingerprint}", desk)


def _to_coordinators(programme: Programme, letter: Letter, event: str, desk: Desk) -> tuple[Effect, ...]:
    queued = [
        queue(
            desk,
            Note(
                event=event,
                letter=letter,
                to_address=coordinator,
                from_name=programme.title,
                proxy=None,
                language=programme.language,
            ),
        )
        for coordinator in {one.lower(): one for one in reversed(programme.coordinators)}.values()
    ]
    return tuple(one for one in queued if not isinstance(one, tuple))
