"""Nothing of one side in the other's mailbox: no address, name, mail program or machine, however it is encoded."""

from __future__ import annotations

import re

from mailbot.demo import eye
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.clients import TRACES
from mailbot.demo.people import Person


def nobody_is_given_away(evidence: Evidence) -> tuple[str, ...]:
    """What of whom was found in whose mailbox."""
    faults: list[str] = []
    for reader in evidence.cast.members:
        own = b"".join(p.raw for p in evidence.passages if p.account == reader.account.address)  # In-Reply-To names it
        others = [person for person in evidence.cast.members if person is not reader]
        for number, raw in enumerate(evidence.letters[reader.id], 1):
            seen = (raw.decode("latin-1") + "\n" + "\n".join(eye.decoded_parts(raw))).lower()
            faults += [
                f"Letter {number} in {reader.account.name}'s mailbox gives away {person.account.name}: {trait!r}."
                for person in others
                if (trait := _first_found(seen, person))
            ]
            faults += [
                f"Letter {number} in {reader.account.name}'s mailbox shows which mail program wrote it: {trace!r}."
                for trace in TRACES
                if trace.lower() in seen and trace.encode() not in own
            ]
    return tuple(faults)


def _first_found(seen: str, person: Person) -> str:
    """The first trait that is there; a single name only as a word of its own, since random tokens can spell one."""
    for trait in person.traits:
        found = seen.find(trait.lower())
        if found >= 0 and (not trait.isalpha() or re.search(rf"(?<![a-z0-9]){trait.lower()}(?![a-z0-9])", seen)):
            return trait
    return ""
