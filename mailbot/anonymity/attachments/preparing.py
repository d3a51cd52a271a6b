"""What a part's rules cannot say alone, done in its tree before it is made anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.word_fields import settle_fields
from mailbot.anonymity.attachments.word_styles import Styles, leave_hidden_text, rename_styles
from mailbot.anonymity.attachments.xml_tree import Element, name

_SHEET, _CELL, _VALUE, _STRING = name("x:sheet"), name("x:c"), name("x:v"), name("x:si")
_FORMULA, _CELL_STYLES = name("x:f"), name("x:cellStyles")
_REFERENCE = name("c:f")
_SHOWN = ("", "1", "true", "on")


@dataclass(slots=True)
class Known:
    """What one part of a file tells about the others."""

    styles: Styles = field(default_factory=Styles)
    strings: set[str] = field(default_factory=set)  # shared strings that a cell shows


def _words(root: Element, known: Known) -> None:
    settle_fields(root)
    leave_hidden_text(root, known.styles)
    rename_styles(root, known.styles)


def _workbook(root: Element, _: Known) -> None:
    if any(sheet.get("state", "visible") != "visible" for sheet in root.iter(_SHEET)):
        raise CannotPass("hidden")


def _slide(root: Element, _: Known) -> None:
    if root.get("show", "") not in _SHOWN:
        raise CannotPass("hidden")


def _sheet(root: Element, known: Known) -> None:
    if any(cell.find(_FORMULA) is not None and not cell.findtext(_VALUE) for cell in root.iter(_CELL)):
        raise CannotPass("not_understood")  # never calculated: without its formula the cell would be empty
    known.strings.update(cell.findtext(_VALUE, "").strip() for cell in root.iter(_CELL) if cell.get("t") == "s")


def _cell_styles(root: Element, _: Known) -> None:
    """Of the named styles only the one that every cell begins with: the others' names are people's own."""
    for styles in root.iter(_CELL_STYLES):
        for style in list(styles):
            if style.get("builtinId") != "0":
                styles.remove(style)


def _chart(root: Element, _: Known) -> None:
    """A chart made of another file's figures names that file with its folder, and so mostly its writer."""
    for reference in root.iter(_REFERENCE):
        if any(mark in (reference.text or "") for mark in "[]/\\"):
            reference.text = "Sheet1!$A$1"


def _strings(root: Element, known: Known) -> None:
    """Texts that no cell shows are what was deleted; Excel takes them out, other programs do not."""
    for number, string in enumerate(root.iter(_STRING)):
        if str(number) not in known.strings:
            string.clear()


STEPS: dict[str, Callable[[Element, Known], None]] = {
    "words": _words,
    "workbook": _workbook,
    "slide": _slide,
    "sheet": _sheet,
    "cell_styles": _cell_styles,
    "chart": _chart,
    "strings": _strings,
}
