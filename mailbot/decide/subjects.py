"""The subject that a person typed: words like any other, so scrubbed; the marks of mail programs are taken off."""

from __future__ import annotations

from mailbot.anonymity.scrub import scrubbed
from mailbot.model.outbound import Identity

# Reply and forward marks by language: English, German, French, Nordic, Spanish, Italian, Dutch, Polish, Turkish.
_MARKS = frozenset("re aw sv vs antw fw fwd wg tr rif rv enc res odp ynt ilt i r ref vb doorst".split())  # noqa: SIM905
MAX_CHARACTERS = 120


def typed_subject(subject: str, replacements: tuple[tuple[Identity, str], ...]) -> str:
    """The words of a subject line without "Re:", "[EXTERNAL]" and the like; "" if nothing is left."""
    rest = " ".join(subject.split())
    while True:
        head, colon, tail = rest.partition(":")
        if colon and head.strip().rstrip("0123456789[]()").casefold() in _MARKS:
            rest = tail.strip()
        elif rest.startswith("[") and "]" in rest[:40]:
            rest = rest[rest.index("]") + 1 :].strip()
        else:
            return scrubbed(rest, replacements)[:MAX_CHARACTERS]
