"""Dates of birth, behind or before the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.anonymity.finding import Seen
from mailbot.anonymity.plain import Plain

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_YEAR = r"(?:(?:18|19|20)\d\d|'?\d\d)"
_FULL = (
    rf"(?:\d{{1,2}}\s?[./\s-]\s?\d{{1,2}}\s?[./\s-]\s?{_YEAR}|(?:18|19|20)\d\d[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{8}}|\d{{6}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s.-]{{0,2}}(?:of\s)?{_MONTH}[.,\s-]{{1,3}}{_YEAR}|{_MONTH}[.\s]{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR})"
    r"(?!\d)"
)
_DOB = r"(?:d\.?\s?o\.?\s?b(?![a-z])\.?|dates? of birth|birth\s?dates?|born|birthday|geb(?:oren)?\.?|geburtsdatum|né(?:e)? le|b\.(?=\s?\d))"
_BEFORE = re.compile(rf"(?<![a-z]){_DOB}[^0-9.!?\n]{{0,30}}[\s.:=(\n]{{0,4}}(?P<date>{_FULL})")
_YEAR_ONLY = re.compile(
    r"(?<![a-z])(?:d\.?o\.?b\.?|date of birth)(?:\s(?:is|was))?[\s:=(-]{0,4}(?P<date>(?:18|19|20)\d\d)(?![\d/.-])"
)
_AFTER = re.compile(
    rf"(?P<date>{_FULL})[ ,(\[-]{{0,3}}(?:is |was |as )?(?:the |his |her |their )?(?:patient's )?{_DOB}"
)
_WORDS = frozenset(
    {"dob", "d", "do", "birth", "born", "birthdate", "birthday", "geb", "geboren", "geburtsdatum", "ne", "nee", "b"}
)


def births(plain: Plain) -> Iterator[Seen]:
    """Every date that is said to be somebody's birth."""
    if plain.words.isdisjoint(_WORDS):
        return
    for pattern in (_BEFORE, _YEAR_ONLY, _AFTER):
        for match in pattern.finditer(plain.low):
            yield Seen(kind="birth_date", start=match.start("date"), end=match.end("date"))
