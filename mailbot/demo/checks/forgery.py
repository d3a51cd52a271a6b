"""Nobody speaks as somebody else: the letter that was sent in Farah's name reached nobody and was held."""

from __future__ import annotations

from mailbot.demo import eye
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.clients.received import read
from mailbot.demo.story import FORGED_WORDS


def the_forged_letter_is_held(evidence: Evidence) -> tuple[str, ...]:
    """Whom the forged words reached; whether it was not held, or its supposed writer not asked."""
    faults = [
        f"The forged letter reached {person.account.name}."
        for person in evidence.cast.people
        if any(eye.holds(raw, FORGED_WORDS) for raw in evidence.letters[person.id])
    ]
    if not any(written.words == FORGED_WORDS for written in evidence.written):
        return (*faults, "Nobody tried to forge a letter, so nothing was shown.")
    if not evidence.held:
        faults.append("The forged letter was not held: mailbot held nothing at all in the year.")
    forged = next(p for p in evidence.passages if eye.holds(p.raw, FORGED_WORDS))
    supposed = read(forged.raw).author_address
    asked = (
        read(raw).reply_to
        for p in evidence.cast.people
        if p.account.address == supposed
        for raw in evidence.letters[p.id]
    )
    if not any("+c-" in address for address in asked):
        faults.append("The person in whose name it was written was not asked about the forged letter.")
    return tuple(faults)
