"""Colours as CSS writes them, one name for each, and which nobody notices: the black of words, the white behind."""

from __future__ import annotations

import re

_HEX = re.compile(r"#([0-9a-f]{3,8})")
_AMOUNT = r"([0-9.]{1,12}%?)"
_GAP = "[ ,/]{1,4}"
_FUNCTION = re.compile(rf"rgba?\( ?{_AMOUNT}{_GAP}{_AMOUNT}{_GAP}{_AMOUNT}(?:{_GAP}{_AMOUNT})? ?\)")
_DARKEST = 0x40  # mail programs write their black as #222222, #1f1f1f, rgb(33,33,33)
_LIGHTEST = 0xF0
_NAMED = {
    "black": "#000000",
    "windowtext": "#000000",
    "canvastext": "#000000",
    "white": "#ffffff",
    "window": "#ffffff",
    "canvas": "#ffffff",
    "whitesmoke": "#f5f5f5",
    "red": "#ff0000",
    "blue": "#0000ff",
    "green": "#008000",
    "lime": "#00ff00",
    "yellow": "#ffff00",
    "purple": "#800080",
    "navy": "#000080",
    "maroon": "#800000",
    "gray": "#808080",
    "grey": "#808080",
    "orange": "#ffa500",
}
_NO_COLOUR = frozenset({"", "inherit", "initial", "unset", "revert", "currentcolor", "auto", "none", "transparent"})


def text_colour(written: str) -> str:
    """The colour of words as "#rrggbb", or as it is written where that says no more; "" for a black."""
    return _unless(colour(written), darkest=0, lightest=_DARKEST)


def ground_colour(written: str) -> str:
    """The colour behind words, as above; "" for none and for a white."""
    return _unless(colour(written), darkest=_LIGHTEST, lightest=0xFF)


def colour(written: str) -> str:
    """The colour as "#rrggbb" where it can be told, "" for no colour at all."""
    text = written.strip().lower()
    if text in _NO_COLOUR:
        return ""
    if found := _HEX.fullmatch(text):
        return _from_hex(found[1])
    if found := _FUNCTION.fullmatch(text):
        return _from_numbers(found.groups())
    return _NAMED.get(text, text)


def _unless(name: str, *, darkest: int, lightest: int) -> str:
    """The name, but "" when each of its three channels lies between the two."""
    if len(name) != len("#rrggbb") or name[0] != "#":
        return name
    channels = (int(name[at : at + 2], 16) for at in (1, 3, 5))
    return "" if all(darkest <= channel <= lightest for channel in channels) else name


def _from_hex(digits: str) -> str:
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) == len("rrggbbaa"):
        digits = "" if digits.endswith("00") else digits[:6]
    return f"#{digits}" if digits else ""


def _from_numbers(numbers: tuple[str | None, ...]) -> str:
    *three, solid = numbers
    if solid and not _amount(solid, of=1.0):
        return ""
    channels = [min(255, round(_amount(number or "", of=255.0))) for number in three]
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _amount(number: str, *, of: float) -> float:
    bare = number.removesuffix("%")
    value = float(bare) if bare.count(".") <= 1 and bare.strip(".") else 0.0
    return value * of / 100.0 if number.endswith("%") else value
