"""Which elements, attributes and texts of an Office part may stay; what is not named here stays behind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mailbot.anonymity.attachments.xml_tree import name, names

# A number, a colour, a word of the format's own, a cell's address: no blanks, so no words of people.
TOKEN = re.compile(r"[A-Za-z0-9_#.%+:$!{}-]{0,48}|[0-9., :-]{0,200}")
# Attributes that speak of people, programs and times, in whatever element.
_SPEAKING = (
    "author initials date dateUtc fullDate userId userName title descr alt tooltip codeName presenceInfo macro "
    "textlink lang altLang bmk cm vm matchingName uniqueId uid href gfxdata hlinkHref"
)
SPEAKING = frozenset(_SPEAKING.split())
STYLE = re.compile(r"[A-Za-z0-9:;.,%#()@ _-]{0,1000}")  # of VML's shapes: measures and outlines
# The formulas of a shape's outline (ECMA-376 part 1, 20.1.9.11; VML's own).
FORMULA = re.compile(
    r"(?:val|abs|at2|cat2|cos|max|min|mod|pin|sat2|sin|sqrt|tan|\*/|\+-|\+/|\?:|sum|prod|mid|if|ellipse|atan2|cosatan2"
    r"|sinatan2|sumangle)(?: [A-Za-z0-9#@-]{1,20}){1,3}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How the elements of one kind of part are treated; tags are written out, as the tree has them."""

    spaces: frozenset[str]  # namespaces whose elements may stay
    dropped: frozenset[str] = frozenset()  # with all that is in them
    unwrapped: frozenset[str] = frozenset()  # what is in them stays
    refused: Mapping[str, str] = field(default_factory=dict)  # tag -> why the whole file cannot pass
    only: frozenset[str] | None = None  # where so few may stay that they are listed
    worded: frozenset[str] = frozenset()  # elements with text of people's
    free: frozenset[tuple[str, str]] = frozenset()  # (tag, attribute) with a value of people's
    neutral: Mapping[tuple[str, str], str] = field(
        default_factory=dict
    )  # (tag, attribute) -> what stands there instead
    without_link: frozenset[str] = frozenset()  # elements that stay when what they point to does not


def spaces(prefixes: str) -> frozenset[str]:
    """The namespaces of these prefixes, as they stand before a tag."""
    return frozenset(name(f"{prefix}:") for prefix in prefixes.split())


def pairs(listed: str) -> frozenset[tuple[str, str]]:
    """Pairs of tag and attribute out of "a:latin@typeface ..."."""
    return frozenset(
        (name(tag), name(attribute)) for tag, _, attribute in (one.partition("@") for one in listed.split())
    )


def tags(listed: str, why: str) -> dict[str, str]:
    """Each of these tags with the same word."""
    return dict.fromkeys(names(listed), why)
