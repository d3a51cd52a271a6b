"""Somebody with a title who is plainly a patient: by their age, their bed, or what was done to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import places
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_MISTER = r"(?:M(?:r|rs|s|iss|x|aster|R|RS|S|ISS)\b\.?|mr|mrs|miss)"
_PARTICLE = r"(?:(?:van|von|de|da|di|du|del|della|al|el|la|le|der|den|St\.?) ?){0,2}"
_NAME = rf"{_PARTICLE}(?:Mc|Mac|O'|D')?[A-Z][\w'-]*+"
_WHO = rf"(?P<name>{_MISTER}\s{{1,2}}(?:[A-Z]\.?\s)?{_NAME}(?:\s{_NAME})?)"
_POSTS = r"(?:surgeon|consultant|doctor|trainer|professor|colleague|mentor|registrar|nurse|supervisor)"
_STAFF = rf"(?!\W{{0,2}}(?:\w{{1,20}} )?{_POSTS}\b)"
_AGE = rf"\d{{1,3}}(?:\s?[MF]\b|[\s-]?(?:years?|yrs?|yo|y/o)\b(?:[\s-]old)?)(?:[ -][MF]\b)?{_STAFF}"
_BED = r"(?:[Bb]ed|[Bb]ay|[Ss]ide ?room|[Cc]ubicle)\s?\d{1,2}"
_DONE = (
    r"(?:(?:re-?)?admitted (?!to the (?:[Rr]oyal|[Cc]ollege|[Ff]ellow|[Ss]pecialist))"
    r"|discharged (?!the|a |all|my|him|her|his)|intubated|extubated|cannulated|catheterised"
    r"|an(?:a)?esthetised|transfused|resuscitated|transferred to (?:icu|itu|hdu|theatre|the ward)|listed for"
    r"|consented for|diagnosed with|operated on\b(?! by)|taken to theatre|biopsied)"
)
_AFTER = re.compile(
    rf"{_WHO}(?:,? (?:who )?(?:was|had been|is|got) {_DONE}"
    r"|,? presented (?:with|to) (?!me|us|the (?:team|meeting|board))"
    r"|,? (?:deteriorated|arrested(?! the| a)|came in with)\b"
    rf"|,? ?\(?(?:an? |aged? (?:of )?)?{_AGE}|,? aged \d{{1,3}}\b"
    rf"|, \d{{1,3}}[,)]|,? \(\d{{2,3}}\)|,? (?:is |was )?(?:in|from|,)? ?{_BED})"
)
_VERBS = (
    r"(?:operated on|consented|clerked|admitted|discharged|intubated|cannulated|catheterised|anaesthetised"
    r"|scrubbed for|laparotomy on|took bloods from)"
)
# "Admitted Mr Jones was right", "bed 4, Mr Jones said".
_OTHERWISE = r"(?! (?:was|is|had|would|could|let|watched|saw|came|said|asked|showed|told|and I)\b)"
_BEFORE = re.compile(rf"(?:{_VERBS}|{_BED}[,:( -]{{1,3}})\s?{_WHO}{_OTHERWISE}")
_SEX = r"\s?(?:[MF]|y|yo|yrs|y/o|year.old(?: \w+)?)"
_INITIALS = re.compile(
    rf"\b(?P<name>(?:[A-Z]\.?){{2,3}}),?\s\(?\d{{1,3}}(?:{_SEX})?\)?,?\s(?:in\s)?{_BED}"
    rf"|{_BED}[,:]?\s(?P<other>(?:[A-Z]\.?){{2,3}}),?\s\(?\d{{1,3}}{_SEX}\b"
)
_MEASURED = frozenset(
    {"BP", "HR", "RR", "BM", "GCS", "CVP", "INR", "CRP", "WCC", "NA", "TEMP", "MAP", "UO", "GA", "EWS", "ST"}
)
_CALLED = re.compile(
    rf"(?:(?:lady|gentleman)\s(?:called|named)\s|(?:man|woman|boy|girl|child|baby)\s(?:called|named)\s(?={_MISTER}\s))"
    rf"(?P<name>(?:{_MISTER}\s)?{_NAME}(?:\s{_NAME})?)"
)
_STEMS = ("mr", "ms ", "ms.", "miss ", "master ", "mx ")
_VERB_STEMS = (
    "operated on",
    "consented",
    "clerked",
    "admitted",
    "discharged",
    "intubated",
    "cannulated",
    "catheterised",
)
_VERB_STEMS_TOO = ("anaesthetised", "scrubbed for", "laparotomy on", "took bloods", "bed", "bay", "side", "cubicle")
_REACH = 48


def treated(plain: Plain) -> Iterator[Seen]:
    """Every such name, and initials with an age and a bed."""
    text, low = plain.text, plain.low
    for at in places(low, *_STEMS):
        if match := _AFTER.match(text, at):
            yield _name(match)
    for at in places(low, *_VERB_STEMS, *_VERB_STEMS_TOO):
        if match := _BEFORE.match(text, at):
            yield _name(match)
    for at in places(low, "lady", "gentleman", "man", "woman", "boy", "girl", "child", "baby"):
        if match := _CALLED.match(text, at):
            yield Seen(kind="patient_name", start=match.start("name"), end=match.end("name"))
    for at in places(low, "bed", "bay", "side room", "cubicle"):
        for match in _INITIALS.finditer(text, max(0, at - _REACH), at + _REACH):
            if (match["name"] or match["other"]).replace(".", "") not in _MEASURED:
                yield _name(match)


def _name(match: re.Match[str]) -> Seen:
    group = "name" if match["name"] else "other"
    return Seen(kind="patient_name", start=match.start(group), end=match.end(group))
