"""A patient called by name: "patient Smith", "my patient Mrs Jones", "Mr Patel, a patient", "JB, 54, bed 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import places
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.patients.not_names import NOT_NAMES
from mailbot.anonymity.plain import Plain

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Master|Mister|Sir|Lady|Lord|Baby|MR|MRS|MS|MISS|mr|mrs|miss|Herr|Frau|Dr|Prof|Professor|Rev)\b\.?"
_NAME = r"(?:(?:Mc|Mac|O'|D'|St\. )?[A-Z][a-z]+(?:[-'][A-Z][a-z]+)?|[A-Z]{3,}(?:[-'][A-Z]{2,})?)"
_INITIAL = r"(?:[A-Z]\.?\s?){1,3}"
_FULL = rf"(?:{_TITLE}\s{{1,2}})?(?:{_INITIAL}(?=[A-Z][a-z]))?{_NAME}(?:\s{{1,2}}{_NAME}){{0,2}}"
_PATIENT = r"(?:[Pp]atients?|PATIENTS?|[Pp]ts?|PTS?|[Pp]x)\b"
_LABELLED = re.compile(
    rf"{_PATIENT}(?:'s)?(?:\s?\(?(?:[Nn]ame|initials)(?:\s(?:is|was))?)?\s?(?:[:=-]|\s(?:called|named|is called|was called|by the name of))\s?(?P<name>{_FULL})"
)
_TITLED = re.compile(rf"{_PATIENT}[ \n,(]{{1,3}}(?P<name>{_TITLE}\s{{1,2}}(?:{_INITIAL}\s?)?{_NAME}(?:\s{_NAME})?)")
_BARE = re.compile(rf"{_PATIENT}[ \n](?P<name>{_FULL})")
_AFTER = re.compile(
    rf"(?P<name>{_TITLE}\s{{1,2}}(?:{_INITIAL}\s?)?{_NAME})[\s,(-]{{1,3}}(?:who )?(?:is |was )?(?:a|my|our|one of my|one of our|another|the|first)"
    rf" (?:[a-z-]+ ){{0,3}}?(?:patients?|pts?)\b(?!\W{{0,2}}(?:man|woman|teacher|trainer|person|boss|mentor|supervisor|consultant|surgeon|listener|and|kind|enough|with me))"
)
_INITIALS = re.compile(
    r"\b(?P<name>(?:[A-Z]\.?){2,3}),?\s\(?\d{1,3}\s?(?:[MF]|y|yo|yrs|y/o|year.old(?: \w+)?)?\)?,?\s(?:in\s)?(?:[Bb]ed|[Bb]ay|[Ss]ide ?room|SR)\s?\d"
)
_STEMS = ("patient", "pt", "px")
_REACH, _BED_REACH = 96, 48


def named(plain: Plain) -> Iterator[Seen]:
    """Every name that is said to be a patient's."""
    for at in places(plain.low, *_STEMS):
        for pattern in (_LABELLED, _TITLED, _BARE):
            match = pattern.match(plain.text, at)
            if (
                match
                and not _is_none(match["name"])
                and not (pattern is not _LABELLED and _is_colleague(plain.text, match))
            ):
                yield _name(match)
        for match in _AFTER.finditer(plain.text, max(0, at - _REACH), at + _REACH):
            yield _name(match)
    for at in places(plain.low, "bed", "bay", "side room", "sideroom", "sr"):
        for match in _INITIALS.finditer(plain.text, max(0, at - _BED_REACH), at + _BED_REACH):
            yield _name(match)


def _name(match: re.Match[str]) -> Seen:
    return Seen(kind="patient_name", start=match.start("name"), end=match.end("name"))


def _is_colleague(text: str, match: re.Match[str]) -> bool:
    """Whether it is "the patient Mr Jones operated on", "the patient, Mr Jones watched": somebody who does something."""
    if not _TITLE_FIRST.match(match["name"]) or _OWN.search(text, max(0, match.start() - 24), match.start()):
        return False
    return _DOES.match(text, match.end()) is not None


_TITLE_FIRST = re.compile(_TITLE)
_OWN = re.compile(r"(?:\b(?:[Mm]y|[Oo]ur|[Aa]|[Oo]ne|[Tt]his|[Aa]nother)|:)(?: [a-z-]+){0,2} $")
_DOES = re.compile(
    r"(?: (?:and|&) \w+)? (?!(?:was|is|has|had|who|whose|were|will|did|died|came|presented|went|became|deteriorated|bled"
    r"|arrested|needed|in|from|with|on|at|for|aged?|as|today|yesterday|again|because|after|before|then|which|that|when|by)\b)[a-z]"
)


def _is_none(name: str) -> bool:
    """Whether its first word follows "patient" without being a name: "Patient Safety"."""
    first = name.split()[0].strip(".'").lower()
    return first in NOT_NAMES or first.split("-")[0] in NOT_NAMES
