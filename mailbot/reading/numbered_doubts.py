"""What speaks against a numbered list: numbers twice or out of order, a list inside an answer or beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mailbot.model.form import FormQuestion
from mailbot.reading import evidence as signals
from mailbot.reading.evidence import Evidence
from mailbot.reading.leftovers import Typed, paragraphs
from mailbot.reading.numbered_items import Item
from mailbot.reading.numerals import head_of
from mailbot.reading.phrases import is_greeting
from mailbot.reading.proof import Proof, proven


def opens_list(rest: str) -> bool:
    """Whether an answer begins with a list of its own: "4. 1. one"."""
    return re.match(r"1\s?[.):]\s{0,3}\S", rest) is not None


def note_strays(kept: list[Item], rows: list[Item], usual: int, evidence: Evidence) -> None:
    """Items of the same style that are in no chain: lists inside answers are let be, everything else is doubted."""
    places = {item.at for item in kept}
    position = 0
    inner = 0  # the number that goes on the list inside the answer that we are in; 0 where there is none
    for item, following in zip(rows, [*rows[1:], None], strict=True):
        while position < len(kept) and kept[position].at <= item.at:
            inner = 2 * opens_list(kept[position].rest)
            position += 1
        if item.at in places:
            continue
        if item.alone and position and item.number not in (kept[position - 1].number, kept[position - 1].number + 1):
            continue  # a value on a line of its own below the number on a line of its own
        parent = kept[position - 1] if position else None
        if parent is None:
            evidence.note(item.number - 1, signals.NUMBER_TWICE)
            continue
        goes_on = following is not None and following.number == 2 and following.at not in places  # noqa: PLR2004
        if item.number == 1 and item.gap < max(usual, 1) and goes_on:
            inner = 1
        both = (item.number - 1, parent.number - 1)
        if inner:
            if item.number != inner:
                evidence.note_all(both, signals.INNER_LIST)
            inner += item.number == inner
        elif item.number == parent.number:
            evidence.note(parent.number - 1, signals.NUMBER_TWICE)
        else:
            evidence.note_all(both, signals.OUT_OF_ORDER)


def note_skipped(kept: list[Item], items: list[Item], count: int, evidence: Evidence) -> None:
    """A number that the list skips, found there in another style: "2 4" / "3 - poster" / "4 2"."""
    bounds = [
        *((a.at, b.at, a.number, b.number) for a, b in pairwise(kept)),
        (kept[-1].at, -1, kept[-1].number, count + 1),
    ]
    position = 0
    listed: dict[str, int] = {}  # how far a list that began with 1 has come, by style, in the answer that we are in
    for item in items:
        while position + 1 < len(bounds) and bounds[position][1] <= item.at:
            position += 1
            listed.clear()
        start, _, low, high = bounds[position]
        if item.at <= start or item.head.strange:
            continue
        inner = item.number == listed.get(item.style, 0) + 1
        if inner:
            listed[item.style] = item.number
        if low < item.number < high and not inner:
            evidence.note_all((low - 1, item.number - 1), signals.OUT_OF_ORDER)


def rivals(items: list[Item], kept: list[Item]) -> list[Item]:
    """Another list beside the chosen one, as long as it or nearly: in a translated form, questions and answers."""
    places = {item.at for item in kept}
    others: dict[str, list[Item]] = {}
    for item in items:
        if item.at not in places and item.style != kept[0].style:
            others.setdefault(item.style, []).append(item)
    for rows in others.values():
        if _is_inside_one(rows, kept):
            continue
        numbers = {row.number for row in rows}
        if len(numbers) >= max(2, len(kept) // 2) and len(numbers & {item.number for item in kept}) > 1:
            apart = [row for row in rows if row.gap >= 1]
            if len(apart) > 1:
                return rows
    return []


def _is_inside_one(rows: list[Item], kept: list[Item]) -> bool:
    """Whether the rows are a list of 1, 2, 3 inside one answer."""
    before = [item for item in kept if item.at < rows[0].at]
    after = [item for item in kept if item.at > rows[0].at]
    within = bool(before) and (not after or rows[-1].at < after[0].at)
    return within and [row.number for row in rows] == list(range(1, len(rows) + 1))


def goes_beyond(lines: Sequence[Typed], kept: list[Item], count: int) -> bool:
    """Whether the list goes on behind the last question's number: an editor counted the lines of an answer too."""
    if kept[-1].number < count or len(kept) < 2:  # noqa: PLR2004 - one number is no list
        return False
    heads = (head_of(row.text) for row in lines[kept[-1].at + 1 :] if row.text[:1].isdigit())
    return any(head is not None and head.number == count + 1 and head.style == kept[-1].style for head in heads)


def note_company(
    lines: list[Typed], kept: list[Item], count: int, questions: Sequence[FormQuestion], evidence: Evidence
) -> None:
    """A short list among other words may be something that is enumerated, unless a scale in it has its value."""
    if proven(kept, questions) is Proof.FOR:
        return
    around = [line for line in lines[: kept[0].at] if line.text and not is_greeting(line.text)]
    few = len(kept) <= 3 and bool(around)  # noqa: PLR2004 - measured: short lists with words round them
    loose = len(kept) <= count // 2 and len(paragraphs(lines)) > 2 * len(kept) + 1
    if few or loose or (around and len(around) >= len(kept)):
        evidence.note_all((item.number - 1 for item in kept), signals.FEW_NUMBERS)
