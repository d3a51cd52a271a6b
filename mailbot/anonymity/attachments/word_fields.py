"""Word's fields before a document is made anew: page numbers stay alive, of all others only what they show.

AUTHOR, FILENAME, INCLUDETEXT, HYPERLINK and the like name people, paths and addresses in their instructions
(ECMA-376 part 1, 17.16.5); their results are words on the page.
"""

from __future__ import annotations

from mailbot.anonymity.attachments.outcome import CannotPass
from mailbot.anonymity.attachments.xml_tree import Element, name

_ALIVE = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_ONLY_PROGRAMS_SHOW = frozenset({"FORMCHECKBOX", "FORMDROPDOWN"})
_MARK, _TYPE = name("w:fldChar"), name("w:fldCharType")
_INSTRUCTION, _SIMPLE, _INSTR = name("w:instrText"), name("w:fldSimple"), name("w:instr")
_GONE = "gone"  # a tag in no namespace: the walk leaves it behind


def settle_fields(root: Element) -> None:
    """Mark in place what of each field stays behind; CannotPass for tick boxes and lists, which only Word shows."""
    open_fields: list[list[Element]] = []
    for element in list(root.iter()):
        if element.tag == _SIMPLE:
            _instruction(element.get(_INSTR, ""))
        elif element.tag == _MARK and element.get(_TYPE) == "begin":
            open_fields.append([element])
        elif element.tag in (_MARK, _INSTRUCTION) and not open_fields:
            element.tag = _GONE
        elif element.tag in (_MARK, _INSTRUCTION):
            open_fields[-1].append(element)
            if element.get(_TYPE) == "end":
                _settle(open_fields.pop())
    for unfinished in open_fields:
        _settle([*unfinished, Element(_MARK)])


def _settle(field: list[Element]) -> None:
    said = [element for element in field if element.tag == _INSTRUCTION]
    instruction = _instruction("".join(element.text or "" for element in said))
    for element in field:
        if instruction not in _ALIVE or element in said[1:]:
            element.tag = _GONE
        elif element in said:
            element.text = instruction


def _instruction(text: str) -> str:
    word = (text.split() or [""])[0].upper()
    if word in _ONLY_PROGRAMS_SHOW:
        raise CannotPass("form_fields")
    return word
