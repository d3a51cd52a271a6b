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
_PARTS = re.compile(r"\s[|\u00b7\u2022/]\s")  # between the parts of a card's line: "Trainee | Ward 7 | Riverside"
_BARS = re.compile(r"\s[|\u00b7\u2022\u2013-]\s")
_LEFT_OUT = re.compile(r"[>\s]{0,4}(?:\.{3,6}|\u2026|\[[^\]]{3,40}\])")  # Gmail's "[Quoted text hidden]", "..."
_CARD_LINES = 8
_LONGEST_CARD_LINE = 60
_SENTENCE_WORDS = 7  # a title has fewer


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
    lines, card = without_own_card(lines, own)
    lines, devices = without_device_lines(lines)
    devices += card
    if first and lines and all(not line.text or is_tail_line(line.text, own) for line in lines):
        return Tail(kept=lines, cut=devices, doubts=(signals.TAIL_IN_DOUBT,))
    at, dashes = _tail_start(lines, own, first)
    kept, cut = lines[:at], lines[at:]
    doubts: set[str] = set()
    after = [line.text for line in cut[1:] if line.text]
    if dashes and at and not _is_card(after, own):
        doubts.add(signals.DASHES)
    if _goes_on(after, own):
        doubts.add(signals.AFTER_SIGN_OFF)
    left, more = _without_last_lines(trimmed(kept), own)
    if first and not left and any(line.text for line in kept):
        left, more = trimmed(kept), []
        doubts.add(signals.TAIL_IN_DOUBT)
    if _ends_strangely(left):
        doubts.add(signals.TAIL_IN_DOUBT)
    return Tail(kept=left, cut=more + cut + devices, doubts=tuple(sorted(doubts)))


def without_tail_within(lines: list[Typed], own: frozenset[str]) -> Tail:
    """The lines of an answer that others follow: only a name of one's own, with or without a sign-off, is taken off.

    A sign-off without a name may be the answer's last word there, and is doubted.
    """
    lines, devices = without_device_lines(lines)
    end = len(lines)
    while end and (not lines[end - 1].text or is_tail_line(lines[end - 1].text, own)):
        end -= 1
    kept, cut = trimmed(lines[:end]), trimmed(lines[end:])
    if not cut or not kept:
        return Tail(kept=lines, cut=devices)
    if any(is_own_name(line.text, own) for line in cut):
        return Tail(kept=kept, cut=cut + devices)
    apart = not lines[end].text
    return Tail(kept=lines, cut=devices, doubts=(signals.TAIL_IN_DOUBT,) if apart else ())


def without_own_card(lines: list[Typed], own: frozenset[str]) -> tuple[list[Typed], list[Typed]]:
    """The lines without a card below dashes that begins with the writer's own name, and the card.

    Roundcube puts the signature above the quote, behind three dashes on purpose. Its ward and telephone are nobody's
    answer, and whatever fits no question goes to the mentor.
    """
    for at, line in enumerate(lines[:-1]):
        if line.text not in ("--", "---") or not is_own_name(lines[at + 1].text, own):
            continue
        end = next((stop for stop in range(at + 2, len(lines)) if not lines[stop].text), len(lines))
        if not _goes_on([row.text for row in lines[at + 1 : end]], own):
            return trimmed([*lines[:at], *lines[end:]]), lines[at:end]
    return lines, []


def without_device_lines(lines: list[Typed]) -> tuple[list[Typed], list[Typed]]:
    """The lines without those that a telephone put there as paragraphs of their own, and these."""
    found = [
        at
        for at, line in enumerate(lines)
        if line.text
        and is_device_line(line.text)
        and (at == 0 or not lines[at - 1].text or is_device_line(lines[at - 1].text))
        and (at + 1 == len(lines) or not lines[at + 1].text or is_device_line(lines[at + 1].text))
    ]
    if not found:
        return lines, []
    gone = set(found)
    return trimmed([line for at, line in enumerate(lines) if at not in gone]), [lines[at] for at in found]


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
    return bool(text) and (is_device_line(text) or is_sign_off(text) or is_own_name(text, own))


def is_own_name(text: str, own: frozenset[str]) -> bool:
    """Whether the line is the writer's name, alone or behind a sign-off: "Zoë", "/Zoë", "Best wishes, Zoë Müller"."""
    words = collapsed(text[:_LONGEST_CARD_LINE].lstrip("/~–— "))
    if not own or words in own:
        return words in own
    if collapsed(_BARS.split(text[:_LONGEST_CARD_LINE], maxsplit=1)[0]) in own and _BARS.search(text):
        return True  # "Zoë Müller | Core trainee | 0191 498 0001"
    parts = words.split()
    return any(
        " ".join(parts[at:]) in own and is_sign_off(" ".join(parts[:at]))
        for at in range(max(1, len(parts) - 3), len(parts))
    )


def _is_card(after: list[str], own: frozenset[str]) -> bool:
    if not after:
        return True
    named = any(len(name) > 2 and name in collapsed(after[0]) for name in own)  # noqa: PLR2004 - not initials
    return named or any(_CONTACT.search(line[:500]) for line in after[:3])


def _goes_on(after: list[str], own: frozenset[str]) -> bool:
    """Whether what stands behind a sign-off is more than a card: a postscript, sentences, another number."""
    signed = bool(after) and is_own_name(after[0], own)
    sentences = [
        line
        for line in after
        if len(line.split()) >= _SENTENCE_WORDS
        and not is_footer(line)
        and not (signed and (_PARTS.search(line) or _CONTACT.search(line[:500])))
    ]
    return bool(sentences) or len(after) > _CARD_LINES or any(_MORE.match(line) for line in after)


def _ends_strangely(lines: list[Typed]) -> bool:
    """Whether the last paragraph looks like a footer, a quote that is hidden, or the card of an unknown name."""
    runs = paragraphs(lines)
    if len(runs) < 2:  # noqa: PLR2004 - the only paragraph is the answer
        return False
    last = [line.text for line in runs[-1]]
    if len(last) == 1 and _LEFT_OUT.fullmatch(last[0]):
        return True
    if any(is_footer(text) for text in last):
        return True
    short = all(len(text) <= _LONGEST_CARD_LINE and not text.endswith((".", "!", "?")) for text in last)
    return short and len(last) > 1 and any(_CONTACT.search(text) for text in last)


def _without_last_lines(lines: list[Typed], own: frozenset[str]) -> tuple[list[Typed], list[Typed]]:
    end = len(lines)
    while end and (not lines[end - 1].text or is_tail_line(lines[end - 1].text, own)):
        end -= 1
    return trimmed(lines[:end]), trimmed(lines[end:])
