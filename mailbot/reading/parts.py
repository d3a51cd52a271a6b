"""The text and the HTML of one reply, read apart: which is believed, and where they disagree."""

from __future__ import annotations

from mailbot.reading import evidence as signals
from mailbot.reading.folding import squared
from mailbot.reading.part import PartReading

_ABOUT_PLACES = frozenset({signals.INNER_LIST, signals.BOTH_SIDES})  # doubts that an agreeing other part settles


def believed(readings: list[PartReading], count: int) -> PartReading | None:
    """The better of the alternatives, with the words and the doubts that the other one adds; None without any."""
    if not readings:
        return None
    live = [part for part in readings if part.says_something]
    if len(live) < 2:  # noqa: PLR2004 - an untouched copy of the form says nothing about the other part
        return (live or readings)[0]
    best, other = sorted(live, key=_worth, reverse=True)
    for question in range(count):
        if question not in other.seen and question not in other.texts and question in best.seen:
            continue  # the other part lost the place itself
        _compare(best, other, question)
    return best


def _worth(part: PartReading) -> float:
    doubted = sum(1 for question in part.evidence.signals if part.evidence.hard(question))
    return 2 * len(part.texts) + 0.1 * len(part.seen) - 2 * doubted - 0.5 * len(part.loose)


def _compare(best: PartReading, other: PartReading, question: int) -> None:
    mine, theirs = best.texts.get(question, ""), other.texts.get(question, "")
    if question in best.pointed and not theirs:
        return  # only the HTML shows what was marked
    if question in other.pointed and not mine:
        best.texts[question] = theirs
        best.pointed.add(question)
        return
    if _bare(mine) != _bare(theirs):
        # What the other part doubts by itself does not count against this one, words that only it has do.
        if not other.evidence.hard(question) or (theirs and not mine):
            best.evidence.note(question, signals.PARTS_DIFFER)
        return
    if signals.HINT_MARKED in other.evidence.of(question):  # only the HTML shows what was marked
        best.evidence.note(question, signals.HINT_MARKED)
    if best.kind == "plain" and theirs:
        best.texts[question] = theirs  # the HTML has neither wrapping nor added marks
    if not other.evidence.hard(question):
        best.evidence.signals[question] = best.evidence.of(question) - _ABOUT_PLACES


def _bare(text: str) -> str:
    """The words without what clients turn signs into on the way from HTML to text."""
    for sign, plain in (("€", "eur"), ("©", "(c)"), ("®", "(r)"), ("•", "-"), ("·", "-")):
        text = text.replace(sign, plain)
    return squared(text)
