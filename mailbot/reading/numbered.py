"""Answers given as a numbered list: above the form, below it, or in a mail without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import mode

from mailbot.model.form import FormQuestion
from mailbot.reading import evidence as signals
from mailbot.reading.evidence import Evidence
from mailbot.reading.inner_numbers import split_inside
from mailbot.reading.leftovers import Typed
from mailbot.reading.numbered_doubts import goes_beyond, note_company, note_skipped, note_strays, opens_list, rivals
from mailbot.reading.numbered_items import Item, items_of, unwrapped
from mailbot.reading.phrases import is_greeting
from mailbot.reading.proof import Proof, proven

_MOST = 100  # more questions than any form has
_NO_CHANCE = 5  # numbers in a row that nobody writes by chance


@dataclass(slots=True, kw_only=True)
class Numbered:
    """Lines of each answer by question (from 0), the lines above the first of them."""

    answers: dict[int, list[Typed]] = field(default_factory=dict)
    above: list[Typed] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The best increasing list in one style, its usual gap, and every item in that style."""

    items: list[Item]
    usual: int
    all_of_style: list[Item]
    weight: float


def numbered_answers(
    lines: list[Typed], count: int, evidence: Evidence, questions: Sequence[FormQuestion] = ()
) -> Numbered:
    """The answers that the lines give by number, for a form of `count` questions; empty if there is no such list."""
    lines = unwrapped(lines)
    items = items_of(lines, count, evidence)
    best = _best_list(items, lines, count, questions)
    if best is None:
        return Numbered(above=lines)
    kept = _without_inner(best, evidence)
    kept = _with_skipped(kept, items, best.usual, questions)
    evidence.note_all((item.number - 1 for item in kept if item.head.part), signals.INNER_LIST)
    if goes_beyond(lines, kept, count):
        evidence.note_all(range(count), signals.OUT_OF_ORDER)
    note_strays(kept, best.all_of_style, best.usual, evidence)
    note_skipped(kept, items, count, evidence)
    note_company(lines, kept, count, questions, evidence)
    if any(item.style != kept[0].style and item.head.strong for item in rivals(items, kept)):
        evidence.note_all((item.number - 1 for item in kept), signals.TWO_LISTS)
    result = Numbered(above=lines[: kept[0].at])
    barred = len(kept) > 1 and all(item.rest.endswith("|") for item in kept)  # "| 3 | good |"
    for position, item in enumerate(kept):
        end = kept[position + 1].at if position + 1 < len(kept) else len(lines)
        rest = item.rest[:-1].rstrip() if barred else item.rest
        first = Typed(line=lines[item.at].line, text=rest, shared=True)
        result.answers[item.number - 1] = [first, *lines[item.at + 1 : end]]
    split_inside(result.answers, kept, count, questions, evidence)
    return result


def _best_list(items: list[Item], lines: list[Typed], count: int, questions: Sequence[FormQuestion]) -> Chain | None:
    best: Chain | None = None
    for style in dict.fromkeys(item.style for item in items):
        rows = [item.bare() if item.head.bare_style == style else item for item in items if style in _styles(item)]
        usual = mode([row.gap for row in rows[1:]]) if len(rows) > 1 else 0
        weight, chain = _increasing(rows, usual)
        chain = _without_decimals(chain)
        if len(chain) < len(rows) and _in_any_order(rows, usual, questions):
            weight, chain = 2.0 * len(rows), rows
        if not chain or (best and weight <= best.weight):
            continue
        sure = chain[0].head.strong if len(chain) > 1 else chain[0].head.stands_alone
        if sure or _believable(chain, lines, count, questions):
            best = Chain(items=chain, usual=usual, all_of_style=rows, weight=weight)
    if best is None or len(best.items) > 1:
        return best
    only = best.items[0]
    if any(row.text and not is_greeting(row.text) for row in lines[: only.at]):
        return None  # one number somewhere in prose
    return best if only.rest or only.head.led else None  # "1." on a line of its own is an answer as well


def _styles(item: Item) -> tuple[str, str]:
    return item.style, item.head.bare_style


def _increasing(rows: list[Item], gap: int) -> tuple[float, list[Item]]:
    totals: list[float] = []
    before: list[int] = []
    for at, row in enumerate(rows):
        weight = (0.3 if row.head.digit else 1.0) + (0.6 if row.gap >= gap else 0.0)
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


