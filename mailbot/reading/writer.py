"""What a person may sign with: their names, first names and initials, compared without case and punctuation."""

from __future__ import annotations

from mailbot.reading.folding import collapsed


def signatures_of(names: tuple[str, ...]) -> frozenset[str]:
    """Every form of the names that can stand alone on a line as a signature."""
    found: set[str] = set()
    for name in names:
        words = collapsed(name).split()
        if not words:
            continue
        first = [w[0] for w in words]
        found |= {" ".join(words), words[0], words[-1], "".join(first), " ".join(first), f"{words[0]} {first[-1]}"}
    return frozenset(found)
