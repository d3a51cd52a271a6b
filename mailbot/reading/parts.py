"""The text and the HTML of one reply, read apart: which is believed, and where they disagree."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.reading import evidence as signals
from mailbot.reading.folding import squared
from mailbot.reading.part import PartReading
from mailbot.reading.points import without_bullet

_ABOUT_PLACES = frozenset({signals.INNER_LIST, signals.BOTH_SIDES})  # doubts that an agreeing other part settles


def believed(readings: list[PartReading], count: int, struck: Sequence[str] = ()) -> PartReading | None:
    """The better of the alternatives, with the words and the doubts that the other one adds; None without any.

    They differ where words are in one answer's place in one part and elsewhere in the other. Numbers of a list that the
    text part lost, bullets, and words that only the HTML shows as `struck` out are no difference.
    """
    if not readings:
        return None
    live = [part for part in readings if part.says_something]
    if len(live) < 2:  # noqa: PLR2004 - an untouched copy of the form says nothing about the other part
        return (live or readings)[0]
    best, other = sorted(live, key=_worth, reverse=True)
    for question in range(count):
        if question not in other.seen and question not in other.texts and question in best.seen:
            continue  # the other part lost the place itself
        _compare(best, other, question, [words for words in map(squared, struck) if words])
    return best


def _worth(part: PartReading) -> float:
    doubted = sum(1 for question in part.evidence.signals if part.evidence.hard(question))
    return 2 * len(part.texts) + 0.1 * len(part.seen) - 2 * doubted - 0.5 * len(part.loose)


def _compare(best: PartReading, other: PartReading, question: int, struck: list[str]) -> None:
    mine, theirs = best.texts.get(question, ""), other.texts.get(question, "")
    if question in best.pointed and not theirs:
        return  # only the HTML shows what was marked
    if question in other.pointed and not mine:
        best.texts[question] = theirs
        best.pointed.add(question)
        return
    html, plain = (mine, theirs) if best.kind == "html" else (theirs, mine)
    if not _same(html, plain, struck):
        # What the other part doubts by itself does not count against this one, words that only it has do.
        lost_place = not theirs and _bare(mine) in _bare("".join(other.loose))
        if not lost_place and (not other.evidence.hard(question) or (theirs and not mine)):
            best.evidence.note(question, signals.PARTS_DIFFER)
        return
    if signals.HINT_MARKED in other.evidence.of(question):  # only the HTML shows what was marked
        best.evidence.note(question, signals.HINT_MARKED)
    if html:  # it has neither wrapping nor added marks, and draws the marks of lists
        best.texts[question] = html
    if not other.evidence.hard(question):
        best.evidence.signals[question] = best.evidence.of(question) - _ABOUT_PLACES


def _same(html: str, plain: str, struck: list[str]) -> bool:
    rest = _bare(plain)
    for words in struck:
        rest = rest.replace(words, "", 1)
    return _bare(html) in (_bare(plain), rest) or _without_list_marks(html) == _without_list_marks(plain)


def _without_list_marks(text: str) -> str:
    return "".join(_bare(without_bullet(row)) for row in text.split("\n"))


def _bare(text: str) -> str:
    """The words without what clients turn signs into on the way from HTML to text."""
    for sign, plain in (("€", "eur"), ("©", "(c)"), ("®", "(r)"), ("•", "-"), ("·", "-")):
        text = text.replace(sign, plain)
    return squared(text)
