"""One part of an Office file made anew: its tree walked once, and of each element only what the rules know kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mailbot.anonymity.attachments.drawing_rules import GRAPHICS
from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.rules import FORMULA, SPEAKING, STYLE, TOKEN, Rules
from mailbot.anonymity.attachments.xml_tree import Element, name, names

_ALTERNATIVES = name("mc:AlternateContent")
_CHOICE, _FALLBACK = name("mc:Choice"), name("mc:Fallback")
_CHOSEN = frozenset({"wps", "wpg", "wpc"})  # what Word's text boxes and groups ask for
_GRAPHIC, _URI = name("a:graphicData"), "uri"
_STYLES = (name("v:shape"), name("v:shapetype"), name("v:rect"), name("v:group"), name("v:textbox"), name("v:textpath"))
_MEASURES = names(
    "wp:align wp:posOffset xdr:col xdr:row xdr:colOff xdr:rowOff a:tableStyleId w:instrText"
)  # elements whose text is a number or a word of the format's own
_FORMULAS = ((name("a:gd"), "fmla"), (name("v:f"), "eqn"))
_FIELD, _TEXT_RUN, _SAID = name("a:fld"), name("a:r"), name("a:t")
_OF_A_RUN = (name("a:rPr"), _SAID)
_LINK = name("r:")
# Word's and mathematics' attributes have a prefix, all others' have none.
_ATTRIBUTE_SPACES = {
    name("w:"): (name("w:")[:-1],),
    name("m:"): (name("m:")[:-1], name("w:")[:-1]),
    name("v:"): ("", name("o:")[:-1]),
}
_SPACE = name("xml:space")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaner:
    """Walks one part. `link` says what an r:id becomes, "" where its target stays behind."""

    rules: Rules
    link: Callable[[str], str]
    depth: int

    def part(self, root: Element) -> Element:
        """The part made anew; CannotPass when its outermost element is none that may stay."""
        made = self._made(root, 0)
        if len(made) != 1:
            raise CannotPass("not_understood")
        return made[0]

    def _made(self, element: Element, depth: int) -> list[Element]:
        rules, tag = self.rules, element.tag
        if depth > self.depth:
            raise CannotPass("not_understood")
        if why := rules.refused.get(tag):
            raise CannotPass(why)
        if tag == _ALTERNATIVES:
            return self._inside(_alternative(element), depth)
        if tag in rules.unwrapped:
            return self._inside(element, depth)
        if not self._stays(tag):
            return []
        if tag == _FIELD:
            return self._field(element, depth)
        fresh = Element(tag)
        if not self._attributes(element, fresh):
            return []
        if element.text and (tag in rules.worded or (tag in _MEASURES and TOKEN.fullmatch(element.text.strip()))):
            fresh.text = element.text
        fresh.extend(self._inside(element, depth))
        return [fresh]

    def _stays(self, tag: str) -> bool:
        rules = self.rules
        if tag in rules.dropped or tag[: tag.find("}") + 1] not in rules.spaces:
            return False
        return rules.only is None or tag in rules.only

    def _field(self, element: Element, depth: int) -> list[Element]:
        """A field's text as it was last shown, a slide's number or a date: its kind and id are left behind."""
        fresh = Element(_TEXT_RUN)
        fresh.extend(made for made in self._inside(element, depth) if made.tag in _OF_A_RUN)
        return [fresh] if fresh.find(_SAID) is not None else []

    def _inside(self, element: Element | None, depth: int) -> list[Element]:
        """The children made anew. An element within unwrapped ones counts its depth too."""
        return [] if element is None else [made for child in element for made in self._made(child, depth + 1)]

    def _attributes(self, element: Element, fresh: Element) -> bool:
        """Whether the element may stay: one that points to what stays behind does not."""
        rules, tag = self.rules, element.tag
        for attribute, value in element.items():
            if attribute.startswith(_LINK):
                if target := self.link(value):
                    fresh.set(attribute, target)
                elif tag not in rules.without_link:
                    return False
            elif (tag, attribute) in rules.neutral:
                fresh.set(attribute, rules.neutral[tag, attribute])
            elif (tag, attribute) in rules.free or self._may_stay(tag, attribute, value):
                fresh.set(attribute, value)
        return True

    def _may_stay(self, tag: str, attribute: str, value: str) -> bool:
        if (tag, attribute) == (_GRAPHIC, _URI):
            if value not in GRAPHICS:
                raise CannotPass("embedded" if value.endswith("/ole") else "not_understood")
            return True
        space, _, local = attribute.rpartition("}")
        if attribute != _SPACE and space not in _ATTRIBUTE_SPACES.get(tag[: tag.find("}") + 1], ("",)):
            return False
        if local in SPEAKING or local.startswith("rsid"):
            return False
        shape = FORMULA if (tag, attribute) in _FORMULAS else STYLE if tag in _STYLES else TOKEN
        return shape.fullmatch(value) is not None


def _alternative(element: Element) -> Element | None:
    """The one of several forms that we know; they say the same (ECMA-376 part 3, 9.3)."""
    for choice in element.findall(_CHOICE):
        if set(choice.get("Requires", "").split()) <= _CHOSEN:
            return choice
    return element.find(_FALLBACK)
