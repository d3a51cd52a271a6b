"""Colour spaces built anew (ISO 32000-1, 8.6): no profile, whose words name devices, and no ink's own name."""

from __future__ import annotations

from collections.abc import Callable

from pikepdf import Array, Name, Object, Stream

from mailbot.anonymity.attachments.outcome import CannotPass

_DEVICES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
_PROCESS = frozenset({"/All", "/None", "/Cyan", "/Magenta", "/Yellow", "/Black", "/Red", "/Green", "/Blue", "/Gray"})
# After its name, what each family is made of.
_FAMILIES = {
    "/CalGray": ("calibrated",),
    "/CalRGB": ("calibrated",),
    "/Lab": ("calibrated",),
    "/Indexed": ("colour", "plain", "table"),
    "/Separation": ("ink", "colour", "function"),
    "/DeviceN": ("inks", "colour", "function"),
    "/Pattern": ("colour",),
    **dict.fromkeys(_DEVICES.values(), ()),
}
_Made = Callable[[object, str], object]


def colour_space(source: Object, made: _Made, neutral: Callable[[str, str], str]) -> Object:
    """The colour space; a device's in place of a profile.

    `made` builds what it is made of, `neutral` gives the new name of one that resources name.
    """
    if isinstance(source, Name):
        return Name(neutral("ColorSpace", str(source)))
    values = list(source) if isinstance(source, Array) else []
    family = str(values[0]) if values else ""
    if family == "/ICCBased":
        return Name(_DEVICES[int(values[1]["/N"])])
    if family not in _FAMILIES:
        raise CannotPass("not_understood")
    inside = [_part(value, kind, made) for value, kind in zip(values[1:], _FAMILIES[family], strict=False)]
    return Array([Name(family), *inside]) if inside else Name(family)


def _part(value: object, kind: str, made: _Made) -> object:
    if kind == "ink":
        return _ink(value, 0)
    if kind == "inks":
        inks = list(value) if isinstance(value, Array) else []
        return Array([_ink(each, number) for number, each in enumerate(inks)])
    if kind == "table":
        return made(value, "data" if isinstance(value, Stream) else "text")
    return made(value, kind)


def _ink(name: object, number: int) -> Name:
    return Name(str(name)) if str(name) in _PROCESS else Name(f"/Ink{number}")
