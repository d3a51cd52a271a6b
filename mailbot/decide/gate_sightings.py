"""What the egress gate found in a finished message, told in terms of what its writer typed: the line is looked up."""

from __future__ import annotations

from mailbot.decide.screening import ATTACHMENT, BODY, SUBJECT, Sighting
from mailbot.model.outbound import Hit
from mailbot.reading.folding import squared

_FILES = ("file", "file_name")


def gate_sightings(
    hits: tuple[Hit, ...], *, printed: str, pieces: tuple[str, ...], where: str = BODY, apart: int = 2
) -> tuple[Sighting, ...]:
    """The hits, each kind and place once, none of them released by SEND.

    `printed` is the text part that the gate read; `pieces` are the writer's own words in it. The gate sees the same
    words in several parts of a message: only where they are not in the text is anything else told of.
    """
    told: dict[Sighting, None] = {}
    in_text = {hit.kind for hit in hits if hit.where in ("text", "subject")}
    lines = printed.split("\n")
    for hit in hits:
        if hit.where == "text" and hit.line is not None and hit.line <= len(lines):
            told[_at(hit.kind, where, _own_line(lines[hit.line - 1], pieces, apart))] = None
        elif hit.where == "subject":
            told[_at(hit.kind, SUBJECT, None)] = None
        elif hit.where in _FILES:
            told[_at(hit.kind, ATTACHMENT, None)] = None
        elif hit.kind not in in_text:
            told[_at(hit.kind, where, None)] = None
    return tuple(told)


def _at(kind: str, where: str, line: int | None) -> Sighting:
    return Sighting(kind=kind, where=where, line=line, firm=True)


def _own_line(printed: str, pieces: tuple[str, ...], apart: int) -> int | None:
    """The line of the writer's words that this printed line is, or is a part of; None when it is none of theirs."""
    sought, line = squared(printed), 1
    if not sought:
        return None
    for piece in pieces:
        for own in piece.split("\n"):
            if sought in squared(own):
                return line
            line += 1
        line += apart - 1
    return None
