"""The points of a scale, or the options of a choice, as the hint prints them, and where they stand in a reply."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from mailbot.model.form import FormQuestion, QuestionKind
from mailbot.reading.folding import squared
from mailbot.reading.ratings import value_of
from mailbot.reading.stream import Stream

Span = tuple[int, int]
_SHORT_LIST = 12  # squared characters; fewer can be typed by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class HintPoints:
    """The squared points in the order printed: what stands before the first, between two, behind the last."""

    words: tuple[str, ...]
    head: str
    between: tuple[str, ...]
    tail: str

    @property
    def printed(self) -> str:
        """The part of the hint that lists the points, squared."""
        links = (*self.between, self.tail)
        return self.head + "".join(point + link for point, link in zip(self.words, links, strict=True))


def hint_points(question: FormQuestion) -> HintPoints | None:
    """The points that the question's hint lists; None where it lists none, or not in a way that can be told apart."""
    hint = squared(question.hint)
    if question.kind is QuestionKind.YES_NO:
        words = [squared(word) for word in re.findall(r"[^\W\d_]{1,9}", question.hint[:60])]
        words = [word for word in words if value_of(word, question) is not None][:2]
    else:
        names = {QuestionKind.SCALE: question.labels, QuestionKind.CHOICE: question.options}.get(question.kind, ())
        words = [f"{number}{squared(name)}" for number, name in enumerate(names, 1)]
    spans = _in_order(hint, words, 0, len(hint))
    if len(spans) < 2:  # noqa: PLR2004 - one point is no choice
        return None
    end = hint.find(")", spans[-1][1])
    return HintPoints(
        words=tuple(words),
        head=hint[: spans[0][0]],
        between=tuple(hint[left[1] : right[0]] for left, right in pairwise(spans)),
        tail=hint[spans[-1][1] : end + 1],
    )


def places_of(stream: Stream, points: HintPoints, start: int, stop: int) -> list[Span]:
    """Where each point stands in [start, stop), in order; empty if one of them is missing.

    A list as short as "(yes or no)" must have its bracket: "yes or no, hard to say" is typed.
    """
    whole = stream.chars.find(points.printed, start, stop)
    places = _in_order(stream.chars, points.words, max(start, whole), stop)
    if places and whole < 0 and len(points.printed) < _SHORT_LIST and not stream.chars.startswith(points.head, start):
        return []
    return places


def _in_order(chars: str, words: tuple[str, ...] | list[str], start: int, stop: int) -> list[Span]:
    spans: list[Span] = []
    for word in words:
        at = chars.find(word, start, stop)
        if at < 0:
            return []
        start = at + len(word)
        spans.append((at, start))
    return spans
