"""The text parts of a message, decoded, in order: which leaf is a body, of what kind, in which charset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message

from mailbot.message import charsets
from mailbot.message.body_limits import light_page, light_text, page_within, text_within
from mailbot.message.contents import content
from mailbot.message.enriched import plain_of_enriched
from mailbot.message.nesting import within_depth

MAX_LEAVES = 500
MAX_CHARACTERS = 4_000_000  # of all text parts of a message together
_KINDS = {
    "text/plain": "plain",
    "text/markdown": "plain",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/enriched": "enriched",
    "text/richtext": "enriched",
}
_META_CHARSET = re.compile(rb"<meta[^>]{1,200}charset\s{0,3}=\s{0,3}[\"']?([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
_META_WITHIN = 4096  # bytes
_PAGE = ("<!doctype html", "<html")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """One text part, and whether another part says the same in another form."""

    kind: str  # "plain" or "html"
    text: str
    has_alternative: bool
    flowed: bool = False
    delsp: bool = False


def text_parts(root: Message, defects: set[str]) -> list[TextPart]:
    """Every text part that is a body, in order; attachments and attached messages are left out."""
    found: list[TextPart] = []
    room = MAX_CHARACTERS
    leaves = [(leaf, other, kind) for leaf, other in _leaves(root, defects) if (kind := body_kind(leaf))]
    alternatives = {kind for _, has_alternative, kind in leaves if has_alternative}
    for leaf, has_alternative, kind in leaves:
        if kind == "enriched" and has_alternative and len(alternatives) > 1:
            continue
        part = _text_part(leaf, kind, has_alternative=has_alternative, defects=defects)
        room -= len(part.text)
        if room < 0:
            defects.add("body_cut")
            break
        found.append(part)
    return found


def body_kind(leaf: Message) -> str:
    """The kind of body that a leaf part is: "plain", "html", "enriched", or "" for everything else."""
    kind = _KINDS.get(leaf.get_content_type(), "")
    return "" if kind and _disposition(leaf) == "attachment" else kind


def _text_part(leaf: Message, kind: str, *, has_alternative: bool, defects: set[str]) -> TextPart:
    raw = content(leaf)
    declared = _parameter(leaf, "charset")
    if not declared and kind == "html" and (meta := _META_CHARSET.search(raw, 0, _META_WITHIN)):
        declared = meta[1].decode("ascii")
    result = charsets.decoded(raw, declared)
    if not result.sure:
        defects.add("charset")
    if charsets.is_doubly_encoded(result.text):
        defects.add("doubly_encoded")
    text = result.text
    if kind == "plain" and text[:200].lstrip().lower().startswith(_PAGE):  # declared as text all the same
        kind = "html"
    light = light_page(text) if kind == "html" else light_text(text)
    kept = within_depth(page_within(light)) if kind == "html" else text_within(light)
    if len(kept) < len(light):
        defects.add("body_cut")
    if kind == "enriched":
        kind, kept = "plain", plain_of_enriched(kept)
    flowed = _parameter(leaf, "format") == "flowed" or "format=flowed" in declared
    return TextPart(
        kind=kind,
        text=kept,
        has_alternative=has_alternative,
        flowed=flowed,
        delsp=flowed and _parameter(leaf, "delsp") == "yes",
    )


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
