"""The names of a Word document's styles: an organisation's own ("Northern Trust heading") are numbered instead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.xml_tree import Element, name, names

_BUILT_IN = re.compile(
    r"(?:normal|title|subtitle|caption|strong|emphasis|quote|intense quote|header|footer|hyperlink|no spacing|body text"
    r"|heading \d|toc \d|list|list paragraph|list bullet|list number|list continue|list (?:bullet|number) \d|table grid"
    r"|footnote (?:text|reference)|endnote (?:text|reference)|page number|balloon text|plain text|normal \(web\)"
    r"|default paragraph font|normal table|no list|table of figures|toc heading)",
    re.IGNORECASE,
)
_STYLE, _ID, _NAME, _VAL = name("w:style"), name("w:styleId"), name("w:name"), name("w:val")
_REFERENCES = names("w:pStyle w:rStyle w:tblStyle w:basedOn w:next w:link w:styleLink w:numStyleLink")
_USES = names("w:pStyle w:rStyle w:tblStyle")
_BASED_ON, _VANISH = name("w:basedOn"), name("w:vanish")
_RUN, _RUN_LOOKS = name("w:r"), name("w:rPr")
_LONGEST_LINE = 20  # styles based on styles; Word itself stops sooner
_OFF = ("0", "false", "off")


@dataclass(slots=True)
class Styles:
    """What each style is called from now on, and which of them hide what they style."""

    ids: dict[str, str] = field(default_factory=dict)
    hiding: set[str] = field(default_factory=set)


def styles_of(root: Element) -> Styles:
    """The styles that this part defines."""
    styles = Styles()
    parents: dict[str, str] = {}
    for number, style in enumerate(root.iter(_STYLE), 1):
        identifier = style.get(_ID, "")
        styles.ids[identifier] = f"s{number}"
        base = style.find(_BASED_ON)
        parents[identifier] = "" if base is None else base.get(_VAL, "")
        looks = style.find(_RUN_LOOKS)
        if looks is not None and _hides(looks):
            styles.hiding.add(identifier)
    for identifier in styles.ids:
        line = [identifier]
        while len(line) < _LONGEST_LINE and parents.get(line[-1], ""):
            line.append(parents[line[-1]])
        if styles.hiding.intersection(line):
            styles.hiding.add(identifier)
    return styles


def rename_styles(root: Element, styles: Styles) -> None:
    """Give every style and every mention of one its new name, in place; whatever else has a name loses it."""
    for element in list(root.iter()):
        called = element.find(_NAME)
        if element.tag in _REFERENCES:
            element.set(_VAL, styles.ids.get(element.get(_VAL, ""), "s0"))
        elif element.tag == _STYLE:
            identifier = styles.ids[element.get(_ID, "")]
            element.set(_ID, identifier)
            if called is not None and not _BUILT_IN.fullmatch(called.get(_VAL, "")):
                called.set(_VAL, f"Style {identifier}")
        elif called is not None:
            element.remove(called)


def leave_hidden_text(root: Element, styles: Styles) -> None:
    """Take hidden runs out, in place; CannotPass where a style hides what uses it."""
    for element in list(root.iter()):
        if element.tag in _USES and element.get(_VAL, "") in styles.hiding:
            raise CannotPass("hidden")
        looks = element.find(_RUN_LOOKS) if element.tag == _RUN else None
        if looks is not None and _hides(looks):
            element.clear()


def _hides(looks: Element) -> bool:
    vanish = looks.find(_VANISH)
    return vanish is not None and vanish.get(_VAL, "true") not in _OFF
