"""Dates of birth, behind or before the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.cues import before, behind
from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
_CENTURY = r"(?:18|19|20)\d\d"
_NTH = r"\d{1,2}\s?(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:{_CENTURY}|\d\d)|\d{{1,2}}\s\d{{1,2}}\s(?:{_CENTURY}|\d\d)"
    rf"|{_CENTURY}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{8}}|\d{{6}}"
    rf"|{_NTH}[\s.-]{{0,2}}(?:of\s)?{_MONTH}(?:[.,]{{0,2}}\s?{_CENTURY}|[.-]?{_CENTURY}|[\s-]?'?\d\d)"
    rf"|{_MONTH}\.?\s{_NTH},?\s{_CENTURY})(?![\d/]|:\d)"
)
_CUE = (
    r"(?:d\.?\s?o\.?\s?b(?![a-z])\.?|dates?[ -]of[ -]birth|birth\s?dates?|born"
    r"|birthday(?=:| (?:is|was|on)\b)|geb(?:oren)?\.?|geburtsdatum"
    r"|nee? le|b\.(?=\s?\d))"
)
# Between the two: "born in Leeds on", but no other clause and no other month ("born in May, so I was off until").
_BEFORE = re.compile(rf"{_CUE}[^0-9.,;!?\n]{{0,30}}[\s.:=(*,]{{0,4}}(?P<date>{_DATE})")
_YEAR_ONLY = re.compile(
    r"(?:d\.?o\.?b\.?|date of birth)(?:\s(?:is|was))?[\s:=(-]{0,4}(?P<date>(?:18|19|20)\d\d)(?![\d/.-])"
)
_AFTER = re.compile(
    rf"(?P<date>{_DATE})[ ,(\[-]{{0,3}}(?:is |was |as )?(?:the |his |her |their )?(?:patient's )?{_CUE}"
)
_REACH = 64
_STEMS = (
    "dob",
    "d.o.b",
    "d. o",
    "d o b",
    "date of birth",
    "date-of-birth",
    "dates of birth",
    "birth",
    "born",
    "geb",
    "nee le",
    "ne le",
    "b.",
)


def births(plain: Plain) -> Iterator[Seen]:
    """Every date that is said to be somebody's birth."""
    low = plain.low
    for pattern in (_BEFORE, _YEAR_ONLY):
        for match in behind(pattern, low, *_STEMS):
            yield Seen(kind="birth_date", start=match.start("date"), end=match.end("date"))
    for match in before(_AFTER, low, _REACH, "dob", "d.o.b", "date of birth", "birth", "geboren"):
        yield Seen(kind="birth_date", start=match.start("date"), end=match.end("date"))
