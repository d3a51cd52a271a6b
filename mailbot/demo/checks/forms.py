"""Each form exactly once: as many different references as rounds, none of them twice."""

from __future__ import annotations

from collections import Counter

from mailbot.demo import eye
from mailbot.demo.checks.evidence import Evidence


def each_form_arrives_once(evidence: Evidence) -> tuple[str, ...]:
    """Mentees who received a form twice, or not every form; mentors, coordinators and strangers who received one."""
    faults: list[str] = []
    for person in evidence.cast.people:
        found = (eye.form_reference(raw, evidence.questions) for raw in evidence.letters[person.id])
        copies = Counter(reference for reference in found if reference)
        expected = evidence.rounds if person in evidence.cast.mentees else 0
        name = person.account.name
        if len(copies) != expected:
            faults.append(f"{name} received {len(copies)} different forms in {evidence.rounds} rounds, not {expected}.")
        faults += [
            f"{name} received form {number} {count} times."
            for number, count in enumerate(copies.values(), 1)
            if count > 1
        ]
    return tuple(faults)
