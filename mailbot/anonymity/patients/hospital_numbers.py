"""A hospital's own numbers for its patients, behind their cue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import before, behind
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_CUES = (
    r"(?:hosp(?:ital)?\.?\s?(?:no|num|number|id|ref|identifier)|m\.?r\.?n\.?|pas\s(?:no|number|id)"
    r"|medical record(?:s)?(?:\s(?:no|number))?|unit\s?(?:no|num|number)"
    r"|(?:patient|pt|px)(?:'s)?[\s-]?(?:id|identifier|number|no|num|ref|identification number)|pid|crn"
    r"|case\s?notes?(?:\s(?:no|number))?"
    r"|notes\s(?:no|number)|district\s(?:no|number)|epr\s(?:no|number)"
    r"|[kx][ -]number|local\s(?:no|number)|emis\s(?:no|number)|record\s(?:no|number)"
    r"|episode\s(?:no|number)|accession\s(?:no|number)|specimen\s(?:no|number)|radiology\s(?:no|number)|hn)(?![a-z])"
)
_MARKS = r"[\s.:#=*(\[-]"
_LINK = r"(?:is|was|no|num|number|the|a|for|this|patient|him|her|id|ref)(?![a-z])"
_GAP = rf"(?:{_MARKS}{{1,4}}{_LINK}){{0,4}}{_MARKS}{{0,5}}"
_VALUE = r"(?P<number>[a-z]{0,3}[ -]?[0-9](?:[ /-]?[0-9]){3,12}[a-z]?)(?![a-z0-9])"
_BEFORE = re.compile(_CUES + r"\.?" + _GAP + _VALUE)
_PATIENT = re.compile(r"(?:patient|pt)\s?[:#]?\s?(?P<number>[a-z]{0,3}[0-9]{6,8})(?![a-z0-9])")
_AFTERWARDS = re.compile(
    r"(?<![a-z0-9])(?P<number>[a-z]{0,3}[0-9]{5,10})(?![a-z0-9])[ ,(\[-]{0,3}"
    r"(?:is |was )?(?:the |my |his |her |their )?(?:patient's )?" + _CUES
)
_YEAR = re.compile(r"(?:19|20)\d\d")


_STEMS = (
    "hosp",
    "mrn",
    "m.r.n",
    "pas ",
    "medical record",
    "unit n",
    "patient",
    "pt ",
    "pt's",
    "px ",
    "pid",
    "crn",
    "case",
    "notes n",
)
_STEMS_TOO = (
    "district n",
    "epr n",
    "k number",
    "k-number",
    "x number",
    "x-number",
    "local n",
    "emis n",
    "record n",
    "episode n",
    "accession n",
    "specimen n",
    "radiology n",
    "hn",
)
_REACH = 48


def hospital_numbers(plain: Plain) -> Iterator[Seen]:
    """Every number behind, or before, a word that says so."""
    low = plain.low
    for match in behind(_BEFORE, low, *_STEMS, *_STEMS_TOO):
        if not _YEAR.fullmatch(match["number"]):
            yield Seen(kind="hospital_number", start=match.start("number"), end=match.end("number"))
    for match in behind(_PATIENT, low, "patient", "pt"):
        yield Seen(kind="hospital_number", start=match.start("number"), end=match.end("number"))
    for match in before(_AFTERWARDS, low, _REACH, "hosp", "mrn", "unit n", "patient"):
        yield Seen(kind="hospital_number", start=match.start("number"), end=match.end("number"))
