"""The lines that begin with a number, before it is known which of them number the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailbot.reading import evidence as signals
from mailbot.reading.evidence import Evidence
from mailbot.reading.leftovers import Typed
from mailbot.reading.numerals import Head, head_of

_MOST_ITEMS = 300  # nobody answers so many; beyond it the list is something else
_LEAD = 14  # of a word that can be one for "question"
FIRST_GAP = 9  # an item on the first line stands apart by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line that begins with a number: where, how, after how many empty lines, what follows."""

    at: int
    head: Head
    gap: int
    rest: str
    bare_rest: str = ""  # what follows if the delimiter's last sign is the answer's own

    def bare(self) -> Item:
        """The item with the delimiter's last sign left to the answer."""
        style = self.head.bare_style
        left = self.head.style.removeprefix(style)  # the sign that goes to the answer, with the blank in front of it
        tight = style != " " and not left.startswith(" ")
        head = replace(self.head, style=style, bare_style="", tight=tight, digit=False)
        return replace(self, head=head, rest=self.bare_rest)

    @property
    def number(self) -> int:
        """The question's number that it would be."""
        return self.head.number

    @property
    def alone(self) -> bool:
        """Whether a bare number is all that stands on the line."""
        return self.head.style == " " and not self.rest

    @property
    def style(self) -> str:
        """What the items of one list have in common."""
        return "alone" if self.alone else self.head.style


def items_of(lines: Sequence[Typed], count: int, evidence: Evidence) -> list[Item]:
    """Every line that begins with the number of a question."""
    items: list[Item] = []
    gap = FIRST_GAP
    for at, line in enumerate(lines):
        if not line.text:
            gap = gap + 1 if at else gap
            continue
        head = head_of(line.text)
        if head and head.number <= count:
            if len(items) == _MOST_ITEMS:
                evidence.note_all(range(count), signals.TWO_LISTS)
                break
            rest, bare = line.text[head.end :], line.text[head.bare_end :]
            items.append(Item(at=at, head=head, gap=gap, rest=rest, bare_rest=bare))
        gap = 0
    return items


def unwrapped(lines: list[Typed]) -> list[Typed]:
    """The lines with "Question" and its number together, where a client wrapped between them."""
    heads = [head_of(line.text) for line in lines]
    leads = {head.style.rpartition(" ")[0] for head in heads if head and head.led}
    found = list(lines)
    for at in range(1, len(found)):
        before, line = found[at - 1], found[at]
        word = before.text[-_LEAD:].rpartition(" ")[2]
        if len(word) > 2 and word.casefold() in leads and line.text[:1].isdigit() and word != before.text:  # noqa: PLR2004 - "no"
            found[at - 1] = Typed(line=before.line, text=before.text[: -len(word)].rstrip(), shared=True)
            found[at] = Typed(line=line.line, text=f"{word} {line.text}", shared=True)
    return found
