"""The name that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_ALIKE = 60.0  # per cent: "ank" still finds "ask", "colour" finds nothing among our keys
_LONG = 60  # a wrong name of more than this is no slip of the finger


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name most like `name`, in any case, or None when nothing is alike enough to be worth naming."""
    if len(name) > _LONG:
        return None
    spellings = {candidate: candidate.casefold() for candidate in names}
    found = process.extractOne(name.casefold(), spellings, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return None if found is None else str(found[2])


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """The end of a sentence about a wrong name: ' (did you mean "ask"?)', or the names there are, or ""."""
    known = tuple(names)
    guess = nearest(name, known)
    if guess is not None:
        return f'; did you mean "{guess}"?'
    return f"; there are: {', '.join(known)}" if 0 < len(known) <= 30 else ""  # noqa: PLR2004 -- more than this nobody reads
