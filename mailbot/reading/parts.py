"""The text and the HTML of one reply, read apart: which is believed, and where they disagree."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.reading import evidence as signals
from mailbot.reading.folding import squared
from mailbot.reading.part import PartReading
from mailbot.reading.points import without_bullet

_MOST_STRUCK = 3  # phrases taken back in one answer
_PHRASES = 20
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
    if best.kind == "html" and _by_place(best) == _by_place(other):
        return best  # the same words between the same questions: what the text part lacks is the numbers of a list
    taken_back = [words for words in map(squared, struck) if words]
    for question in range(count):
        if question not in other.seen and question not in other.texts and question in best.seen:
            continue  # the other part lost the place itself
        _compare(best, other, question, taken_back)
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


def _by_place(part: PartReading) -> dict[int, str]:
    """What was typed, as it stands, by the question that it stands below (-1: above them all); no numbers of lists."""
    marked = part.marked
    typed = {row.line for _, row in marked.answers} | {row.line for row in marked.loose}
    words: dict[int, str] = {}
    for number in sorted(typed):
        at = marked.stream.at_line(number)
        place = sum(1 for anchor in marked.layout.anchors if anchor.start <= at) - 1
        words[place] = words.get(place, "") + _without_list_marks(marked.stream.lines[number].text)
    return words


def _same(html: str, plain: str, struck: list[str]) -> bool:
    if _without_list_marks(html) == _without_list_marks(plain):
        return True
    return _bare(html) in _without_struck(_bare(plain), struck)


def _without_struck(plain: str, struck: list[str]) -> set[str]:
    """The words, and what is left of them when one, two or three struck phrases are taken out, in any place."""
    reached = newest = {plain}
    for _ in range(_MOST_STRUCK):
        newest = {
            rest[:at] + rest[at + len(words) :]
            for rest in newest
            for words in set(struck[:_PHRASES])
            for at in (rest.find(words), rest.rfind(words))
            if at >= 0
        }
        reached = reached | newest
    return reached


def _without_list_marks(text: str) -> str:
    found = ""
    for row in text.split("\n"):
        bare = without_bullet(row)
        while bare != row:
            row, bare = bare, without_bullet(bare)  # noqa: PLW2901 - "8. 1. one" has two
        found += _bare(bare)
    return found


def _bare(text: str) -> str:
    """The words without what clients turn signs into on the way from HTML to text."""
    for sign, plain in (("€", "eur"), ("©", "(c)"), ("®", "(r)"), ("•", "-"), ("·", "-")):
        text = text.replace(sign, plain)
    return squared(text)
