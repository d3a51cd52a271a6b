"""What HTML elements mean for a reader of lines: which break lines, which are hidden, struck out or set off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_BLOCK_TAGS = (
    "p div blockquote li ul ol table tr td th tbody thead tfoot caption h1 h2 h3 h4 h5 h6 pre hr body section article "
    "header footer main nav aside center dl dt dd form fieldset legend address figure figcaption details summary"
)
_DROPPED_TAGS = "style script head title meta link template svg math object iframe noframes select"
_BLOCK = frozenset(_BLOCK_TAGS.split())
DROPPED = frozenset(_DROPPED_TAGS.split())
_SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})  # drawn with an empty line after them
_STRUCK = frozenset({"s", "del", "strike"})
_SET_OFF = frozenset({"b", "strong", "u", "mark", "em", "i"})
_NESTED = frozenset({"blockquote", "ol", "ul", "li"})
_STYLED = frozenset({"span", "div", "p", "font", "td", "a"})

_LONGEST_KEPT = 300  # characters of a style and a class; a decision about longer ones is made anew each time

Attributes = Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one element does to the words in it."""

    tag: str
    hidden: bool  # a browser shows nothing of it
    struck: bool  # crossed out: words that the writer took back
    set_off: bool  # stands out by weight, line or colour
    keeps: bool  # line breaks and blanks inside it count as written
    spaced: bool  # a paragraph with an empty line drawn after it
    breaks: bool  # begins and ends a line
    counts: bool  # any of struck, set_off and keeps, a quote or part of a list: more than a line of its own


def meaning(tag: str, attributes: Attributes) -> Meaning:
    """What the element means; mail repeats a few styles a thousand times, so short ones are decided once."""
    if not attributes:
        return _known(tag, "", "", hidden=False, coloured=False)
    style, classes = attributes.get("style") or "", attributes.get("class") or ""
    decide = _known if len(tag) + len(style) + len(classes) <= _LONGEST_KEPT else _decided
    return decide(tag, style, classes, hidden="hidden" in attributes, coloured="color" in attributes)


def _decided(tag: str, style: str, classes: str, *, hidden: bool, coloured: bool) -> Meaning:
    style = "".join(style.lower().split())
    items = style.split(";")
    struck = tag in _STRUCK or "line-through" in style
    set_off = tag in _SET_OFF or (tag in _STYLED and (coloured or _stands_out(style, items)))
    keeps = tag == "pre" or "white-space:pre" in style
    return Meaning(
        tag=tag,
        hidden=hidden or "display:none" in style or "visibility:hidden" in style or "mso-hide:all" in style,
        struck=struck,
        set_off=set_off,
        keeps=keeps,
        spaced=tag in _SPACED and not _is_tight(classes, items),
        breaks=tag in _BLOCK,
        counts=struck or set_off or keeps or tag in _NESTED,
    )


_known = lru_cache(maxsize=1024)(_decided)


def _stands_out(style: str, items: list[str]) -> bool:
    coloured = any(item.startswith(("color:", "background")) for item in items)
    return coloured or "font-weight:bold" in style or "font-weight:7" in style or "underline" in style


def _is_tight(classes: str, items: list[str]) -> bool:
    """Whether a paragraph is drawn without the empty line after it: Outlook's MsoNormal, margins of nothing."""
    return "mso" in classes.lower() or any(item.startswith(("margin:0", "margin-bottom:0")) for item in items)


def first_number(attributes: Attributes, name: str, default: int) -> int:
    """The attribute `start` of a list or `value` of an item; the default where it is no small number."""
    text = (attributes.get(name) or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default  # noqa: PLR2004
