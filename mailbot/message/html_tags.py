"""What HTML elements mean for a reader of lines: which break lines, which are hidden, how their words are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mailbot.message.html_looks import NONE, Change, change_of

_BLOCK_TAGS = (
    "p div blockquote li ul ol menu dir table tr td th tbody thead tfoot caption h1 h2 h3 h4 h5 h6 pre listing xmp "
    "plaintext hr body section article header footer main nav aside center dl dt dd form fieldset legend address "
    "figure figcaption details summary"
)
_DROPPED_TAGS = "style script head title meta link template svg math object iframe noframes noembed select datalist"
_BLOCK = frozenset(_BLOCK_TAGS.split())
DROPPED = frozenset(_DROPPED_TAGS.split())
_SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})  # drawn with an empty line after them
LISTS = frozenset({"ol", "ul", "menu", "dir"})
_NESTED = LISTS | {"blockquote", "li"}
_INLINE_DISPLAYS = ("inline", "contents")
_BLOCK_DISPLAYS = ("block", "list-item", "flex", "grid", "table", "flow-root")
_NOTHING = frozenset({"0", "0px", "0pt", "0em", "0%"})

_LONGEST_KEPT = 300  # characters of a style and a class; a decision about longer ones is made anew each time

Attributes = Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one element does to the words in it."""

    tag: str
    hidden: bool  # a browser shows nothing of it
    spaced: bool  # a paragraph with an empty line drawn after it
    breaks: bool  # begins and ends a line
    change: Change  # of how words are drawn
    marker: str  # "list-style-type" of a list or an item: "none", "lower-alpha"; "" where not said
    counts: bool  # draws otherwise, is a quote or part of a list: more than a line of its own


def meaning(tag: str, attributes: Attributes) -> Meaning:
    """What the element means; mail repeats a few styles a thousand times, so short ones are decided once."""
    if not attributes:
        return _bare(tag)
    style, classes = attributes.get("style") or "", attributes.get("class") or ""
    decide = _known if len(tag) + len(style) + len(classes) <= _LONGEST_KEPT else _decided
    return decide(
        tag,
        style,
        classes,
        hidden="hidden" in attributes,
        colour=(attributes.get("color") or "")[:_LONGEST_KEPT],
        ground=(attributes.get("bgcolor") or "")[:_LONGEST_KEPT],
        is_link=tag == "a" and "href" in attributes,
    )


def _decided(tag: str, style: str, classes: str, *, hidden: bool, colour: str, ground: str, is_link: bool) -> Meaning:
    said = declarations(style) if style else {}
    change = change_of(tag, said, colour=colour.strip().lower(), ground=ground.strip().lower(), is_link=is_link)
    if change == NONE:
        change = NONE  # the very one, which is told apart at a glance
    breaks = _breaks(tag, said.get("display", ""))
    return Meaning(
        tag=tag,
        hidden=hidden or _is_hidden(said),
        spaced=breaks and tag in _SPACED and not _is_tight(classes, said),
        breaks=breaks,
        change=change,
        marker=said.get("list-style-type") or said.get("list-style", ""),
        counts=change is not NONE or tag in _NESTED,
    )


_known = lru_cache(maxsize=1024)(_decided)


@lru_cache(maxsize=256)
def _bare(tag: str) -> Meaning:
    return _decided(tag, "", "", hidden=False, colour="", ground="", is_link=False)


def declarations(style: str) -> dict[str, str]:
    """The style attribute as names and values in lower case, the later one of two alike."""
    found: dict[str, str] = {}
    for item in style.lower().replace("!important", "").split(";"):
        name, colon, value = item.partition(":")
        if colon:
            found[name.strip()] = " ".join(value.split())
    return found


def _is_hidden(said: dict[str, str]) -> bool:
    if said.get("display") == "none" or said.get("visibility") == "hidden" or said.get("mso-hide") == "all":
        return True
    if said.get("overflow") == "hidden" and (said.get("max-height") in _NOTHING or said.get("height") in _NOTHING):
        return True  # the preheader of a newsletter
    return said.get("opacity") == "0"


def _breaks(tag: str, display: str) -> bool:
    if display.startswith(_INLINE_DISPLAYS):
        return False
    return tag in _BLOCK or display.startswith(_BLOCK_DISPLAYS)


def _is_tight(classes: str, said: dict[str, str]) -> bool:
    """Whether a paragraph is drawn without the empty line after it: Outlook's MsoNormal, margins of nothing."""
    margins = (said.get("margin", ""), said.get("margin-bottom", ""))
    return "mso" in classes.lower() or any(margin.startswith("0") for margin in margins)


def first_number(attributes: Attributes, name: str, default: int) -> int:
    """The attribute `start` of a list or `value` of an item; the default where it is no small number."""
    text = (attributes.get(name) or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default  # noqa: PLR2004
