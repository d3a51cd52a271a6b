"""A stranger gets one answer, a machine none: two programs that answer each other never stop."""

from __future__ import annotations

from email import message_from_bytes

from mailbot.demo.checks.evidence import Evidence


def strangers_get_one_answer_machines_none(evidence: Evidence) -> tuple[str, ...]:
    """How many answers the stranger got, if not one; whose automatic note was answered as if they had written."""
    stranger = evidence.cast.stranger
    answers = len(evidence.letters[stranger.id])
    faults = [] if answers == 1 else [f"{stranger.account.name}, a stranger, got {answers} answers, not one."]
    notes = [
        (str(message_from_bytes(passage.raw)["Message-ID"]).strip(), passage.account)
        for passage in evidence.passages
        if passage.account != evidence.cast.bot.address and b"\nAuto-Submitted: auto" in passage.raw
    ]
    faults += [
        f"An automatic note of {person.account.name} was answered."
        for person in evidence.cast.members
        for note, account in notes
        if account == person.account.address and any(note.encode() in raw for raw in evidence.letters[person.id])
    ]
    return tuple(faults)
