"""Each letter that one side writes reaches the other once, whole; a letter that bounced is known to have bounced."""

from __future__ import annotations

from collections import Counter

from mailbot.demo import eye
from mailbot.demo.checks.evidence import Evidence
from mailbot.demo.story import Written

LEAST = 4


def each_letter_arrives_once(evidence: Evidence) -> tuple[str, ...]:
    """Letters that came never, twice, or with more than was typed; pairs that exchanged fewer than four."""
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
    copies = [raw for raw in evidence.letters[reader.id] if eye.holds(raw, letter.words)]
    bounced = [
        passage.raw
        for passage in evidence.passages
        if passage.envelope_to == reader.account.address
        and passage.outcome != "delivered"
        and eye.holds(passage.raw, letter.words)
    ]
    what = f"A letter that {evidence.name(letter.writer)} wrote in round {letter.round}"
    if len(copies) + len(bounced) != 1:
        return f"{what} reached {reader.account.name} {len(copies)} times."
    if eye.above_the_footer((copies + bounced)[0]) != eye.squeezed(letter.words):
        return f"{what} reached {reader.account.name} with more in it than was typed."
    return ""
