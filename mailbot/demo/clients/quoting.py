"""Typed words put between the lines of a quoted message, in plain text and in HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from mailbot.demo.clients.writing import Typed

_MARKER = re.compile(r"\s*Answer (\d+):\s*")


def between_lines(text: str, typed: Typed) -> Iterator[tuple[bool, str]]:
    """The lines of the quoted text and those typed between them, as (was it typed, line)."""
    for line in text.rstrip("\n").split("\n"):
        yield False, line
        marker = _MARKER.fullmatch(line)
        if marker and int(marker[1]) in typed.between:
            yield from ((True, words) for words in typed.between[int(marker[1])].split("\n"))


def between_paragraphs(html: str, typed: Typed, shape: Callable[[str], str]) -> str:
    """The quoted HTML with `shape(words)` after the paragraph of each marker that was answered."""
    for number, words in typed.between.items():
        paragraph = re.compile(rf"(Answer\s+{number}:.*?</p>)", re.DOTALL)
        html = paragraph.sub(lambda found, words=words: found[1] + shape(words), html, count=1)  # type: ignore[misc]
    return html


def as_html(words: str, line: str = "<div>{}</div>", empty: str = "<div><br></div>") -> str:
    """Typed lines as an editor stores them: one element each."""
    return "".join(line.format(escape(part, quote=False)) if part else empty for part in words.split("\n"))
