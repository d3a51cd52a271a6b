"""All that the checks look at, collected when the year is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mailbot.demo.people import Cast, Person
from mailbot.demo.smart_host import Passage
from mailbot.demo.story import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Mailboxes as IMAP gave them, what people typed, what the smart host saw, files, and mailbot's own counts."""

    cast: Cast
    rounds: int
    questions: int
    letters: Mapping[str, Sequence[bytes]]  # person's id -> their mailbox, oldest first
    written: Sequence[Written]
    passages: Sequence[Passage]
    files: Mapping[str, bytes]  # name -> content: everything in data/, and the log
    counts: Mapping[str, Any]  # `mailbot status --json`
    held: int  # how many messages the daemon said it held, tick by tick
    puzzles: Sequence[str]

    def name(self, id_: str) -> str:
        """How the findings call that person."""
        return self.cast.person(id_).account.name

    def other_side(self, written: Written) -> Person:
        """Who should read what was written in a pair."""
        mentee = self.cast.person(written.pair)
        return self.cast.mentor_of(mentee) if written.writer == mentee.id else mentee
