"""A hospital's own numbers for its patients, behind their cue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_CUES = (
    r"(?:hosp(?:ital)?\.?\s?(?:no|num|number|id|ref)|mrn|medical record(?:s)?(?:\s(?:no|number))?|unit\s?(?:no|number)"
    r"|(?:patient|pt|px)(?:'s)?\s?(?:id|identifier|number|no|num|ref|identification number)|pid|crn|case\s?notes?(?:\s(?:no|number))?"
    r"|notes\s(?:no|number)|district\s(?:no|number)|epr\s(?:no|number)|k number|record\s(?:no|number)"
    r"|episode\s(?:no|number)|accession\s(?:no|number)|specimen\s(?:no|number)|radiology\s(?:no|number)|hn)(?![a-z])"
)
_GAP = r"(?:[\s.:#=*(\[-]{1,4}(?:is|was|no|num|number|the|a|for|this|patient|him|her|id|ref)(?![a-z])){0,4}[\s.:#=*(\[-]{0,5}"
_VALUE = r"(?P<number>[a-z]{0,3}[ -]?[0-9](?:[ /-]?[0-9]){3,12}[a-z]?)(?![a-z0-9])"
_BEFORE = re.compile(_CUES + r"\.?" + _GAP + _VALUE)
_AFTERWARDS = re.compile(
    r"(?<![a-z0-9])(?P<number>[a-z]{0,3}[0-9]{5,10})(?![a-z0-9])[ ,(\[-]{0,3}(?:is |was )?(?:the |my |his |her |their )?(?:patient's )?"
    + _CUES
)
_WORDS = frozenset(
    "hosp hospital mrn medical unit patient pt px pid crn casenote casenotes case notes district epr k record episode accession"
    " specimen radiology hn".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def hospital_numbers(plain: Plain) -> Iterator[Seen]:
    """Every number behind, or before, a word that says so."""
    if plain.words.isdisjoint(_WORDS):
        return
    for pattern in (_BEFORE, _AFTERWARDS):
        for match in pattern.finditer(plain.low):
            if not _YEAR.fullmatch(match["number"]):
                yield Seen(kind="hospital_number", start=match.start("number"), end=match.end("number"))
