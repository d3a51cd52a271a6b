"""Asterisks that a client put round bold words: an answer typed into the bold of its question has one too many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.reading.anchors import Anchor
from mailbot.reading.leftovers import Typed, paragraphs, trimmed
from mailbot.reading.stream import Stream


def without_bold_marks(stream: Stream, anchor: Anchor, rows: list[Typed]) -> list[Typed]:
    """The rows, where "*1. Question? answer*" opened with the question's star and closed behind the answer's words.

    Paragraphs typed on in the same bold have a star on either side.
    """
    if not rows or not rows[0].shared or not _opened(stream, anchor):
        return rows
    text = [row.text for row in rows]
    closing = next((at for at, words in enumerate(text) if words.endswith("*")), -1)
    if closing < 0 or any("*" in words for words in text[:closing]) or text[closing].count("*") % 2 == 0:
        return rows
    found = [replace(row, text=row.text[:-1].rstrip()) if at == closing else row for at, row in enumerate(rows)]
    for at in range(closing + 1, len(rows)):
        if text[at][:1] == text[at][-1:] == "*" and text[at].count("*") == 2:  # noqa: PLR2004 - one on either side
            found[at] = replace(rows[at], text=text[at][1:-1].strip())
    return found


def without_bold_everywhere(stream: Stream, anchors: Sequence[Anchor], lines: dict[int, list[Typed]]) -> None:
    """Takes the stars off where the client put them round the questions and round every paragraph that was typed."""
    bare = {n: [replace(row, text="") if row.text == "*" else row for row in rows] for n, rows in lines.items()}
    runs = [run for rows in bare.values() for run in paragraphs(rows)]
    starred = [run for run in runs if run[0].text.startswith("*") and run[-1].text.endswith("*")]
    bold = sum(stream.before(anchor.start).rstrip().endswith("*") for anchor in anchors)
    if len(starred) < max(2, len(runs)) or 2 * bold < len(anchors):
        return
    for question, rows in bare.items():
        firsts = {id(run[0]) for run in paragraphs(rows)}
        lasts = {id(run[-1]) for run in paragraphs(rows)}
        texts = [row.text[1:] if id(row) in firsts else row.text for row in rows]
        texts = [text[:-1] if id(row) in lasts else text for row, text in zip(rows, texts, strict=True)]
        lines[question] = trimmed([replace(row, text=text.strip()) for row, text in zip(rows, texts, strict=True)])


def _opened(stream: Stream, anchor: Anchor) -> bool:
    """Whether a star stands in front of the question and none behind it."""
    line = stream.lines[stream.line_of[anchor.end - 1]].text
    behind = line[stream.column(anchor.end - 1) + 1 :].lstrip()
    closed = behind[:1] == "*" and not behind[1:2].isalnum()
    return stream.before(anchor.start).rstrip().endswith("*") and not closed
