"""A message's bodies as lines. Each alternative stands alone, because clients make them separately and they differ."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message

from mailbot.message.charsets import decoded
from mailbot.message.html_lines import html_lines
from mailbot.message.nesting import within_depth
from mailbot.message.plain_lines import plain_lines
from mailbot.model.inbound import Bodies, BodyLine

MAX_CHARACTERS = 400_000  # of each alternative; the longest reply seen to a form had 30,000
MAX_LEAVES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One text part as lines, and whether another part says the same in another form."""

    kind: str  # "plain" or "html"
    has_alternative: bool
    lines: list[BodyLine]


def read_bodies(root: Message) -> Bodies:
    """The text and the HTML of a message as lines, several parts of a kind joined in order (RFC 2046 5.1).

    Attachments and attached messages are left out. What was wrong is named in `defects`: "charset" (neither
    UTF-8 nor as declared), "body_cut" (longer than MAX_CHARACTERS, or too deep), "too_many_parts", "undecodable_part".
    """
    pieces: list[_Piece] = []
    struck: list[str] = []
    defects: set[str] = set()
    for leaf, has_alternative in _leaves(root, defects):
        kind = body_kind(leaf)
        if not kind:
            continue
        text = _text(leaf, defects)
        if kind == "html":
            page = within_depth(text)
            if len(page) < len(text):
                defects.add("body_cut")
            lines, gone = html_lines(page)
            struck += gone
        else:
            flowed = _parameter(leaf, "format") == "flowed"
            lines = plain_lines(text, flowed=flowed, delsp=_parameter(leaf, "delsp") == "yes")
        pieces.append(_Piece(kind=kind, has_alternative=has_alternative, lines=lines))
    return Bodies(
        plain=_view(pieces, "plain", defects),
        html=_view(pieces, "html", defects),
        struck=tuple(struck),
        defects=tuple(sorted(defects)),
    )


def body_kind(leaf: Message) -> str:
    """The kind of body that a leaf part is: "plain", "html", or "" for everything else."""
    kind = {"text/plain": "plain", "text/html": "html"}.get(leaf.get_content_type(), "")
    return "" if _disposition(leaf) == "attachment" else kind


def _leaves(root: Message, defects: set[str]) -> list[tuple[Message, bool]]:
    """Every leaf in order with "one of its parents is multipart/alternative"; attached messages stay closed."""
    found: list[tuple[Message, bool]] = []
    stack: list[tuple[Message, bool]] = [(root, False)]
    while stack:
        part, has_alternative = stack.pop()
        payload = part.get_payload()
        if part.get_content_maintype() == "message":
            continue
        if isinstance(payload, list):
            inside = has_alternative or part.get_content_type() == "multipart/alternative"
            stack.extend((child, inside) for child in reversed(payload) if isinstance(child, Message))
        elif len(found) >= MAX_LEAVES:
            defects.add("too_many_parts")
            break
        else:
            found.append((part, has_alternative))
    return found


def _view(pieces: list[_Piece], kind: str, defects: set[str]) -> tuple[BodyLine, ...]:
    """The whole message as one kind of reader sees it.

    A part outside multipart/alternative is seen by everybody: a footer that a list adds as a second text part,
    the text after an image in Apple Mail.
    """
    if all(piece.kind != kind for piece in pieces):
        return ()
    seen = [piece for piece in pieces if piece.kind == kind or not piece.has_alternative]
    if len(seen) == 1 and sum(len(line.text) + 1 for line in seen[0].lines) <= MAX_CHARACTERS:
        return tuple(seen[0].lines)
    lines: list[BodyLine] = []
    room = MAX_CHARACTERS
    for piece in seen:
        if lines:
            lines.append(BodyLine(text=""))
        for line in piece.lines:
            room -= len(line.text) + 1
            if room < 0:
                defects.add("body_cut")
                return tuple(lines)
            lines.append(line)
    return tuple(lines)


def _text(leaf: Message, defects: set[str]) -> str:
    try:
        raw = leaf.get_payload(decode=True)
    except (ValueError, LookupError, TypeError):  # the stdlib's decoders, over bytes made to break them
        raw = None
    if not isinstance(raw, bytes):
        defects.add("undecodable_part")
        return ""
    declared = _parameter(leaf, "charset")
    text, used = decoded(raw, declared)
    if used not in ("utf-8", declared):
        defects.add("charset")
    return text


def _parameter(leaf: Message, name: str) -> str:
    """A Content-Type parameter in lower case, "" if it is absent or broken (RFC 2231 is broken often)."""
    try:
        if name not in str(leaf.get("content-type", "")).lower():  # the stdlib takes the header apart to see it
            return ""
        value = leaf.get_param(name)
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
    if isinstance(value, tuple):
        value = value[2]
    return str(value or "").strip().lower()


def _disposition(leaf: Message) -> str:
    try:
        return leaf.get_content_disposition() or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
