"""Sign-offs, names, device lines and business cards: cut only at the end, and never down to nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading import evidence as signals
from mailbot.reading.folding import collapsed
from mailbot.reading.leftovers import Typed, paragraphs, trimmed
from mailbot.reading.phrases import is_device_line, is_footer, is_sign_off

_CONTACT = re.compile(r"@|www\.|https?:|\+?\d[\d ()-]{6,20}")
_MORE = re.compile(r"(?:p\.? ?s\b|n\.? ?b\b|\d{1,2}[.):] |q\d)", re.IGNORECASE)
_CARD_LINES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """Typed words, what was cut behind them, and the signals that speak against the cut."""

    kept: list[Typed]
    cut: list[Typed]
    doubts: tuple[str, ...] = ()


def without_tail(lines: list[Typed], own: frozenset[str], *, first: int = 1) -> Tail:
    """The lines without a closing signature; line `first` is the earliest that may begin it.

    With `first` above 0 something is always left: a sign-off alone may be the answer, and is doubted.
    """
    if first and lines and all(not line.text or is_tail_line(line.text, own) for line in lines):
        if all(is_device_line(line.text) for line in lines if line.text):
            return Tail(kept=[], cut=lines)
        return Tail(kept=lines, cut=[], doubts=(signals.TAIL_IN_DOUBT,))
    at, dashes = _tail_start(lines, own, first)
    kept, cut = lines[:at], lines[at:]
    doubts: set[str] = set()
    after = [line.text for line in cut[1:] if line.text]
    if dashes and at and not _is_card(after, own):
        doubts.add(signals.DASHES)
    if _goes_on(after):
        doubts.add(signals.AFTER_SIGN_OFF)
    runs = paragraphs(kept)
    if len(runs) > 1 and any(is_footer(line.text) for line in runs[-1]):
        doubts.add(signals.TAIL_IN_DOUBT)
    kept, more = _without_last_lines(trimmed(kept), own)
    return Tail(kept=kept, cut=more + cut, doubts=tuple(sorted(doubts)))


def _tail_start(lines: list[Typed], own: frozenset[str], first: int) -> tuple[int, bool]:
    for at in range(first, len(lines)):
        text = lines[at].text
        if text == "--":
            return at, True
        fresh = at == 0 or not lines[at - 1].text
        if fresh and at + 1 < len(lines) and is_tail_line(text, own):
            return at, False
    return len(lines), False


def is_tail_line(text: str, own: frozenset[str]) -> bool:
    """Whether the line alone is a sign-off, a device's line or the writer's own name."""
    return bool(text) and (is_device_line(text) or is_sign_off(text) or collapsed(text) in own)


def _is_card(after: list[str], own: frozenset[str]) -> bool:
    if not after:
        return True
    named = any(len(name) > 2 and name in collapsed(after[0]) for name in own)  # noqa: PLR2004 - not initials
    return named or any(_CONTACT.search(line[:500]) for line in after[:3])


def _goes_on(after: list[str]) -> bool:
    """Whether what stands behind a sign-off is more than a card: a postscript, sentences, another number."""
    sentences = [line for line in after if len(line.split()) >= 7 and not is_footer(line)]  # noqa: PLR2004 - a title has fewer
    return bool(sentences) or len(after) > _CARD_LINES or any(_MORE.match(line) for line in after)


def _without_last_lines(lines: list[Typed], own: frozenset[str]) -> tuple[list[Typed], list[Typed]]:
    end = len(lines)
    while end and (not lines[end - 1].text or is_tail_line(lines[end - 1].text, own)):
        end -= 1
    return trimmed(lines[:end]), trimmed(lines[end:])
