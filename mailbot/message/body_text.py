"""A message's bodies as lines. Each alternative stands alone, because clients make them separately and they differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.message import Message

from mailbot.message.body_limits import MOST_CHARACTERS, MOST_LINES
from mailbot.message.body_parts import TextPart, text_parts
from mailbot.message.html_lines import html_lines
from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies, BodyLine

_HEAD = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One text part as lines, and whether another part says the same in another form."""

    kind: str  # "plain" or "html"
    has_alternative: bool
    lines: list[BodyLine]


def read_bodies(root: Message) -> Bodies:
    """The text and the HTML of a message as lines, several parts of a kind joined in order (RFC 2046 5.1).

    Attachments and attached messages are left out. What was wrong is named in `defects`: "charset" (neither UTF-8 nor
    as declared), "doubly_encoded", "body_cut" (too long or too deep, its middle is gone), "too_many_parts".
    """
    pieces: list[_Piece] = []
    struck: list[str] = []
    defects: set[str] = set()
    for part in text_parts(root, defects):
        lines, gone = _lines(part)
        struck += gone
        pieces.append(_Piece(kind=part.kind, has_alternative=part.has_alternative, lines=lines))
    return Bodies(
        plain=_view(pieces, "plain", defects),
        html=_view(pieces, "html", defects),
        struck=tuple(struck),
        defects=tuple(sorted(defects)),
    )


def _lines(part: TextPart) -> tuple[list[BodyLine], list[str]]:
    if part.kind == "html" and "<" in part.text:
        return html_lines(part.text)
    return plain_lines(part.text, flowed=part.flowed, delsp=part.delsp), []


def _view(pieces: list[_Piece], kind: str, defects: set[str]) -> tuple[BodyLine, ...]:
    """The whole message as one kind of reader sees it.

    A part outside multipart/alternative is seen by everybody: a footer that a list adds as a second text part,
    the text after an image in Apple Mail.
    """
    if all(piece.kind != kind for piece in pieces):
        return ()
    lines: list[BodyLine] = []
    for piece in pieces:
        if piece.kind == kind or not piece.has_alternative:
            lines += [BodyLine(text="")] * bool(lines)
            lines += piece.lines
    if len(lines) <= MOST_LINES and sum(len(line.text) for line in lines) <= MOST_CHARACTERS:
        return tuple(lines)
    defects.add("body_cut")
    head = _fitting(lines, int(MOST_CHARACTERS * _HEAD), int(MOST_LINES * _HEAD))
    tail = _fitting(reversed(lines[len(head) :]), int(MOST_CHARACTERS * (1 - _HEAD)), int(MOST_LINES * (1 - _HEAD)))
    return (*head, *reversed(tail))


def _fitting(lines: Iterable[BodyLine], characters: int, most: int) -> list[BodyLine]:
    """As many of the lines as there is room for; at least one, cut if need be."""
    found: list[BodyLine] = []
    for line in lines:
        if len(line.text) > characters or len(found) == most:
            return found or [replace(line, text=line.text[:characters], emphasis=())]
        characters -= len(line.text)
        found.append(line)
    return found
