"""What a person typed in a post: everything but quotes and what opens them.

A quote is known by our own words in it, else by its marks, else by what opens it. Only the last one can take words
without a mark with it, and then everything below goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailbot.message.plain_lines import quote_prefix
from mailbot.model.inbound import BodyLine
from mailbot.reading.leftovers import Typed, leftovers
from mailbot.reading.openers import Kind, Opener, openers
from mailbot.reading.post_parent import mark_parent, usual_depth
from mailbot.reading.stream import Stream

_MARKED = 3  # lines with a mark in their text; fewer could be typed so
_LONG = 60  # characters of a quoted line that may have been wrapped
_OPEN = {"(": ")", "<": ">", "[": "]"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The lines of one alternative, and the typed rows in stretches: between two of them a quote was taken out."""

    stream: Stream
    stretches: list[list[Typed]]
    depth: int  # how deep words typed into the quote of a known parent are quoted
    matched: bool  # whether the known parent is what is quoted
    parents: Sequence[str]  # the texts that are known


def typed_in(lines: Sequence[BodyLine], parents: Sequence[str]) -> Post:
    """The typed words of the lines; `parents` are our own texts that may be quoted, the one answered first."""
    stream = Stream(_unbroken(_with_marks(lines)))
    matched = sum(mark_parent(stream, parent, 0) for parent in parents) > 0  # all of them are marked
    found = openers(stream.lines, [_begins_known(stream, number) for number in range(len(stream.lines))])
    if found:
        _keep_what_stands_above(stream, found[0].start)
    depth = usual_depth(stream) if matched else 0
    rows = _outside(leftovers(stream, 0, len(stream)), found)
    outer = [opener for opener in found if stream.lines[opener.start].depth == 0]
    if found or matched or not any(parents):
        rows = _unquoted(stream, rows, outer, depth=depth if matched else -1)
    return Post(stream=stream, stretches=_stretches(rows), depth=depth, matched=matched, parents=parents)


def _with_marks(lines: Sequence[BodyLine]) -> Sequence[BodyLine]:
    """With the marks that stand in the text of a page: old Hotmail writes "&gt; " before every quoted line."""
    if sum(line.text.startswith(">") for line in lines) < _MARKED:
        return lines
    out: list[BodyLine] = []
    for line in lines:
        size = quote_prefix(line.text) if line.text.startswith(">") else 0
        prefix = line.text[:size]
        depth = line.depth + prefix.count(">")
        out.append(BodyLine(text=line.text[size:], depth=depth, prefix=line.prefix + prefix) if size else line)
    return out


def _unbroken(lines: Sequence[BodyLine]) -> list[BodyLine]:
    """Without the quote mark that is none: "<a@example.org" was wrapped before its ">:"."""
    out: list[BodyLine] = []
    for line in lines:
        mark = line.prefix.rfind(">")
        if out and mark >= 0 and line.depth == out[-1].depth + 1 and line.text.rstrip().endswith((":", "：")):
            before = "".join(row.text for row in out[-3:])
            if before.rfind("<") > before.rfind(">"):
                text = line.prefix[mark:] + line.text
                out.append(BodyLine(text=text, depth=out[-1].depth, prefix=line.prefix[:mark]))
                continue
        out.append(line)
    return out


def _begins_known(stream: Stream, number: int) -> bool:
    at = stream.at_line(number)
    return at < stream.at_line(number + 1) and bool(stream.known[at])


def _keep_what_stands_above(stream: Stream, line: int) -> None:
    """Who repeats our words above the quote has typed them, unless most of the quote stands there."""
    at = stream.at_line(line)
    if stream.known.count(1, 0, at) <= stream.known.count(1, at):
        stream.known[:at] = bytes(at)


def _outside(rows: list[Typed], found: Sequence[Opener]) -> list[Typed]:
    """The rows that are no openers; of the first line of one, what the person typed in front of it."""
    gone = {line for opener in found for line in range(opener.start, opener.end)}
    heads = {opener.start: opener.column for opener in found if opener.column}
    out: list[Typed] = []
    for row in rows:
        if row.line in heads:
            out.append(replace(row, text=row.text[: heads[row.line]].rstrip(" -")))
        elif row.line not in gone:
            out.append(row)
    return out


def _unquoted(stream: Stream, rows: list[Typed], outer: Sequence[Opener], *, depth: int) -> list[Typed]:
    """The rows outside the quotes; `depth` is that of the known parent's quote, -1 if it is not quoted."""
    first = outer[0].end if outer else len(stream.lines)
    kept = [row for row in rows if row.line < first and (_depth(stream, row) == 0 or _depth(stream, row) == depth)]
    kept = _without_wrapped(stream, kept) if depth < 0 else kept
    stops = [*(opener.start for opener in outer[1:]), len(stream.lines)]
    for opener, stop in zip(outer, stops, strict=False):
        region = [row for row in rows if opener.end <= row.line < stop]
        known = stream.holds_known(stream.at_line(opener.end), stream.at_line(stop))
        texts = [line for line in stream.lines[opener.end : stop] if line.text.strip()]
        if depth >= 0 and known:
            kept += [row for row in region if _depth(stream, row) <= depth]
        elif texts and (
            not any(line.depth for line in texts) or (opener.kind is not Kind.SENTENCE and not texts[0].depth)
        ):
            break
        else:
            kept += _without_wrapped(stream, [row for row in region if _depth(stream, row) == 0])
    return kept


def _depth(stream: Stream, row: Typed) -> int:
    return stream.lines[row.line].depth


def _without_wrapped(stream: Stream, rows: list[Typed]) -> list[Typed]:
    """Without the ends of links and long lines that a client wrapped out of the quote, which lack its mark."""
    return [row for row in rows if not (row.text and _is_wrapped(stream, row))]


def _is_wrapped(stream: Stream, row: Typed) -> bool:
    above = stream.lines[row.line - 1] if row.line else None
    below = stream.lines[row.line + 1] if row.line + 1 < len(stream.lines) else None
    if above is None or not above.depth or (below is not None and not below.depth):
        return False
    text = above.text.rstrip()[-2000:]
    if (
        len(above.prefix) + len(above.text) > _LONG
        and row.text[0].islower()
        and (text[-1].isalnum() or text[-1] == ",")
    ):
        return True
    if any(text.rfind(left) > text.rfind(right) for left, right in _OPEN.items()):
        return True
    word = row.text.split(maxsplit=1)[0]
    return word.startswith(("(http", "<http", "http")) or (word == row.text and any(mark in word for mark in "/=%&"))


def _stretches(rows: list[Typed]) -> list[list[Typed]]:
    found: list[list[Typed]] = []
    last = -2
    for row in rows:
        if row.line > last + 1:
            found.append([])
        found[-1].append(row)
        last = row.line
    return [stretch for stretch in found if any(row.text for row in stretch)]
