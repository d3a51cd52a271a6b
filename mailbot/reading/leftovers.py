"""What a person typed between two places of a reply: the lines without the words of the form."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.reading.folding import BLANKS
from mailbot.reading.stream import Stream

_EMPHASIS = "*_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One line or what is left of it; `shared` if words of the form stand on the same line; "" is an empty line."""

    line: int
    text: str
    shared: bool = False


def leftovers(stream: Stream, start: int, stop: int) -> list[Typed]:
    """The unknown lines in [start, stop), without empty lines at either end."""
    if not stream.lines:
        return []
    first, low = (stream.line_of[start - 1], stream.column(start - 1) + 1) if start else (0, 0)
    last = stream.line_of[stop] if stop < len(stream) else len(stream.lines) - 1
    found: list[Typed] = []
    for number in range(first, last + 1):
        text = stream.lines[number].text
        left = low if number == first else 0
        right = stream.column(stop) if stop < len(stream) and number == last else len(text)
        found += _left_of_line(stream, number, left, right)
    return trimmed(found)


def _left_of_line(stream: Stream, number: int, left: int, right: int) -> list[Typed]:
    text = stream.lines[number].text
    begin, end = stream.at_line(number), stream.at_line(number + 1)
    if left == 0 and right == len(text) and not stream.holds_known(begin, end):
        # Control characters count as blanks when a line is taken apart into words: nothing else on it is an empty line.
        return [Typed(line=number, text="" if text.isspace() else text.strip(BLANKS))]
    marks = stream.known[begin:end]
    if all(marks):  # nothing typed here, and most lines of a quote
        return []
    columns = stream.columns(number)
    known = {column for column, mark in zip(columns, marks, strict=True) if mark}
    live = {column for column, mark in zip(columns, marks, strict=True) if not mark}
    pieces: list[str] = []
    at = left
    while at < right:
        stop = at
        while stop < right and stop not in known:
            stop += 1
        if any(column in live for column in range(at, stop)):
            piece = _without_marks(text, at, stop).strip(BLANKS)
            pieces += [piece] * bool(piece)
        at = stop + 1
    return [Typed(line=number, text=" ".join(pieces), shared=True)] if pieces else []


def _without_marks(text: str, start: int, stop: int) -> str:
    """Drops the marks that a client put round bold words of the form: "*1. Which ...?* none" leaves "none"."""
    run = start
    while run < stop and text[run] in _EMPHASIS:
        run += 1
    if start > 0 and (run == stop or text[run].isspace()):
        start = run
    run = stop
    while run > start and text[run - 1] in _EMPHASIS:
        run -= 1
    if stop < len(text) and (run == start or text[run - 1].isspace()):
        stop = run
    return text[start:stop]


def trimmed(lines: list[Typed]) -> list[Typed]:
    """Without the empty lines at both ends."""
    first, last = 0, len(lines)
    while first < last and not lines[first].text:
        first += 1
    while last > first and not lines[last - 1].text:
        last -= 1
    return lines[first:last]


def has_words(lines: list[Typed]) -> bool:
    """Whether anything stands there."""
    return any(line.text for line in lines)


def paragraphs(lines: list[Typed]) -> list[list[Typed]]:
    """The runs of lines between empty lines."""
    found: list[list[Typed]] = [[]]
    for line in lines:
        if line.text:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [run for run in found if run]
