"""Something in a text that may give a person away or tell of a patient: its kind and place, never its value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mailbot.anonymity.plain import Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One finding at [start, end) of the text that was given; lines count from 1.

    `firm`: certain enough that the writer's word does not release it.
    """

    kind: str
    start: int
    end: int
    line: int
    firm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One finding at [start, end) of a plain text: where that is in the writer's text is worked out at the end."""

    kind: str
    start: int
    end: int
    firm: bool = False


def found(plain: Plain, seen: Iterable[Seen]) -> tuple[Found, ...]:
    """These findings at their places in the writer's text, in order; those that overlap are one.

    Its kind is that of the firm one, else of the one that was named first.
    """
    joined: list[tuple[int, int, int, Seen]] = []
    ranked = [(one.start, one.end, rank, one) for rank, one in enumerate(sorted(seen, key=lambda one: not one.firm))]
    for start, end, rank, one in sorted(ranked, key=lambda row: row[:3]):
        if joined and start < joined[-1][1]:
            first, last, best, kept = joined.pop()
            joined.append((first, max(last, end), *min((best, kept), (rank, one), key=lambda pair: pair[0])))
        else:
            joined.append((start, end, rank, one))
    return _placed(plain, joined)


def _placed(plain: Plain, joined: list[tuple[int, int, int, Seen]]) -> tuple[Found, ...]:
    if not joined:
        return ()
    origin = plain.origins()
    spans = [(origin[start], origin[end - 1] + 1, one) for start, end, _, one in joined]
    lines = _lines(plain.written, [start for start, _, _ in spans])
    return tuple(
        Found(kind=one.kind, start=start, end=end, line=line, firm=one.firm)
        for (start, end, one), line in zip(spans, lines, strict=True)
    )


def _lines(text: str, places: list[int]) -> list[int]:
    """The line of each of these places, which are in order."""
    lines, line, done = [], 1, 0
    for place in places:
        line += text.count("\n", done, place)
        done = place
        lines.append(line)
    return lines
