"""What HTML elements mean for a reader of lines: which break lines, which are hidden, struck out or set off."""

from __future__ import annotations

from collections.abc import Mapping

_BLOCK_TAGS = (
    "p div blockquote li ul ol table tr td th tbody thead tfoot caption h1 h2 h3 h4 h5 h6 pre hr body section article "
    "header footer main nav aside center dl dt dd form fieldset legend address figure figcaption details summary"
)
_DROPPED_TAGS = "style script head title meta link template svg math object iframe noframes select"
BLOCK = frozenset(_BLOCK_TAGS.split())
DROPPED = frozenset(_DROPPED_TAGS.split())
SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})  # drawn with an empty line after them
_STRUCK = frozenset({"s", "del", "strike"})
_SET_OFF = frozenset({"b", "strong", "u", "mark", "em", "i"})
_STYLED = frozenset({"span", "div", "p", "font", "td", "a"})

Attributes = Mapping[str, str | None]


def _style(attributes: Attributes) -> str:
    return "".join((attributes.get("style") or "").lower().split())


def is_hidden(attributes: Attributes) -> bool:
    """Whether a browser shows nothing of it."""
    style = _style(attributes)
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style or "mso-hide:all" in style


def is_struck(tag: str, attributes: Attributes) -> bool:
    """Whether it is crossed out: words that the writer took back."""
    return tag in _STRUCK or "line-through" in _style(attributes)


def is_set_off(tag: str, attributes: Attributes) -> bool:
    """Whether it stands out by weight, line or colour."""
    if tag in _SET_OFF:
        return True
    if tag not in _STYLED:
        return False
    style = _style(attributes)
    coloured = "color" in attributes or any(item.startswith(("color:", "background")) for item in style.split(";"))
    return coloured or "font-weight:bold" in style or "font-weight:7" in style or "underline" in style


def keeps_spaces(tag: str, attributes: Attributes) -> bool:
    """Whether line breaks and blanks inside it count as written."""
    return tag == "pre" or "white-space:pre" in _style(attributes)


def is_tight(attributes: Attributes) -> bool:
    """Whether a paragraph is drawn without the empty line after it: Outlook's MsoNormal, margins of nothing."""
    names = (attributes.get("class") or "").lower().split()
    if any("mso" in name for name in names):
        return True
    style = _style(attributes)
    return any(item.startswith(("margin:0", "margin-bottom:0")) for item in style.split(";"))


def first_number(attributes: Attributes, name: str, default: int) -> int:
    """The attribute `start` of a list or `value` of an item; the default where it is no small number."""
    text = (attributes.get(name) or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default  # noqa: PLR2004