def _in_any_order(rows: list[Item], usual: int, questions: Sequence[FormQuestion]) -> bool:
    """Whether a list that does not rise numbers the answers all the same: each once, and the scales have their values.

    A list inside an answer would begin with 1 below a line that leads to it.
    """
    numbers = [row.number for row in rows]
    if len(set(numbers)) < len(numbers) or not all(row.head.strong and row.gap >= usual for row in rows):
        return False
    if any(opens_list(row.rest) or not row.rest or row.rest.endswith(":") or row.head.digit for row in rows):
        return False
    falling = len(rows) > 2 and numbers == sorted(numbers, reverse=True)  # noqa: PLR2004 - two come about by chance
    proof = proven(rows, questions)
    return proof is Proof.FOR or (falling and proof is Proof.NONE)


def _without_decimals(chain: list[Item]) -> list[Item]:
    """Without "2.4", which is the second answer among "1.Yes" and "3.No", and a number elsewhere."""
    sure = [item for item in chain if not item.head.digit]
    tight = [item for item in sure if item.head.tight]
    return chain if 2 * len(tight) > len(sure) else sure


def _believable(chain: list[Item], lines: list[Typed], count: int, questions: Sequence[FormQuestion]) -> bool:
    """Whether a list in a style in which answers begin too ("3 years", "4 - good") numbers the answers."""
    complete = [item.number for item in chain] == list(range(1, count + 1))
    proof = proven(chain, questions)
    if proof is Proof.AGAINST and not complete:
        return False
    if chain[0].head.strange or chain[0].alone:
        return complete and (proof is Proof.FOR or count >= _NO_CHANCE)
    if chain[0].style == " ":
        if proof is not Proof.FOR:
            return complete and count >= _NO_CHANCE
        return complete or _makes_up(chain, lines, count)
    return (complete and count > 2) or _makes_up(chain, lines, count)  # noqa: PLR2004 - two come about by chance


def _makes_up(chain: list[Item], lines: list[Typed], count: int) -> bool:
    """Whether the list is long, or there is nothing else."""
    every = len(chain) == sum(1 for line in lines if line.text and not is_greeting(line.text))
    return len(chain) >= max(3, count // 2) or (every and len(chain) > 1)


def _without_inner(best: Chain, evidence: Evidence) -> list[Item]:
    """Drops what stands closer than the list's items do: a list inside an answer ("4. 1. one / 2. two")."""
    kept: list[Item] = []
    for item in best.items:
        if kept and best.usual >= 1 and item.gap < best.usual:
            if opens_list(kept[-1].rest):
                continue
            evidence.note_all((kept[-1].number - 1, item.number - 1), signals.INNER_LIST)
        kept.append(item)
    return kept


def _with_skipped(kept: list[Item], items: list[Item], usual: int, questions: Sequence[FormQuestion]) -> list[Item]:
    """Adds the numbers that the list skips where they stand in their place in another style: "1." / "2)" / "3."."""
    places = {item.at for item in kept}
    between: list[list[Item]] = [[] for _ in range(len(kept) + 1)]
    position = 0
    for item in items:
        while position < len(kept) and kept[position].at <= item.at:
            position += 1
        if item.at not in places and not (item.head.strange or item.head.digit or item.alone) and item.head.plain_lead:
            between[position].append(item)
    found: list[Item] = []
    for position, inside in enumerate(between):
        before = kept[position - 1] if position else None
        after = kept[position] if position < len(kept) else None
        if inside and _fills(before, inside, after, usual, questions):
            found += inside
        if after is not None:
            found.append(after)
    return found


def _fills(
    before: Item | None, inside: list[Item], after: Item | None, usual: int, questions: Sequence[FormQuestion]
) -> bool:
    """Whether these numbers are answers between two others, and no list inside the first of them."""
    low = before.number if before else 0
    led = all(row.head.led for row in inside)
    high = after.number if after else _MOST if led else low + len(inside) + 1
    numbers = [row.number for row in inside]
    if (before and opens_list(before.rest)) or any(row.gap < usual for row in inside):
        return False
    if not all(low < number < high for number in numbers) or numbers != sorted(set(numbers)):
        return False
    return all(row.head.strong for row in inside) or (
        len(numbers) == high - low - 1
        and proven([row for row in inside if not row.head.strong], questions) is Proof.FOR
    )
