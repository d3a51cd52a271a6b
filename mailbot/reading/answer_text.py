"""Typed lines -> the text of an answer: typed quote marks kept, wrapped lines joined, nothing else in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mailbot.reading.leftovers import Typed, trimmed
from mailbot.reading.stream import Stream

_NARROW, _WIDE = 60, 80  # columns between which mail programs wrap what is typed
_POINT = re.compile(r"[-*•·–+]\s|\d{1,2}[.)]\s|o\s")
_MARKS = ">|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """How this client writes: the quote depth of typed lines and of the form, the column at which it wraps them."""

    depth: int
    quoted: int
    width: int  # 0: it does not wrap


def typing_of(stream: Stream, lines: Iterable[Typed], *, quoted: int, wraps: bool) -> Typing:
    """Learned from the lines themselves; `quoted` is the depth of the quote, which typed lines never exceed."""
    alone = [stream.lines[line.line] for line in lines if line.text and not line.shared]
    depths = Counter(min(line.depth, quoted) for line in alone)
    # Most typed lines agree; at a tie the less quoted ones are the typed ones.
    depth = max(depths, key=lambda d: (depths[d], -d), default=0)
    longest = max((len(line.prefix) + len(line.text.rstrip()) for line in alone), default=0)
    return Typing(depth=depth, quoted=quoted, width=longest if wraps and _NARROW <= longest <= _WIDE else 0)


def answer_text(stream: Stream, lines: list[Typed], typing: Typing, *, points: bool = False) -> str:
    """The answer; with `points`, a line that may begin a new point is never joined to the one before."""
    out: list[str] = []
    before: Typed | None = None
    carried = -1  # the depth of the marked line on which the answer began: the client gives the mark to what it wraps
    for line in trimmed(lines):
        depth = stream.lines[line.line].depth
        if line.shared:
            carried = depth
        elif before is None or line.line != before.line + 1 or depth != carried:
            carried = -1
        text = line.text if carried >= 0 and not line.shared else _with_typed_mark(stream, line, typing)
        if before is not None and out and _goes_on(stream, before, line, typing, points=points):
            out[-1] = f"{out[-1].rstrip()} {text.lstrip()}"
        elif text or (out and out[-1]):  # of several empty lines one is kept
            out.append(text)
        before = line
    return "\n".join(out).strip("\n")


def _with_typed_mark(stream: Stream, line: Typed, typing: Typing) -> str:
    """Gives a mark back that the client does not give to typed lines: "> 3 years" was typed so.

    In front of words that lead to the next question on their line, what the form does not bear was typed.
    """
    source = stream.lines[line.line]
    leads = line.shared and source.text.lstrip().startswith(line.text)
    extra = source.depth - (typing.quoted if leads else typing.depth)
    if not line.text or extra <= 0 or (line.shared and not leads):
        return line.text
    marks = [at for at, char in enumerate(source.prefix) if char in _MARKS]
    if not marks:  # depth of a blockquote
        return line.text
    return source.prefix[marks[-extra:][0] :] + line.text


def _goes_on(stream: Stream, before: Typed, line: Typed, typing: Typing, *, points: bool) -> bool:
    if not typing.width or not before.text or not line.text.strip() or _POINT.match(line.text):
        return False
    source = stream.lines[before.line]
    if points and source.text.rstrip().endswith((".", "!", "?", ";")):
        return False
    word = line.text.split(maxsplit=1)[0]
    length = len(source.prefix) + len(source.text.rstrip())
    return length <= typing.width < length + 1 + len(word)  # it ended because the next word had no room
