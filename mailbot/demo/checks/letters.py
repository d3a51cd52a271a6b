"""Each letter that one side writes reaches the other once, whole; a letter that bounced is known to have bounced."""

from __future__ import annotations

from collections import Counter

from mailbot.demo import eye
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.story import Written

LEAST = 4


def each_letter_arrives_once(evidence: Evidence) -> tuple[str, ...]:
    """Letters that the other side received never or twice; pairs that exchanged fewer than four."""
    letters = [written for written in evidence.written if written.pair and not written.number]
    faults = [fault for letter in letters if (fault := _fault(evidence, letter))]
    exchanged = Counter(letter.pair for letter in letters)
    faults += [
        f"{mentee.account.name} and the mentor exchanged {exchanged[mentee.id]} letters, fewer than {LEAST}."
        for mentee in evidence.cast.mentees
        if exchanged[mentee.id] < LEAST
    ]
    return tuple(faults)


def _fault(evidence: Evidence, letter: Written) -> str:
    reader = evidence.other_side(letter)
    copies = sum(eye.holds(raw, letter.words) for raw in evidence.letters[reader.id])
    bounced = sum(
        passage.outcome != "delivered" and eye.holds(passage.raw, letter.words)
        for passage in evidence.passages
        if passage.envelope_to == reader.account.address
    )
    if copies + bounced == 1:
        return ""
    return (
        f"A letter that {evidence.name(letter.writer)} wrote in round {letter.round} "
        f"reached {reader.account.name} {copies} times."
    )
