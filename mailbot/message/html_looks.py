"""How words of an HTML part are drawn, and what one element changes about it: its tag first, its style after."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from mailbot.message.html_colours import ground_colour, text_colour

_BOLD = frozenset({"b", "strong"})
_SLANTED = frozenset({"i", "em"})
_UNDERLINED = frozenset({"u", "ins"})
_STRUCK = frozenset({"s", "del", "strike"})
_KEEPING = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})
_BOLD_FROM = 600
_SIZE = re.compile(r"([0-9.]{1,8})([a-z%]{0,4})")
_TINIEST_SEEN = 1.5  # pixels or points; what is smaller is there for machines: preheaders are drawn with 0 or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the words at one place are drawn; all but its name is inherited by what is inside."""

    bold: bool = False
    slanted: bool = False
    underlined: bool = False
    colour: str = ""
    ground: str = ""
    struck: bool = False  # crossed out: words that the writer took back
    tiny: bool = False  # nobody sees it
    keeps: bool = False  # line breaks and blanks count as written
    link: bool = False

    name: str = ""  # how it stands out: "b color:#ff0000"; "" for plain words


PLAIN = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an element changes; None where it says nothing."""

    bold: bool | None = None
    slanted: bool | None = None
    underlined: bool | None = None
    colour: str | None = None
    ground: str | None = None
    struck: bool | None = None
    tiny: bool | None = None
    keeps: bool | None = None
    link: bool | None = None


NONE = Change()


@lru_cache(maxsize=2048)
def drawn(look: Look, change: Change) -> Look:
    """The look inside an element."""
    said = {name: value for name in Change.__slots__ if (value := getattr(change, name)) is not None}
    look = replace(look, **said)
    return replace(look, name=_name(look))


def _name(look: Look) -> str:
    """The signs of the look, sorted. A link's own colour and line are no sign, nor those that a client gives to it."""
    names = ["b"] * look.bold + ["i"] * look.slanted + ["u"] * (look.underlined and not look.link)
    if look.ground:
        names.append(f"background:{look.ground}")
    if look.colour and not look.link:
        names.append(f"color:{look.colour}")
    return " ".join(sorted(names))


def change_of(tag: str, style: dict[str, str], *, colour: str, ground: str, is_link: bool) -> Change:
    """What an element of that tag and style changes; `colour` and `ground` are the old attributes color and bgcolor."""
    line = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}"
    undone = "none" in line  # of this element's own tag only: a line drawn further out goes on (CSS 2.1 16.3.1)
    # Never False for these two, by the same rule.
    underlined = "underline" in line or (tag in _UNDERLINED and not undone)
    struck = "line-through" in line or (tag in _STRUCK and not undone)
    return Change(
        bold=_bold(tag, style),
        slanted=_slanted(tag, style),
        underlined=underlined or None,
        struck=struck or None,
        colour=_text_colour(style.get("color", colour)),
        ground="#ffff00" if tag == "mark" else _ground_colour(style, ground),
        tiny=_tiny(style.get("font-size", "")),
        keeps=_keeps(tag, style.get("white-space", "")),
        link=is_link or None,
    )


def _bold(tag: str, style: dict[str, str]) -> bool | None:
    written = style.get("font-weight", "")
    if not written and "font" in style:
        words = style["font"].split()
        return "bold" in words or any(word.isdecimal() and int(word) >= _BOLD_FROM for word in words)
    if written in ("bold", "bolder"):
        return True
    if written in ("normal", "lighter"):
        return False
    if written.isdecimal() and len(written) <= 4:  # noqa: PLR2004 - 1000 is the heaviest
        return int(written) >= _BOLD_FROM
    return True if tag in _BOLD else None


def _slanted(tag: str, style: dict[str, str]) -> bool | None:
    written = style.get("font-style", "")
    if written in ("italic", "oblique"):
        return True
    if written == "normal":
        return False
    return True if tag in _SLANTED else None


def _text_colour(written: str) -> str | None:
    if written in ("", "inherit", "unset", "currentcolor"):
        return None
    return text_colour(written)


def _ground_colour(style: dict[str, str], attribute: str) -> str | None:
    """The colour of `background` or `background-color`; what follows it, as in "yellow none", says nothing."""
    written = style.get("background-color") or style.get("background") or attribute
    if not written or written in ("inherit", "unset"):
        return None
    if written.startswith("rgb"):
        return ground_colour(written.partition(")")[0] + ")")
    first = written.split()[0]
    return "" if first.startswith("url(") else ground_colour(first)


def _tiny(size: str) -> bool | None:
    """Whether words of that size are too small to be seen; a size measured by the one outside changes nothing."""
    found = _SIZE.fullmatch(size)
    if found is None or found[1].count(".") > 1 or found[1] == ".":
        return None
    number, unit = float(found[1]), found[2]
    if number and unit not in ("px", "pt", ""):
        return None
    return number < _TINIEST_SEEN


def _keeps(tag: str, white_space: str) -> bool | None:
    if white_space:
        return white_space.startswith(("pre", "break-spaces"))
    return True if tag in _KEEPING else None
