"""Where one question stands in a reply."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One question in the reply: its words are [start, end), its answer mark [mark_at, mark_end) or -1."""

    question: int
    start: int
    end: int
    exact: bool = True
    by_marker: bool = False
    mark_at: int = -1
    mark_end: int = -1
