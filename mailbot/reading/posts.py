"""The new words of a post: what the person typed, without quote, attribution and signature.

The known parent first, quote marks second, patterns last: a wrong cut is worse than a quote left in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mailbot.model.inbound import Bodies, BodyLine
from mailbot.reading import evidence as signals
from mailbot.reading.answer_text import answer_text, typing_of
from mailbot.reading.attribution import KnownSender, attribution
from mailbot.reading.folding import collapsed, squared
from mailbot.reading.form_pieces import SHORT
from mailbot.reading.leftovers import Typed, leftovers, paragraphs, trimmed
from mailbot.reading.phrases import is_device_line, is_footer, is_header
from mailbot.reading.stream import Stream
from mailbot.reading.tails import without_tail
from mailbot.reading.writer import signatures_of

_MATCHED = 0.5  # of the parent's characters, to say that it is what is quoted
_MOST_LINES = 20_000
_GAP = "\x00"
_ANY_DEPTH = 1_000  # words typed into a quote carry its marks: none of them was typed


def new_words(bodies: Bodies, *, parent: str = "", writer_names: tuple[str, ...] = ()) -> str:
    """The words that are new in a post, paragraphs in order; "" if there are none.

    `parent` is the text of the message that it answers, as we sent it, "" where not known.
    """
    own = signatures_of(writer_names)
    for lines, wraps in ((bodies.html, False), (bodies.plain, True)):
        text = _new_words(lines[:_MOST_LINES], parent, own, wraps=wraps)
        if text:
            return text
    return ""


def _new_words(lines: Sequence[BodyLine], parent: str, own: frozenset[str], *, wraps: bool) -> str:
    stream = Stream(lines)
    first = attribution([line.text for line in lines], KnownSender())
    matched = _mark_parent(stream, parent, stream.at_line(first[0]) if first else 0)
    rows = _with_gaps(leftovers(stream, 0, len(stream)))
    kept = _without_signature(_without_quotes(stream, rows, matched=matched), own)
    typing = typing_of(stream, kept, quoted=0, wraps=wraps)
    return answer_text(stream, kept, replace(typing, depth=_ANY_DEPTH))


def _mark_parent(stream: Stream, parent: str, start: int) -> bool:
    """Marks the parent's words from the attribution on; whether enough of them are there."""
    rows = [squared(row) for row in parent.split("\n")]
    wanted = sum(map(len, rows))
    runs: list[list[str]] = [[]]
    for row in rows:
        runs[-1].append(row) if row else runs.append([])
    for words in dict.fromkeys(words for run in runs for words in ("".join(run), *run) if len(words) >= SHORT):
        for at in stream.occurrences(words, start):
            stream.mark(at, at + len(words))
    for words in rows:
        for at in stream.occurrences(words, start) if 0 < len(words) < SHORT else ():
            end = at + len(words)
            beside = (at > 0 and stream.known[at - 1]) + (end < len(stream) and stream.known[end])
            # Between two known stretches, or a line of its own beside one.
            if beside > 1 or (beside and stream.starts_line(at) and stream.ends_line(end)):
                stream.mark(at, end)
    return wanted > 0 and stream.known.count(1) >= _MATCHED * wanted


def _without_quotes(stream: Stream, rows: list[Typed], *, matched: bool) -> list[Typed]:
    """Without attributions and quotes; words typed into the quote of the known parent are kept in their place."""
    spans = _attributions(stream, rows)
    known = _known_by_depth(stream) if matched else Counter()
    quoted = known.most_common(1)[0][0] if known else 0
    first = spans[0][0] if spans else len(rows)
    kept = [row for row in rows[:first] if _depth(stream, row) == 0 or (not spans and _depth(stream, row) == quoted)]
    for number, (_, end) in enumerate(spans):
        stop = spans[number + 1][0] if number + 1 < len(spans) else len(rows)
        if number == 0 and matched:
            kept += [row for row in rows[end:stop] if _depth(stream, row) in (0, quoted)]
        elif any(_depth(stream, row) for row in rows[end:stop]):
            kept += [row for row in rows[end:stop] if _depth(stream, row) == 0]  # below or between the quote
    return trimmed([Typed(line=row.line, text="") if row.text == _GAP else row for row in kept])


def _known_by_depth(stream: Stream) -> Counter[int]:
    """How many of the parent's characters stand at each quote depth."""
    known: Counter[int] = Counter()
    for number, line in enumerate(stream.lines):
        if count := stream.known.count(1, stream.at_line(number), stream.at_line(number + 1)):
            known[line.depth] += count
    return known


def _with_gaps(rows: list[Typed]) -> list[Typed]:
    """With a mark wherever the parent's words stood, so that what is above and below them stays apart."""
    out: list[Typed] = []
    for row in rows:
        if out and row.line > out[-1].line + 1:
            out.append(Typed(line=row.line - 1, text=_GAP))
        out.append(row)
    return out


def _depth(stream: Stream, row: Typed) -> int:
    return stream.lines[row.line].depth


def _attributions(stream: Stream, rows: list[Typed]) -> list[tuple[int, int]]:
    texts = [row.text for row in rows]
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(rows) and (span := attribution(texts, KnownSender(), at)):
        if _is_followed_by_quote(stream, rows, *span):
            spans.append(span)
        at = span[1]
    return spans


def _is_followed_by_quote(stream: Stream, rows: list[Typed], start: int, end: int) -> bool:
    """Whether it introduces a quote: "On Monday at 10:30 I wrote:" alone is a person's own sentence."""
    if any(is_header(row.text) or "@" in row.text for row in rows[start:end]):
        return True
    line = rows[end - 1].line + 1
    while line < len(stream.lines) and not stream.lines[line].text.strip():
        line += 1
    if line == len(stream.lines):
        return False
    at = stream.at_line(line)
    return stream.lines[line].depth > 0 or (at < len(stream) and bool(stream.known[at]))


def _without_signature(rows: list[Typed], own: frozenset[str]) -> list[Typed]:
    """In a thread the signature always goes; what stands behind it and is no signature stays."""
    tail = without_tail(rows, own)
    kept = tail.kept
    if signals.AFTER_SIGN_OFF in tail.doubts:
        kept = [row for row in rows if collapsed(row.text) not in own and not is_device_line(row.text)]
    runs = paragraphs(kept)
    while len(runs) > 1 and any(is_footer(row.text) for row in runs[-1]):
        kept = trimmed([row for row in kept if row.line < runs[-1][0].line])
        runs.pop()
    return kept
