"""Answers given as a numbered list: above the form, below it, or in a mail without it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import mode

from mailbot.reading import evidence as signals
from mailbot.reading.evidence import Evidence
from mailbot.reading.leftovers import Typed, paragraphs
from mailbot.reading.phrases import is_greeting

_ITEM = re.compile(
    r"[\s*_]{0,8}(?:(questions?|q|question no|frage|answer|antwort|no|nr)\.?\s?|#)?([(\[]?)(\d{1,2})"
    r"([)\].:]{1,2}(?!\d)|\s?[-–—=](?=\s)|(?=\s)|$)[*_]{0,2}\s{0,8}",
    re.IGNORECASE,
)
_CORRECTION = re.compile(r"(?:should (?:have )?(?:be|been|read)|is now|is|was|=|->|→)\s{1,4}(?=\S)", re.IGNORECASE)
_MOST_ITEMS = 300  # nobody answers so many; beyond it the list is something else
_HEAD = 40  # characters in which an item's number must stand
_BARE = (" ", "-")  # styles that are also how an answer may begin: "3 years", "4 - good"
FIRST_GAP = 9  # an item on the first line stands apart by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line that begins with a number: where, which, in what style, after how many empty lines, what follows."""

    at: int
    number: int
    style: str
    gap: int
    rest: str


@dataclass(slots=True, kw_only=True)
class Numbered:
    """Lines of each answer by question (from 0), the lines above the first of them."""

    answers: dict[int, list[Typed]] = field(default_factory=dict)
    above: list[Typed] = field(default_factory=list)


def numbered_answers(lines: list[Typed], count: int, evidence: Evidence) -> Numbered:
    """The answers that the lines give by number, for a form of `count` questions; empty if there is no such list."""
    items = _items(lines, count, evidence)
    usual, best, all_of_style = _best_list(items, lines, count)
    if not best:
        return Numbered(above=lines)
    kept = _without_inner(best, usual, evidence)
    _note_strays(kept, all_of_style, usual, evidence)
    _note_skipped(kept, items, count, evidence)
    _note_company(lines, kept, count, evidence)
    if any(item.style != kept[0].style and item.style not in _BARE for item in _rivals(items, kept)):
        evidence.note_all((item.number - 1 for item in kept), signals.TWO_LISTS)
    result = Numbered(above=lines[: kept[0].at])
    for position, item in enumerate(kept):
        end = kept[position + 1].at if position + 1 < len(kept) else len(lines)
        first = Typed(line=lines[item.at].line, text=item.rest, shared=True)
        result.answers[item.number - 1] = [first, *lines[item.at + 1 : end]]
        if item.number < count and re.search(rf"(?:^|\s){item.number + 1}[.):](?=\s)", item.rest[:2000]):
            evidence.note_all((item.number - 1, item.number), signals.NEXT_INSIDE)
    return result


def _items(lines: Sequence[Typed], count: int, evidence: Evidence) -> list[Item]:
    items: list[Item] = []
    gap = FIRST_GAP
    for at, line in enumerate(lines):
        if not line.text:
            gap = gap + 1 if at else gap
            continue
        item = _item(at, line.text, gap)
        gap = 0
        if item and 1 <= item.number <= count:
            if len(items) == _MOST_ITEMS:
                evidence.note_all(range(count), signals.TWO_LISTS)
                break
            items.append(item)
    return items


def _item(at: int, text: str, gap: int) -> Item | None:
    head = "".join(_plain_digit(char) for char in text[:_HEAD])
    found = _ITEM.match(head + text[_HEAD:])
    if found is None:
        return None
    word, bracket, number, mark = found.groups()
    rest = text[found.end() :]
    mark = mark.strip().replace("–", "-").replace("—", "-")
    led = word is not None or text.lstrip("*_ ").startswith("#")
    style = ("word" if led else "") + bracket + (mark or ("" if led or bracket else " "))
    if style == " " and not rest:
        return None
    if led or style in ("=", " "):
        rest = _CORRECTION.sub("", rest, count=1) if _CORRECTION.match(rest) else rest
    return Item(at=at, number=int(number), style=style, gap=gap, rest=rest)


def _plain_digit(char: str) -> str:
    """Full-width "１．" as "1.", one character for one."""
    if char.isascii():
        return char
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 and plain.isascii() and not plain.isalpha() else char


