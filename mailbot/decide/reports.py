"""Mail to those who run a programme: faults in their files. No word that a participant wrote is in it."""

from __future__ import annotations

from mailbot.decide.desk import Desk
from mailbot.decide.outgoing import Note, queue
from mailbot.errors import Fault
from mailbot.model.effect import Effect
from mailbot.model.programme import Programme
from mailbot.wording.letters import About, CoordinatorFaults


def faults_report(programme: Programme, faults: tuple[Fault, ...], fingerprint: str, desk: Desk) -> tuple[Effect, ...]:
    """One report to each coordinator, once for each faulty version of the files."""
    letter = CoordinatorFaults(about=About.of(programme), faults=faults)
    queued = [
        queue(
            desk,
            Note(
                event=f"faults:{programme.id}:{fingerprint}",
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
