"""The parts that may stay of each kind of Office file: where they stand in the new one, and by what rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mailbot.anonymity.attachments import drawing_rules, sheet_rules, slide_rules, word_rules
from mailbot.anonymity.attachments.rules import Rules

_TYPES = "application/vnd.openxmlformats-officedocument."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of part. `follows` are relations that no element names; of `steps`, preparing.py does each."""

    path: str  # {} is its number
    content_type: str
    rules: Rules
    follows: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    last: bool = False  # made when all others are


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of Office file: the ending of its name, its main part, and the parts by their relations' last words."""

    ending: str
    main: Kind
    kinds: Mapping[str, Kind]


def _kind(
    path: str, content_type: str, rules: Rules, follows: str = "", steps: str = "", *, last: bool = False
) -> Kind:
    return Kind(
        path=path,
        content_type=f"{_TYPES}{content_type}+xml",
        rules=rules,
        follows=tuple(follows.split()),
        steps=tuple(steps.split()),
        last=last,
    )


def _word(path: str, content_type: str, follows: str = "") -> Kind:
    return _kind(f"word/{path}.xml", f"wordprocessingml.{content_type}", word_rules.WORDS, follows, "words")


def _slide(path: str, content_type: str, follows: str = "", steps: str = "") -> Kind:
    return _kind(f"ppt/{path}.xml", f"presentationml.{content_type}", slide_rules.SLIDE, follows, steps)


def _theme(folder: str) -> Kind:
    return _kind(f"{folder}/theme/theme{{}}.xml", "theme", drawing_rules.THEME)


def _chart(folder: str) -> Kind:
    return _kind(f"{folder}/charts/chart{{}}.xml", "drawingml.chart", drawing_rules.CHART, "", "chart")


_SHEET = "spreadsheetml."
FORMATS = {
    f"{_TYPES}wordprocessingml.document.main+xml": Format(
        ending="docx",
        main=_word("document", "document.main", "styles numbering theme footnotes endnotes settings"),
        kinds={
            "styles": _word("styles", "styles"),
            "settings": _kind("word/settings.xml", "wordprocessingml.settings", word_rules.SETTINGS),
            "numbering": _word("numbering", "numbering"),
            "footnotes": _word("footnotes", "footnotes"),
            "endnotes": _word("endnotes", "endnotes"),
            "header": _word("header{}", "header"),
            "footer": _word("footer{}", "footer"),
            "theme": _theme("word"),
            "chart": _chart("word"),
        },
    ),
    f"{_TYPES}spreadsheetml.sheet.main+xml": Format(
        ending="xlsx",
        main=_kind(
            "xl/workbook.xml", f"{_SHEET}sheet.main", sheet_rules.WORKBOOK, "styles sharedStrings theme", "workbook"
        ),
        kinds={
            "styles": _kind("xl/styles.xml", f"{_SHEET}styles", sheet_rules.STYLES, "", "cell_styles"),
            "sharedStrings": _kind(
                "xl/sharedStrings.xml", f"{_SHEET}sharedStrings", sheet_rules.STRINGS, "", "strings", last=True
            ),
            "worksheet": _kind("xl/worksheets/sheet{}.xml", f"{_SHEET}worksheet", sheet_rules.SHEET, "", "sheet"),
            "chartsheet": _kind("xl/chartsheets/sheet{}.xml", f"{_SHEET}chartsheet", sheet_rules.SHEET),
            "drawing": _kind("xl/drawings/drawing{}.xml", "drawing", sheet_rules.DRAWING),
            "theme": _theme("xl"),
            "chart": _chart("xl"),
        },
    ),
    f"{_TYPES}presentationml.presentation.main+xml": Format(
        ending="pptx",
        main=_kind("ppt/presentation.xml", "presentationml.presentation.main", slide_rules.PRESENTATION, "theme"),
        kinds={
            "slide": _slide("slides/slide{}", "slide", "slideLayout", "slide"),
            "slideLayout": _slide("slideLayouts/slideLayout{}", "slideLayout", "slideMaster"),
            "slideMaster": _slide("slideMasters/slideMaster{}", "slideMaster", "theme"),
            "theme": _theme("ppt"),
            "chart": _chart("ppt"),
        },
    ),
}
