"""Where the forms of some people stand in a text, and whether an ordinary word there is meant as a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailbot.anonymity.names.eponyms import is_eponym
from mailbot.anonymity.names.forms import Form
from mailbot.anonymity.names.meant import is_meant
from mailbot.anonymity.names.ordinary import FUNCTION, PRONOUNS
from mailbot.anonymity.names.phrases import AFTER_TITLE

# What may stand between two parts of one name: "Smith, Jane", "Anne-Marie", "jane.smith", a name broken over two lines.
BESIDE = re.compile(r"(?:[ \t\-_/]|\.(?!\s)|, ?|\r?\n[> ]{0,3}){1,2}")
_INITIAL_BEFORE = re.compile(r"(?<![^\W_])([A-Z])(\.)?[ ]?$")
_INITIAL_AFTER = re.compile(r",? ?([A-Z])(\.|(?![\w']))")
_NEAR = 40
_MOST = 24
_ENDS_NAME = re.compile(r"$|[\s]*[.,;:!?)\]>\"\n]|'s\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One form at [start, end) of the folded text."""

    start: int
    end: int
    form: Form


def sightings(cased: str, low: str, forms: Iterable[Form]) -> list[Sighting]:
    """Every place where one of the forms stands and means the person, in order; `low` is `cased` in lower case."""
    found = [Sighting(start=start, end=end, form=form) for form in forms for start, end in form.places(low)]
    found.sort(key=lambda sighting: (sighting.start, -sighting.end))
    return [sighting for at, sighting in enumerate(found) if _counts(cased, low, found, at)]


def _counts(cased: str, low: str, found: list[Sighting], at: int) -> bool:
    seen = found[at]
    if seen.form.kind != "name":
        return True
    if is_eponym(low, seen.end, seen.form.name) and not _is_certain(cased, low, found, at):
        return False
    if not seen.form.ordinary:
        return True
    return _has_name_beside(cased, low, found, at) or is_meant(cased, low, seen.start, seen.end, seen.form)


def _is_certain(cased: str, low: str, found: list[Sighting], at: int) -> bool:
    """Whether a title or another part of the name proves it to be the person in spite of a disease behind it."""
    seen = found[at]
    before = AFTER_TITLE.search(low, max(0, seen.start - 16), seen.start)
    return before is not None or _has_name_beside(cased, low, found, at)


def _has_name_beside(cased: str, low: str, found: list[Sighting], at: int) -> bool:
    seen = found[at]
    return _has_initial_beside(cased, seen) or any(_is_beside(cased, low, seen, other) for other in _near(found, at))


def _near(found: list[Sighting], at: int) -> Iterator[Sighting]:
    """The sightings close before and behind, however many people share the name."""
    here = found[at]
    for other in reversed(found[max(0, at - _MOST) : at]):
        if other.end < here.start - _NEAR:
            break
        yield other
    for other in found[at + 1 : at + 1 + _MOST]:
        if other.start > here.end + _NEAR:
            break
        yield other


def _is_beside(cased: str, low: str, seen: Sighting, other: Sighting) -> bool:
    """Whether the other is another part of the same person's name, with nothing between but a space, comma or dot."""
    if other.form.person != seen.form.person or other.form.name == seen.form.name or other.form.kind != "name":
        return False
    first, second = (seen, other) if seen.start < other.start else (other, seen)
    if first.end >= second.start or BESIDE.fullmatch(cased, first.end, second.start) is None:
        return False
    if cased[seen.start].isupper():
        return cased[other.start].isupper() or not other.form.ordinary
    if cased[other.start].isupper():
        return False
    return _is_beside_in_small_letters(low, cased[first.end : second.start], first, second)


def _is_beside_in_small_letters(low: str, gap: str, first: Sighting, second: Sighting) -> bool:
    """Whether two words without capitals are one name: "jane wood", "mark baker", "will.may"; not "jane may ask"."""
    if gap in ("_", "."):
        return True
    if first.form.ordinary and second.form.ordinary:
        return first.form.key not in FUNCTION | PRONOUNS and "," not in gap
    ordinary = first.form if first.form.ordinary else second.form
    return ordinary.key not in FUNCTION or _ENDS_NAME.match(low, second.end) is not None


def _has_initial_beside(cased: str, seen: Sighting) -> bool:
    """Whether the person's own initial stands before or behind: "J. Wood", "Wood, J."; "I" and "A" need their dot."""
    if not cased[seen.start].isupper():
        return False
    for found in (
        _INITIAL_BEFORE.search(cased, max(0, seen.start - 4), seen.start),
        _INITIAL_AFTER.match(cased, seen.end),
    ):
        if found and found[1].lower() in seen.form.initials and (found[2] or found[1] not in "AI"):
            return True
    return False