def _best_list(items: list[Item], lines: list[Typed], count: int) -> tuple[int, list[Item], list[Item]]:
    """The usual gap, the best increasing list, and every item in its style."""
    best_weight, best, usual, all_of_style = 0.0, list[Item](), 0, list[Item]()
    for style in dict.fromkeys(item.style for item in items):
        rows = [item for item in items if item.style == style]
        gap = mode([row.gap for row in rows[1:]]) if len(rows) > 1 else 0
        weight, chain = _increasing(rows, gap)
        if style in _BARE and len(chain) < max(3, count // 2):
            continue
        if weight > best_weight:
            best_weight, best, usual, all_of_style = weight, chain, gap, rows
    if len(best) == 1 and any(line.text and not is_greeting(line.text) for line in lines[: best[0].at]):
        return usual, [], []  # one number somewhere in prose
    return usual, best, all_of_style


def _increasing(rows: list[Item], gap: int) -> tuple[float, list[Item]]:
    totals: list[float] = []
    before: list[int] = []
    for at, row in enumerate(rows):
        weight = 1.0 + (0.6 if row.gap >= gap else 0.0)
        total, link = weight, -1
        for k in range(at):
            if rows[k].number < row.number and totals[k] + weight > total:
                total, link = totals[k] + weight, k
        totals.append(total)
        before.append(link)
    at = max(range(len(rows)), key=totals.__getitem__)
    best = totals[at]
    chain: list[Item] = []
    while at >= 0:
        chain.append(rows[at])
        at = before[at]
    return best, chain[::-1]


def _without_inner(chain: list[Item], usual: int, evidence: Evidence) -> list[Item]:
    """Drops what stands closer than the list's items do: a list inside an answer ("4. 1. one / 2. two")."""
    kept: list[Item] = []
    for item in chain:
        if kept and usual >= 1 and item.gap < usual:
            if _opens_list(kept[-1].rest):
                continue
            evidence.note_all((kept[-1].number - 1, item.number - 1), signals.INNER_LIST)
        kept.append(item)
    return kept


def _opens_list(rest: str) -> bool:
    return re.match(r"1\s?[.):]", rest) is not None


def _note_strays(kept: list[Item], rows: list[Item], usual: int, evidence: Evidence) -> None:
    """Items of the same style that are in no chain: lists inside answers are let be, everything else is doubted."""
    places = {item.at for item in kept}
    position = 0
    opened = False  # whether the answer that we are in holds a list that began with 1
    for item in rows:
        while position < len(kept) and kept[position].at <= item.at:
            opened = _opens_list(kept[position].rest)
            position += 1
        if item.at in places:
            continue
        parent = kept[position - 1] if position else None
        if parent is None:
            evidence.note(item.number - 1, signals.NUMBER_TWICE)
            continue
        opened = opened or (item.number == 1 and item.gap < max(usual, 1))
        _note_stray(item, parent, usual, evidence, inner=opened)


def _note_stray(item: Item, parent: Item, usual: int, evidence: Evidence, *, inner: bool) -> None:
    both = (item.number - 1, parent.number - 1)
    if item.number == parent.number and not inner:
        evidence.note(parent.number - 1, signals.NUMBER_TWICE)
    elif not inner:
        evidence.note_all(both, signals.OUT_OF_ORDER)
    elif usual < 1 and item.number > parent.number:
        evidence.note_all(both, signals.INNER_LIST)


def _note_skipped(kept: list[Item], items: list[Item], count: int, evidence: Evidence) -> None:
    """A number that the list skips, found there in another style: "2 4" / "3 - poster" / "4 2"."""
    bounds = [
        *((a.at, b.at, a.number, b.number) for a, b in pairwise(kept)),
        (kept[-1].at, -1, kept[-1].number, count + 1),
    ]
    position = 0
    for item in items:
        while position + 1 < len(bounds) and bounds[position][1] <= item.at:
            position += 1
        start, _, low, high = bounds[position]
        if item.at > start and low < item.number < high:
            evidence.note_all((low - 1, item.number - 1), signals.OUT_OF_ORDER)


def _rivals(items: list[Item], kept: list[Item]) -> list[Item]:
    """Another list beside the chosen one, as long as it or nearly: in a translated form, questions and answers."""
    style = kept[0].style
    others: dict[str, list[Item]] = {}
    for item in items:
        if item.style != style:
            others.setdefault(item.style, []).append(item)
    for rows in others.values():
        numbers = {row.number for row in rows}
        if len(numbers) >= max(2, len(kept) // 2) and len(numbers & {item.number for item in kept}) > 1:
            apart = [row for row in rows if row.gap >= 1]
            if len(apart) > 1:
                return rows
    return []


def _note_company(lines: list[Typed], kept: list[Item], count: int, evidence: Evidence) -> None:
    """A short list among other words may be something that the person enumerates, not answers."""
    around = [line for line in lines[: kept[0].at] if line.text and not is_greeting(line.text)]
    few = len(kept) <= 3 and bool(around)  # noqa: PLR2004 - measured: short lists with words round them
    loose = len(kept) <= count // 2 and len(paragraphs(lines)) > 2 * len(kept) + 1
    if few or loose or (around and len(around) >= len(kept)):
        evidence.note_all((item.number - 1 for item in kept), signals.FEW_NUMBERS)
