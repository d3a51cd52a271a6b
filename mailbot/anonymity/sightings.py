"""Where the forms of some people stand in a text, and whether an ordinary word there is meant as a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailbot.anonymity.identifiers import Form
from mailbot.anonymity.ordinary import TITLES

_GREETING = re.compile(
    r"^[\W_]*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|morning|afternoon|evening|greetings|welcome"
    r"|thanks|many thanks|thank you|cheers|sorry|hallo|liebe[rs]?|lieber|guten (?:tag|morgen|abend)|moin|servus|danke"
    r"|bonjour|bonsoir|salut|chere?|merci|hola|querid[oa]|estimad[oa]|gracias|ciao|car[oa]|buongiorno|grazie|ola"
    r"|obrigad[oa]|hei|hej|kjaere|kara|tak|takk|tack|beste|geachte|dag|bedankt|drogi|droga|czesc|mily|mila|ahoj)\b"
    r"[ ,]{0,3}(?:[\w.']{1,20}[ ,]{1,2}){0,2}$",
)
_CLOSING = re.compile(
    r"^[\W_]*(?:(?:best|kind|kindest|warm|warmest|many|with|all the|yours|my|much|very)\b.{0,30}"
    r"|regards|wishes|thanks.{0,20}|thank you.{0,20}|cheers|sincerely|love|respectfully|cordially|bw|br|kr|vg|lg|mfg"
    r"|xx?|(?:mit )?(?:freundlichen|besten|lieben|herzlichen|viele|liebe|beste|herzliche)n? gru.{0,10}|cordialement"
    r"|bien a vous|amities|(?:un )?saludos?.{0,20}|atentamente|cordiali saluti|saluti|distinti saluti|atenciosamente"
    r"|abracos?|met vriendelijke groet(?:en)?|groet(?:en|jes)?|med (?:vennlig|venlig|vanlig).{0,12}|hilsen|pozdrawiam"
    r"|mvh)[\W_]*$",
)
_TWO_WORDS = re.compile(r"\w{2,} \w{2,}")
_LINE = 80
_STARTS_SENTENCE = ".!?:\u2026\u2022*>"
# What may stand between two parts of one name: "Smith, Jane", "Anne-Marie", a name broken over two lines.
BESIDE = re.compile(r"(?:[ \t\-]|, ?|\r?\n){1,2}")
_AFTER_TITLE = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(TITLES))})\.?\s{{1,2}}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One form at [start, end) of the folded text."""

    start: int
    end: int
    form: Form


def sightings(cased: str, low: str, forms: Iterable[Form]) -> list[Sighting]:
    """Every place where one of the forms stands and means the person, in order; `low` is `cased` in lower case."""
    found = [
        Sighting(start=match.start(), end=match.end(), form=form)
        for form in forms
        for match in form.pattern.finditer(low)
    ]
    found.sort(key=lambda sighting: (sighting.start, -sighting.end))
    return [sighting for at, sighting in enumerate(found) if _is_meant(cased, low, found, at)]


def _is_meant(cased: str, low: str, found: list[Sighting], at: int) -> bool:
    sighting = found[at]
    if not sighting.form.ordinary:
        return True
    if not cased[sighting.start].isupper():
        return False
    if any(_is_name_beside(cased, sighting, other) for other in _neighbours(found, at)):
        return True
    if _AFTER_TITLE.search(low[max(0, sighting.start - 16) : sighting.start]):
        return True
    if _in_greeting(low, sighting.start) or _is_signature(low, sighting.start, sighting.end):
        return True
    return sighting.form.ordinary == "word" and not starts_sentence(cased, sighting.start)


def _neighbours(found: list[Sighting], at: int) -> Iterator[Sighting]:
    yield from found[max(0, at - 3) : at]
    yield from found[at + 1 : at + 4]


def _is_name_beside(cased: str, sighting: Sighting, other: Sighting) -> bool:
    """Whether the other is another part of the same person's name, with nothing between but a space or comma."""
    if other.form.person != sighting.form.person or other.form is sighting.form or not cased[other.start].isupper():
        return False
    first, second = sorted((sighting, other), key=lambda one: one.start)
    return BESIDE.fullmatch(cased, first.end, second.start) is not None


def starts_sentence(cased: str, start: int) -> bool:
    """Whether a capital at that place says nothing: the text, a paragraph, a sentence or a list item begins there."""
    before = cased[max(0, start - 200) : start]
    words = before.rstrip(" \t\n\r\"'([{-")
    if not words or words[-1] in _STARTS_SENTENCE:
        return True
    between = before[len(words) :]
    return between.count("\n") > 1 or "\n-" in between


def _line_before(low: str, start: int) -> str | None:
    """What stands before that place on its line; None when the line is too long to be a greeting or a signature."""
    window = low[max(0, start - _LINE) : start]
    if "\n" in window or len(window) < _LINE:
        return window.rpartition("\n")[2]
    return None


def _in_greeting(low: str, start: int) -> bool:
    before = _line_before(low, start)
    return before is not None and _GREETING.match(before) is not None


def _is_signature(low: str, start: int, end: int) -> bool:
    """Whether the name stands alone under a closing phrase, or after one on the same line."""
    before = _line_before(low, start)
    after = low[end : end + _LINE].partition("\n")[0]
    if before is None or len(after) == _LINE or _TWO_WORDS.search(after):
        return False
    if before.strip(" -~_*\t"):
        return _CLOSING.match(before) is not None
    above = low[max(0, start - len(before) - 2 * _LINE) : start - len(before)].rstrip().rpartition("\n")[2]
    return _CLOSING.match(above) is not None
